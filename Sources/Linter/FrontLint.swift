import Channels
import Commerce
import Dialogue
import Kernel
import Messaging

/// Looks at what people can tap before they write: set on the emulated platforms, then compared with what the shop wants.
struct FrontLint {
    let shop: Shop
    let catalogue: Catalogue
    let channels: [ChannelKind]
    let judge: BubbleJudge
    /// The shop in each of its languages, to find which of its texts a door bears.
    let shops: [SpokenShop]

    var findings: [LintFinding] {
        let front = ShopDoors(of: shop, catalogue: catalogue).front
        return channels.flatMap { findings(of: front, on: $0) }
    }

    private func findings(of front: ChannelFront, on channel: ChannelKind) -> [LintFinding] {
        let parts = FrontPart.parts(of: front, on: channel)
        let target = SetupTarget(channel: channel, id: BubbleJudge.account(on: channel))
        if let refusal = judge.refusal(ofFront: SetupCall.set(parts, of: target).body, on: channel) {
            return [refused(refusal, channel)]
        }
        let shown = FrontReading(parts, on: channel)
        // A number keeps the first language only.
        let pages = channel == .whatsapp ? Array(front.pages.prefix(1)) : front.pages
        return pages.enumerated().flatMap { place, page in
            greeting(of: page, shown.greetings, place, channel) + doors(of: page, shown, place, channel)
        }
    }

    private func refused(_ refusal: BubbleJudge.Refusal, _ channel: ChannelKind) -> LintFinding {
        LintFinding(
            .refused,
            "the platform refuses what people can tap first with \(refusal.code): \(refusal.words)",
            cause: ShopText(.key, "ice-breakers"),
            remedy: "Leave out entries of ice-breakers and menu until it is taken.",
            channels: [channel],
            count: 0
        )
    }

    private func greeting(
        of page: ChannelFront.Page,
        _ shown: [String],
        _ place: Int,
        _ channel: ChannelKind
    ) -> [LintFinding] {
        let wanted = page.greeting.onOneLine
        guard channel == .messenger, shown.indices.contains(place), shown[place] != wanted else { return [] }
        return [
            finding(
                .shortened,
                "above an empty chat the greeting ends with \(String(shown[place].suffix(40)).quoted)",
                ShopText(.greeting, text(page.greeting, page.language)?.words ?? page.greeting),
                "Shorten the greeting to 160 characters; it has \(wanted.utf16.count).",
                page,
                channel
            )
        ]
    }

    private func doors(
        of page: ChannelFront.Page,
        _ shown: FrontReading,
        _ place: Int,
        _ channel: ChannelKind
    ) -> [LintFinding] {
        let questions = row("ice-breakers", page.iceBreakers, shown.questions(at: place), page, channel)
        guard channel != .whatsapp else { return questions }
        return questions + row("menu", page.menu, shown.menu(at: place), page, channel)
    }

    /// Each door with what is shown of it; doors keep their order, so what is passed over is not shown.
    private func row(
        _ key: String,
        _ wanted: [ChannelFront.Door],
        _ shown: [String],
        _ page: ChannelFront.Page,
        _ channel: ChannelKind
    ) -> [LintFinding] {
        var rest = shown[...]
        var findings: [LintFinding] = []
        for door in wanted {
            guard let title = rest.first, Self.stands(title, for: door.title) else {
                findings.append(lost(door, key, shown.count, page, channel))
                continue
            }
            rest = rest.dropFirst()
            if title != door.title.onOneLine { findings.append(changed(door, title, key, page, channel)) }
        }
        return findings
    }

    /// Whether what is shown is the title, its beginning, or either without its pictures.
    private static func stands(_ shown: String, for title: String) -> Bool {
        let beginning = letters(shown)
        return title.onOneLine.hasPrefix(shown) || !beginning.isEmpty && letters(title).hasPrefix(beginning)
    }

    private static func letters(_ text: String) -> String { text.filter { $0.isLetter || $0.isNumber } }

    private func lost(
        _ door: ChannelFront.Door,
        _ key: String,
        _ room: Int,
        _ page: ChannelFront.Page,
        _ channel: ChannelKind
    ) -> LintFinding {
        finding(
            .optionLost,
            "\(door.title.quoted) is left out of \(key)",
            text(door.title, page.language) ?? ShopText(.key, key),
            "There is room for \(room) that differ; leave one out, or name it otherwise.",
            page,
            channel
        )
    }

    private func changed(
        _ door: ChannelFront.Door,
        _ shown: String,
        _ key: String,
        _ page: ChannelFront.Page,
        _ channel: ChannelKind
    ) -> LintFinding {
        let isCut = Self.letters(door.title) != Self.letters(shown)
        return finding(
            .shortened,
            "\(door.title.quoted) is shown as \(shown.quoted) before anybody writes",
            text(door.title, page.language) ?? ShopText(.door, door.title),
            isCut ? "Shorten it to \(key == "menu" ? 30 : 80) characters." : "Write it without emoji.",
            page,
            channel
        )
    }

    private func text(_ words: String, _ language: LanguageTag) -> ShopText? {
        let spoken = shops.first { $0.language.language == language.language }
        return spoken?.texts.all.first { $0.words == words }
    }

    private func finding(
        _ rule: LintFinding.Rule,
        _ what: String,
        _ cause: ShopText,
        _ remedy: String,
        _ page: ChannelFront.Page,
        _ channel: ChannelKind
    ) -> LintFinding {
        LintFinding(
            rule,
            what,
            cause: cause,
            remedy: remedy,
            channels: [channel],
            languages: [page.language],
            count: 0
        )
    }
}
