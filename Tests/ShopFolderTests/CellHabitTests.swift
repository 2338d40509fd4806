import Commerce
import Kernel
import ShopFolder
import Testing

@Suite("What merchants write into cells")
struct CellHabitTests {
    /// The one variant of a catalogue whose row has these cells; nil where the row was refused.
    private func read(_ cells: [String: String]) throws -> (variant: Variant?, pieces: Int?, findings: [Finding]) {
        let shop = try TemporaryShop(catalogue: TemporaryShop.catalogue(cells))
        let findings = shop.findings
        guard let loaded = try? shop.read() else { return (nil, nil, findings) }
        let variant = loaded.catalogue.products.first?.variants.first
        return (variant, variant.flatMap { loaded.listed[$0.sku] }, findings)
    }

    /// That the row was refused with a sentence that holds these words, at its line.
    private func expectRefusal(_ cells: [String: String], _ words: String) throws {
        let outcome = try read(cells)
        let first = try #require(outcome.findings.first { $0.line == 2 })
        #expect(outcome.variant == nil)
        #expect(first.severity == .fault)
        #expect(first.description.hasPrefix("catalogue.csv:2: expected "))
        #expect(first.description.contains(words), "\(first)")
    }

    @Test(
        "prices are read as meant",
        arguments: [
            ("199.00 BRL", 19_900), ("BRL 199.00", 19_900), ("199.00BRL", 19_900), ("199,00 BRL", 19_900),
            ("199 brl", 19_900), ("199,9 BRL", 19_990), ("R$ 199,00", 19_900), ("R$199.00", 19_900),
            ("$ 199.00", 19_900),
            ("1.299,00 BRL", 129_900), ("1,299.00 BRL", 129_900), ("1.234.567 BRL", 123_456_700),
            ("1 299,00 BRL", 129_900), ("1\u{A0}299,00 BRL", 129_900), ("1'299.00 BRL", 129_900),
            ("199.0000 BRL", 19_900), ("0.01 BRL", 1), (" 10.00 BRL ", 1_000),
        ]
    )
    func prices(text: String, minorUnits: Int) throws {
        let outcome = try read(["price": text])
        #expect(outcome.variant?.listPrice == Money(minorUnits: Int64(minorUnits), currency: .brl))
        #expect(outcome.findings == [])
    }

    @Test(
        "a price without currency is the shop's, with a remark",
        arguments: [("199,00", 19_900), ("199", 19_900), ("0,5", 50)]
    )
    func barePrices(text: String, minorUnits: Int) throws {
        let outcome = try read(["price": text])
        #expect(outcome.variant?.listPrice.minorUnits == Int64(minorUnits))
        #expect(outcome.findings.map(\.severity) == [.remark])
        #expect(
            outcome.findings.first?.description
                == "catalogue.csv:2: expected prices that name their currency, such as 199.00 BRL. 1 row without one: taken for BRL."
        )
    }

    @Test(
        "prices that may mean two things, or nothing, are refused with the sentence that mends them",
        arguments: [
            ("1.299 BRL", "Write it as 1299.00"), ("1,299 BRL", "Write it as 1299.00"), ("199.00 USD", "another one"),
            ("€ 199", "another one"), ("US$ 10", "another one"), ("1,23E+12", "Excel shortened this number"),
            ("1.23E+12 BRL", "Excel shortened this number"), ("free", "a price such as 199.00 BRL"),
            ("12.345.6 BRL", "a price such as"),
            ("1.2,3.4 BRL", "a price such as"), ("-5.00 BRL", "a price above zero"), ("0,00 BRL", "a price above zero"),
            ("10,00,00 BRL", "a price such as"), ("9999999999999999999 BRL", "a price such as"), ("#REF!", "formula"),
            ("199.999,0 EUR", "another one"), ("1 29,00 BRL", "a price such as"), ("10.005555 BRL", "a price such as"),
            ("١٩٩ BRL", "a price such as"), ("10.00 kg", "a price such as"),
        ]
    )
    func badPrices(text: String, words: String) throws {
        try expectRefusal(["price": text], words)
    }

    @Test("a row without price is not sold, which is no fault")
    func noPrice() throws {
        let shop = try TemporaryShop(
            catalogue: TemporaryShop.plainCatalogue + "\nB,Beta,in stock,,3,Shoes,https://l.example/b.png\n"
        )
        let loaded = try shop.read()
        #expect(loaded.catalogue["B" as SKU] == nil)
        #expect(loaded.remarks.map(\.severity) == [.remark])
        #expect(loaded.remarks.first?.line == 3)
    }

    @Test(
        "quantities are whole numbers",
        arguments: [("7", 7), ("0", 0), ("7.0", 7), ("7,00", 7), ("-3", 0), ("0038", 38)]
    )
    func quantities(text: String, pieces: Int) throws {
        #expect(try read(["quantity_to_sell_on_facebook": text]).pieces == pieces)
    }

    @Test(
        "other quantities are refused",
        arguments: [
            ("1,23E+12", "Excel shortened this number; format the column as text and type it again."),
            ("1.5", "a whole number"), ("1,000", "a whole number"), ("many", "a whole number"),
            ("12 pcs", "a whole number"),
            ("99999999999999999999", "a whole number"), ("#N/A", "formula"),
        ]
    )
    func badQuantities(text: String, words: String) throws {
        try expectRefusal(["quantity_to_sell_on_facebook": text], words)
    }

    @Test(
        "availability and quantity make one number",
        arguments: [
            ("in stock", "5", 5, 0), ("In_Stock", "5", 5, 0), ("out of stock", "0", 0, 0), ("out_of_stock", "", 0, 0),
            ("out of stock", "5", 0, 1), ("backorder", "", 9999, 1), ("available for order", "2", 2, 0),
            ("preorder", "9", 0, 1), ("in stock", "", 9999, 1), ("", "5", 5, 0), ("", "", 9999, 1),
            ("in stock", "0", 0, 0),
        ]
    )
    func availability(word: String, quantity: String, pieces: Int, remarks: Int) throws {
        let outcome = try read(["availability": word, "quantity_to_sell_on_facebook": quantity])
        #expect(outcome.pieces == pieces)
        #expect(outcome.findings.map(\.severity) == Array(repeating: .remark, count: remarks))
    }

    @Test("an unknown availability is refused")
    func badAvailability() throws {
        try expectRefusal(["availability": "perhaps"], "\"in stock\" or \"out of stock\"")
    }

    @Test(
        "what is discontinued, archived or hidden is kept and not listed",
        arguments: [
            ("availability", "discontinued"), ("status", "archived"), ("visibility", "Hidden"),
            ("visibility", "staging"),
        ]
    )
    func unlisted(column: String, text: String) throws {
        let row = TemporaryShop.catalogue([column: text, "id": "B", "title": "Beta"])
        let rows = row.split(separator: "\n")
        let first = TemporaryShop.catalogue([column: column == "availability" ? "in stock" : ""]).split(separator: "\n")
        let loaded = try TemporaryShop(catalogue: [first[0], first[1], rows[1]].joined(separator: "\n")).read()
        #expect(loaded.catalogue["B" as SKU]?.isListed == false)
        #expect(loaded.catalogue.collection("all")?.products == ["A"])
    }

    @Test("ids stay the text they are", arguments: ["0038", "1.10", "NO", "9:00", "true", "1e5", "A b/ç", "00123E4"])
    func ids(text: String) throws {
        let outcome = try read(["id": text])
        #expect(outcome.variant?.sku == SKU(text))
        #expect(outcome.variant?.product == ProductID(text))
    }

    @Test(
        "shortened and broken ids are refused",
        arguments: [
            ("id", "1,23E+12"), ("id", "7.89E+12"), ("id", "8E+11"), ("item_group_id", "1.23E+12"),
            ("gtin", "7,8985E+12"),
            ("id", "#NAME?"),
        ]
    )
    func badIDs(column: String, text: String) throws {
        try expectRefusal(
            [column: text],
            text.hasPrefix("#")
                ? "formula" : "Excel shortened this number; format the column as text and type it again."
        )
    }

    @Test("an empty id or title, and one that is too long, are refused")
    func missingNames() throws {
        try expectRefusal(["id": " "], "an id")
        try expectRefusal(["title": ""], "a title")
        try expectRefusal(["id": String(repeating: "x", count: 101)], "at most 100 signs")
    }

    @Test(
        "sizes that Excel turned into dates are told",
        arguments: ["Mar/39", "38-Jan", "01-mar", "2026-03-01", "03/04/2026", "abr/36", "1. Mrz"]
    )
    func dates(size: String) throws {
        let outcome = try read(["size": size])
        #expect(outcome.variant?.size == size)
        #expect(outcome.findings.map(\.severity) == [.remark])
        #expect(outcome.findings.first?.remedy.contains("Format the column as text") == true)
    }

    @Test(
        "sizes that are sizes are left alone",
        arguments: ["38", "37/38", "35-38", "S/M", "500 ml", "45 cm", "XL", "P", "3.5", "0038", "10-12 anos"]
    )
    func sizes(size: String) throws {
        let outcome = try read(["size": size])
        #expect(outcome.variant?.size == size)
        #expect(outcome.findings == [])
    }

    @Test("HTML in descriptions becomes lines of text")
    func html() throws {
        func description(_ text: String) throws -> String? {
            try TemporaryShop(catalogue: TemporaryShop.catalogue(["description": text])).read().catalogue.products
                .first?.description
        }
        #expect(
            try description("<p>Algod&atilde;o &amp; linho</p><ul><li>Leve</li><li>Macio</li></ul>")
                == "Algod&atilde;o & linho\nLeve\nMacio"
        )
        #expect(try description("a < b & c > d") == "a < b & c > d")
        #expect(try description("T&#233;rmico&#x21; <b>10</b>") == "Térmico! 10")
    }

    @Test(
        "times of sale are read in old and new forms",
        arguments: [
            ("2026-11-27T00:00-03:00/2026-11-30T23:59-03:00", "2026-11-27T03:00Z", "2026-12-01T02:59:59.999Z"),
            ("2026-11-27T00:00-0300 / 2026-11-30T23:59:30-0300", "2026-11-27T03:00Z", "2026-12-01T02:59:30.999Z"),
            ("2026-11-27T08:00Z/2026-11-30T20:00Z", "2026-11-27T08:00Z", "2026-11-30T20:00:59.999Z"),
            ("2026-11-27/2026-11-30", "2026-11-27T03:00Z", "2026-12-01T02:59:59.999Z"),
            ("2017-12-01T0:00-23:59/2017-12-31T0:00-23:59", "2017-12-01T02:00Z", "2018-01-01T01:59:59.999Z"),
            ("2026-11-27 9:30/2026-11-27 18:00", "2026-11-27T12:30Z", "2026-11-27T21:00:59.999Z"),
        ]
    )
    func windows(text: String, from: String, until: String) throws {
        let outcome = try read(["sale_price": "8.00 BRL", "sale_price_effective_date": text])
        let sale = try #require(outcome.variant?.sale)
        #expect(sale.from == Timestamp(iso8601: from))
        #expect(sale.until == Timestamp(iso8601: until))
        #expect(outcome.findings == [])
    }

    @Test(
        "other times of sale are refused",
        arguments: [
            "2026-11-27", "soon/later", "2026-02-30/2026-03-01", "2026-11-30/2026-11-27",
            "2026-11-27T25:00Z/2026-11-28T00:00Z", "/", "2026-11-27/2026-11-28/2026-11-29",
        ]
    )
    func badWindows(text: String) throws {
        try expectRefusal(["sale_price": "8.00 BRL", "sale_price_effective_date": text], "a")
    }

    @Test(
        "a sale price that is no lower price is left out with a remark",
        arguments: ["10.00 BRL", "12.00 BRL", "0.00 BRL"]
    )
    func uselessSale(text: String) throws {
        let outcome = try read(["sale_price": text])
        #expect(outcome.variant != nil)
        #expect(outcome.variant?.sale == nil)
        #expect(outcome.findings.map(\.severity) == [.remark])
    }
}
