import Kernel
import Messaging

/// What people write under posts, reels and live broadcasts.
///
/// ```json
/// {"item":"comment","verb":"add","comment_id":"9001_5","post_id":"1002_9001","from":{"id":"3003","name":"V."},"message":"A12"}
/// {"id":"17900011","from":{"id":"7700","username":"buyer"},"media":{"id":"1804","media_product_type":"LIVE"},"text":"A12 x2"}
/// ```
/// The author's id is not documented to be that of a conversation: an answer goes to the comment.
/// - Source: Graph API, webhooks reference, Page `feed`, Instagram `comments`, `live_comments` and `mentions`.
enum MetaComment {
    /// An item of a Page's feed.
    ///
    /// All but comments are kept as they came and are nobody's: who likes a post said nothing to us.
    static func inFeed(_ value: JSONValue, in context: MetaContext) -> InboundEvent {
        let author = Author(value)
        let id = value["comment_id"]?.filled
        guard value["item"]?.holds("comment") == true, let content = feedContent(value, id: id, by: author) else {
            return context.event(value.unknown("feed"), of: value, at: value["created_time"])
        }
        var event = context.event(content, of: value, at: value["created_time"], from: author.address)
        event.name = author.name
        if case .comment = content, let id { event.externalID = id }
        if author.isOwn(of: context.account) { event.ignored = ownComment }
        return event
    }

    private static func feedContent(_ value: JSONValue, id: String?, by author: Author) -> InboundEvent.Content? {
        switch value["verb"]?.string {
        case "add", "added": return id == nil ? nil : .comment(comment(value, id: id, by: author))
        case "edit", "edited": return .edit(of: id, text: value["message"]?.filled)
        case "remove", "removed", "delete", "deleted": return .deletion(of: id)
        default: return nil
        }
    }

    /// A comment right under the post names the post as its parent.
    private static func comment(_ value: JSONValue, id: String?, by author: Author) -> Comment {
        let post = value["post_id"]?.filled
        let parent = value["parent_id"]?.filled
        return Comment(
            id: id,
            post: post,
            author: author.shown,
            text: value["message"]?.filled,
            parent: parent == post ? nil : parent
        )
    }

    /// A comment in a group; it comes among the items of conversations.
    static func inGroup(_ item: MetaItem, in context: MetaContext) -> InboundEvent {
        let author = Author(item.value)
        guard let id = item.comment?.filled else {
            return context.event(item.value.unknown("group_feed"), of: item.value, at: item.timestamp)
        }
        let content = comment(item.value, id: id, by: author)
        var event = context.event(.comment(content), id: id, at: item.timestamp, from: author.address)
        event.name = author.name
        event.group = item.value["group_id"]?.filled
        if author.isOwn(of: context.account) { event.ignored = ownComment }
        return event
    }

    /// A comment under a post, a reel or a live broadcast of Instagram's.
    static func onMedia(_ value: JSONValue, field: String?, in context: MetaContext) -> InboundEvent {
        let author = Author(value)
        let media = value["media"]
        let id = value["id"]?.filled ?? value["comment_id"]?.filled
        guard id != nil || value["text"] != nil || author.address.scopedID != nil else {
            return context.event(value.unknown(field ?? "comments"), of: value, at: value["timestamp"])
        }
        let place = media?["id"]?.filled ?? value["media_id"]?.filled ?? media?.filled
        let isLive = field == "live_comments" || media?["media_product_type"]?.holds("LIVE") == true
        let comment = Comment(
            id: id,
            post: isLive ? nil : place,
            live: isLive ? place : nil,
            author: author.shown,
            text: value["text"]?.filled,
            parent: value["parent_id"]?.filled
        )
        let at = value["timestamp"] ?? value["created_time"]
        var event = context.event(.comment(comment), of: value, at: at, from: author.address)
        if let id { event.externalID = id } else { event.ignored = "no comment id" }
        if author.isOwn(of: context.account) { event.ignored = ownComment }
        event.referral = advert(media)
        return event
    }

    /// A post that runs as an ad has an id of its own; the merchant knows the original.
    private static func advert(_ media: JSONValue?) -> Referral? {
        let referral = Referral(ad: media?["ad_id"]?.filled, post: media?["original_media_id"]?.filled)
        return referral == Referral() ? nil : referral
    }

    /// Somebody named the account: only where, the words have to be asked for.
    static func mention(_ value: JSONValue, in context: MetaContext) -> InboundEvent {
        let author = Author(value)
        let id = value["comment_id"]?.filled
        let post = value["media_id"]?.filled ?? value["media"]?["id"]?.filled
        guard id != nil || post != nil else { return context.event(value.unknown("mentions"), of: value) }
        let comment = Comment(id: id, post: post, author: author.shown, text: value["text"]?.filled)
        let at = value["timestamp"] ?? value["created_time"]
        var event = context.event(.comment(comment), of: value, at: at, from: author.address)
        if let id { event.externalID = id }
        if author.isOwn(of: context.account) { event.ignored = ownComment }
        return event
    }

    private static var ownComment: String { "our own comment" }
}

extension MetaComment {
    /// Who wrote a comment; older bodies name the person beside it.
    struct Author {
        private let id: String?
        private let username: String?
        let name: String?

        init(_ value: JSONValue) {
            let from = value["from"]
            id = from?["id"]?.filled ?? value["sender_id"]?.filled
            username = from?["username"]?.filled ?? value["username"]?.filled
            name = from?["name"]?.filled ?? value["sender_name"]?.filled
        }

        /// What people see, else the id.
        var shown: String? { username ?? name ?? id }

        var address: ShopperAddress { ShopperAddress(scopedID: id, username: username) }

        func isOwn(of account: WebhookAccount) -> Bool { id != nil && id == account.externalID }
    }
}
