import Kernel

/// The items of WhatsApp's bodies: elements of the lists of each `value`, with or without the envelope around it.
enum WhatsAppItemCount {
    static func body(_ root: JSONValue) -> Int? {
        if root.kind == .array, root[0] != nil {
            return root.elements.reduce(0) { $0 + (body($1) ?? 1) }
        }
        if let object = root["object"]?.string, object != "whatsapp_business_account" { return nil }
        if let sample = root["sample"], let count = entry(sample) { return count }
        guard let entries = root["entry"] else {
            if let count = entry(root) { return count }
            let bodies = root.members.map(\.value).filter { $0["entry"] != nil }
            return bodies.isEmpty ? nil : bodies.reduce(0) { $0 + (body($1) ?? 1) }
        }
        switch entries.kind {
        case .array: return entries.elements.reduce(0) { $0 + (entry($1) ?? 1) }
        case .object: return entry(entries) ?? 1
        default: return nil
        }
    }

    private static func entry(_ entry: JSONValue) -> Int? {
        guard let changes = entry["changes"] else { return change(entry) }
        switch changes.kind {
        case .array: return changes.elements.reduce(0) { $0 + (change($1) ?? 1) }
        case .object: return change(changes) ?? 1
        default: return 1
        }
    }

    private static func change(_ change: JSONValue) -> Int? {
        let field = change["field"]?.text
        if let value = change["value"], value.kind == .object {
            if field == nil || field == "" {
                return items(of: value, isOpen: true) > 0 ? items(of: value, isOpen: true) : nil
            }
            if news.contains(field ?? "") { return 1 }
            return counts(of: value, isOpen: ["messages", "standby"].contains(field)).map { $0.reduce(0, +) } ?? 1
        }
        if isBareItem(change) { return 1 }
        let loose = items(of: change, isOpen: false)
        return loose > 0 ? loose : nil
    }

    /// An open value may hold lists that nobody has heard of; they count if they hold objects.
    private static func items(of value: JSONValue, isOpen: Bool) -> Int {
        counts(of: value, isOpen: isOpen)?.reduce(0, +) ?? 0
    }

    /// How many items each list holds, perhaps none; nil if there is no list.
    private static func counts(of value: JSONValue, isOpen: Bool) -> [Int]? {
        var counts: [Int] = []
        for (name, member) in value.members where !described.contains(name) {
            if name == "standby", member.kind == .object {
                let inner = items(of: member, isOpen: true)
                counts.append(inner > 0 ? inner : 1)
            } else if lists.contains(name), !member.isNull {
                counts.append(member.kind == .array ? Array(member.elements).count : 1)
            } else if isOpen, member.kind == .array, member.elements.contains(where: { $0.kind == .object }) {
                counts.append(Array(member.elements).count)
            }
        }
        return counts.isEmpty ? nil : counts
    }

    private static func isBareItem(_ item: JSONValue) -> Bool {
        func has(_ names: String...) -> Bool { names.contains { item[$0]?.text?.isEmpty == false } }
        if has("type"), has("from", "from_user_id"), has("id", "timestamp") { return true }
        return has("status") && has("id") && has("recipient_id", "recipient_user_id")
    }

    /// What stands beside the items and is none.
    private static let described: Set<String> = [
        "messaging_product", "metadata", "recipient", "contacts", "timestamp", "display_phone_number",
    ]

    private static let lists: Set<String> = [
        "messages", "statuses", "errors", "message_echoes", "user_id_update", "user_preferences", "calls", "history",
        "state_sync", "groups", "user_actions", "automatic_events", "standby",
    ]

    /// Fields whose whole value is one item.
    private static let news: Set<String> = [
        "account_alerts", "account_review_update", "account_settings_update", "account_update",
        "business_capability_update", "business_username_update", "business_username_updates", "flows",
        "partner_solutions", "payment_configuration_update", "phone_number_name_update", "phone_number_quality_update",
        "security", "message_template_components_update", "message_template_quality_update",
        "message_template_status_update", "template_category_update", "template_correct_category_detection",
        "messaging_handovers",
    ]
}
