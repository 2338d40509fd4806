/// What somebody wrote under a post or a live broadcast.
package struct Comment: Hashable, Codable, Sendable {
    package var id: String?
    package var post: String?
    package var live: String?
    package var author: String?
    package var text: String?
    package var parent: String?

    package init(
        id: String? = nil,
        post: String? = nil,
        live: String? = nil,
        author: String? = nil,
        text: String? = nil,
        parent: String? = nil
    ) {
        self.id = id
        self.post = post
        self.live = live
        self.author = author
        self.text = text
        self.parent = parent
    }
}
