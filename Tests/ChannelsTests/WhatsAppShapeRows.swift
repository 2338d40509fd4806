import Messaging

/// Bodies whose envelope is not the usual one: levels taken off by those who pass them on, samples, several of all.
enum WhatsAppShapeRows {
    static func shape(_ name: String, _ body: String, _ lines: String...) -> PayloadRow {
        PayloadRow(name, .whatsapp, body: body, lines: lines)
    }

    private static let message =
        #"{"from":"491713920044","id":"w","timestamp":"1795248010","type":"text","text":{"body":"x"}}"#
    private static let value = #""metadata":{"phone_number_id":"33"},"messages":[\#(message)]"#
    private static let rest =
        #""address":"491713920044","id":"w","at":"2026-11-21T08:00:10.000Z","kind":"text","text":"x","phone":"491713920044""#

    static let all = [
        shape("a value alone", #"{"messaging_product":"whatsapp",\#(value)}"#, #""account":"33",\#(rest)}"#),
        shape(
            "a value without a number, with contacts",
            #"{"contacts":[{"profile":{"name":"M"},"wa_id":"491713920044"}],"messages":[\#(message)]}"#,
            #""account":null,\#(rest)}"#
        ),
        shape(
            "statuses alone",
            #"{"statuses":[{"id":"o","status":"read","timestamp":"1795248010","recipient_id":"491713920044"}]}"#,
            #""account":null,"address":"491713920044","id":"o:read","at":"2026-11-21T08:00:10.000Z","kind":"status","of":"o","status":"read","phone":"491713920044"}"#
        ),
        shape("a change alone", #"{"field":"messages","value":{\#(value)}}"#, #""account":"33",\#(rest)}"#),
        shape("a change whose value lost its name", #"{"field":"messages",\#(value)}"#, #""account":"33",\#(rest)}"#),
        shape("an entry alone", #"{"id":"2","changes":[{"value":{\#(value)}}]}"#, #""account":"33",\#(rest)}"#),
        shape(
            "one entry and one change where lists belong",
            #"{"entry":{"id":"2","changes":{"field":"messages","value":{"messages":\#(message)}}}}"#,
            #""account":"2",\#(rest)}"#
        ),
        shape("a message alone", message, #""account":null,\#(rest)}"#),
        shape(
            "a status alone",
            #"{"id":"o","status":"sent","timestamp":1795248010123,"recipient_id":"491713920044"}"#,
            #""account":null,"address":"491713920044","id":"o:sent","at":"2026-11-21T08:00:10.123Z","kind":"status","of":"o","status":"sent","phone":"491713920044"}"#
        ),
        shape(
            "a failed status alone",
            #"{"id":"o","status":"failed","timestamp":"1795248010","recipient_id":"491713920044","errors":[{"code":131026,"title":"t"}]}"#,
            #""account":null,"address":"491713920044","id":"o:failed","at":"2026-11-21T08:00:10.000Z","kind":"status","of":"o","status":"failed","errors":[{"code":131026,"title":"t"}],"phone":"491713920044"}"#
        ),
        shape(
            "an unsupported message alone",
            #"{"from":"491713920044","id":"w","timestamp":"1795248010","type":"unsupported","errors":[{"code":131051}]}"#,
            #""account":null,"address":"491713920044","id":"w","at":"2026-11-21T08:00:10.000Z","kind":"unknown","type":"unsupported","phone":"491713920044"}"#
        ),
        shape(
            "bodies in a list, one of them wrapped, one of nobody's",
            #"[{"body":{"entry":[{"id":"2","changes":[{"field":"messages","value":{\#(value)}}]}]}},{"novel":1}]"#,
            #""account":"33",\#(rest)}"#,
            #""account":null,"address":null,"id":"made:unknown:…","at":null,"kind":"unknown","type":"body"}"#
        ),
        shape(
            "recorded bodies by name",
            #"{"first":{"entry":[{"id":"2","changes":[{"value":{\#(value)}}]}]},"note":"n","second":{"entry":7}}"#,
            #""account":"33",\#(rest)}"#,
            #""account":null,"address":null,"id":"made:unknown:…","at":null,"kind":"unknown","type":"body"}"#
        ),
        shape(
            "a sample by its number",
            #"{"entry":[{"id":"2","changes":[{"field":"messages","value":{"metadata":{"display_phone_number":"+1 555 0100","phone_number_id":"123456123"},"messages":[\#(message)],"statuses":[{"id":"o","status":"sent","timestamp":"1795248010"}]}}]}]}"#,
            #""account":"123456123",\#(rest),"test":true}"#,
            #""account":"123456123","address":null,"id":"o:sent","at":"2026-11-21T08:00:10.000Z","kind":"status","of":"o","status":"sent","test":true}"#
        ),
        shape(
            "a sample as the dashboard shows it",
            #"{"sample":{"field":"messages","value":{\#(value)}}}"#,
            #""account":"33",\#(rest),"test":true}"#
        ),
        shape(
            "a sample by its entry",
            #"{"entry":[{"id":"0","time":1795248010,"changes":[{"field":"account_alerts","value":{"alert_type":"X"}}]}]}"#,
            #""account":"0","address":null,"id":"made:accountNotice:…","at":"2026-11-21T08:00:10.000Z","kind":"accountNotice","event":"X","test":true}"#
        ),
        shape(
            "ids as numbers, a time in words, nobody's phone",
            #"{"entry":[{"id":2,"changes":[{"field":"messages","value":{"metadata":{"phone_number_id":33},"messages":[{"from_user_id":"US.4","from_parent_user_id":"US.ENT.2","from":"","id":17,"timestamp":"2026-11-21T08:00:10Z","type":"request_welcome"},{"from_parent_user_id":"US.ENT.2","id":18,"timestamp":1795248010.5,"type":"request_welcome"}]}}]}]}"#,
            #""account":"33","address":"US.4","id":"17","at":"2026-11-21T08:00:10.000Z","kind":"tap"}"#,
            #""account":"33","address":"US.ENT.2","id":"18","at":"2026-11-21T08:00:10.500Z","kind":"tap"}"#
        ),
        shape(
            "a field that nobody has heard of",
            #"{"entry":[{"id":"2","time":1795248010,"changes":[{"field":"brand_new","value":{"x":[{"a":1},{"a":2}]}}]}]}"#,
            #""account":"2","address":null,"id":"made:unknown:…","at":"2026-11-21T08:00:10.000Z","kind":"unknown","type":"brand_new"}"#
        ),
        shape(
            "several of all",
            #"{"entry":[{"id":"1","changes":[{"field":"messages","value":{\#(value)}},{"field":"messages","value":{"metadata":{"phone_number_id":"44"},"messages":[\#(message)]}}]},{"id":"2","changes":[{"field":"messages","value":{"messages":[\#(message)]}}]}]}"#,
            #""account":"33",\#(rest)}"#,
            #""account":"44",\#(rest)}"#,
            #""account":"2",\#(rest)}"#
        ),
    ]
}
