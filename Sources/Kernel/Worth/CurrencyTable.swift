/// What ISO 4217 says of each currency, and the signs people write.
enum CurrencyTable {
    /// Decimals by code.
    /// - Source: ISO 4217 table of 2026-01-01.
    static let exponents: [String: Int] = {
        var table: [String: Int] = [:]
        for (codes, exponent) in [(none, 0), (two, 2), (three, 3), (four, 4)] {
            for code in codes.split(separator: " ") { table[String(code)] = exponent }
        }
        return table
    }()

    /// Signs by code; a `$` is shared on purpose, since a shop has one currency and its shoppers know which.
    static let symbols: [String: String] = [
        "ARS": "$", "AUD": "A$", "BRL": "R$", "CAD": "CA$", "CLP": "$", "COP": "$", "EUR": "€", "GBP": "£",
        "HKD": "HK$", "ILS": "₪", "INR": "₹", "JPY": "¥", "KRW": "₩", "MXN": "$", "NGN": "₦", "NZD": "NZ$",
        "PEN": "S/", "PHP": "₱", "PYG": "₲", "SGD": "S$", "TRY": "₺", "TWD": "NT$", "UAH": "₴", "USD": "$",
        "UYU": "$U", "VND": "₫", "ZAR": "R",
    ]

    /// Of currencies whose own sign others share, or that reads like another's.
    static let symbolsAbroad: [String: String] = [
        "ARS": "ARS", "CLP": "CLP", "COP": "COP", "JPY": "JP¥", "MXN": "MX$", "USD": "US$", "UYU": "UYU", "ZAR": "ZAR",
    ]

    private static let none = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF"
    private static let three = "BHD IQD JOD KWD LYD OMR TND"
    private static let four = "CLF UYW"
    private static let two = """
        AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW \
        CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF \
        IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK \
        MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP \
        SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XAD XCD XCG \
        YER ZAR ZMW ZWG
        """
}
