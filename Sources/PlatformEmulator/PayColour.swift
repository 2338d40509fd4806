import Foundation

/// A shop's accent colour on the hosted page, with a colour for text that can be read on it.
struct PayColour: Sendable, Hashable {
    /// `#1F6F54`.
    let accent: String
    /// White or black, whichever stands out more: one of them always does by 4.5 to 1.
    let onAccent: String

    /// The colour written as `#RRGGBB`; anything else gives the page's own.
    init(_ text: String?) {
        let channels = text.flatMap(Self.channels)
        accent = channels == nil ? Self.own : text ?? Self.own
        let light = Self.luminance(channels ?? [31, 75, 153])
        // Contrast as WCAG 2 counts it: white against the accent, and the accent against black.
        onAccent = 1.05 / (light + 0.05) >= (light + 0.05) / 0.05 ? "#ffffff" : "#000000"
    }

    private static let own = "#1f4b99"

    private static func channels(_ text: String) -> [UInt8]? {
        guard text.utf8.count == 7, text.hasPrefix("#"), text.dropFirst().allSatisfy({ $0.isASCII && $0.isHexDigit }),
            let number = UInt32(text.dropFirst(), radix: 16)
        else { return nil }
        return [16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
    }

    private static func luminance(_ channels: [UInt8]) -> Double {
        let linear = channels.map { channel in
            let share = Double(channel) / 255
            return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
        }
        return zip([0.2126, 0.7152, 0.0722], linear).reduce(0) { $0 + $1.0 * $1.1 }
    }
}
