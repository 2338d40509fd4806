import Platform

/// A line by which one does what only Messenger and Instagram have, or changes between the apps.
struct AppLine {
    private let name: String
    private let rest: String

    init(_ name: String, _ rest: String) {
        self.name = name
        self.rest = rest
    }

    /// The names of all such lines.
    static let names: Set<String> = ["channel", "comment", "live", "story", "mention", "post", "link", "menu"]

    var reading: ChatReading {
        switch name {
        case "channel": channel
        case "comment":
            said("Under which post? /comment P1 is there 38?") {
                .act(.comment($1, on: .post($0)), shown: "(comment on post \($0)) \($1)")
            }
        case "live":
            said("In which broadcast? /live L1 the blue one") {
                .act(.comment($1, on: .live($0)), shown: "(comment in broadcast \($0)) \($1)")
            }
        case "story":
            said("To which story? /story S1 where is this from?") {
                .act(.answerStory($0, text: $1), shown: "(to story \($0)) \($1)")
            }
        case "post": shared
        case "link": link
        case "mention": mention
        default: menu
        }
    }

    /// The first word, and what follows.
    private var parts: (id: String, words: String) {
        let id = rest.prefix { !$0.isWhitespace }
        return (String(id), rest.dropFirst(id.count).trimmed)
    }

    private func said(_ example: String, _ act: (_ id: String, _ words: String) -> ChatReading) -> ChatReading {
        let (id, words) = parts
        return id.isEmpty || words.isEmpty ? .refused(example) : act(id, words)
    }

    private var channel: ChatReading {
        let name = rest.lowercased()
        guard let channel = PlatformChannel.allCases.first(where: { $0.rawValue == name }) else {
            return .refused("Which one? /channel whatsapp, /channel messenger or /channel instagram.")
        }
        return .request(.open(channel))
    }

    private var shared: ChatReading {
        let (id, words) = parts
        guard !id.isEmpty else { return .refused("Which post is shared? /post P1, or /post P1 do you have this?") }
        return .act(.sharePost(id, text: words), shown: "(post \(id))" + (words.isEmpty ? "" : " \(words)"))
    }

    private var link: ChatReading {
        let (ref, words) = parts
        guard !ref.isEmpty else { return .refused("By which link? /link summer, or /link summer hello.") }
        return .act(.link(ref: ref, text: words), shown: "(by the link \(ref))" + (words.isEmpty ? "" : " \(words)"))
    }

    private var mention: ChatReading {
        guard !rest.isEmpty, !rest.contains(where: \.isWhitespace) else {
            return .refused("In which story of yours? /mention S1.")
        }
        return .act(.mentionInStory(rest), shown: "(names the shop in the story \(rest))")
    }

    private var menu: ChatReading {
        guard !rest.isEmpty else { return .refused("What is tapped in the menu? /menu Get Started, for instance.") }
        return .act(.menu(rest), shown: "(menu) \(rest)")
    }
}
