import Messaging

/// What those do who write a body anew before they pass it on: `null` for what is not there, empty objects, one item
/// without its list, finer clocks; and what is told in words alone.
enum WhatsAppPassedOnRows {
    static let all = nothing + alone + words

    private static let at = #""at":"2026-11-21T08:00:10.000Z""#
    private static let head = #""from":"491713920044","id":"w","timestamp":"1795248010""#
    private static let line = #""address":"491713920044","id":"w",\#(at),"kind":"#

    private static let nothing = [
        WhatsAppNewsRows.news(
            "null for all that is not there",
            #""contacts":null,"statuses":null,"errors":null,"messages":[{\#(head),"from_user_id":null,"group_id":null,"context":null,"referral":null,"system":null,"image":null,"type":"text","text":{"body":"x","preview_url":null}}]"#,
            #"\#(line)"text","text":"x","phone":"491713920044"}"#
        ),
        WhatsAppNewsRows.news(
            "a wish of somebody whose number is null",
            field: "user_preferences",
            #""user_preferences":[{"wa_id":null,"from":"491713920044","user_id":null,"category":"marketing_messages","value":"resume","timestamp":1795248010}]"#,
            #""address":"491713920044","id":"made:optIn:…",\#(at),"kind":"optIn","topic":"marketing_messages","phone":"491713920044"}"#
        ),
        WhatsAppNewsRows.news(
            "an empty product beside a quoted message",
            #""messages":[{\#(head),"type":"text","text":{"body":"x"},"context":{"id":"o","forwarded":false,"referred_product":{}}}]"#,
            #"\#(line)"text","text":"x","phone":"491713920044","replyTo":"o"}"#
        ),
        WhatsAppNewsRows.news(
            "a product that only its catalogue names",
            #""messages":[{\#(head),"type":"text","text":{"body":"x"},"context":{"referred_product":{"catalog_id":"6007"}}}]"#,
            #"\#(line)"productQuestion","text":"x","phone":"491713920044"}"#
        ),
        WhatsAppNewsRows.news(
            "times in micro- and nanoseconds",
            #""messages":[{"from":"491713920044","id":"w","timestamp":1795248010000999,"type":"request_welcome"},{"from":"491713920044","id":"w","timestamp":"1795248010000999999","type":"request_welcome"}]"#,
            #"\#(line)"tap","phone":"491713920044"}"#,
            #"\#(line)"tap","phone":"491713920044"}"#
        ),
        WhatsAppNewsRows.news(
            "one word about one message from two members of a group",
            #""statuses":[{"id":"o","status":"read","timestamp":"1795248010","recipient_type":"group","recipient_id":"g","recipient_participant_id":"491713920044"},{"id":"o","status":"read","timestamp":"1795248010","recipient_type":"group","recipient_id":"g","recipient_participant_user_id":"DE.88"}]"#,
            #""address":"491713920044","id":"o:read:491713920044",\#(at),"kind":"status","of":"o","status":"read","phone":"491713920044","group":"g"}"#,
            #""address":"DE.88","id":"o:read:DE.88",\#(at),"kind":"status","of":"o","status":"read","group":"g"}"#
        ),
        WhatsAppNewsRows.news(
            "a payment that names who paid",
            #""statuses":[{"id":"o","type":"payment","status":"captured","timestamp":"1795248010","from":"491713920044","payment":{"reference_id":"r","sender":"491713920044"}}]"#,
            #""address":"491713920044","id":"made:payment:…",\#(at),"kind":"payment","of":"o","status":"captured","reference":"r","phone":"491713920044"}"#
        ),
        WhatsAppNewsRows.news(
            "what another app sent with buttons",
            field: "smb_message_echoes",
            #""message_echoes":[{"from":"493023125142","to":"491713920044","id":"w","timestamp":"1795248010","type":"interactive","interactive":{"type":"button","body":{"text":"Which one?"}}}]"#,
            #"\#(line)"echo","text":"Which one?","by":"493023125142","phone":"491713920044"}"#
        ),
    ]

    private static let alone = [
        WhatsAppNewsRows.news(
            "a message that is the whole value",
            #"\#(head),"type":"text","text":{"body":"x"}"#,
            #"\#(line)"text","text":"x","phone":"491713920044"}"#
        ),
        WhatsAppNewsRows.news(
            "a status that is the whole value",
            #""id":"o","status":"read","timestamp":"1795248010","recipient_id":"491713920044""#,
            #""address":"491713920044","id":"o:read",\#(at),"kind":"status","of":"o","status":"read","phone":"491713920044"}"#
        ),
        WhatsAppNewsRows.news(
            "a wish that is the whole value",
            field: "user_preferences",
            #""wa_id":"491713920044","detail":"d","category":"marketing_messages","value":"stop","timestamp":1795248010"#,
            #""address":"491713920044","id":"made:optOut:…",\#(at),"kind":"optOut","topic":"marketing_messages","phone":"491713920044"}"#
        ),
        WhatsAppNewsRows.news(
            "a new id that is the whole value",
            field: "user_id_update",
            #""wa_id":"491713920044","user_id":{"previous":"DE.77","current":"DE.88"},"timestamp":"1795248010""#,
            #""address":"DE.77","id":"made:identityChange:…",\#(at),"kind":"identityChange","from":"DE.77","to":"DE.88","phone":"491713920044"}"#
        ),
        WhatsAppNewsRows.news(
            "a call that is the whole value",
            field: "calls",
            #""id":"wacid.1","from":"491713920044","event":"connect","timestamp":"1795248010""#,
            #""address":"491713920044","id":"wacid.1",\#(at),"kind":"call","event":"connect","phone":"491713920044"}"#
        ),
        WhatsAppNewsRows.news(
            "a value that is no wish, though its field says so",
            field: "user_preferences",
            #""preferences":{"marketing":false},"timestamp":"1795248010""#,
            #""address":null,"id":"made:unknown:…",\#(at),"kind":"unknown","type":"user_preferences"}"#
        ),
    ]

    private static func system(_ name: String, _ system: String, _ line: String) -> PayloadRow {
        WhatsAppNewsRows.news(
            name,
            #""messages":[{"id":"w","timestamp":"1795248010","type":"system","system":{\#(system)}}]"#,
            line
        )
    }

    private static let words = [
        system(
            "an id that only the words of its change still name",
            #""type":"user_changed_user_id","body":"Mara from Bonn changed from DE.77 to DE.88","user_id":"DE.88""#,
            #""address":"DE.77","id":"w",\#(at),"kind":"identityChange","from":"DE.77","to":"DE.88"}"#
        ),
        system(
            "numbers that only the words of their change name",
            #""type":"user_changed_number","body":"Mara changed from 491713920044 to 491713920099.""#,
            #""address":"491713920044","id":"w",\#(at),"kind":"identityChange","from":"491713920044","to":"491713920099","phone":"491713920044"}"#
        ),
        system(
            "an old number under an older name",
            #""type":"customer_changed_number","customer":"491713920044","new_wa_id":"491713920099""#,
            #""address":"491713920044","id":"w",\#(at),"kind":"identityChange","from":"491713920044","to":"491713920099","phone":"491713920044"}"#
        ),
        system(
            "words that name nobody",
            #""type":"user_changed_number","body":"Mara moved from here to there""#,
            #""address":null,"id":"w",\#(at),"kind":"identityChange"}"#
        ),
    ]
}
