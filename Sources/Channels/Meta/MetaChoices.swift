import Kernel
import Messaging

/// Chooses the form for a text with options: quick replies, buttons, cards, or a numbered text.
///
/// Quick replies vanish with the next message, so they are used only where nothing follows. The rules are published in the
/// article "Rendering".
struct MetaChoices {
    private let choices: Choices
    private let options: [Choices.Option]
    private let manner: MetaManner
    private let isFollowed: Bool

    init(_ choices: Choices, _ manner: MetaManner, isFollowed: Bool) {
        var choices = choices
        choices.sections.removeAll { $0.options.isEmpty }
        self.choices = choices
        options = choices.options
        self.manner = manner
        self.isFollowed = isFollowed
    }

    var bubbles: [PlannedMetaBubble] {
        if options.isEmpty { return picture + PlannedMetaBubble.texts(writtenOut, manner) }
        return pictureCard ?? quickReplies ?? buttons ?? cards ?? numberedReplies
            ?? picture + PlannedMetaBubble.texts(writtenOut, manner)
    }

    // MARK: - Forms

    /// A picture with few words and up to three options: one card.
    ///
    /// Of several paragraphs the first, such as a greeting, would be its title.
    private var pictureCard: [PlannedMetaBubble]? {
        guard let picture = choices.picture, !needsLines, choices.footer?.isBlank ?? true,
            let taps = taps(most: MetaLimits.buttons)
        else { return nil }
        guard !choices.text.trimmed.contains("\n\n") else { return nil }
        let lines = choices.text.trimmed.split(maxSplits: 1, whereSeparator: \.isNewline)
        let title = lines.first.map { String($0).oneLine } ?? ""
        let subtitle = lines.count > 1 ? String(lines[1]).oneLine : ""
        guard !title.isEmpty, title.fits(MetaLimits.cardTitle), subtitle.fits(MetaLimits.cardSubtitle) else {
            return nil
        }
        let card = MetaBubble.Card(title: title, subtitle: subtitle.unlessBlank, picture: picture, buttons: taps)
        return [PlannedMetaBubble(.cards([card]), words: writtenOut)]
    }

    private var quickReplies: [PlannedMetaBubble]? {
        guard !isFollowed, let taps = taps(most: MetaLimits.quickReplies) else { return nil }
        return picture + spoken(needsLines ? writtenOut : saidAlone, manner.text) { .text($0, quickReplies: taps) }
    }

    private var buttons: [PlannedMetaBubble]? {
        guard let taps = taps(most: MetaLimits.buttons) else { return nil }
        return picture + spoken(needsLines ? writtenOut : saidAlone, manner.buttonText) { .buttons($0, taps) }
    }

    /// A card for each option, with room for a longer label and its detail.
    private var cards: [PlannedMetaBubble]? {
        guard options.count <= MetaLimits.cards, !hasSections, options.areTappable(within: MetaLimits.payload) else {
            return nil
        }
        // "Menu" is understood in most languages; the shop's own word is the rule.
        let word = choices.listLabel.oneLine.abbreviated(to: MetaLimits.title) ?? "Menu"
        var cards: [MetaBubble.Card] = []
        for option in options {
            let label = option.label.oneLine
            let detail = option.detail?.oneLine ?? ""
            guard !label.isEmpty, label.fits(MetaLimits.cardTitle), detail.fits(MetaLimits.cardSubtitle) else {
                return nil
            }
            let tap = MetaBubble.Button(title: word, target: .answers(payload: option.payload))
            cards.append(MetaBubble.Card(title: label, subtitle: detail.unlessBlank, picture: nil, buttons: [tap]))
        }
        let lead = PlannedMetaBubble.texts(saidAlone, manner)
        return picture + lead + [PlannedMetaBubble(.cards(cards), words: NumberedText.lines(choices))]
    }

    /// Quick replies that bear numbers, with the full words of every option in the text.
    private var numberedReplies: [PlannedMetaBubble]? {
        guard !isFollowed, options.count <= MetaLimits.quickReplies,
            options.areTappable(within: MetaLimits.payload)
        else { return nil }
        let taps = options.enumerated().map { index, option in
            let mark = "\(index + 1). "
            let label = option.label.oneLine.abbreviated(to: MetaLimits.title - mark.utf16.count)
            return MetaBubble.Button(
                title: label.map { mark + $0 } ?? "\(index + 1)",
                target: .answers(payload: option.payload)
            )
        }
        return picture + spoken(writtenOut, manner.text) { .text($0, quickReplies: taps) }
    }

    // MARK: - Common

    private var picture: [PlannedMetaBubble] { PlannedMetaBubble.picture(choices.picture) }

    /// The text and the small print, without the options.
    private var saidAlone: String { [choices.text, choices.footer ?? ""].paragraphs() }

    /// The text, the numbered options, the small print.
    private var writtenOut: String { NumberedText.of(choices) }

    /// Whether there is more to an option than fits on what is tapped.
    private var needsLines: Bool { hasSections || options.contains { !($0.detail?.isBlank ?? true) } }

    private var hasSections: Bool { choices.sections.contains { !($0.title?.isBlank ?? true) } }

    /// The options as things to tap that bear their whole labels; nil if one doesn't fit.
    private func taps(most: Int) -> [MetaBubble.Button]? {
        guard options.count <= most, options.areTappable(within: MetaLimits.payload),
            let titles = options.titles(within: MetaLimits.title)
        else { return nil }
        return zip(options, titles).map { MetaBubble.Button(title: $1, target: .answers(payload: $0.payload)) }
    }

    /// A text that is never empty, cut where it is too long; what can be tapped stands under its end.
    private func spoken(
        _ text: String,
        _ limit: TextLimit,
        last form: (String) -> MetaBubble
    ) -> [PlannedMetaBubble] {
        let text = text.unlessBlank ?? choices.listLabel.oneLine.unlessBlank ?? "…"
        var bubbles = TextSplitting.pieces(of: text, limit: limit).map { PlannedMetaBubble(.text($0), words: $0) }
        guard let end = bubbles.popLast() else { return [] }
        let words =
            needsLines || text == writtenOut ? end.words : [end.words, NumberedText.lines(choices)].paragraphs()
        return bubbles + [PlannedMetaBubble(form(end.words), words: words)]
    }
}
