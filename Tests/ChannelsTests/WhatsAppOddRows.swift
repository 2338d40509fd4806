import Messaging

/// Forms that the pages don't name, yet say plainly what they are: other places for ids, one thing for a list, what the
/// shop itself said told among messages.
enum WhatsAppOddRows {
    static let all = said + ours + empty

    private static let at = #""at":"2026-11-21T08:00:10.000Z""#
    private static let head = #""from":"491713920044","id":"w","timestamp":"1795248010""#

    private static func message(_ name: String, _ json: String, _ line: String) -> PayloadRow {
        WhatsAppNewsRows.news(
            name,
            #""messages":[{\#(head),\#(json)}]"#,
            #""address":"491713920044","id":"w",\#(at),"kind":\#(line),"phone":"491713920044"}"#
        )
    }

    private static let said = [
        message(
            "one card where a list belongs",
            #""type":"contacts","contacts":{"name":{"formatted_name":"Ida"},"phones":[{"phone":"+49 1"}]}"#,
            #""contact","contacts":[{"name":"Ida","phones":["+49 1"]}]"#
        ),
        message(
            "one row where a list belongs",
            #""type":"order","order":{"product_items":{"product_retailer_id":"L","quantity":2}}"#,
            #""cart","items":[{"sku":"L","quantity":2}]"#
        ),
        WhatsAppNewsRows.news(
            "one contact where a list belongs",
            #""contacts":{"profile":{"name":"Mara"},"wa_id":"491713920044","user_id":"DE.77"},"messages":[{\#(head),"type":"request_welcome"}]"#,
            #""address":"DE.77","id":"w",\#(at),"kind":"tap","phone":"491713920044"}"#
        ),
        message("words as a number", #""type":"text","text":{"body":42}"#, #""text","text":"42""#),
        message(
            "a voice note marked in words",
            #""type":"audio","audio":{"id":"7","voice":"true"}"#,
            #""media","media":"voice","mediaID":"7""#
        ),
        WhatsAppNewsRows.news(
            "a time as a floating point number",
            #""messages":[{"from":"491713920044","id":"w","timestamp":1.795248010E12,"type":"request_welcome"}]"#,
            #""address":"491713920044","id":"w",\#(at),"kind":"tap","phone":"491713920044"}"#
        ),
        WhatsAppNewsRows.news(
            "a new number of somebody known by an id alone",
            #""messages":[{"from_user_id":"DE.1","id":"w","timestamp":"1795248010","type":"system","system":{"type":"user_changed_number","wa_id":"491713920099","user_id":"DE.2"}}]"#,
            #""address":"DE.1","id":"w",\#(at),"kind":"identityChange","from":"DE.1","to":"DE.2"}"#
        ),
        WhatsAppNewsRows.news(
            "one error where a list belongs",
            #""statuses":[{"id":"o","status":"failed","timestamp":"1795248010","recipient_id":"491713920044","errors":{"code":131026,"title":"t"}}]"#,
            #""address":"491713920044","id":"o:failed",\#(at),"kind":"status","of":"o","status":"failed","errors":[{"code":131026,"title":"t"}],"phone":"491713920044"}"#
        ),
        WhatsAppNewsRows.news(
            "a member of a group by id",
            #""statuses":[{"id":"o","status":"read","timestamp":"1795248010","recipient_id":"g1","recipient_type":"group","recipient_participant_id":"491713920044","recipient_participant_user_id":"DE.77","recipient_participant_parent_user_id":"DE.ENT.7"}]"#,
            #""address":"DE.77","id":"o:read:DE.77",\#(at),"kind":"status","of":"o","status":"read","phone":"491713920044","group":"g1"}"#
        ),
        WhatsAppNewsRows.news(
            "how far another app's message came",
            field: "standby",
            #""statuses":[{"id":"o","status":"read","timestamp":"1795248010","recipient_id":"491713920044"}]"#,
            #""address":"491713920044","id":"o:read",\#(at),"kind":"status","of":"o","status":"read","phone":"491713920044","standby":true}"#
        ),
    ]

    private static let ours = [
        WhatsAppNewsRows.news(
            "what the shop typed, among messages",
            field: "smb_message_echoes",
            #""messages":[{"from":"4930","to":"491713920044","id":"w","timestamp":"1795248010","type":"text","text":{"body":"x"}}]"#,
            #""address":"491713920044","id":"w",\#(at),"kind":"echo","text":"x","by":"4930","phone":"491713920044"}"#
        ),
        WhatsAppNewsRows.news(
            "a message of the account's own number, and one to it",
            #""messages":[{"from":"+49 30 23125142","to":"491713920044","id":"w","timestamp":"1795248010","type":"text","text":{"body":"x"}},{"from":"491713920044","to":"493023125142","id":"v","timestamp":"1795248010","type":"text","text":{"body":"y"}}]"#,
            #""address":"491713920044","id":"w",\#(at),"kind":"echo","text":"x","by":"+49 30 23125142","phone":"491713920044"}"#,
            #""address":"491713920044","id":"v",\#(at),"kind":"text","text":"y","phone":"491713920044"}"#
        ),
        WhatsAppNewsRows.news(
            "a call of ours without a direction",
            field: "calls",
            #""calls":[{"id":"wacid.1","from":"493023125142","to":"491713920044","event":"terminate","timestamp":"1795248010"}]"#,
            #""address":"491713920044","id":"wacid.1",\#(at),"kind":"call","event":"terminate","phone":"491713920044"}"#
        ),
        PayloadRow(
            "a handover in Messenger's words",
            .whatsapp,
            body:
                #"{"object":"whatsapp_business_account","entry":[{"id":"2109","changes":[{"field":"messaging_handovers","value":{"sender":{"id":"491713920044"},"recipient":{"id":"33"},"timestamp":1795248010,"pass_thread_control":{"new_owner_app_id":"9"}}}]}]}"#,
            lines: [
                #""account":"33","address":"491713920044","id":"made:handover:…",\#(at),"kind":"handover","action":"pass_thread_control","to":"9","phone":"491713920044"}"#
            ]
        ),
        WhatsAppNewsRows.news(
            "a handover named as an event",
            field: "messaging_handovers",
            #""timestamp":"1795248010","event":"take_thread_control""#,
            #""address":null,"id":"made:handover:…",\#(at),"kind":"handover","action":"take_thread_control"}"#
        ),
    ]

    private static let empty = [
        WhatsAppNewsRows.news("lists without items", #""contacts":[],"messages":[],"statuses":[]"#),
        PayloadRow(
            "an entry without changes: its id is the account's",
            .whatsapp,
            body: #"{"object":"whatsapp_business_account","entry":[{"id":"2109","time":1795248010}]}"#,
            lines: [#""account":"2109","address":null,"id":"made:unknown:…",\#(at),"kind":"unknown","type":"entry"}"#]
        ),
    ]
}
