import Commerce
import Kernel
import ShopFolder
import Testing

@Suite("Shop texts in further languages")
struct TranslationTests {
    private static let bilingual = TemporaryShop.plainShop.replacing("languages: en", with: "languages: [en, pt-BR]")

    private static let questions = """
        - id: returns
          title: Returns
          title.pt: Devolução
          question: Can I return it?
          question.pt: Posso devolver?
          also: [send it back]
          also.pt: [mandar de volta]
          answer: Within 30 days.
          answer.pt: Em até 30 dias.
        """

    @Test("a text with a dot and a language is said in it, and what has none in the first language")
    func texts() throws {
        let shop = Self.bilingual.replacing("greeting: Shoes for all.", with: "greeting: Shoes.\ngreeting.pt: Sapatos.")
            .replacing("    title: All", with: "    title: All\n    title.pt: Tudo")
            .replacing("    days: 3 days", with: "    days: 3 days\n    days.pt-BR: 3 dias")
        let loaded = try TemporaryShop(shop: shop, questions: Self.questions).read()
        #expect(loaded.remarks == [])
        let spoken = loaded.shop.spoken(in: .brazilianPortuguese)
        #expect((loaded.shop.greeting, spoken.greeting) == ("Shoes.", "Sapatos."))
        #expect(spoken.deliveryOptions.map(\.time) == ["3 dias"])
        #expect(spoken.deliveryOptions.map(\.title) == ["Standard"])
        #expect(spoken.questions.map(\.answer) == ["Em até 30 dias."])
        #expect(spoken.questions.map(\.otherWordings) == [["mandar de volta"]])
        #expect(loaded.catalogue.spoken(in: .portuguese).collections.map(\.title) == ["Tudo"])
        #expect(loaded.shop.spoken(in: .german) == loaded.shop)
    }

    @Test("columns go the same way, prices and stock are the same in all languages")
    func columns() throws {
        let catalogue = """
            id,item_group_id,title,title.pt,description,price,availability,color,color.pt,product_type
            A-1,A,Shoe,Sapato,Soft,10.00 BRL,in stock,Red,Vermelho,Shoes
            A-2,A,Shoe,Sapato,Soft,10.00 BRL,in stock,Blue,Azul,Shoes
            B,,Boot,,Warm,20.00 BRL,in stock,,,Shoes
            """
        let loaded = try TemporaryShop(shop: Self.bilingual, catalogue: catalogue).read()
        let spoken = loaded.catalogue.spoken(in: .brazilianPortuguese)
        #expect(spoken.products.map(\.title) == ["Sapato", "Boot"])
        #expect(spoken.products.map(\.description) == ["Soft", "Warm"])
        #expect(spoken["A"]?.colours == ["Vermelho", "Azul"])
        #expect(loaded.catalogue["A"]?.colours == ["Red", "Blue"])
        #expect(
            spoken.products.flatMap(\.variants).map(\.listPrice)
                == loaded.catalogue.products.flatMap(\.variants).map(\.listPrice)
        )
        #expect(spoken.colour("Red", of: "A", elsewhere: loaded.catalogue) == "Vermelho")
        #expect(loaded.catalogue.colour("Azul", of: "A", elsewhere: loaded.catalogue) == "Blue")
        #expect(loaded.catalogue.colour("Verde", of: "A", elsewhere: loaded.catalogue) == nil)
    }

    @Test("what a language lacks is told as a list, with the line of the first language's text")
    func missing() throws {
        let catalogue = """
            id,title,title.pt,price,availability,product_type
            A,Shoe,Sapato,10.00 BRL,in stock,Shoes
            B,Boot,,20.00 BRL,in stock,Shoes
            """
        let shop = try TemporaryShop(shop: Self.bilingual, catalogue: catalogue)
        let missing = try shop.read().untranslated
        #expect(
            missing.map(\.description).contains(
                "shop.yaml:2: greeting of shop.yaml is not there in pt-BR. Add greeting.pt."
            )
        )
        #expect(
            missing.contains { $0.file == "catalogue.csv" && $0.line == 3 && $0.subject == "B" && $0.key == "title" }
        )
        #expect(!missing.contains { $0.subject == "A" })
        #expect(missing.contains { $0.key == "days" && $0.subject == "a delivery option" })
        #expect(try TemporaryShop().read().untranslated == [])
    }

    @Test("the demo shop lacks nothing in Portuguese")
    func demo() throws {
        let loaded = try ShopReader.read(.demo, as: ShopID(1))
        #expect(loaded.untranslated == [])
        #expect(loaded.remarks == [])
        let spoken = loaded.shop.spoken(in: .brazilianPortuguese)
        #expect(
            spoken.questions.count == 12
                && zip(spoken.questions, loaded.shop.questions).allSatisfy { $0.answer != $1.answer }
        )
        let kinds = Set(loaded.shop.templates.filter { $0.language == .english }.map(\.kind))
        #expect(Set(loaded.shop.templates.filter { $0.language == .brazilianPortuguese }.map(\.kind)) == kinds)
    }

    @Test(
        "texts in a language that the shop doesn't name are not used, which is said",
        arguments: [
            ("languages: en", "greeting.pt: Sapatos.", "Add pt to languages"),
            ("languages: [en, pt]", "greeting.en: Shoes.", "under the plain names"),
            ("languages: [en, pt]", "zone.pt: America/Recife", "means nothing here"),
        ]
    )
    func strangers(languages: String, line: String, cure: String) throws {
        let text = TemporaryShop.plainShop.replacing("languages: en", with: "\(languages)\n\(line)")
        let shop = try TemporaryShop(shop: text)
        let remark = try #require(shop.findings.first)
        #expect(remark.severity == .remark && remark.line == 4)
        #expect(remark.description.contains(cure), "\(remark)")
        #expect(try shop.read().shop.greeting == "Shoes for all.")
    }

    @Test("a translation too long for a button is remarked where it stands")
    func lengths() throws {
        let text = Self.bilingual.replacing(
            "    title: Standard",
            with: "    title: Standard\n    title.pt: Entrega normal pelos correios"
        )
        let remarks = try TemporaryShop(shop: text).read().remarks
        #expect(remarks.map(\.line) == [14])
        #expect(remarks.first?.expected == "at most 20 letters in title")
    }
}
