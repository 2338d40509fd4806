import Kernel
import Messaging

/// Webhook bodies and their parts, put together by hand.
enum Bodies {
    static let number = "330044005500661"
    static let received = Timestamp(milliseconds: 1_795_300_000_000)

    /// An envelope around the members of one `value` of the field `messages`.
    static func envelope(_ members: String, field: String = "messages", number: String = number) -> [UInt8] {
        let metadata = """
            "messaging_product":"whatsapp","metadata":{"display_phone_number":"493023125142","phone_number_id":"\(number)"}
            """
        return change(#"{"field":"\#(field)","value":{\#(metadata),\#(members)}}"#)
    }

    /// An envelope around one item of `changes`.
    static func change(_ change: String, entry: String = "210987654321098") -> [UInt8] {
        Array(#"{"object":"whatsapp_business_account","entry":[{"id":"\#(entry)","changes":[\#(change)]}]}"#.utf8)
    }

    /// An envelope around items of `messages`, with the sender's contact.
    static func messages(_ items: String...) -> [UInt8] {
        let contact = """
            {"profile":{"name":"Mara Ostwald","username":"mara.ostwald"},"wa_id":"491713920044","user_id":"DE.771209348812"}
            """
        return envelope(#""contacts":[\#(contact)],"messages":[\#(items.joined(separator: ","))]"#)
    }

    /// One item of `messages`: the usual head, then what is said.
    static func message(_ rest: String, id: String = "wamid.T1") -> [UInt8] {
        messages(#"{"from":"491713920044","id":"\#(id)","timestamp":"1795248010",\#(rest)}"#)
    }

    /// An envelope around items of `statuses`.
    static func statuses(_ items: String...) -> [UInt8] {
        envelope(#""statuses":[\#(items.joined(separator: ","))]"#)
    }
}

extension InboundEvent.Content {
    var unknownType: String? {
        if case .unknown(let type, _) = self { type } else { nil }
    }

    var unknownRaw: String? {
        if case .unknown(_, let raw) = self { raw } else { nil }
    }
}
