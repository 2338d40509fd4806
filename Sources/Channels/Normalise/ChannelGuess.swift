import Kernel
import Messaging

/// Tells which channel a body came by: its `object` says it, else its shape, else the names of its fields.
enum ChannelGuess {
    /// WhatsApp where nothing tells.
    static func channel(of body: JSONValue) -> ChannelKind {
        switch body["object"]?.string {
        case "page": return .messenger
        case "instagram": return .instagram
        case "whatsapp_business_account": return .whatsapp
        default: break
        }
        let entry = body["sample"] ?? first(of: body["entry"]) ?? body
        if let item = first(of: entry["messaging"] ?? entry["standby"]) ?? (entry["sender"] == nil ? nil : entry) {
            return page(of: [entry["id"], item["recipient"]?["id"], item["sender"]?["id"]]) ?? .messenger
        }
        return channel(ofChange: first(of: entry["changes"]) ?? entry, in: entry)
    }

    private static func channel(ofChange change: JSONValue, in entry: JSONValue) -> ChannelKind {
        guard let value = first(of: change["value"]) else { return .whatsapp }
        if ["messaging_product", "metadata", "messages", "statuses"].contains(where: { value[$0] != nil }) {
            return .whatsapp
        }
        let field = change["field"]?.string ?? ""
        if instagramFields.contains(field) { return .instagram }
        if pageFields.contains(field) || value["item"] != nil { return .messenger }
        let sender = value["sender"]
        guard sender?["id"] != nil || MetaItem(value).isConversation else { return .whatsapp }
        // Plugins on websites, whose visitors have no id yet, are Messenger's.
        if sender?["user_ref"] != nil { return .messenger }
        // The dashboard writes messages so on Instagram alone, with an entry of nobody's.
        let isNobodys = entry["id"]?.filled == nil || entry["id"]?.filled == "0"
        return page(of: [entry["id"], value["recipient"]?["id"], sender?["id"]])
            ?? (isNobodys ? .instagram : .messenger)
    }

    /// A list's first element; what is no list stands for itself.
    private static func first(of value: JSONValue?) -> JSONValue? {
        value?.kind == .array ? value?[0] : value
    }

    /// Instagram's if one of the ids is an account of its; nil where they don't tell.
    private static func page(of ids: [JSONValue?]) -> ChannelKind? {
        ids.contains { id in id?.text.map { $0.count == 17 && $0.hasPrefix("17841") } == true } ? .instagram : nil
    }

    private static let instagramFields: Set<String> = [
        "comments", "live_comments", "mentions", "message_edit", "messaging_handover", "messaging_referral",
        "messaging_seen", "story_insights",
    ]

    private static let pageFields: Set<String> = [
        "feed", "inbox_labels", "mention", "message_deliveries", "message_edits", "message_reads",
        "messaging_account_linking", "messaging_customer_information", "messaging_feedback",
        "messaging_in_thread_lead_form_submit", "messaging_referrals", "messenger_template_status_update", "ratings",
        "send_cart",
    ]
}
