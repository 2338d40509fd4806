import Kernel
import Messaging

/// Chooses the form for a text with options: reply buttons, else a list, else a numbered text.
///
/// The rules are published in the article "Rendering". No option is lost and no word cut on any of the three ways.
struct WhatsAppChoices {
    private let choices: Choices
    private let options: [Choices.Option]
    private let words: String

    init(_ choices: Choices) {
        var choices = choices
        choices.sections.removeAll { $0.options.isEmpty }
        self.choices = choices
        options = choices.options
        words = NumberedText.of(choices)
    }

    /// One bubble, or several if the options have to be written out and are long.
    var bubbles: [PlannedBubble] {
        if options.isEmpty { return plain }
        guard let bubble = buttons ?? list ?? numberedList else { return WhatsAppText.bubbles(words) }
        return [PlannedBubble(bubble: bubble, words: words)]
    }

    /// Without options: the picture with the text below it if that fits, else the text.
    private var plain: [PlannedBubble] {
        guard let picture = choices.picture, words.fits(WhatsAppLimits.caption) else {
            return WhatsAppText.bubbles(words)
        }
        let caption = words.unlessBlank
        return [PlannedBubble(bubble: .media(.image, url: picture, caption: caption, fileName: nil), words: words)]
    }

    // MARK: - Buttons

    private var buttons: WhatsAppBubble? {
        guard options.count <= WhatsAppLimits.buttons, choices.sections.allSatisfy({ $0.title?.isBlank ?? true }),
            options.areTappable(within: WhatsAppLimits.buttonID)
        else { return nil }
        let hasDetails = options.contains { !($0.detail?.isBlank ?? true) }
        // Details have no place on a button; with a picture, which a list can't show, they go into the text.
        if hasDetails, choices.picture == nil { return nil }
        let details = hasDetails ? options.enumerated().map { NumberedText.words(of: $1, number: $0 + 1) } : []
        guard let titles = options.titles(within: WhatsAppLimits.buttonTitle),
            let body = body([choices.text, details.joined(separator: "\n")], limit: WhatsAppLimits.body)
        else { return nil }
        let buttons = zip(options, titles).map { WhatsAppBubble.Button(id: $0.payload, title: $1) }
        return .buttons(body, picture: choices.picture, buttons)
    }

    // MARK: - Lists

    /// A list whose rows hold their words: a label too long for the title stands whole in the detail.
    private var list: WhatsAppBubble? {
        guard fitsList, let body = body([choices.text], limit: WhatsAppLimits.listBody) else { return nil }
        let rows = options.map(row)
        guard !rows.contains(nil), Set(rows.map { $0?.title }).count == rows.count else { return nil }
        return list(body, rows.compactMap(\.self))
    }

    /// A list whose rows are numbered, with the full words of every option in the text.
    private var numberedList: WhatsAppBubble? {
        let text = [choices.text, NumberedText.lines(choices)]
        guard fitsList, let body = body(text, limit: WhatsAppLimits.listBody) else { return nil }
        return list(body, options.enumerated().map { numberedRow($1, number: $0 + 1) })
    }

    private var fitsList: Bool {
        options.count <= WhatsAppLimits.rows && options.areTappable(within: WhatsAppLimits.rowID)
    }

    private func list(_ body: WhatsAppBubble.Body, _ rows: [WhatsAppBubble.Row]) -> WhatsAppBubble {
        var rest = rows[...]
        let isOnly = choices.sections.count == 1
        let sections = choices.sections.enumerated().map { index, section in
            defer { rest = rest.dropFirst(section.options.count) }
            let title = (section.title?.oneLine).flatMap { $0.abbreviated(to: WhatsAppLimits.sectionTitle) }
            return WhatsAppBubble.Section(
                title: title ?? (isOnly ? nil : "\(index + 1)"),
                rows: Array(rest.prefix(section.options.count))
            )
        }
        // "Menu" is understood in most languages; the shop's own word is the rule.
        let label = choices.listLabel.oneLine.abbreviated(to: WhatsAppLimits.listLabel) ?? "Menu"
        return .list(body, label: label, sections)
    }

    private func row(_ option: Choices.Option) -> WhatsAppBubble.Row? {
        let label = option.label.oneLine
        guard let title = label.abbreviated(to: WhatsAppLimits.rowTitle) else { return nil }
        let details = [title == label ? "" : label, option.detail?.oneLine ?? ""]
        let detail = details.filter { !$0.isEmpty }.joined(separator: ", ")
        guard detail.fits(WhatsAppLimits.rowDetail) else { return nil }
        return WhatsAppBubble.Row(id: option.payload, title: title, detail: detail.unlessBlank)
    }

    private func numberedRow(_ option: Choices.Option, number: Int) -> WhatsAppBubble.Row {
        let mark = "\(number). "
        let label = option.label.oneLine.abbreviated(to: WhatsAppLimits.rowTitle - mark.utf16.count)
        let detail = (option.detail?.oneLine).flatMap { $0.fits(WhatsAppLimits.rowDetail) ? $0.unlessBlank : nil }
        return WhatsAppBubble.Row(id: option.payload, title: label.map { mark + $0 } ?? "\(number)", detail: detail)
    }

    // MARK: - Common

    /// Paragraphs as a body that is never empty; nil if it doesn't fit.
    ///
    /// Small print that is too long for its place joins them.
    private func body(_ paragraphs: [String], limit: Int) -> WhatsAppBubble.Body? {
        let footer = choices.footer?.oneLine.unlessBlank
        let fits = footer?.fits(WhatsAppLimits.footer) ?? true
        let text = (paragraphs + (fits ? [] : [footer ?? ""])).paragraphs()
        guard text.fits(limit) else { return nil }
        return WhatsAppBubble.Body(
            text: text.unlessBlank ?? choices.listLabel.oneLine.unlessBlank ?? "…",
            footer: fits ? footer : nil
        )
    }
}
