import Kernel

/// What the business hears of a comment; the author's id is not the one of a conversation.
/// - Source: Graph API webhooks reference, Page `feed`; Instagram `comments` and `live_comments`.
struct CommentPayload {
    let id: String
    let place: CommentedPlace
    let authorID: String
    let person: Person
    let at: Timestamp

    var instagramField: String { place.isLive ? "live_comments" : "comments" }

    /// A change of a Page's feed; without words the comment was taken away.
    func feedChange(text: String?) -> [UInt8] {
        change("feed") { value in
            value.field("item", "comment")
            value.field("verb", text == nil ? "remove" : "add")
            value.field("comment_id", id)
            value.field("post_id", place.media)
            value.field("parent_id", place.media)
            value.objectField("from") { from in
                from.field("id", authorID)
                from.field("name", person.name)
            }
            value.field("message", text)
            value.field("created_time", at.wholeSeconds)
        }
    }

    /// A change of an Instagram post or broadcast.
    func mediaChange(text: String) -> [UInt8] {
        change(instagramField) { value in
            value.objectField("from") { from in
                from.field("id", authorID)
                from.field("username", person.username ?? person.id.rawValue)
            }
            value.objectField("media") { media in
                media.field("id", place.media)
                media.field("media_product_type", place.isLive ? "LIVE" : "FEED")
            }
            value.field("id", id)
            value.field("text", text)
        }
    }

    private func change(_ field: String, _ value: (inout JSONWriter) -> Void) -> [UInt8] {
        var json = JSONWriter(capacity: 384)
        json.object { change in
            change.field("field", field)
            change.objectField("value", value)
        }
        return json.bytes
    }
}
