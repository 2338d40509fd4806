/// A language and perhaps a region, as in BCP 47 `pt-BR`.
///
/// Codable as text. Script and variants are dropped on reading: `zh-Hans-CN` is `zh-CN`.
public struct LanguageTag: Hashable, Comparable, Codable, Sendable, CustomStringConvertible {
    /// Two or three small letters of ISO 639, such as `pt`.
    public let language: String
    /// Two capital letters of ISO 3166 or three digits of UN M.49, such as `BR` or `419`.
    public let region: String?

    /// Reads `pt`, `pt-BR` or the platforms' `pt_BR` in any case; nil for what isn't a tag.
    public init?(_ text: String) {
        let parts = text.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "_" }
        guard let first = parts.first, (2...3).contains(first.utf8.count),
            parts.allSatisfy({ part in !part.isEmpty && part.utf8.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit } }),
            first.utf8.allSatisfy(\.isASCIILetter)
        else { return nil }
        let region = parts.dropFirst().first { part in
            part.utf8.count == 2 && part.utf8.allSatisfy(\.isASCIILetter)
                || part.utf8.count == 3 && part.utf8.allSatisfy(\.isASCIIDigit)
        }
        self.init(language: first.lowercased(), region: region.map { $0.uppercased() })
    }

    private init(language: String, region: String?) {
        self.language = language
        self.region = region
    }

    /// English of no region.
    public static let english = LanguageTag(language: "en", region: nil)
    /// Portuguese of no region.
    public static let portuguese = LanguageTag(language: "pt", region: nil)
    /// Portuguese of Brazil.
    public static let brazilianPortuguese = LanguageTag(language: "pt", region: "BR")
    /// Spanish of no region.
    public static let spanish = LanguageTag(language: "es", region: nil)
    /// German of no region.
    public static let german = LanguageTag(language: "de", region: nil)
    /// French of no region.
    public static let french = LanguageTag(language: "fr", region: nil)

    /// The tag without its region.
    public var base: LanguageTag { LanguageTag(language: language, region: nil) }

    /// The tag with a hyphen, such as `pt-BR`.
    public var description: String { region.map { "\(language)-\($0)" } ?? language }

    /// The tag with an underscore, as the platforms write it: `pt_BR`.
    public var underscored: String { region.map { "\(language)_\($0)" } ?? language }

    /// Orders as text.
    public static func < (left: LanguageTag, right: LanguageTag) -> Bool { left.description < right.description }

    /// Reads a tag; fails on what isn't one.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let tag = LanguageTag(text) else {
            throw DecodingError.dataCorruptedError(
                in: container,
                debugDescription: "expected a language tag such as pt-BR, found \(text)"
            )
        }
        self = tag
    }

    /// Writes the tag with a hyphen.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
