import Commerce
import Dialogue
import Foundation
import Kernel
import Linter
import Messaging
import ShopFolder
import Testing

@Suite("the linter of a whole shop")
struct ShopLinterTests {
    /// Enough turns for menu, articles and questions.
    private let few = Survey.Bounds(turns: 700, products: 3)

    private func report(_ shop: Shop, _ catalogue: Catalogue, sources: [String: String] = [:]) -> LintReport {
        let files = sources.mapValues { Array($0.utf8) }
        return ShopLinter(of: shop, catalogue, bounds: few).report(of: .init(sources: ShopSources(files)))
    }

    @Test("a shop with short texts has nothing broken, and says what it looked at")
    func cleanShop() {
        let report = report(LintedShop.shop(), LintedShop.catalogue())
        #expect(report.count(.broken) == 0, "\(report.lines(isWhole: true))")
        #expect(report.count(.untranslated) == 0)
        #expect(report.messages > 100)
        #expect(
            report.sum.hasSuffix(
                "in en on whatsapp, messenger, instagram: 0 broken, \(report.count(.weak)) weak, 0 untranslated."
            )
        )
    }

    @Test("one long title is one finding, with its place, its channels and how often it was met")
    func longTitle() throws {
        let title = LintedShop.longTitle
        let catalogue = LintedShop.catalogue(title: title)
        let sources = ["catalogue.csv": "id,title\nCAP,Cap\nHAT-S,\"\(title)\"\n"]
        let report = report(LintedShop.shop(), catalogue, sources: sources)
        let found = report.findings.filter { $0.rule == .shortened && $0.cause?.kind == .productTitle }
        #expect(found.count == 1)
        let finding = try #require(found.first)
        #expect(finding.place == LintPlace(file: "catalogue.csv", line: 3, column: 8))
        #expect(finding.channels == Set(ChannelKind.allCases))
        #expect(finding.count > 1)
        let line = try #require(report.lines(isWhole: false).first { $0.contains("a product's title") })
        #expect(line.hasPrefix("weak catalogue.csv:3:8: a product's title is shortened where it is tapped: "))
        #expect(line.hasSuffix("Shorten it to 24 characters; it has \(title.utf16.count)."))
    }

    @Test("an answer too long for one bubble is named as what splits the message")
    func longAnswer() throws {
        let answer = String(repeating: "We take everything back. ", count: 60).trimmingCharacters(in: .whitespaces)
        let report = report(LintedShop.shop(answer: answer), LintedShop.catalogue())
        let finding = try #require(report.findings.first { $0.rule == .split })
        #expect(finding.cause == ShopText(.answer, answer))
        #expect(finding.remedy.hasPrefix("Shorten an answer; it has \(answer.utf16.count)"))
    }

    @Test("a picture without https is broken")
    func pictureAddress() {
        let report = report(LintedShop.shop(), LintedShop.catalogue(picture: "http://shop.example/hat.png"))
        #expect(report.findings.contains { $0.rule == .pictureAddress })
        #expect(report.findings.contains { $0.rule == .refused })
        let refused = report.findings.filter { $0.rule == .refused }
        #expect(refused.map(\.cause) == [ShopText(.picture, "http://shop.example/hat.png")])
        #expect(refused.map(\.remedy) == ["Give its address with https://."])
        #expect(report.count(.broken) > 0)
    }

    @Test("templates are looked at: approval, length once filled, and languages")
    func templates() throws {
        let long = String(repeating: "x", count: 1_010) + " {{1}} is shipped."
        let templates = [LintedShop.template(body: long, approval: .paused)]
        let shop = LintedShop.shop(languages: [.english, .brazilianPortuguese], templates: templates)
        let report = report(shop, LintedShop.catalogue())
        let rules = report.findings.filter { $0.cause?.kind == .template }.map(\.rule)
        #expect(rules == [.refused, .template, .untranslated])
        let none = try #require(report.findings.first { $0.what.hasPrefix("no template for ") })
        #expect(none.what.contains("delivered") && !none.what.contains("shipped,"))
    }

    @Test("the report as JSON holds the findings and the sums")
    func json() throws {
        let report = report(LintedShop.shop(), LintedShop.catalogue(title: LintedShop.longTitle))
        let document = try JSONDocument(Array(report.json.utf8))
        #expect(document.root["weak"]?.int == Int64(report.count(.weak)))
        let findings = Array(try #require(document.root["findings"]).elements)
        #expect(findings.count == report.findings.count)
        #expect(findings.contains { $0["rule"]?.string == "shortened" && $0["file"]?.string == "catalogue.csv" })
    }

    @Test("many findings of one sort are counted unless all are wished for")
    func manyTitles() {
        let products = (1...30).map { number in
            Product(
                id: ProductID("P\(number)"),
                title: "A title that is far too long, number \(number)",
                description: "",
                variants: [
                    Variant(
                        sku: SKU("P\(number)"),
                        product: ProductID("P\(number)"),
                        listPrice: Money(minorUnits: 100, currency: .brl)
                    )
                ]
            )
        }
        let catalogue = Catalogue(revision: 1, products: products, collections: [])
        let report = ShopLinter(of: LintedShop.shop(), catalogue, bounds: .init(turns: 50, products: 2)).report()
        #expect(report.findings.filter { $0.rule == .shortened }.count == 30)
        #expect(report.lines(isWhole: false).contains("weak: 10 more of this sort; see them with --all."))
        #expect(report.left > 0)
        #expect(report.lines(isWhole: true).count == report.findings.count + 2)
    }

    @Test("nothing of the demo shop is refused, lost or cut")
    func demoShop() throws {
        let loaded = try ShopReader.read(.demo, as: ShopID(1))
        let linter = ShopLinter(
            of: loaded.shop,
            loaded.catalogue,
            listed: loaded.listed,
            languages: [loaded.shop.languages[0]],
            bounds: .init(turns: 4_000, products: 3)
        )
        let report = linter.report(
            of: .init(
                sources: ShopSources(ShopReader.files(of: .demo)),
                untranslated: loaded.untranslated
            )
        )
        #expect(report.count(.broken) == 0, "\(report.lines(isWhole: true).joined(separator: "\n"))")
        #expect(report.messages > 300)
    }

    @Test("a text is found in its file: quoted in a cell, folded in YAML, or not at all")
    func places() {
        var sources = ShopSources([
            "catalogue.csv": Array("id,title\n1,\"Hat \"\"Sun\"\"\"\n".utf8),
            "shop.yaml": Array("name: Areia\ngreeting: Good to see you here again,\n  dear shopper.\n".utf8),
        ])
        let hat = sources.place(of: ShopText(.productTitle, "Hat \"Sun\""))
        #expect(hat == LintPlace(file: "catalogue.csv", line: 2, column: 4))
        let greeting = sources.place(of: ShopText(.greeting, "Good to see you here again, dear shopper."))
        #expect(greeting == LintPlace(file: "shop.yaml", line: 2, column: 11))
        #expect(sources.place(of: ShopText(.shopName, "Areia")) == LintPlace(file: "shop.yaml", line: 1, column: 7))
        #expect(sources.place(of: ShopText(.answer, "Within 14 days.")) == nil)
        #expect(sources.place(of: ShopText(.colour, "Sand")) == nil)
    }
}
