/// Which country a phone number's first digits belong to, and the other way round.
///
/// - Source: ITU-T E.164, list of assigned country codes; national numbering plans for shared codes.
enum CallingCode {
    /// ISO country by longest known prefix.
    static func country(of digits: String) -> String? {
        longestPrefix(of: digits)?.country
    }

    /// The calling code proper by longest known prefix: 1 for 1876, 7 for 77.
    static func code(of digits: String) -> String? {
        guard let prefix = longestPrefix(of: digits)?.prefix else { return nil }
        // A shared code is written `1:876`; what stands after the colon belongs to the national number.
        return tables.codeLength[prefix].map { String(digits.prefix($0)) }
    }

    /// The calling code of an ISO country, without what tells it from others that share the code.
    static func code(ofCountry country: String) -> String? {
        tables.codeOfCountry[country.uppercased()]
    }

    private struct Tables {
        var countryOfPrefix: [Int: String] = [:]
        var codeLength: [Int: Int] = [:]
        var codeOfCountry: [String: String] = [:]
        var longest = 0
    }

    private static func longestPrefix(of digits: String) -> (prefix: Int, country: String)? {
        var prefix = 0
        var found: (prefix: Int, country: String)?
        for byte in digits.utf8.prefix(tables.longest) {
            guard let digit = byte.asciiDigit else { break }
            prefix = prefix * 10 + Int(digit)
            if let country = tables.countryOfPrefix[prefix] { found = (prefix, country) }
        }
        return found
    }

    private static let tables: Tables = {
        var tables = Tables()
        for line in CallingCodeList.text.split(separator: "\n") {
            let words = line.split(separator: " ")
            guard let country = words.first else { continue }
            for word in words.dropFirst() {
                let code = word.prefix { $0 != ":" }
                let digits = word.filter { $0 != ":" }
                guard let prefix = Int(digits) else { continue }
                tables.countryOfPrefix[prefix] = String(country)
                tables.codeLength[prefix] = code.count
                tables.longest = max(tables.longest, digits.count)
                if tables.codeOfCountry[String(country)] == nil { tables.codeOfCountry[String(country)] = String(code) }
            }
        }
        return tables
    }()
}
