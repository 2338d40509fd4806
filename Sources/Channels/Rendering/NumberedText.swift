import Messaging

/// Options written out with numbers, for people who answer by number or by words, and for transcripts.
enum NumberedText {
    /// The text, then each option on a line of its own under its section's title, then the small print.
    static func of(_ choices: Choices) -> String {
        [choices.text, lines(choices), choices.footer ?? ""].paragraphs()
    }

    /// `1. Label: detail`, sections apart.
    static func lines(_ choices: Choices) -> String {
        var number = 0
        return choices.sections.map { section in
            var lines = (section.title?.oneLine.unlessBlank).map { [$0] } ?? []
            for option in section.options {
                number += 1
                lines.append("\(number). \(words(of: option, number: number))")
            }
            return lines.joined(separator: "\n")
        }.paragraphs()
    }

    /// An option in full, on one line; one without any words is called by its number.
    static func words(of option: Choices.Option, number: Int) -> String {
        let label = option.label.oneLine
        let detail = option.detail?.oneLine ?? ""
        if label.isEmpty { return detail.isEmpty ? "\(number)" : detail }
        return detail.isEmpty ? label : "\(label): \(detail)"
    }
}
