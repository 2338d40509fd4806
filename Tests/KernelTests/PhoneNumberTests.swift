import Foundation
import Kernel
import Testing

@Suite("phone numbers")
struct PhoneNumberTests {
    @Test("numbers are read however they are written")
    func reading() {
        for text in [
            "+55 (11) 98765-4321", "5511987654321", "0055 11 98765 4321", "+55.11.98765/4321",
            "\u{202A}+55 11 98765‑4321\u{202C}", "５５11987654321",
        ] {
            #expect(PhoneNumber(text)?.digits == "5511987654321", "\(text)")
        }
        for text in [
            "", "+", "123456", "0119876543", "1234567890123456", "+55 11 abc", "BR.123456789", "wa:5511987654321",
        ] {
            #expect(PhoneNumber(text) == nil, "\(text)")
        }
    }

    @Test(
        "the spellings of one number have one canonical form",
        arguments: [
            (["5511987654321", "551187654321"], "5511987654321"), (["525512345678", "5215512345678"], "525512345678"),
            (["541112345678", "5491112345678"], "5491112345678"), (["551132345678"], "551132345678"),
            (["15551234567"], "15551234567"),
            (["5511932345678"], "5511932345678"), (["493012345678"], "493012345678"),
        ] as [([String], String)]
    )
    func variants(spellings: [String], canonical: String) throws {
        for spelling in spellings {
            let number = try #require(PhoneNumber(spelling))
            #expect(number.canonical.digits == canonical)
            #expect(number.variants.first == number)
            #expect(Set(number.variants.map(\.digits)) == Set(spellings))
        }
    }

    @Test("every variant of a number has its variants, its country and its canonical form", arguments: UInt64(1)...200)
    func closed(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let prefix = ["55", "52", "521", "54", "549", "1", "49"].randomElement(using: &random) ?? "55"
        let rest = (0..<Int.random(in: 8...11, using: &random)).map { _ in String(Int.random(in: 0...9, using: &random))
        }.joined()
        let number = try #require(PhoneNumber(prefix + rest))
        for variant in number.variants {
            #expect(Set(variant.variants) == Set(number.variants))
            #expect(variant.canonical == number.canonical)
            #expect(variant.country == number.country)
        }
        #expect(number.variants.contains(number.canonical))
    }

    @Test("the longest calling prefix names the country")
    func countries() {
        for (digits, country, code) in [
            ("18765551234", "JM", "1"), ("12125551234", "US", "1"), ("14165551234", "CA", "1"),
            ("79161234567", "RU", "7"),
            ("77011234567", "KZ", "7"), ("5511987654321", "BR", "55"), ("393471234567", "IT", "39"),
            ("447911123456", "GG", "44"),
            ("447700900123", "GB", "44"), ("351912345678", "PT", "351"), ("85251234567", "HK", "852"),
            ("971501234567", "AE", "971"),
            ("262692123456", "RE", "262"), ("262639123456", "YT", "262"), ("919876543210", "IN", "91"),
            ("380501234567", "UA", "380"),
        ] {
            let number = PhoneNumber(digits)
            #expect(number?.country == country, "\(digits)")
            #expect(number?.callingCode == code, "\(digits)")
        }
        #expect(PhoneNumber("9991234567")?.country == nil)
    }

    @Test("countries have their calling codes")
    func codes() {
        #expect(
            ["BR", "us", "JM", "KZ", "DE", "VA"].map(PhoneNumber.callingCode) == ["55", "1", "1", "7", "49", "379"]
        )
        #expect(PhoneNumber.callingCode(of: "QQ") == nil)
    }

    @Test("a log sees calling code and two digits only")
    func redaction() throws {
        let number = try #require(PhoneNumber("5511987654323"))
        #expect(number.redacted == "+55…23" && "\(number)" == "+55…23" && number.e164 == "+5511987654323")
        #expect(PhoneNumber("9991234567")?.redacted == "+9…67")
    }

    @Test("numbers are stored as their digits")
    func coding() throws {
        let number = try #require(PhoneNumber("+5511987654321"))
        let data = try JSONEncoder().encode([number])
        #expect(String(decoding: data, as: UTF8.self) == #"["5511987654321"]"#)
        #expect(try JSONDecoder().decode([PhoneNumber].self, from: data) == [number])
        #expect(throws: DecodingError.self) { try JSONDecoder().decode([PhoneNumber].self, from: Data(#"["x"]"#.utf8)) }
    }
}
