import Kernel
import Testing

@Suite("card numbers in texts")
struct CardMaskTests {
    @Test("a card number is removed with every separator", arguments: CardSamples.cards)
    func separators(card: String) {
        for separator in CardSamples.separators {
            for sizes in [
                CardSamples.printed(card), [8], [6], Array(repeating: 1, count: card.count), [5, 5],
                [2, 2, 2, 2, 2, 2, 2],
            ] {
                let written = CardSamples.grouped(card, sizes, by: separator)
                let masked = CardMask.mask("pay with \(written) please")
                #expect(
                    masked == .init(text: "pay with [card removed] please", found: true),
                    "\(written.debugDescription)"
                )
                #expect(CardMask.mask(written).text == CardMask.replacement)
            }
        }
    }

    @Test("a card number is removed in the digits of every script", arguments: CardSamples.cards)
    func scripts(card: String) {
        for zero: UInt32 in [0x660, 0x6F0, 0x966, 0x9E6, 0xE50, 0xFF10, 0x1D7CE, 0x1D7F6] {
            let written = CardSamples.written(card, zero: zero)
            #expect(CardMask.mask("nº \(written)!").text == "nº [card removed]!")
        }
        let keycaps = card.map { "\($0)\u{FE0F}\u{20E3}" }.joined()
        #expect(CardMask.mask(keycaps).text == CardMask.replacement)
    }

    @Test("a card number is removed from any company of words", arguments: CardSamples.cards)
    func company(card: String) {
        for (before, after) in [
            ("card", "ok"), ("Pedido 1234, cartão: ", ". Obrigado"), ("(", ")"), ("nº", ""), ("😀", "😀"),
            ("x2 ", "\n\nthanks"),
        ] {
            #expect(CardMask.mask(before + card + after).text == before + CardMask.replacement + after)
        }
    }

    @Test("no card number survives random separators", arguments: UInt64(1)...200)
    func randomSeparators(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        for card in CardSamples.cards {
            var written = ""
            for digit in card.dropLast() {
                written.append(digit)
                if Int.random(in: 0..<4, using: &random) == 0 {
                    written += CardSamples.separators.randomElement(using: &random) ?? ""
                }
            }
            written += card.suffix(1)
            let masked = CardMask.mask("número \(written) ok")
            #expect(masked.found && masked.text == "número [card removed] ok", "\(written.debugDescription)")
        }
    }

    @Test("expiry date and check number go with the card")
    func followUps() {
        #expect(CardMask.mask("4242 4242 4242 4242 12/29 123").text == "[card removed]")
        #expect(
            CardMask.mask("4242424242424242, val 12/29, cvv 123. Rua A 7").text
                == "[card removed], val [card removed], cvv [card removed]. Rua A 7"
        )
    }

    @Test("two cards in one text are both removed")
    func two() {
        #expect(CardMask.mask("4242424242424242 or 5555 5555 5555 4444").text == "[card removed] or [card removed]")
    }

    @Test("parcel numbers survive", arguments: CardSamples.parcels)
    func parcels(number: String) {
        #expect(CardMask.mask(number) == .init(text: number, found: false))
        #expect(CardMask.mask("where is \(number)?").found == false)
        #expect(CardMask.mask(CardSamples.grouped(number, [4, 4, 4, 4, 4], by: " ")).found == false)
    }

    @Test(
        "ordinary texts with digits survive",
        arguments: [
            "", "hello", "Order 100234 from 21/11/2026, 2 pieces at 1,299.00", "tamanhos 36, 38, 40, 42, 44, 46, 48",
            "+55 11 98765-4321 or 11 3456-7890", "SKU-4006381333931 and 4006381333931", "Rua das Flores 123, 04567-890",
            "CPF 123.456.789-09", "IBAN DE89 3704 0044 0532 0130 00", "2026-11-21 08:00:00.000",
            "4242 4242 4242 4243", "4242424242424241", "42424242424242424242", "4242424242424242424242",
            "573001234567", "#1001 #1002 #1003 #1004", "0049 171 1234567",
        ]
    )
    func survivors(text: String) {
        #expect(CardMask.mask(text) == .init(text: text, found: false))
    }

    @Test("barcodes go only if a word says card")
    func doubtful() {
        #expect(CardMask.mask("EAN 4222222222222").found == false)
        #expect(CardMask.mask("my card 4222222222222").found)
        #expect(CardMask.mask("4222 2222 2222 2").found)
    }

    @Test("a number known to be none is kept")
    func exclusions() {
        #expect(CardMask.mask("order 4242-4242-4242-4242", keeping: ["4242424242424242"]).found == false)
        #expect(CardMask.mask("4242424242424242", keeping: ["", "+1 555"]).found)
    }

    @Test("fewer than one in a thousand order and parcel numbers is taken for a card")
    func falsePositives() {
        var random = SeededGenerator(seed: 7)
        let taken = (1...10_000).count { _ in CardMask.mask(Self.orderNumber(using: &random)).found }
        #expect(taken < 10)
    }

    /// Order, article and parcel numbers as shops and carriers make them.
    private static func orderNumber(using random: inout SeededGenerator) -> String {
        func digits(_ count: Int) -> String {
            (0..<count).map { _ in String(Int.random(in: 0...9, using: &random)) }.joined()
        }
        switch Int.random(in: 0..<12, using: &random) {
        case 0: return "#" + digits(Int.random(in: 4...8, using: &random))
        case 1: return "ORD-" + digits(4) + "-" + digits(6)
        case 2: return digits(3) + "-" + digits(7) + "-" + digits(7)
        case 3: return "1Z" + digits(1) + "A" + digits(1) + "W" + digits(2) + digits(10)
        case 4: return "RB" + digits(9) + "BR"
        case 5: return "94" + digits(20)
        case 6: return digits(12)
        case 7: return "96" + digits(20)
        case 8: return digits(Int.random(in: 10...11, using: &random))
        case 9: return "SKU" + digits(5) + "-" + digits(2)
        case 10: return digits(13)
        default: return "2026112" + digits(1) + "-" + digits(4)
        }
    }

    @Test("random bytes never stop the mask", arguments: UInt64(1)...100)
    func noise(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let alphabet = Array("0123456789 -\\u0034\"{}[]:,.\u{FF14}é".utf8)
        let bytes = (0..<300).map { _ in alphabet.randomElement(using: &random) ?? 0 }
        let masked = CardMask.mask(raw: bytes)
        #expect(masked.found || masked.bytes == bytes)
        #expect(CardMask.mask(String(decoding: bytes, as: UTF8.self)).text.isEmpty == false)
    }
}
