import Kernel
import Messaging

/// The items of Messenger's and Instagram's bodies: elements of `messaging[]`, `standby[]`, `changes[]` and `calls[]`, and
/// the attachments of what people say.
enum PageItemCount {
    /// Nil if the body has none of the shapes of these platforms.
    static func body(_ root: JSONValue, channel: ChannelKind) -> Int? {
        if root.kind == .array {
            return root.elements.contains(where: isEnvelope) ? root.elements.reduce(0) { $0 + whole($1) } : nil
        }
        if root["object"]?.holds("whatsapp_business_account") == true { return nil }
        return isEnvelope(root) ? whole(root) : nil
    }

    private static let lists: Set<String> = ["messaging", "standby", "changes", "calls"]

    private static func isEnvelope(_ body: JSONValue) -> Bool {
        if let entry = body["entry"] { return isList(entry) }
        if body["sample"]?.kind == .object || (body["field"] != nil && body["value"] != nil) { return true }
        return body.members.contains { lists.contains($0.key) && isList($0.value) } || isItem(body)
    }

    /// Whether a body is an item of a conversation itself.
    private static func isItem(_ body: JSONValue) -> Bool {
        if told("message", by: body)?.kind == .object || told("referral", by: body)?.kind == .object { return true }
        let news = body.members.first {
            !$0.value.isNull && (Self.news.contains($0.key) || $0.key.hasSuffix("_thread_control"))
        }
        return news?.value.kind == .object
    }

    private static let news: Set<String> = [
        "account_linking", "app_roles", "delivery", "form", "message_edit", "messaging_customer_information",
        "messaging_feedback", "optin", "order", "payment", "policy-enforcement", "policy_enforcement", "postback",
        "reaction", "read", "response_feedback",
    ]

    /// The first member of that name that isn't `null`.
    private static func told(_ name: String, by item: JSONValue) -> JSONValue? {
        item.members.first { $0.key == name && !$0.value.isNull }?.value
    }

    private static func isList(_ value: JSONValue) -> Bool { value.kind == .array || value.kind == .object }

    /// One object may stand in the place of a list.
    private static func sum(_ list: JSONValue, _ count: (JSONValue) -> Int) -> Int {
        list.kind == .array ? list.elements.reduce(0) { $0 + count($1) } : count(list)
    }

    private static func whole(_ body: JSONValue) -> Int {
        if let sample = body["sample"], sample.kind == .object { return entry(sample) }
        if let entries = body["entry"], isList(entries) { return sum(entries, entry) }
        return entry(body)
    }

    /// An entry without a list is one item itself.
    private static func entry(_ entry: JSONValue) -> Int {
        let account = named(entry["id"])
        let found = entry.members.filter { lists.contains($0.key) && !$0.value.isNull }
        if found.isEmpty {
            let isChange = entry["field"] != nil || entry["value"] != nil
            return isChange ? change(entry, of: account) : item(entry, of: account)
        }
        return found.reduce(0) { total, list in
            guard isList(list.value) else { return total + 1 }
            switch list.key {
            case "changes": return total + sum(list.value) { change($0, of: account) }
            case "calls": return total + sum(list.value) { _ in 1 }
            default: return total + sum(list.value) { item($0, of: account) }
            }
        }
    }

    private static func change(_ change: JSONValue, of account: String?) -> Int {
        guard let value = change["value"], isList(value) else { return 1 }
        let field = named(change["field"])
        let whole: Set = [
            "feed", "group_feed", "comments", "live_comments", "mentions", "calls", "messenger_template_status_update",
            "message_template_status_update",
        ]
        return sum(value) { part in
            if let list = part["messaging"] ?? part["standby"], isList(list) {
                return sum(list) { item($0, of: account) }
            }
            if let field, whole.contains(field) { return 1 }
            return field == nil && part["item"] != nil ? 1 : item(part, of: account)
        }
    }

    private static func item(_ item: JSONValue, of account: String?) -> Int {
        guard let message = told("message", by: item), message.kind == .object else { return 1 }
        let sender = party((item.members.first { $0.key == "sender" || $0.key == "from" })?.value)
        let isSelf = item.members.contains { $0.key == "is_self" && isSet($0.value) }
        let isOurs =
            sender != nil && sender == account && sender != party(item["recipient"]) && !isSelf
            && !isSet(message["is_self"])
        let marks = ["is_deleted", "is_echo", "is_unsupported"].contains { isSet(message[$0]) }
        return isOurs || marks ? 1 : PagePartCount.of(message)
    }

    /// A mark as a word of JSON's, a text or a number.
    private static func isSet(_ mark: JSONValue?) -> Bool {
        ["true", "\"true\"", "1", "\"1\""].contains(mark?.description)
    }

    /// Somebody's id, in an object or alone.
    private static func party(_ value: JSONValue?) -> String? { named(value?["id"]) ?? named(value) }

    /// An id as text or number.
    static func named(_ value: JSONValue?) -> String? {
        guard let text = value?.text, !text.isEmpty else { return nil }
        return text
    }
}

/// The events of one message: each attachment, each product of one, and the words if no attachment can bear them.
enum PagePartCount {
    static func of(_ message: JSONValue) -> Int {
        let isTap = PageItemCount.named(message["quick_reply"]?["payload"]) != nil
        let hasWords = !isTap && message["text"]?.text?.isEmpty == false
        let attached = attachments(of: message, hasWords: hasWords)
        return isTap ? 1 + attached : max(1, attached)
    }

    private static func attachments(of message: JSONValue, hasWords: Bool) -> Int {
        guard let list = message["attachments"] ?? message["attachment"], !list.isNull else { return 0 }
        let all: [JSONValue]
        switch list.kind {
        case .array: all = Array(list.elements)
        case .object: all = [list]
        default: return hasWords ? 2 : 1
        }
        let types = Set(all.compactMap { $0["type"]?.string })
        let isSticker = types.contains("sticker") || PageItemCount.named(message["sticker_id"]) != nil
        let bears = all.contains { bearsWords($0, isSticker: isSticker, besidesPost: types.contains("ig_post")) }
        let count = all.reduce(0) { $0 + max(1, products(of: $1)) }
        return count + (hasWords && !bears && !all.isEmpty ? 1 : 0)
    }

    private static func products(of attachment: JSONValue) -> Int {
        guard attachment["type"]?.string == "template", let list = attachment["payload"]?["product"]?["elements"] else {
            return 0
        }
        return list.elements.reduce(0) { count, _ in count + 1 }
    }

    private static func bearsWords(_ attachment: JSONValue, isSticker: Bool, besidesPost: Bool) -> Bool {
        let payload = attachment["payload"]
        switch attachment["type"]?.string {
        case "template": return products(of: attachment) > 0
        case "image": return !isSticker && PageItemCount.named(payload?["sticker_id"]) == nil
        case "share": return !besidesPost
        case "fallback":
            return [payload?["url"], attachment["url"], attachment["URL"]].contains { PageItemCount.named($0) != nil }
        case "media", "video", "audio", "file", "reel", "ig_reel", "post", "ig_post", "MEDIA_SHARE", "story_mention",
            "story", "ig_story", "ephemeral":
            return true
        default: return false
        }
    }
}
