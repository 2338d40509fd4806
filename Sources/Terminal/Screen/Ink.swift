import Rainbow

/// What a piece of text is, and so how it looks where colours are shown.
package enum Ink: Sendable, Hashable {
    case plain, strong, faint, number, link, heading, border, ownBorder

    /// The text between the signs that switch this look on and off.
    func painted(_ text: String) -> String {
        let codes = codes
        guard !codes.isEmpty, !text.isEmpty else { return text }
        return "\u{1B}[\(codes.map(String.init).joined(separator: ";"))m\(text)\u{1B}[0m"
    }

    private var codes: [UInt8] {
        switch self {
        case .plain: []
        case .strong: Style.bold.value
        case .faint: Style.dim.value
        case .number: NamedColor.yellow.value + Style.bold.value
        case .link: NamedColor.cyan.value + Style.underline.value
        case .heading: NamedColor.magenta.value + Style.bold.value
        case .border: NamedColor.green.value
        case .ownBorder: NamedColor.blue.value
        }
    }
}
