import Channels
import Foundation
import Kernel
import Messaging
import Testing

/// The published table for Messenger and Instagram, row by row, at the edge of each limit.
struct MetaRenderingRuleTests {
    private static let settings = MetaSettings(templates: ["shipped"])

    @Test("each row of the table shows what it promises", arguments: MetaRenderingRow.rows.indices)
    func table(index: Int) throws {
        let row = MetaRenderingRow.rows[index]
        for channel in row.channels {
            let bubbles = render(
                row.content,
                on: channel,
                category: row.category,
                isFollowed: row.isFollowed,
                settings: Self.settings
            )
            #expect(try bubbles.map { try MetaWire($0.body).shape } == row.shapes, "\(row.rule) on \(channel)")
        }
    }

    /// Rules that have a test of their own below.
    private static let ownTests: Set<String> = ["MC8", "MC9", "MX1", "MX2", "MX3"]

    @Test("every published rule is tested, and every tested one published")
    func published() throws {
        let rules = try PublishedRules.all().filter(PublishedRules.isOfMeta)
        #expect(Set(rules) == Set(MetaRenderingRow.rows.map(\.rule)).union(Self.ownTests))
        #expect(Set(rules).count == rules.count)
    }

    private func wires(
        _ content: OutboundMessage.Content,
        on channel: ChannelKind = .messenger,
        isFollowed: Bool = false
    ) throws -> [MetaWire] {
        try render(content, on: channel, isFollowed: isFollowed).map { try MetaWire($0.body) }
    }

    @Test("MC3: what does not fit on a quick reply stands numbered in the text, under its section")
    func details() throws {
        let wire = try #require(
            wires(
                .choices(
                    Choices(
                        text: "Which?",
                        footer: "While they last",
                        sections: [
                            Choices.Section(
                                title: "Warm",
                                options: [Choices.Option("Red", detail: "€ 4", payload: "1")]
                            ),
                            Choices.Section(title: "Cold", options: [Choices.Option("Blue", payload: "2")]),
                        ]
                    )
                )
            ).first
        )
        #expect(wire.text == "Which?\n\nWarm\n1. Red: € 4\n\nCold\n2. Blue\n\nWhile they last")
        #expect(wire.taps.map(\.title) == ["Red", "Blue"])
        #expect(wire.taps.map(\.payload) == ["1", "2"])
    }

    @Test("MC6: a label without a place stands numbered in the text, and its quick reply has the number")
    func numbered() throws {
        let word = String(repeating: "Donaudampfschiff", count: 6)
        let wire = try #require(
            wires(
                MetaRenderingRow.choices(
                    "Which?",
                    [Choices.Option(word, payload: "1"), Choices.Option("A lamp of glass and brass", payload: "2")]
                )
            ).first
        )
        #expect(wire.text == "Which?\n\n1. \(word)\n2. A lamp of glass and brass")
        #expect(wire.taps.map(\.title) == ["1", "2. A lamp of glass…"])
    }

    @Test("MC5: a card has the option's words, its button the word of the list")
    func optionCards() throws {
        let all = try wires(
            .choices(
                Choices(
                    text: "Which?",
                    listLabel: "Take it",
                    options: [Choices.Option("A lamp of glass and brass", detail: "€ 40", payload: "1")]
                )
            )
        )
        let card = try #require(all.last?.cards.first)
        #expect(card["title"]?.string == "A lamp of glass and brass")
        #expect(card["subtitle"]?.string == "€ 40")
        #expect(all.last?.taps.map(\.title) == ["Take it"])
    }

    @Test("MC8: equal labels are told apart", arguments: [ChannelKind.messenger, .instagram])
    func equalLabels(channel: ChannelKind) throws {
        let options = (0..<3).map { Choices.Option("Red", payload: "p\($0)") }
        for isFollowed in [false, true] {
            let all = try wires(MetaRenderingRow.choices("Which?", options), on: channel, isFollowed: isFollowed)
            #expect(all.last?.taps.map(\.title) == ["Red", "Red 2", "Red 3"])
        }
    }

    @Test("MC9: above things to tap there is always a text")
    func blankText() throws {
        let option = [Choices.Option("a", payload: "p")]
        #expect(try wires(.choices(Choices(text: " ", options: option))).map(\.text) == ["Choose"])
        #expect(try wires(.choices(Choices(text: "", listLabel: "", options: option))).map(\.text) == ["…"])
    }

    @Test("ML3: an address that no bubble holds stays whole on its button")
    func longAddress() throws {
        let url = "https://p.example/" + String(repeating: "u", count: 3000)
        for channel in [ChannelKind.messenger, .instagram] {
            let wire = try #require(
                wires(.link(LinkOffer(text: "Pay", label: "Open the page of payment", url: url)), on: channel).first
            )
            #expect(wire.taps.map(\.payload) == [url])
            #expect(wire.taps.map(\.title) == ["Open the page of…"])
            #expect(wire.text == "Pay\n\nOpen the page of payment")
        }
    }
}

/// The rules of the article "Rendering", by their names.
enum PublishedRules {
    static func all() throws -> [String] {
        let page = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../Sources/Channels/Channels.docc/Rendering.md")
        return try String(contentsOf: page, encoding: .utf8).split(separator: "\n").compactMap { line in
            guard line.hasPrefix("| "), !line.hasPrefix("| Rule") else { return nil }
            return line.dropFirst(2).prefix { $0 != " " }.description
        }
    }

    /// Those of Messenger and Instagram begin with M and a second letter.
    static func isOfMeta(_ rule: String) -> Bool { rule.hasPrefix("M") && rule.dropFirst().first?.isLetter == true }
}
