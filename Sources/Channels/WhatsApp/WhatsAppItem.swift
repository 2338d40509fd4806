import Kernel

/// The members of one item of `messages[]`, found in one pass: searching it for each name took most of decoding's time.
struct WhatsAppItem {
    let value: JSONValue
    private(set) var id: JSONValue?
    private(set) var type: JSONValue?
    private(set) var timestamp: JSONValue?
    private(set) var from: JSONValue?
    private(set) var to: JSONValue?
    private(set) var userID: JSONValue?
    private(set) var parentID: JSONValue?
    private(set) var groupID: JSONValue?
    private(set) var context: JSONValue?
    private(set) var referral: JSONValue?

    init(_ value: JSONValue) {
        self.value = value
        for (name, member) in value.members {
            switch name {
            case "id": id = id ?? member
            case "type": type = type ?? member
            case "timestamp": timestamp = timestamp ?? member
            case "from": from = from ?? member
            case "from_user_id": userID = userID ?? member
            case "from_parent_user_id": parentID = parentID ?? member
            case "group_id": groupID = groupID ?? member
            case "context": context = context ?? member
            case "referral": referral = referral ?? member
            case "to": to = to ?? member
            default: break
            }
        }
    }

    subscript(name: String) -> JSONValue? { value[name] }
}

/// The members of one item of `statuses[]`, found in one pass.
struct WhatsAppStatusItem {
    let value: JSONValue
    private(set) var id: JSONValue?
    private(set) var status: JSONValue?
    private(set) var type: JSONValue?
    private(set) var timestamp: JSONValue?
    private(set) var recipient: JSONValue?
    private(set) var recipientType: JSONValue?
    private(set) var userID: JSONValue?
    private(set) var parentID: JSONValue?
    private(set) var member: JSONValue?
    private(set) var callbackKey: JSONValue?
    private(set) var pricing: JSONValue?
    private(set) var errors: JSONValue?
    private(set) var payment: JSONValue?
    private(set) var message: JSONValue?

    init(_ value: JSONValue) {
        self.value = value
        for (name, item) in value.members {
            switch name {
            case "id": id = id ?? item
            case "status": status = status ?? item
            case "type": type = type ?? item
            case "timestamp": timestamp = timestamp ?? item
            case "recipient_id": recipient = recipient ?? item
            case "recipient_type": recipientType = recipientType ?? item
            case "recipient_user_id", "recipient_participant_user_id": userID = userID ?? item
            case "recipient_parent_user_id", "parent_recipient_user_id", "recipient_participant_parent_user_id":
                parentID = parentID ?? item
            case "recipient_participant_id", "participant_recipient_id": member = member ?? item
            case "biz_opaque_callback_data": callbackKey = callbackKey ?? item
            case "pricing": pricing = pricing ?? item
            case "errors": errors = errors ?? item
            case "payment": payment = payment ?? item
            case "message": message = message ?? item
            default: break
            }
        }
    }

    /// Whether it is about a message to a group; `recipient_id` is then the group.
    var isGroup: Bool { recipientType?.holds("group") == true }
}
