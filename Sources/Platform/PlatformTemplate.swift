/// An approved text with gaps, as the business account defines it.
/// - Source: WhatsApp "Templates": `{{1}}` positional or `{{name}}` named parameters.
package struct PlatformTemplate: Sendable, Hashable {
    /// What belongs to the price of a template message.
    package enum Category: String, Sendable, Hashable, Codable {
        case marketing, utility, authentication
    }

    /// Whether it may be sent.
    package enum Approval: String, Sendable, Hashable, Codable {
        case approved, pending, paused, disabled
    }

    /// What stands above the words.
    package enum Header: Sendable, Hashable {
        /// Words, with at most one gap.
        case text(String)
        /// `image`, `video` or `document`.
        case media(String)
    }

    /// What can be tapped below the words.
    package enum Button: Sendable, Hashable {
        case quickReply(String)
        /// Words and address; the address may end in `{{1}}`.
        case link(String, url: String)
    }

    /// Lower-case name, unique with the language.
    package var name: String
    /// Language code as the platform spells it, `en_US`.
    package var language: String
    /// It decides the price.
    package var category: Category
    /// Whether it may be sent.
    package var approval = Approval.approved
    /// What stands above the words.
    package var header: Header?
    /// The words, with their gaps.
    package var body: String
    /// Small words below.
    package var footer: String?
    /// What can be tapped, in order.
    package var buttons: [Button] = []

    /// An approved template with nothing but words.
    package init(name: String, language: String, category: Category, body: String) {
        self.name = name
        self.language = language
        self.category = category
        self.body = body
    }

    /// The gaps of a text in order of appearance, each once: `["1", "2"]` or `["name", "order_no"]`.
    package static func gaps(in text: String) -> [String] {
        var found: [String] = []
        for piece in pieces(of: text) {
            if case .gap(let name) = piece, !found.contains(name) { found.append(name) }
        }
        return found
    }

    /// The text with its gaps filled; a gap without a value stays as it is.
    package static func filled(_ text: String, with values: [String: String]) -> String {
        pieces(of: text).reduce(into: "") { filled, piece in
            switch piece {
            case .words(let words): filled += words
            case .gap(let name): filled += values[name] ?? "{{\(name)}}"
            }
        }
    }

    private enum Piece {
        case words(String), gap(String)
    }

    private static func pieces(of text: String) -> [Piece] {
        var pieces: [Piece] = []
        var words = ""
        var rest = text[...]
        while let sign = rest.first {
            guard rest.hasPrefix("{{"), let end = closing(of: rest) else {
                words.append(sign)
                rest = rest.dropFirst()
                continue
            }
            if !words.isEmpty { pieces.append(.words(words)) }
            words = ""
            pieces.append(.gap(rest[rest.index(rest.startIndex, offsetBy: 2)..<end].filter { $0 != " " }))
            rest = rest[rest.index(end, offsetBy: 2)...]
        }
        return words.isEmpty ? pieces : pieces + [.words(words)]
    }

    private static func closing(of rest: Substring) -> Substring.Index? {
        var index = rest.index(rest.startIndex, offsetBy: 2)
        while index < rest.endIndex {
            if rest[index...].hasPrefix("}}") { return index }
            index = rest.index(after: index)
        }
        return nil
    }
}
