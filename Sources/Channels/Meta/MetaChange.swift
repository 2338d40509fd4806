import Commerce
import Kernel
import Messaging

/// The value of one item of `changes[]`, told apart by its `field`.
enum MetaChange {
    /// Nil if the value is an item of a conversation, which the dashboard sends in this shape.
    ///
    /// What is not understood is nobody's: labels, ratings and figures are not said to us.
    static func event(of value: JSONValue, field: String?, in context: MetaContext) -> InboundEvent? {
        switch field {
        case "feed": return MetaComment.inFeed(value, in: context)
        case "group_feed": return MetaComment.inGroup(MetaItem(value), in: context)
        case "comments", "live_comments": return MetaComment.onMedia(value, field: field, in: context)
        case "mentions": return MetaComment.mention(value, in: context)
        case "calls": return MetaCall.event(of: value, in: context)
        case "messenger_template_status_update", "message_template_status_update":
            let event = word(of: value)
            return context.event(.templateNotice(event: event ?? field ?? ""), of: value)
        case nil where value["item"] != nil: return MetaComment.inFeed(value, in: context)
        default: break
        }
        if MetaItem(value).isConversation { return nil }
        if let news = bareNews(value, field: field, in: context) { return news }
        return context.event(
            value.unknown(field ?? "change"),
            of: value,
            at: value["timestamp"] ?? value["created_time"]
        )
    }

    /// What a change says of a utility template; nil for other news, or a word that changes nothing.
    ///
    /// `{"event":"PAUSED","message_template_name":"order_shipped","message_template_language":"en_US"}`; the shape is taken
    /// from WhatsApp's news of the same kind, with shorter names beside it.
    /// - Source: Messenger Platform, webhooks, `messenger_template_status_update`; its members are not described there.
    static func verdict(of value: JSONValue, field: String?) -> TemplateVerdict? {
        guard field == "messenger_template_status_update" || field == "message_template_status_update",
            let name = member("name", of: value)?.filled, let language = member("language", of: value),
            let tag = language.filled ?? language["code"]?.filled, let word = word(of: value)
        else { return nil }
        return TemplateVerdict(name: name, language: tag, word: word, book: .page)
    }

    private static func member(_ name: String, of value: JSONValue) -> JSONValue? {
        value["message_template_\(name)"] ?? value["template_\(name)"] ?? value[name]
    }

    private static func word(of value: JSONValue) -> String? {
        value["event"]?.filled ?? value["status"]?.filled ?? value["template_status"]?.filled
    }

    /// What the value of a change is where it holds the members of the news itself: `{"mid":…,"num_edit":2}`.
    private static func bareNews(_ value: JSONValue, field: String?, in context: MetaContext) -> InboundEvent? {
        guard let name = field.flatMap({ names[$0] }), let content = MetaNews.content(of: value, named: name) else {
            return nil
        }
        let item = MetaItem(value)
        var event = context.event(content, of: value, at: item.timestamp, from: context.shopper(of: item))
        if let id = MetaNews.id(of: value, content) { event.externalID = id }
        event.ignored = MetaNews.reasonToIgnore(value, content)
        return event
    }

    /// The names that fields have among the members of an item.
    private static let names = [
        "message_deliveries": "delivery", "message_edit": "message_edit", "message_edits": "message_edit",
        "message_reactions": "reaction", "message_reads": "read", "messaging_optins": "optin",
        "messaging_postbacks": "postback", "messaging_seen": "read", "response_feedback": "response_feedback",
        "send_cart": "order",
    ]
}
