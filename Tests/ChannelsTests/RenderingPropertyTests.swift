import Channels
import Kernel
import Messaging
import Testing

/// What holds for every message, however odd its words.
struct RenderingPropertyTests {
    /// Words of many scripts and lengths: emoji families, flags, combining marks, none longer than a bubble.
    private static let words = [
        "red", "Größe", "👨‍👩‍👧‍👦", "🇧🇷", "e\u{301}\u{302}le\u{301}gant", "日本語のシャツ", "नमस्ते", "ok", "x", "1.", "(new)",
        "a\u{300}",
        "Donaudampfschifffahrtsgesellschaft", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "linen,", "cotton.", "!?", "R$", "49,90",
    ]

    private static func phrase(_ count: Int, _ random: inout SeededGenerator) -> String {
        var text = ""
        for index in 0..<count {
            if index > 0 { text += ["\n", "  ", " ", " ", " ", " ", "\n\n"].randomElement(using: &random) ?? " " }
            text += words.randomElement(using: &random) ?? "x"
        }
        return text
    }

    private static func choices(_ random: inout SeededGenerator) -> Choices {
        let textLength = [0, 1, 8, 60, 300, 900].randomElement(using: &random) ?? 1
        var made = 0
        let sections = (0..<Int.random(in: 1...3, using: &random)).map { _ in
            let options = (0..<Int.random(in: 0...([1, 3, 6].randomElement(using: &random) ?? 3), using: &random)).map {
                _ in
                made += 1
                return Choices.Option(
                    phrase(
                        Int.random(in: 1...([1, 3, 8].randomElement(using: &random) ?? 3), using: &random),
                        &random
                    ),
                    detail: Bool.random(using: &random) ? phrase(Int.random(in: 0...12, using: &random), &random) : nil,
                    payload: "v1:\(made)"
                )
            }
            return Choices.Section(
                title: Bool.random(using: &random) ? phrase(Int.random(in: 1...5, using: &random), &random) : nil,
                options: options
            )
        }
        return Choices(
            text: phrase(textLength, &random),
            picture: Bool.random(using: &random) ? "https://p.example/1.png" : nil,
            footer: Bool.random(using: &random) ? phrase(Int.random(in: 1...20, using: &random), &random) : nil,
            listLabel: phrase(Int.random(in: 0...4, using: &random), &random),
            sections: sections
        )
    }

    @Test("no option is lost, no word cut, no limit passed", arguments: 0..<20)
    func everyMessage(block: UInt64) throws {
        for seed in (block * 100)..<(block * 100 + 100) {
            var random = SeededGenerator(seed: seed)
            let choices = Self.choices(&random)
            let wires = try render(.choices(choices))
            for wire in wires { Self.expectLimits(wire, seed) }
            Self.expectOptions(choices, wires, seed)
            Self.expectWords(choices, wires, seed)
        }
    }

    /// Limits of the platform, written here once more and counted by hand.
    private static func expectLimits(_ wire: Wire, _ seed: UInt64) {
        func within(_ text: String?, _ limit: Int) -> Bool {
            guard let text else { return true }
            return !text.allSatisfy(\.isWhitespace) && text.utf16.count <= limit
        }
        switch wire.type {
        case "text": #expect(within(wire.text, 4096), "\(seed)")
        case "image": #expect(within(wire.text, 1024), "\(seed)")
        case "button":
            #expect(within(wire.text, 1024) && wire.text != nil, "\(seed)")
            #expect((1...3).contains(wire.buttons.count), "\(seed)")
            #expect(wire.buttons.allSatisfy { within($0.title, 20) && within($0.id, 256) }, "\(seed)")
            #expect(Set(wire.buttons.map(\.title)).count == wire.buttons.count, "\(seed)")
        case "list":
            #expect(within(wire.text, 4096) && wire.text != nil, "\(seed)")
            #expect((1...10).contains(wire.rows.count), "\(seed)")
            #expect(
                wire.rows.allSatisfy { within($0.title, 24) && within($0.detail, 72) && within($0.id, 200) },
                "\(seed)"
            )
            #expect(Set(wire.rows.map(\.title)).count == wire.rows.count, "\(seed)")
            #expect(within(wire.interactive?["action"]?["button"]?.string ?? "", 20), "\(seed)")
            let titles = wire.sections.map { $0["title"]?.string }
            #expect(titles.allSatisfy { within($0, 24) }, "\(seed)")
            #expect(titles.count == 1 || !titles.contains(nil), "\(seed)")
            #expect(wire.sections.allSatisfy { $0["rows"]?[0] != nil }, "\(seed)")
        default: Issue.record("\(wire.type ?? "nothing") in \(seed)")
        }
        #expect(within(wire.footer, 60) && wire.footer?.contains("\n") != true, "\(seed)")
    }

    private static func expectOptions(_ choices: Choices, _ wires: [Wire], _ seed: UInt64) {
        let payloads = wires.flatMap { $0.buttons.map(\.id) + $0.rows.map(\.id) }
        let isTappable = wires.contains { $0.interactive != nil }
        #expect(payloads == (isTappable ? choices.options.map(\.payload) : []), "\(seed)")
        let readable = wires.map(\.readable).joined(separator: "\n").split(whereSeparator: \.isWhitespace).joined(
            separator: " "
        )
        for (index, option) in choices.options.enumerated() {
            let label = option.label.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            #expect(readable.contains(label), "\(seed): \(label)")
            if !isTappable { #expect(readable.contains("\(index + 1). \(label)"), "\(seed)") }
            let detail = (option.detail ?? "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
            #expect(readable.contains(detail), "\(seed): \(detail)")
        }
    }

    /// Every word on the wire is one that was said, or a mark of ours.
    private static func expectWords(_ choices: Choices, _ wires: [Wire], _ seed: UInt64) {
        var known = Set(words.flatMap { [$0, $0 + "…", $0 + ":", $0 + ","] }).union(["…", "Menu"])
        for number in 0...30 { known.formUnion(["\(number)", "\(number)."]) }
        let seen = wires.map(\.readable).joined(separator: "\n").split(whereSeparator: \.isWhitespace).map(String.init)
        #expect(Set(seen).subtracting(known).isEmpty, "\(seed)")
        if choices.options.isEmpty {
            let said = (choices.text + " " + (choices.footer ?? "")).split(whereSeparator: \.isWhitespace).map(
                String.init
            )
            #expect(seen == said, "\(seed)")
        }
    }

    @Test("a long text loses nothing but the blanks at its cuts", arguments: 0..<10)
    func longTexts(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let text = Self.phrase(Int.random(in: 800...4000, using: &random), &random)
        let wires = try render(.text(text))
        #expect(wires.count > 1)
        #expect(wires.allSatisfy { ($0.text?.utf16.count ?? 0) <= 4096 })
        let said = text.split(whereSeparator: \.isWhitespace)
        #expect(wires.flatMap { ($0.text ?? "").split(whereSeparator: \.isWhitespace) } == said)
    }

    @Test("a text without blanks is cut between characters, one endless character between its scalars")
    func withoutBlanks() throws {
        let families = String(repeating: "👨‍👩‍👧‍👦", count: 500)
        let pieces = try render(.text(families)).compactMap(\.text)
        #expect(pieces.joined() == families)
        #expect(pieces.allSatisfy { $0.utf16.count <= 4096 && $0.allSatisfy { $0 == "👨‍👩‍👧‍👦" } })
        let endless = "a" + String(repeating: "\u{301}", count: 9000)
        let marks = try render(.text(endless)).compactMap(\.text)
        #expect(marks.count == 3)
        #expect(marks.allSatisfy { $0.utf16.count <= 4096 })
        #expect(marks.joined().unicodeScalars.elementsEqual(endless.unicodeScalars))
    }

    @Test("a text is cut at a sentence's end, not after the number of an option")
    func cuts() throws {
        let sentence = String(repeating: "w", count: 2000) + ". "
        let wires = try render(.text(sentence + sentence + "1. " + String(repeating: "z", count: 200)))
        #expect(wires.map { $0.text?.suffix(2) } == ["w.", "zz"])
        let lines = (1...200).map { "\($0). \(String(repeating: "o", count: 40))" }.joined(separator: "\n")
        let numbered = try render(.text(lines)).compactMap(\.text)
        #expect(numbered.joined(separator: "\n") == lines)
    }
}
