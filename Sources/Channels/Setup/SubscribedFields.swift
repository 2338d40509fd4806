package import Messaging

/// The webhook fields that are read here, by channel: no more than these is asked for.
///
/// `response_feedback` is left out, since it puts thumbs below every message.
/// - Source: WhatsApp, "Subscribing"; Messenger Platform, webhooks; Instagram Platform, webhooks.
package enum SubscribedFields {
    /// In the platform's own spelling.
    ///
    /// - Parameters:
    ///   - channel: Whose fields.
    ///   - isLinked: An Instagram account behind a Page knows one field more.
    /// - Returns: The names of the fields.
    package static func of(_ channel: ChannelKind, isLinked: Bool = false) -> [String] {
        switch channel {
        case .whatsapp: whatsApp
        case .messenger: messenger
        case .instagram: instagram + (isLinked ? ["mentions"] : [])
        }
    }

    /// Fields without which a shop can't work: a lack of these is a fault, of others a pity.
    package static func needed(_ channel: ChannelKind) -> [String] {
        channel == .whatsapp ? ["messages"] : ["messages", "messaging_postbacks"]
    }

    /// How webhooks name what the app subscribes to.
    package static func object(of channel: ChannelKind) -> String {
        switch channel {
        case .whatsapp: "whatsapp_business_account"
        case .messenger: "page"
        case .instagram: "instagram"
        }
    }

    private static let whatsApp = [
        "messages", "account_alerts", "account_update", "business_capability_update", "message_template_quality_update",
        "message_template_status_update", "messaging_handovers", "phone_number_quality_update", "smb_message_echoes",
        "standby", "template_category_update", "user_id_update", "user_preferences",
    ]

    private static let messenger = [
        "messages", "messaging_postbacks", "messaging_referrals", "messaging_optins", "message_deliveries",
        "message_reads", "message_echoes", "message_reactions", "message_edits", "messaging_handovers", "standby",
        "messaging_policy_enforcement", "messaging_account_linking", "messaging_feedback",
        "messaging_customer_information", "send_cart", "messenger_template_status_update", "feed",
    ]

    private static let instagram = [
        "messages", "message_echoes", "message_reactions", "message_edit", "messaging_seen", "messaging_postbacks",
        "messaging_referral", "messaging_optins", "messaging_handover", "standby", "messaging_policy_enforcement",
        "comments", "live_comments",
    ]
}
