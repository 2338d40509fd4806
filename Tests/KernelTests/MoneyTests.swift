import Foundation
import Kernel
import Testing

@Suite("money, charges and rates")
struct MoneyTests {
    private static let dinar4 = "CLF"

    @Test("currencies have the decimals of ISO 4217")
    func exponents() {
        for (code, exponent) in [
            ("BRL", 2), ("jpy", 0), ("KWD", 3), ("CLF", 4), ("UYW", 4), ("XCG", 2), ("ISK", 0), ("MGA", 2),
        ] {
            #expect(Currency(code: code)?.exponent == exponent, "\(code)")
        }
        for code in ["XAU", "XAG", "XTS", "XXX", "XDR", "BGN", "", "BR", "B R", "BRLX"] {
            #expect(Currency(code: code) == nil)
        }
        #expect([Currency.brl, .eur, .gbp, .usd].map(\.symbol) == ["R$", "€", "£", "$"])
        #expect(Currency(code: "CHF")?.symbol == "CHF")
    }

    @Test(
        "decimals are read exactly",
        arguments: [
            ("199.00", "BRL", 19_900), ("199", "BRL", 19_900), ("-7.5", "BRL", -750), ("7.9900", "BRL", 799),
            ("0.05", "EUR", 5),
            ("500", "JPY", 500), ("500.00", "JPY", 500), ("5.124", "KWD", 5_124), ("1.2345", "CLF", 12_345),
            ("92233720368547758.07", "BRL", .max), ("-92233720368547758.08", "BRL", .min), ("007", "JPY", 7),
        ] as [(String, String, Int64)]
    )
    func reading(text: String, code: String, minorUnits: Int64) throws {
        let currency = try #require(Currency(code: code))
        #expect(Money(decimal: text, currency: currency)?.minorUnits == minorUnits)
    }

    @Test(
        "what isn't a plain decimal of the currency is refused",
        arguments: [
            "", "-", ".5", "5.", "1,00", "1.005", "1e3", " 1", "+1", "1.0.0", "92233720368547758.08", "--1", "1.00x",
            "٣",
        ]
    )
    func refusals(text: String) {
        #expect(Money(decimal: text, currency: .brl) == nil)
        #expect(Money(decimal: "0.5", currency: .jpy) == nil)
    }

    @Test("an amount goes to a decimal and back", arguments: ["JPY", "BRL", "KWD", "CLF"])
    func roundTrip(code: String) throws {
        let currency = try #require(Currency(code: code))
        var random = SeededGenerator(seed: 11)
        let ends: [Int64] = [.min, .max, 0, -1, 1, 99, -100]
        for units in ends + (0..<200).map({ _ in .random(in: -100_000...100_000, using: &random) }) {
            let money = Money(minorUnits: units, currency: currency)
            #expect(Money(decimal: money.decimal, currency: currency) == money)
            #expect(try JSONDecoder().decode(Money.self, from: JSONEncoder().encode(money)) == money)
        }
    }

    @Test("amounts are written as each language reads them")
    func formatting() throws {
        let money = Money(minorUnits: 123_456_789, currency: .brl)
        for (tag, text) in [
            ("en", "R$ 1,234,567.89"), ("pt-BR", "R$ 1.234.567,89"), ("de", "R$ 1.234.567,89"),
            ("es", "R$ 1.234.567,89"),
            ("es-MX", "R$ 1,234,567.89"), ("fr", "R$ 1\u{A0}234\u{A0}567,89"), ("de-CH", "R$ 1’234’567.89"),
            ("en-IN", "R$ 12,34,567.89"),
            ("ja", "R$ 1,234,567.89"),
        ] {
            #expect(money.formatted(try #require(LanguageTag(tag))) == text)
        }
        #expect(Money(minorUnits: 19_900, currency: .brl).formatted(.english) == "R$ 199.00")
        #expect(Money(minorUnits: -5, currency: .eur).formatted(.german) == "-€ 0,05")
        #expect(Money(minorUnits: 1_500, currency: .jpy).formatted(.english) == "¥ 1,500")
        #expect(Money(minorUnits: 1_500, currency: .kwd).formatted(.english) == "KWD 1.500")
        #expect(Money(minorUnits: .min, currency: .jpy).formatted(.english) == "-¥ 9,223,372,036,854,775,808")
    }

    @Test(
        "money of another currency than the shop's is unmistakable",
        arguments: [
            ("USD", "BRL", "en", "US$ 79.00"), ("USD", "BRL", "pt-BR", "US$ 79,00"), ("BRL", "BRL", "en", "R$ 79.00"),
            ("BRL", "BRL", "pt-BR", "R$ 79,00"), ("EUR", "BRL", "pt-BR", "€ 79,00"),
            ("ARS", "BRL", "pt-BR", "ARS 79,00"),
            ("MXN", "BRL", "en", "MX$ 79.00"), ("ZAR", "BRL", "en", "ZAR 79.00"), ("CHF", "BRL", "en", "CHF 79.00"),
            ("USD", "USD", "en", "$ 79.00"), ("USD", "USD", "pt-BR", "US$ 79,00"), ("BRL", "USD", "en", "R$ 79.00"),
            ("CAD", "USD", "en", "CA$ 79.00"), ("MXN", "USD", "en", "MX$ 79.00"), ("USD", "MXN", "es-MX", "US$ 79.00"),
            ("MXN", "MXN", "es-MX", "$ 79.00"), ("INR", "INR", "en-IN", "₹ 79.00"),
            ("USD", "INR", "en-IN", "US$ 79.00"),
        ]
    )
    func abroad(code: String, home: String, language: String, text: String) throws {
        let currency = try #require(Currency(code: code))
        let money = try #require(Money(decimal: "79.00", currency: currency))
        let home = try #require(Currency(code: home))
        let tag = try #require(LanguageTag(language))
        #expect(money.formatted(tag, at: home) == text)
    }

    @Test("no two currencies look the same beside a third, nor like the shop's own")
    func signs() {
        let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ".map(String.init)
        let codes = letters.flatMap { first in letters.flatMap { second in letters.map { first + second + $0 } } }
        let all = codes.compactMap { Currency(code: $0) }
        #expect(all.count > 150)
        #expect(Set(all.map(\.symbolAbroad)).count == all.count)
        for home in all {
            #expect(!all.contains { $0 != home && $0.symbolAbroad == home.symbol }, "\(home)")
        }
    }

    @Test("sums stay in range, and the careful ones say when they don't fit")
    func arithmetic() {
        let one = Money(minorUnits: 1, currency: .brl)
        let most = Money(minorUnits: .max, currency: .brl)
        #expect(most + one == most)
        #expect(most.adding(one) == nil && most.multiplied(by: 2) == nil)
        #expect(Money(minorUnits: .min, currency: .brl).subtracting(one) == nil)
        #expect(one.adding(.zero(.eur)) == nil && one.subtracting(.zero(.eur)) == nil)
        #expect(one * 3 - one == Money(minorUnits: 2, currency: .brl))
        #expect((one - one * 2).isNegative && Money.zero(.brl).isZero)
        #expect(one.description == "0.01 BRL")
    }

    @Test("charges count millionths")
    func charges() throws {
        #expect(Charge(decimal: "0.0068")?.microUnits == 6_800)
        #expect(Charge(decimal: "0.00680000")?.microUnits == 6_800)
        #expect(Charge(decimal: "-1")?.microUnits == -1_000_000)
        for text in ["0.0000001", "", ".", "1.", "-", "1,0", "99999999999999", "1..0"] {
            #expect(Charge(decimal: text) == nil)
        }
        #expect((Charge(microUnits: 6_800) * 2 + Charge(microUnits: 1) - .zero).description == "13601u")
        #expect(Charge(microUnits: -6_800).decimal == "-0.006800")
        #expect(try JSONDecoder().decode([Charge].self, from: Data("[6800]".utf8)) == [Charge(microUnits: 6_800)])
    }

    @Test("a rate takes its share, halves rounded away from zero")
    func rates() {
        #expect(Rate(decimal: "0.19") == Rate(basisPoints: 1_900))
        for (rate, units, share) in [
            (500_000, 3, 2), (500_000, -3, -2), (190_000, 10_000, 1_900), (0, 5, 0), (-250_000, 10, -3),
            (1, 499_999, 0),
        ] {
            let money = Money(minorUnits: Int64(units), currency: .brl)
            #expect(Rate(millionths: Int64(rate)).of(money).minorUnits == Int64(share))
        }
        let most = Money(minorUnits: .max, currency: .brl)
        #expect(Rate(millionths: 1_000_000).of(most) == most)
        #expect(Rate(millionths: 2_000_000).of(most) == most)
        #expect(Rate(millionths: -2_000_000).of(most).minorUnits == .min)
        #expect(Rate(millionths: .min).of(Money(minorUnits: .min, currency: .brl)).minorUnits == .max)
    }
}
