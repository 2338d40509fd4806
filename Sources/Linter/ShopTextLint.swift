import Commerce
import Dialogue
import Kernel
import Messaging

/// Looks at the shop's texts themselves, each of them, as no survey could on every screen.
struct ShopTextLint {
    let spoken: SpokenShop

    /// Names that don't fit what is tapped.
    var findings: [LintFinding] {
        spoken.texts.all.compactMap { text in
            guard let most = text.kind.longestTapped, text.words.utf16.count > most else { return nil }
            return Self.finding(
                text,
                most,
                channels: Set(ChannelKind.allCases),
                languages: [spoken.language],
                situation: nil,
                count: 0
            )
        }
    }

    /// The same as met in a message.
    static func shortened(_ name: ShopText, _ scene: MessageLint.Scene) -> LintFinding {
        finding(
            name,
            name.kind.longestTapped ?? name.words.utf16.count,
            channels: [scene.channel],
            languages: [scene.surveyed.language],
            situation: scene.surveyed.situation,
            count: 1
        )
    }

    private static func finding(
        _ text: ShopText,
        _ most: Int,
        channels: Set<ChannelKind>,
        languages: Set<LanguageTag>,
        situation: String?,
        count: Int
    ) -> LintFinding {
        LintFinding(
            .shortened,
            "\(text.kind.words) is shortened where it is tapped: \(text.words.quoted)",
            cause: text,
            remedy: "Shorten it to \(most) characters; it has \(text.words.utf16.count).",
            channels: channels,
            languages: languages,
            situation: situation,
            count: count
        )
    }
}
