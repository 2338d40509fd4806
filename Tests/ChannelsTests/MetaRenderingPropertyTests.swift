import Channels
import Commerce
import Kernel
import Messaging
import Testing

/// What holds for every message on Messenger and Instagram, however odd its words.
struct MetaRenderingPropertyTests {
    /// Words of many scripts, lengths and weights in bytes, none longer than a bubble.
    private static let words = [
        "red", "Größe", "👨‍👩‍👧‍👦", "🇧🇷", "e\u{301}\u{302}le\u{301}gant", "日本語のシャツ", "नमस्ते", "ok", "x", "1.", "(new)",
        "Donaudampfschifffahrtsgesellschaft", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "linen,", "cotton.", "!?", "R$", "49,90", "размер", "льняная",
    ]

    private struct Maker {
        var random: SeededGenerator

        mutating func below(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &random) }
        mutating func one(of numbers: [Int]) -> Int { numbers[below(numbers.count)] }

        mutating func phrase(_ count: Int) -> String {
            var text = ""
            for index in 0..<count {
                if index > 0 { text += ["\n", "  ", " ", " ", " ", " ", "\n\n"][below(7)] }
                text += words[below(words.count)]
            }
            return text
        }

        mutating func options(_ most: Int, from first: Int = 0) -> [Choices.Option] {
            (0..<below(most + 1)).map { index in
                Choices.Option(
                    phrase(1 + below(one(of: [1, 3, 12]))),
                    detail: below(2) == 0 ? phrase(below(20)) : nil,
                    payload: "v1:\(first + index)"
                )
            }
        }

        mutating func choices() -> Choices {
            var made = 0
            let sections = (0..<(1 + below(3))).map { _ in
                let options = options(one(of: [1, 3, 8]), from: made)
                made += options.count
                return Choices.Section(title: below(3) == 0 ? phrase(1 + below(4)) : nil, options: options)
            }
            return Choices(
                text: phrase(one(of: [0, 1, 8, 60, 300, 900])),
                picture: below(2) == 0 ? "https://p.example/1.png" : nil,
                footer: below(3) == 0 ? phrase(1 + below(20)) : nil,
                listLabel: phrase(below(5)),
                sections: sections
            )
        }

        mutating func cards() -> [ProductCard] {
            (0..<below(14)).map { index in
                ProductCard(
                    product: ProductID("\(index)"),
                    title: phrase(1 + below(one(of: [2, 14]))),
                    subtitle: phrase(below(one(of: [2, 14]))),
                    picture: below(2) == 0 ? "https://p.example/1.png" : nil,
                    options: options(4, from: index * 10)
                )
            }
        }
    }

    private static let channels: [ChannelKind] = [.messenger, .instagram]

    @Test("no limit is passed and no option lost, whatever is offered", arguments: 0..<20)
    func choices(block: UInt64) throws {
        for seed in (block * 50)..<(block * 50 + 50) {
            var maker = Maker(random: SeededGenerator(seed: seed))
            let choices = maker.choices()
            for channel in Self.channels {
                for isFollowed in [false, true] {
                    let wires = try render(.choices(choices), on: channel, isFollowed: isFollowed).map {
                        try MetaWire($0.body)
                    }
                    Self.expectLimits(wires, channel, isFollowed: isFollowed, seed)
                    Self.expectOptions(choices.options, wires, seed)
                    Self.expectWords(wires, seed)
                }
            }
        }
    }

    @Test("no limit is passed and no option lost, whatever is shown", arguments: 0..<10)
    func cards(block: UInt64) throws {
        for seed in (block * 30)..<(block * 30 + 30) {
            var maker = Maker(random: SeededGenerator(seed: seed))
            let cards = maker.cards()
            let lead = maker.phrase(maker.below(400))
            for channel in Self.channels {
                let wires = try render(.cards(cards, lead: lead), on: channel).map { try MetaWire($0.body) }
                Self.expectLimits(wires, channel, isFollowed: false, seed)
                let said = Self.flat(wires.map(\.readable).joined(separator: "\n"))
                for card in cards {
                    #expect(said.contains(Self.flat(card.title)), "\(seed)")
                    #expect(said.contains(Self.flat(card.subtitle)), "\(seed)")
                    for option in card.options { #expect(said.contains(Self.flat(option.label)), "\(seed)") }
                }
            }
        }
    }

    @Test("a long text loses nothing but the blanks at its cuts", arguments: 0..<20)
    func longTexts(seed: UInt64) throws {
        var maker = Maker(random: SeededGenerator(seed: seed))
        let text = maker.phrase(400 + maker.below(2000))
        for channel in Self.channels {
            let wires = try render(.text(text), on: channel).map { try MetaWire($0.body) }
            #expect(wires.count > 1)
            Self.expectLimits(wires, channel, isFollowed: false, seed)
            let said = text.split(whereSeparator: \.isWhitespace)
            #expect(wires.flatMap { ($0.text ?? "").split(whereSeparator: \.isWhitespace) } == said)
        }
    }

    @Test("a text without blanks is cut between characters, bytes counted on Instagram")
    func withoutBlanks() throws {
        let families = String(repeating: "👨‍👩‍👧‍👦", count: 300)
        for channel in Self.channels {
            let pieces = try render(.text(families), on: channel).compactMap { try MetaWire($0.body).text }
            #expect(pieces.joined() == families)
            #expect(pieces.allSatisfy { $0.allSatisfy { $0 == "👨‍👩‍👧‍👦" } })
        }
        let marks = "a" + String(repeating: "\u{301}", count: 3000)
        let pieces = try render(.text(marks), on: .instagram).compactMap { try MetaWire($0.body).text }
        #expect(pieces.allSatisfy { $0.utf8.count <= 1000 })
        #expect(pieces.joined().unicodeScalars.elementsEqual(marks.unicodeScalars))
    }

    private static func flat(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// Limits of the platforms, written here once more and counted by hand.
    private static func expectLimits(_ wires: [MetaWire], _ channel: ChannelKind, isFollowed: Bool, _ seed: UInt64) {
        func within(_ text: String?, _ most: Int) -> Bool {
            guard let text else { return true }
            return !text.allSatisfy(\.isWhitespace) && text.utf16.count <= most
        }
        for (index, wire) in wires.enumerated() {
            if channel == .instagram { #expect((wire.text?.utf8.count ?? 0) <= 1000, "\(seed)") }
            #expect(wire.taps.allSatisfy { within($0.title, 20) && within($0.payload, 1000) }, "\(seed)")
            switch wire.shape {
            case "text": #expect(within(wire.text, 1900), "\(seed)")
            case "replies":
                #expect(within(wire.text, 1900), "\(seed)")
                #expect((1...13).contains(wire.taps.count), "\(seed)")
                #expect(!isFollowed && index == wires.count - 1, "\(seed): quick replies would vanish")
                #expect(Set(wire.taps.map(\.title)).count == wire.taps.count, "\(seed)")
            case "button":
                #expect(wire.text != nil && within(wire.text, 640), "\(seed)")
                #expect((1...3).contains(wire.taps.count), "\(seed)")
            case "generic":
                #expect((1...10).contains(wire.cards.count), "\(seed)")
                for card in wire.cards {
                    #expect(card["title"] != nil && within(card["title"]?.string, 80), "\(seed)")
                    #expect(within(card["subtitle"]?.string, 80), "\(seed)")
                    #expect((card["buttons"]?.elements.map { $0 }.count ?? 1) <= 3, "\(seed)")
                    #expect(card["subtitle"] != nil || card["image_url"] != nil || card["buttons"] != nil, "\(seed)")
                }
            case "image": #expect(wire.text == nil, "\(seed)")
            default: Issue.record("\(wire.shape) in \(seed)")
            }
        }
    }

    private static func expectOptions(_ options: [Choices.Option], _ wires: [MetaWire], _ seed: UInt64) {
        let payloads = wires.flatMap { $0.taps.map(\.payload) }
        #expect(payloads.isEmpty || payloads == options.map(\.payload), "\(seed)")
        let said = flat(wires.map(\.readable).joined(separator: "\n"))
        for (index, option) in options.enumerated() {
            let label = flat(option.label)
            #expect(said.contains(label), "\(seed): \(label)")
            if payloads.isEmpty { #expect(said.contains("\(index + 1). \(label)"), "\(seed)") }
            #expect(said.contains(flat(option.detail ?? "")), "\(seed)")
        }
    }

    /// Every word on the wire is one that was said, or a mark of ours.
    private static func expectWords(_ wires: [MetaWire], _ seed: UInt64) {
        var known = Set(words.flatMap { [$0, $0 + "…", $0 + ":"] }).union(["…", "Menu"])
        for number in 0...30 { known.formUnion(["\(number)", "\(number)."]) }
        let seen = wires.map(\.readable).joined(separator: "\n").split(whereSeparator: \.isWhitespace).map(String.init)
        #expect(Set(seen).subtracting(known).isEmpty, "\(seed)")
    }
}
