extension Money {
    /// The amount as shoppers of that language read it: `R$ 1,299.00` in English, `R$ 1.299,00` in Portuguese.
    ///
    /// A minus comes first, then the symbol and a blank, then the amount with all decimals of its currency. The same on
    /// every machine.
    public func formatted(_ language: LanguageTag) -> String { formatted(language, at: currency) }

    /// The amount as it is read where prices are in the home currency: other money bears a sign that no third money
    /// shares, such as `US$ 79.00` beside reais.
    public func formatted(_ language: LanguageTag, at home: Currency) -> String {
        let isForeign = currency != home || NumberStyle.namesCountry(of: currency, in: language)
        let symbol = isForeign ? currency.symbolAbroad : currency.symbol
        let style = NumberStyle(of: language)
        let (whole, fraction) = split
        var text = isNegative ? "-" : ""
        text += symbol + " " + style.grouped(whole)
        if currency.exponent > 0 { text += style.point + fraction }
        return text
    }
}

/// How a language writes numbers: its decimal sign and what stands between groups of digits.
struct NumberStyle {
    let point: String
    let group: String
    /// Whether digits above the thousands go in pairs, as in India: 12,34,567.
    let pairs: Bool

    init(of language: LanguageTag) {
        pairs = language.region == "IN"
        if language.language == "de", language.region == "CH" {
            (point, group) = (".", "’")
        } else if Self.blankGroups.contains(language.language) {
            (point, group) = (",", "\u{A0}")
        } else if Self.commaDecimals.contains(language.language), !Self.isPointRegion(language) {
            (point, group) = (",", ".")
        } else {
            (point, group) = (".", ",")
        }
    }

    /// Whether a language never writes a currency by the sign that several share: a Brazilian reads `US$`, never `$`.
    static func namesCountry(of currency: Currency, in language: LanguageTag) -> Bool {
        language.language == "pt" && currency == .usd
    }

    func grouped(_ digits: String) -> String {
        guard digits.utf8.count > 3 else { return digits }
        var groups = [digits.suffix(3)]
        var rest = digits.dropLast(3)
        while !rest.isEmpty {
            groups.append(rest.suffix(pairs ? 2 : 3))
            rest = rest.dropLast(pairs ? 2 : 3)
        }
        return groups.reversed().joined(separator: group)
    }

    private static let blankGroups: Set<String> = [
        "fr", "ru", "uk", "pl", "cs", "sk", "sv", "nb", "no", "fi", "hu", "bg",
    ]
    private static let commaDecimals: Set<String> = [
        "pt", "es", "de", "it", "nl", "id", "tr", "da", "el", "ro", "hr", "sr", "sl", "ca", "vi", "is", "lt", "lv",
        "et",
    ]
    /// Regions where Spanish is written with a decimal point.
    private static let spanishPoint: Set<String> = ["MX", "US", "PR", "GT", "HN", "NI", "SV", "DO", "PA", "PE"]

    private static func isPointRegion(_ tag: LanguageTag) -> Bool {
        tag.language == "es" && tag.region.map(spanishPoint.contains) == true
    }
}
