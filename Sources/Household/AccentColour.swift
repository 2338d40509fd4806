/// A shop's colour, and what can be read on it.
struct AccentColour: Sendable, Equatable {
    let red: Int
    let green: Int
    let blue: Int

    /// Reads `#RRGGBB`; dark grey for what is none.
    init(_ text: String) {
        let value = Int(text.drop { $0 == "#" }, radix: 16).flatMap { text.utf8.count == 7 ? $0 : nil } ?? 0x33_3333
        red = value >> 16 & 0xFF
        green = value >> 8 & 0xFF
        blue = value & 0xFF
    }

    /// Black or white, whichever stands out more.
    /// - Source: W3C, Web Content Accessibility Guidelines 2.2, "relative luminance", here by the weights of sRGB alone.
    var textColour: String { isLight ? "#1a1a1a" : "#ffffff" }

    var isLight: Bool { 2126 * red + 7152 * green + 722 * blue > 10_000 * 150 }
}
