import Commerce
import Kernel
import ShopFolder
import Testing

@Suite("What merchants write into shop.yaml")
struct ShopFileTests {
    /// The plain shop with one line replaced, or lines added at the end.
    private func shop(_ line: String, with other: String) throws -> TemporaryShop {
        try TemporaryShop(shop: TemporaryShop.plainShop.replacing(line, with: other))
    }

    private func shop(adding lines: String) throws -> TemporaryShop {
        try TemporaryShop(shop: TemporaryShop.plainShop + "\n" + lines + "\n")
    }

    private func expectFault(_ shop: TemporaryShop, line: Int, _ words: String) throws {
        let fault = try #require(shop.findings.first { $0.severity == .fault })
        #expect(fault.file == "shop.yaml")
        #expect(fault.line == line, "\(fault)")
        #expect(fault.description.contains(words), "\(fault)")
        #expect(throws: ShopFaults.self) { try shop.read() }
    }

    @Test("the least that a shop needs loads without remark")
    func plain() throws {
        let loaded = try TemporaryShop().read()
        #expect(loaded.remarks == [])
        #expect(loaded.shop.languages == [.english])
        #expect(loaded.shop.deliveryOptions.first?.price == .zero(.brl))
        #expect(loaded.shop.holdTime == .minutes(15))
        #expect(loaded.shop.openingHours.days == [:])
    }

    @Test("Norway is a country, and a shop may be called after a number or a word that YAML takes for something else")
    func scalars() throws {
        #expect(try shop(adding: "country: NO").read().shop.country == "NO")
        #expect(try shop(adding: "country: no").read().shop.country == "NO")
        for name in ["1.10", "0038", "yes", "9:00", "2026-11-21", "1e3", "0x1F", ".5"] {
            #expect(try shop("name: Loja", with: "name: \(name)").read().shop.name == name)
        }
    }

    @Test(
        "hours as people write them",
        arguments: [
            ("9:00-18:00", [540, 1080]), ("09:00 - 18:00", [540, 1080]), ("9-18", [540, 1080]),
            ("9h-18h30", [540, 1110]),
            ("9.30–18.00", [570, 1080]), ("9:00-13:00, 15:00-19:00", [540, 780, 900, 1140]),
            ("[9:00-13:00, 15:00-19:00]", [540, 780, 900, 1140]), ("0:00-24:00", [0, 1440]), ("closed", []), ("no", []),
            ("NO", []),
            ("~", []), ("", []), ("Closed", []), ("22:00-0:00", [1320, 1440]),
        ]
    )
    func hours(text: String, minutes: [Int]) throws {
        let loaded = try shop(adding: "hours:\n  monday: \(text)").read()
        let spans = loaded.shop.openingHours.days[1] ?? []
        #expect(spans.flatMap { [$0.from, $0.until] } == minutes)
        #expect(loaded.remarks == [])
    }

    @Test("hours past midnight run into the next day, also from Sunday into Monday")
    func nights() throws {
        let days = try shop(adding: "hours:\n  sunday: 18:00-2:00").read().shop.openingHours.days
        #expect(days == [7: [.init(from: 1080, until: 1440)], 1: [.init(from: 0, until: 120)]])
    }

    @Test(
        "other hours are faults",
        arguments: ["9 to 6", "25:00-26:00", "9:60-18:00", "9:00", "9:00-9:00", "9:0-18:00", "-"]
    )
    func badHours(text: String) throws {
        guard text != "-" else { return #expect(try shop(adding: "hours:\n  monday: \"-\"").read().remarks == []) }
        try expectFault(shop(adding: "hours:\n  monday: \(text)"), line: 20, "hours such as 9:00-18:00")
    }

    @Test(
        "yes and no, in all the ways of saying them",
        arguments: [
            ("yes", true), ("no", false), ("true", true), ("Off", false), ("sim", true), ("não", false), ("Y", true),
            ("", false),
        ]
    )
    func pickup(word: String, isPickup: Bool) throws {
        let option = try shop("    days: 3 days", with: "    days: 3 days\n    pickup: \(word)").read().shop
            .deliveryOptions.first
        #expect(option?.isPickup == isPickup)
    }

    @Test(
        "a cut-off without quotation marks is a time of the day",
        arguments: [("14:00", 840), ("9:30", 570), ("0:00", 0), ("12h", 720)]
    )
    func cutoff(text: String, minutes: Int) throws {
        let option = try shop("    days: 3 days", with: "    days: 3 days\n    cutoff: \(text)").read().shop
            .deliveryOptions.first
        #expect(option?.cutoff == minutes)
    }

    @Test("a colour without quotation marks is told as what it is: a remark of YAML")
    func accent() throws {
        try expectFault(shop(adding: "accent: #F2755B"), line: 19, "Put it in quotation marks")
        #expect(try shop(adding: "accent: \"#F2755B\"").read().shop.accentColour == "#F2755B")
        #expect(try shop(adding: "accent: F2755B").read().shop.accentColour == "#F2755B")
        try expectFault(shop(adding: "accent: coral"), line: 19, "a colour such as")
    }

    @Test("a misspelt key is told with the one that was meant, and nothing else happens")
    func keys() throws {
        let loaded = try shop(adding: "adress: Rua 1").read()
        #expect(loaded.remarks.map(\.line) == [19])
        #expect(loaded.remarks.first?.remedy.contains("Did you mean \"address\"?") == true)
        #expect(loaded.shop.address == nil)
        let inside = try shop("    days: 3 days", with: "    days: 3 days\n    colour: red").read()
        #expect(inside.remarks.first?.expected == "a known key in a delivery option")
    }

    @Test(
        "what can't be used is a fault with its line",
        arguments: [
            ("currency: BRL", "currency: reais", 4, "a currency of three letters"),
            ("currency: BRL", "currency: XAU", 4, "a currency"),
            ("zone: America/Sao_Paulo", "zone: Brasília", 5, "a time zone"),
            ("languages: en", "languages: [en, português]", 3, "a language"),
            ("name: Loja", "name:", 1, "name in shop.yaml"), ("name: Loja", "name: [a, b]", 1, "one text after name:"),
            ("    price: 0", "    price: free", 14, "a price such as"),
            ("    price: 0", "    price: 1.299", 14, "one way"),
            ("    price: 0", "    price: 5 EUR", 14, "another one"),
            ("    days: 3 days", "    cutoff: 24:00", 15, "a time such as 14:00"),
            ("  - id: standard", "  - id: Standard delivery", 12, "an id of small letters"),
            ("way: on-delivery", "way: bitcoin", 17, "a known way of payment"),
            ("    types: Shoes", "", 7, "products, types or label"), ("  - id: all", "  - all", 8, "lines such as"),
            ("payment:", "delivery:", 11, "each key once"),
        ]
    )
    func faults(line: String, other: String, number: Int, words: String) throws {
        let shop = try shop(line, with: other)
        let faults = shop.findings.filter { $0.severity == .fault && $0.file == "shop.yaml" }
        #expect(faults.contains { $0.line == number && $0.description.contains(words) }, "\(faults)")
        #expect(throws: ShopFaults.self) { try shop.read() }
    }

    @Test("everything is told at once, in the order of files and lines")
    func atOnce() throws {
        let text = TemporaryShop.plainShop.replacing("BRL", with: "Real").replacing(
            "zone: America/Sao_Paulo\n",
            with: ""
        )
        .replacing("    title: All\n", with: "")
        let shop = try TemporaryShop(
            shop: text,
            catalogue: TemporaryShop.plainCatalogue + "\nB,,in stock,1 BRL,,Shoes,\n,Beta,,,,,\n",
            questions: "- id: a b\n- 7\n"
        )
        let findings = shop.findings
        #expect(findings.count { $0.file == "shop.yaml" } == 3)
        #expect(findings.count { $0.file == "catalogue.csv" } == 2)
        #expect(findings.count { $0.file == "questions.yaml" } == 5)
        #expect(findings.map(\.file).uniqued() == ["shop.yaml", "catalogue.csv", "questions.yaml"])
        for (before, after) in zip(findings, findings.dropFirst()) where before.file == after.file {
            #expect(before.line <= after.line)
        }
        do throws(ShopFaults) {
            _ = try shop.read()
            Issue.record("a shop with faults was loaded")
        } catch {
            #expect(error.findings == findings)
            #expect(error.description.split(separator: "\n").count == findings.count)
        }
    }

    @Test(
        "texts that a chat would cut are told",
        arguments: [
            ("title: Standard", "title: Standard delivery by bus"),
            ("title: All", "title: All that we have in our shop"),
            ("line: Everything we have", "line: " + String(repeating: "very ", count: 15)),
            ("title: Pay on delivery", "title: Pay on delivery in cash"),
        ]
    )
    func longTexts(line: String, other: String) throws {
        let loaded = try shop(line, with: other).read()
        #expect(loaded.remarks.map(\.severity) == [.remark])
        #expect(loaded.remarks.first?.expected.hasPrefix("at most") == true)
    }

    @Test(
        "YAML that isn't YAML is told with line and cure",
        arguments: [
            ("name: Loja", "name: Loja: a minha", 1, "second colon"), ("name: Loja", "name: \"Loja", 0, "not closed"),
            ("    days: 3 days", "\tdays: 3 days", 15, ""), ("greeting: Shoes for all.", "greeting: [a", 0, ""),
        ]
    )
    func brokenYAML(line: String, other: String, number: Int, words: String) throws {
        let shop = try shop(line, with: other)
        let fault = try #require(shop.findings.first)
        #expect(fault.file == "shop.yaml" && fault.severity == .fault)
        #expect(number == 0 || fault.line == number, "\(fault)")
        #expect(fault.remedy.contains(words), "\(fault)")
    }

    @Test("a folder without files says how to make one", arguments: ["/nowhere/at/all"])
    func nothing(folder: String) throws {
        let findings = ShopReader.check(.folder(folder))
        #expect(findings.map(\.file) == ["shop.yaml", "catalogue.csv", "questions.yaml"])
        #expect(findings.first?.remedy.contains("shopkeeper init") == true)
    }

    @Test("questions: a faulty one is left out, the others are answered")
    func questions() throws {
        let text = """
            - id: hours
              title: Opening hours
              question: When are you open?
              also: open now
              keywords:
                open: [opening]
                when:
              answer: Until 18:00.
            - id: hours
              title: Again
              question: Twice?
              answer: "No"
            - id: silent
              title: Silent
              question: Answer?
            """
        let loaded = try TemporaryShop(questions: text).read()
        #expect(loaded.shop.questions.map(\.id) == ["hours"])
        #expect(loaded.shop.questions.first?.keywords == [["open", "opening"], ["when"]])
        #expect(loaded.shop.questions.first?.otherWordings == ["open now"])
        #expect(loaded.remarks.map(\.line) == [9, 13])
        #expect(loaded.remarks.allSatisfy { $0.file == "questions.yaml" && $0.severity == .fault })
    }
}
