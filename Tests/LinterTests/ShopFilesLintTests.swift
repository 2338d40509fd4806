import Commerce
import Dialogue
import Kernel
import Linter
import Messaging
import Testing

@Suite("the linter of what stands in a shop's files")
struct ShopFilesLintTests {
    private func report(
        _ shop: Shop,
        _ catalogue: Catalogue = LintedShop.catalogue(),
        listed: [SKU: Int] = [:],
        of reading: ShopLinter.Reading = .init()
    ) -> LintReport {
        ShopLinter(of: shop, catalogue, listed: listed, bounds: .init(turns: 300, products: 1)).report(of: reading)
    }

    private func missing(_ key: String, of subject: String, line: Int, file: String = "catalogue.csv") -> MissingText {
        MissingText(
            file: file,
            line: line,
            language: .brazilianPortuguese,
            key: key,
            subject: subject,
            words: "Straw \(subject)"
        )
    }

    @Test("a title that is too long in one language is found in that language")
    func translatedTitle() throws {
        let long = "Chapéu de palha de aba larga para dias longos"
        let portuguese = LintedShop.catalogue(title: long)
        let shop = LintedShop.shop(
            languages: [.english, .brazilianPortuguese],
            translations: ["pt": LintedShop.shop(languages: [.english, .brazilianPortuguese], answer: "Em 14 dias.")]
        )
        let report = report(shop, LintedShop.catalogue(translations: ["pt": portuguese]))
        let finding = try #require(report.findings.first { $0.cause == ShopText(.productTitle, long) })
        #expect(finding.rule == .shortened)
        #expect(finding.languages == [.brazilianPortuguese])
        #expect(finding.count > 0)
        #expect(report.languages == [.english, .brazilianPortuguese])
    }

    @Test("texts of one sort that a language lacks are one finding with all their lines and what is said instead")
    func untranslated() throws {
        let shop = LintedShop.shop(languages: [.english, .brazilianPortuguese])
        let reading = ShopLinter.Reading(
            untranslated: [
                missing("title", of: "HAT", line: 2), missing("title", of: "CAP", line: 5),
                missing("days", of: "a delivery option", line: 9, file: "shop.yaml"),
            ]
        )
        let report = report(shop, of: reading)
        let found = report.findings.filter { $0.rule == .untranslated }
        #expect(found.count == 2)
        let titles = try #require(found.first)
        #expect(titles.places.map(\.line) == [2, 5])
        #expect(titles.languages == [.brazilianPortuguese])
        let lines = report.lines(isWhole: false)
        #expect(
            lines.contains(
                "untranslated catalogue.csv:2: title of 2 products is not there in pt-BR: \u{201C}Straw HAT\u{201D} is said "
                    + "(and in line 5; pt-BR). Add title.pt in each place."
            ),
            "\(lines)"
        )
        #expect(lines.contains { $0.hasPrefix("untranslated shop.yaml:9: days of a delivery option is not there") })
    }

    @Test("what only other languages lack is not told of the languages looked at")
    func otherLanguages() {
        let shop = LintedShop.shop(languages: [.english, .brazilianPortuguese])
        let linter = ShopLinter(
            of: shop,
            LintedShop.catalogue(),
            languages: [.english],
            bounds: .init(turns: 1, products: 1)
        )
        let report = linter.report(of: .init(untranslated: [missing("title", of: "HAT", line: 2)]))
        #expect(report.count(.untranslated) == 0)
    }

    @Test("a language that the assistant doesn't speak is found, and its messages are still looked at")
    func unspoken() throws {
        let german = try #require(LanguageTag("de"))
        let report = report(LintedShop.shop(languages: [german]))
        let finding = try #require(report.findings.first { $0.rule == .untranslated })
        #expect(finding.what == "the assistant doesn't speak de, so its shoppers read en")
        #expect(report.messages > 50)
    }

    @Test(
        "a comment word that stands in praise is found, one that buyers write is not",
        arguments: [("the", true), ("linda", true), ("beautiful", true), ("price", false), ("quanto", false)]
    )
    func commentWords(word: String, isCommon: Bool) {
        let found = report(LintedShop.shop(commentWords: [word])).findings.filter { $0.rule == .commentWord }
        #expect(found.count == (isCommon ? 1 : 0))
    }

    @Test("a comment word that holds another changes nothing")
    func needlessWord() throws {
        let found = report(LintedShop.shop(commentWords: ["price", "price list"])).findings.filter {
            $0.rule == .commentWord
        }
        let finding = try #require(found.first)
        #expect(found.count == 1)
        #expect(finding.cause == ShopText(.commentWord, "price list"))
        #expect(finding.channels == [.messenger, .instagram])
    }

    @Test("a post of something sold out is found with its line, one that can be bought is not")
    func soldOut() throws {
        let posts = PostTable([("P1", ["HAT-S", "HAT-M"]), ("P2", ["HAT-M"]), ("P3", ["HAT"])])
        let reading = ShopLinter.Reading(
            sources: ShopSources(["posts.csv": Array("post,skus\nP1,HAT-S HAT-M\nP2,HAT-M\nP3,HAT\n".utf8)])
        )
        let found = report(LintedShop.shop(posts: posts), listed: ["HAT-S": 0, "HAT-M": 2], of: reading).findings.filter
        {
            $0.rule == .soldOut
        }
        let finding = try #require(found.first)
        #expect(found.count == 1)
        #expect(finding.what.hasSuffix("shows HAT-S, which is sold out: it can't be bought whole"))
        #expect(finding.place == LintPlace(file: "posts.csv", line: 2, column: 1))
    }

    @Test("a post of something without a picture is found")
    func pictureless() {
        let posts = PostTable([("P1", ["HAT"])])
        let bare = report(LintedShop.shop(posts: posts), LintedShop.catalogue(picture: nil)).findings
        #expect(bare.contains { $0.rule == .pictureLeftOut && $0.cause == ShopText(.post, "P1") })
        let pictured = report(LintedShop.shop(posts: posts)).findings
        #expect(!pictured.contains { $0.cause?.kind == .post })
    }

    @Test("a picture of a sort that no phone is shown is broken", arguments: ["webp", "GIF", "svg"])
    func foreignPicture(sort: String) throws {
        let address = "https://shop.example/hat.\(sort)?size=big"
        let findings = report(LintedShop.shop(), LintedShop.catalogue(picture: address)).findings
        let finding = try #require(findings.first { $0.rule == .pictureAddress })
        #expect(finding.severity == .broken)
        #expect(finding.cause == ShopText(.picture, address))
        let right = report(LintedShop.shop(), LintedShop.catalogue(picture: "https://shop.example/hat.JPG")).findings
        #expect(!right.contains { $0.rule == .pictureAddress })
    }

    @Test("a template in a language that the shop doesn't speak is found")
    func foreignTemplate() {
        let shop = LintedShop.shop(languages: [.brazilianPortuguese], templates: [LintedShop.template()])
        #expect(report(shop).findings.contains { $0.what.hasSuffix("is in en, which the shop doesn't speak") })
    }

    @Test("what the reading of the files found is told too, once")
    func remarks() {
        let title = LintedShop.longTitle
        let remarks = [
            FolderRemark(
                LintPlace(file: "catalogue.csv", line: 2),
                isLeftOut: false,
                expected: "at most 24 letters in title",
                remedy: "Find a shorter one."
            ),
            FolderRemark(
                LintPlace(file: "posts.csv", line: 3),
                isLeftOut: true,
                expected: "one or more SKUs under skus",
                remedy: "Delete the row."
            ),
        ]
        let reading = ShopLinter.Reading(
            sources: ShopSources(["catalogue.csv": Array("id,title\nHAT-S,\(title)\n".utf8)]),
            remarks: remarks
        )
        let report = report(LintedShop.shop(), LintedShop.catalogue(title: title), of: reading)
        #expect(report.findings.filter { $0.rule == .remark }.isEmpty)
        #expect(report.findings.filter { $0.place?.file == "catalogue.csv" && $0.place?.line == 2 }.count == 1)
        #expect(
            report.lines(isWhole: false).first
                == "broken posts.csv:3: expected one or more SKUs under skus. Delete the row."
        )
    }

    @Test("what is told of a line for another reason is told beside what the reading found there")
    func remarksBeside() {
        let remark = FolderRemark(
            LintPlace(file: "shop.yaml", line: 1),
            isLeftOut: false,
            expected: "each word once under comment-words",
            remedy: "Delete one."
        )
        let reading = ShopLinter.Reading(
            sources: ShopSources(["shop.yaml": Array("comment-words: [the, The]\n".utf8)]),
            remarks: [remark]
        )
        let rules = report(LintedShop.shop(commentWords: ["the"]), of: reading).findings.map(\.rule)
        #expect(rules.contains(.commentWord))
        #expect(rules.contains(.remark))
    }

    @Test("of what is wrong alike in many rows a few are printed, and all where all are wished for")
    func alike() {
        let remarks = (1...40).map { line in
            FolderRemark(
                LintPlace(file: "catalogue.csv", line: line),
                isLeftOut: true,
                expected: "a price in BRL",
                remedy: "Write 1.00 BRL instead of \(line)."
            )
        }
        let report = LintReport(unreadable: remarks)
        #expect(report.lines(isWhole: false).count == 5)
        #expect(report.lines(isWhole: false)[3] == "broken: 37 more of this sort; see them with --all.")
        #expect(report.lines(isWhole: true).count == 41)
        #expect(report.sum == "The shop can't be read: 40 broken, 0 weak, 0 untranslated.")
    }
}
