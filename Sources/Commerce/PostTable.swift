import Kernel

/// What posts, reels, stories, links and ads show: the rows of `posts.csv`, found by any name of a post.
///
/// A post is named as platforms name it, by an id such as `17912000000000001`, by its link, or by the `ref` of a link that
/// leads into the chat. No platform says what a post shows, so the table is the merchant's own.
package struct PostTable: Hashable, Sendable {
    /// The goods of one post.
    package struct Look: Hashable, Sendable {
        /// Eight hexadecimal digits made of the post's name, short enough for a button.
        package let id: String
        /// The post as the merchant wrote it first.
        package let post: String
        /// SKUs or ids of products, in the merchant's order, each once.
        package let pieces: [String]
    }

    /// Each post's goods, in the order of the table.
    package private(set) var looks: [Look] = []
    private var placeByName: [String: Int] = [:]

    /// A post that stands in several rows shows the goods of all of them.
    package init(_ rows: [(post: String, pieces: [String])] = []) {
        for row in rows { add(row.post, pieces: row.pieces) }
    }

    package var isEmpty: Bool { looks.isEmpty }

    /// The goods of a post; nil for one that the merchant didn't list.
    package func look(of post: String) -> Look? {
        PostName.names(of: post).lazy.compactMap { placeByName[$0] }.first.map { looks[$0] }
    }

    /// The look that a button or a stored position names.
    package func look(id: String) -> Look? { looks.first { $0.id == id } }

    private mutating func add(_ post: String, pieces: [String]) {
        let names = PostName.names(of: post)
        guard let first = names.first else { return }
        guard let place = names.compactMap({ placeByName[$0] }).first else {
            for name in names { placeByName[name] = looks.count }
            let id = HMACSHA256.hex(key: "post", body: Array(first.utf8)).prefix(8)
            looks.append(Look(id: String(id), post: post, pieces: pieces.uniqued()))
            return
        }
        let known = looks[place]
        looks[place] = Look(id: known.id, post: known.post, pieces: (known.pieces + pieces).uniqued())
    }
}

/// The names under which one post may come, the surest first.
enum PostName {
    /// An id as it is, without case; that of a Page's post also without the Page's own; a link without what changes from
    /// one share to the next.
    static func names(of text: String) -> [String] {
        let text = text.filter { !$0.isWhitespace }
        guard !text.isEmpty else { return [] }
        if let link = link(text) { return link }
        let name = text.lowercased()
        let parts = name.split(separator: "_")
        guard parts.count == 2, parts.allSatisfy({ $0.allSatisfy(\.isNumber) }) else { return [name] }
        return [name, String(parts[1])]
    }

    /// The id where the link carries one, else host and path; nil for what is no link.
    private static func link(_ text: String) -> [String]? {
        let rest: Substring
        if let scheme = text.firstRange(of: "://") {
            rest = text[scheme.upperBound...]
        } else if text.lowercased().hasPrefix("www.") {
            rest = text[...]
        } else {
            return nil
        }
        let parts = rest.prefix { $0 != "#" }.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        guard let place = parts.first, let first = place.split(separator: "/").first else { return [] }
        let host = host(first)
        let ids = parts.count > 1 ? ids(in: parts[1], isChat: chats.contains(host)) : []
        let path = place.dropFirst(first.count).split(separator: "/").joined(separator: "/")
        return ids.isEmpty && !path.isEmpty ? [host + "/" + path] : ids
    }

    /// Without what only tells a phone from a computer.
    private static func host(_ host: Substring) -> String {
        let host = host.lowercased()
        guard !chats.contains(host), let prefix = ["www.", "m.", "web."].first(where: { host.hasPrefix($0) }) else {
            return host
        }
        return String(host.dropFirst(prefix.count))
    }

    /// Hosts whose links open a chat: there `ref` is the merchant's own word, elsewhere it says who shared the link.
    private static let chats: Set<String> = ["ig.me", "m.me"]

    /// The values that name a post in the query of a link.
    private static func ids(in query: Substring, isChat: Bool) -> [String] {
        query.split(separator: "&").compactMap { item in
            let pair = item.split(separator: "=", maxSplits: 1)
            guard pair.count == 2 else { return nil }
            let name = pair[0].lowercased()
            return idNames.contains(name) || isChat && name == "ref" ? pair[1].lowercased() : nil
        }
    }

    private static let idNames: Set<String> = ["asset_id", "fbid", "media_id", "story_fbid", "v"]
}
