/// Makes the HTML that shop systems put into descriptions readable in a chat.
enum PlainText {
    /// The text without tags; paragraphs, lines and list items begin new lines.
    ///
    /// Texts without HTML stay as they are.
    static func of(_ text: String) -> String {
        guard text.utf8.contains(0x3C) || text.utf8.contains(0x26) else { return text }
        var plain = ""
        var rest = text[...]
        while let sign = rest.first {
            if sign == "<", let (tag, after) = tag(at: rest) {
                if breaking.contains(tag), !plain.isEmpty, plain.last != "\n" { plain.append("\n") }
                rest = after
            } else if sign == "&", let (character, after) = entity(at: rest) {
                plain.append(character)
                rest = after
            } else {
                plain.append(sign)
                rest = rest.dropFirst()
            }
        }
        return plain.trimmed
    }

    private static let breaking: Set<String> = ["p", "br", "div", "li", "ul", "ol", "tr", "h1", "h2", "h3", "h4"]

    /// The name of a tag, small, without its slash, and what follows; nil for a `<` that is only a sign.
    private static func tag(at text: Substring) -> (name: String, after: Substring)? {
        let inside = text.dropFirst()
        let name = inside.drop { $0 == "/" }.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }
        guard name.first?.isLetter == true, let end = inside.prefix(400).firstIndex(of: ">") else { return nil }
        return (name.lowercased(), inside[inside.index(after: end)...])
    }

    private static let entities: [Substring: Character] = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "ndash": "–", "mdash": "—",
        "hellip": "…",
    ]

    private static func entity(at text: Substring) -> (character: Character, after: Substring)? {
        let inside = text.dropFirst()
        guard let end = inside.prefix(10).firstIndex(of: ";") else { return nil }
        let name = inside[..<end]
        let after = inside[inside.index(after: end)...]
        if let known = entities[name] { return (known, after) }
        guard name.first == "#" else { return nil }
        let digits = name.dropFirst()
        let value = digits.first == "x" || digits.first == "X" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
        guard let value, value >= 0x20, let scalar = Unicode.Scalar(value) else { return nil }
        return (Character(scalar), after)
    }
}
