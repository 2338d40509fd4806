import Kernel
import Messaging

/// The whole value of the field `messaging_handovers`: another app, or a person, takes or gives the conversation.
///
/// ```json
/// {"messaging_product":"whatsapp","recipient":{"display_phone_number":"493023125142","phone_number_id":"330044005500661"},
///  "sender":{"phone_number":"491713920044"},"timestamp":"1795248000","type":"control_passed",
///  "control_passed":{"previous_owner_role":"ai_agent","new_owner_role":"escalation"}}
/// ```
/// Owners are named by app or by role, in the notice itself or in objects of their own.
enum WhatsAppHandover {
    static func event(of value: JSONValue, in context: WhatsAppContext) -> InboundEvent {
        let sender = value["sender"]
        let person = context.sender(
            phone: sender?["phone_number"] ?? sender?["wa_id"] ?? sender?["id"],
            userID: sender?["user_id"],
            parentID: sender?["parent_user_id"]
        )
        guard let (action, detail) = notice(in: value) else {
            return context.event(value.unknown("messaging_handovers"), of: value, from: person)
        }
        let content = InboundEvent.Content.handover(
            action: action,
            from: owner("previous_owner", in: detail),
            to: owner("new_owner", in: detail)
        )
        return context.event(content, of: value, from: person)
    }

    /// What happened, and the object that bears its name.
    private static func notice(in value: JSONValue) -> (action: String, detail: JSONValue?)? {
        if let type = value["type"]?.filled ?? value["event"]?.filled { return (type, value[type]) }
        let found = value.members.first { $0.key.hasPrefix("control_") || $0.key.hasSuffix("_thread_control") }
        return found.map { ($0.key, $0.value) }
    }

    private static func owner(_ name: String, in detail: JSONValue?) -> String? {
        let own = detail?[name]
        return detail?[name + "_app_id"]?.filled ?? own?["app_id"]?.filled ?? detail?[name + "_role"]?.filled
            ?? detail?[name + "_app_role"]?.filled ?? own?["app_role"]?.filled
    }
}
