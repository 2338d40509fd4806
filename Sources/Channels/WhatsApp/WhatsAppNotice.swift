import Commerce
import Kernel
import Messaging

/// Fields whose whole value is one piece of news about the account or its templates.
enum WhatsAppNotice {
    /// Nil for a field that is no notice.
    static func content(of value: JSONValue, field: String) -> InboundEvent.Content? {
        guard field != "messages" else { return nil }
        if accountFields.contains(field) { return .accountNotice(event: event(of: value) ?? field) }
        if templateFields.contains(field) { return .templateNotice(event: event(of: value) ?? field) }
        return nil
    }

    /// What `message_template_status_update` says of a template; nil for other news, or a word that changes nothing.
    ///
    /// `{"event":"PAUSED","message_template_name":"order_shipped","message_template_language":"en_US","reason":"NONE"}`
    static func verdict(of value: JSONValue, field: String) -> TemplateVerdict? {
        guard field == "message_template_status_update", let name = value["message_template_name"]?.filled,
            let language = value["message_template_language"]?.filled, let word = value["event"]?.filled
        else { return nil }
        return TemplateVerdict(name: name, language: language, word: word)
    }

    private static let accountFields: Set<String> = [
        "account_alerts", "account_review_update", "account_settings_update", "account_update",
        "business_capability_update", "business_username_update", "business_username_updates", "flows",
        "partner_solutions", "payment_configuration_update", "phone_number_name_update", "phone_number_quality_update",
        "security",
    ]

    private static let templateFields: Set<String> = [
        "message_template_components_update", "message_template_quality_update", "message_template_status_update",
        "template_category_update", "template_correct_category_detection",
    ]

    /// The word that says what happened; alerts hold it in one of two places.
    private static func event(of value: JSONValue) -> String? {
        value["event"]?.filled ?? value["alert_info"]?["alert_type"]?.filled ?? value["alert_type"]?.filled
            ?? value["decision"]?.filled
    }
}
