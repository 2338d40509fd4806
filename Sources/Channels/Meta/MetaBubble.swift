import Messaging

/// One bubble within the limits of Messenger or Instagram: what the rules of rendering chose, before it is written.
enum MetaBubble: Equatable {
    /// A text, with quick replies under it that vanish with the next message.
    case text(String, quickReplies: [Button] = [])
    /// A file of the wire's own type: `image`, `video`, `audio`, `file`.
    case file(type: String, url: String)
    /// Cards side by side.
    case cards([Card])
    /// A text with buttons that stay.
    case buttons(String, [Button])
    case receipt(OrderReceipt)
    case template(TemplateMessage)

    /// Something to tap.
    struct Button: Equatable {
        var title: String
        var target: Target

        /// What a tap does.
        enum Target: Equatable {
            case answers(payload: String)
            case opens(url: String)
        }
    }

    /// One card; besides its title it has at least one thing more.
    struct Card: Equatable {
        var title: String
        var subtitle: String?
        var picture: String?
        var buttons: [Button]
    }
}

/// A bubble with the plain words of it.
struct PlannedMetaBubble: Equatable {
    var bubble: MetaBubble
    var words: String

    init(_ bubble: MetaBubble, words: String) {
        self.bubble = bubble
        self.words = words
    }

    /// A text of its own in as many bubbles as it needs.
    static func texts(_ text: String, _ manner: MetaManner) -> [PlannedMetaBubble] {
        TextSplitting.pieces(of: text, limit: manner.text).map { PlannedMetaBubble(.text($0), words: $0) }
    }

    /// A picture; nothing without one.
    static func picture(_ url: String?) -> [PlannedMetaBubble] {
        url.map { [PlannedMetaBubble(.file(type: "image", url: $0), words: "[image]")] } ?? []
    }
}
