import Commerce
import Kernel
import ShopFolder
import Testing

@Suite("What programs make of a catalogue")
struct FileHabitTests {
    private let rows =
        "id;title;availability;price;quantity_to_sell_on_facebook;product_type;image_link\n"
        + "A;Café é bom;in stock;199,00 BRL;5;Shoes;https://l.example/a.png\n"

    private func check(_ shop: TemporaryShop, remarks: Int = 0, title: String = "Café é bom") throws {
        let loaded = try shop.read()
        let product = try #require(loaded.catalogue["A" as ProductID])
        #expect(product.title == title)
        #expect(product.variants.first?.listPrice.minorUnits == 19_900)
        #expect(loaded.listed["A"] == 5)
        #expect(loaded.remarks.count == remarks, "\(loaded.remarks)")
    }

    @Test("semicolons with decimal commas, as Excel saves them in most of the world")
    func semicolons() throws { try check(TemporaryShop(catalogue: rows)) }

    @Test("a byte order mark before the first column")
    func byteOrderMark() throws { try check(TemporaryShop(catalogue: "\u{FEFF}" + rows)) }

    @Test("line ends of Windows and of old Macs", arguments: ["\r\n", "\r"])
    func lineEnds(end: String) throws {
        try check(TemporaryShop(catalogue: rows.replacing("\n", with: end)))
    }

    @Test("no line end after the last row")
    func noLastLineEnd() throws { try check(TemporaryShop(catalogue: String(rows.dropLast()))) }

    @Test("tabs, bars and Excel's own hint at the separating sign", arguments: ["\t", "|", ","])
    func otherSigns(sign: String) throws {
        let text = rows.replacing("199,00", with: "199.00").replacing(";", with: sign)
        try check(TemporaryShop(catalogue: text))
        try check(TemporaryShop(catalogue: "sep=\(sign)\r\n" + text))
    }

    @Test("Windows-1252, which is read and told")
    func windows() throws {
        let bytes = rows.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
        let shop = try TemporaryShop(catalogue: bytes)
        try check(shop, remarks: 1)
        #expect(shop.findings.first?.description.contains("Windows-1252") == true)
        let euro = try TemporaryShop(
            catalogue: Array(rows.utf8).flatMap { $0 == 0x43 ? [0x80, 0xE3] : [$0] }.filter { $0 != 0xC3 && $0 != 0xA9 }
        )
        #expect(try euro.read().catalogue.products.first?.title == "€ãaf  bom")
    }

    @Test("UTF-16 with a byte order mark, as Excel's Unicode text", arguments: [true, false])
    func utf16(isLittle: Bool) throws {
        let units = [0xFEFF] + Array(rows.utf16)
        let bytes = units.flatMap {
            isLittle ? [UInt8($0 & 0xFF), UInt8($0 >> 8)] : [UInt8($0 >> 8), UInt8($0 & 0xFF)]
        }
        try check(TemporaryShop(catalogue: bytes))
        try check(TemporaryShop(catalogue: bytes + [0x0A]))
    }

    @Test("help lines before the names of the columns")
    func helpLines() throws {
        let help = "# Required | A unique id, \"quoted,# Required | a title\n\"# Optional | more\"\n\n"
        let shop = try TemporaryShop(catalogue: help + rows + "B;;;;;;\n")
        #expect(shop.findings.map(\.line) == [6])
        #expect(try shop.read().catalogue["A" as SKU] != nil)
    }

    @Test("the prefix of Google's feeds, capitals, blanks and older names of columns")
    func names() throws {
        let header = "g:ID;Title;g:availability;G:Price;inventory;Product Type;image link"
        let text = header + "\n" + rows.split(separator: "\n")[1]
        try check(TemporaryShop(catalogue: text))
        try check(TemporaryShop(catalogue: text.replacing("inventory", with: "quantity_to_sell_on_fb")))
        try check(TemporaryShop(catalogue: text.replacing("image link", with: "image[0].url")))
    }

    @Test("a misspelt column is told with the name that was meant")
    func misspelt() throws {
        let shop = try TemporaryShop(catalogue: rows.replacing("availability", with: "availabilty"))
        #expect(
            shop.findings.map(\.description) == [
                "catalogue.csv:1: expected known names of columns. \"availabilty\" is not read. Did you mean \"availability\"?"
            ]
        )
    }

    @Test("missing columns are told at once and nothing is loaded")
    func missingColumns() throws {
        let shop = try TemporaryShop(catalogue: "sku_code,preis\nA,10\n")
        let finding = try #require(shop.findings.first { $0.severity == .fault && $0.file == "catalogue.csv" })
        #expect(finding.remedy.hasPrefix("id and title and price cannot be found."))
        #expect(throws: ShopFaults.self) { try shop.read() }
    }

    @Test("quotation marks: doubled ones, line ends, separating signs and blanks inside")
    func quoting() throws {
        let row = "A;\" Tênis \"\"Sol\"\";\nazul \";in stock;199,00 BRL;5;Shoes;https://l.example/a.png\n"
        let shop = try TemporaryShop(
            catalogue: rows.split(separator: "\n")[0] + "\n" + row + "B;;in stock;1 BRL;1;Shoes;\n"
        )
        let loaded = try shop.read()
        #expect(loaded.catalogue["A" as ProductID]?.title == "Tênis \"Sol\";\nazul")
        // The row after the cell with a line end is counted by its own line.
        #expect(loaded.remarks.contains { $0.line == 4 && $0.severity == .fault })
    }

    @Test("a mark inside a cell that is not quoted is a sign like others")
    func inches() throws {
        try check(TemporaryShop(catalogue: rows.replacing("Café é bom", with: "Tela 15\" HD")), title: "Tela 15\" HD")
    }

    @Test(
        "a mark that is never closed spoils its own row only",
        arguments: ["B;\"open;in stock;1,00 BRL;1;Shoes;\n", "\"B\"x;Beta;in stock;1,00 BRL;1;Shoes;\n"]
    )
    func openMark(row: String) throws {
        let lines = rows.split(separator: "\n").map { $0 + "\n" }
        let shop = try TemporaryShop(
            catalogue: lines[0] + row + lines[1] + lines[1].replacing("A;", with: "C;\"quoted\" ")
        )
        let faults = shop.findings.filter { $0.severity == .fault }
        #expect(faults.map(\.line).prefix(1) == [2])
        #expect(try shop.read().catalogue["A" as SKU] != nil)
    }

    @Test("a row with more cells than names is refused, one with fewer or empty ones is read")
    func widths() throws {
        let line = rows.split(separator: "\n")[1]
        try check(TemporaryShop(catalogue: rows + ";;;;;;\n\n;;\n"))
        try check(TemporaryShop(catalogue: rows.replacing("a.png\n", with: "a.png;;;\n")))
        let shop = try TemporaryShop(catalogue: rows + line.replacing("A;", with: "B;") + ";more\n")
        #expect(shop.findings.map(\.line) == [3])
        #expect(shop.findings.first?.remedy.contains("There are 8") == true)
    }

    @Test("an id that stands twice: the first is kept, the second told with both lines")
    func duplicates() throws {
        let shop = try TemporaryShop(catalogue: rows + "A;Other;in stock;1,00 BRL;1;Shoes;https://l.example/a.png\n")
        try check(shop, remarks: 1)
        #expect(
            shop.findings.first?.description.hasPrefix("catalogue.csv:3: expected an id that stands only once") == true
        )
        #expect(shop.findings.first?.remedy.contains("line 2") == true)
    }

    @Test(
        "a catalogue without a row, or without a file's content, loads no shop",
        arguments: ["", "\n\n", "# only help\n", "id,title,price\n", "id,title,price\n,,\n"]
    )
    func empty(text: String) throws {
        let shop = try TemporaryShop(catalogue: text)
        #expect(throws: ShopFaults.self) { try shop.read() }
        #expect(shop.findings.contains { $0.file == "catalogue.csv" && $0.severity == .fault })
    }

    @Test("a currency misspelt in shop.yaml is told once, not again for every row")
    func misspeltCurrency() throws {
        let first = rows.replacing("BRL", with: "")
        let second = rows.split(separator: "\n")[1].replacing("A;", with: "B;")
        let shop = try TemporaryShop(
            shop: TemporaryShop.plainShop.replacing("currency: BRL", with: "currency: REAL"),
            catalogue: first + second + "\n"
        )
        #expect(shop.findings.filter { $0.severity == .fault }.map(\.file) == ["shop.yaml"])
    }
}
