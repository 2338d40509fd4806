import Kernel
import Platform
import Testing

@Suite("Rules of a message")
struct MessageRulesTests {
    @Test("a message at a limit passes, one beyond it is refused with 131009", arguments: limitTable)
    func limits(row: LimitRow) throws {
        let scene = try Scene.open()
        #expect(scene.send(row.message(row.most))?.status == 200)
        let refused = scene.send(row.message(row.most + 1))
        #expect(refused?.status == 400)
        #expect(refused?.errorCode == 131_009)
    }

    @Test("limits count UTF-16 units: a family emoji is eleven")
    func unitsAreUTF16() throws {
        let scene = try Scene.open()
        let family = "👨‍👩‍👧‍👦"
        #expect(scene.send(replies(reply("a", family + letters(9))))?.status == 200)
        #expect(scene.send(replies(reply("a", family + letters(10))))?.errorCode == 131_009)
    }

    @Test(
        "what is wrong is refused with its code",
        arguments: refusalTable
    )
    func refusals(members: String, code: Int) throws {
        let scene = try Scene.open()
        #expect(scene.send(members)?.errorCode == code)
    }

    @Test(
        "the page's own samples pass",
        arguments: sampleTable
    )
    func samples(members: String) throws {
        let scene = try Scene.open()
        #expect(scene.send(members)?.status == 200)
    }

    @Test("a carousel needs two cards, a second section needs titles on both")
    func lowerBounds() throws {
        let scene = try Scene.open()
        #expect(scene.send(productCards(2))?.status == 200)
        #expect(scene.send(list(section(row("a"), title: "A") + "," + section(row("b"), title: "B")))?.status == 200)
    }

    @Test("only products of the catalogue can be shown; a list needs one that exists")
    func unknownProducts() throws {
        var configuration = PlatformConfiguration.demo
        configuration.products = ["P0"]
        let scene = try Scene.open(configuration)
        func single(_ id: String) -> String {
            interactive("product", #"{"catalog_id":"600700800900","product_retailer_id":"\#(id)"}"#)
        }
        #expect(scene.send(single("P0"))?.status == 200)
        #expect(scene.send(single("P9"))?.errorCode == 131_009)
        #expect(scene.send(productList(products(2)))?.status == 200)
        #expect(scene.platform.phone(of: "ana").last?.content.products.map(\.retailerID) == ["P0"])
        #expect(scene.send(productList(products(2, from: 5)))?.errorCode == 131_009)
    }

    @Test("a payment must add up")
    func orderDetails() throws {
        let scene = try Scene.open()
        #expect(scene.send(orderDetails(total: 11_480))?.status == 200)
        #expect(scene.send(orderDetails(total: 11_481))?.errorCode == 131_009)
        #expect(scene.send(orderDetails(total: 11_480, reference: letters(36)))?.errorCode == 131_009)
        #expect(scene.send(orderDetails(total: 11_480, reference: "SO 1"))?.errorCode == 131_009)
    }

    private func orderDetails(total: Int, reference: String = "SO-1007-a") -> String {
        interactive(
            "order_details",
            """
            {"name":"review_and_pay","parameters":{"reference_id":"\(reference)","type":"physical-goods",\
            "payment_type":"br","payment_settings":[{"type":"payment_link","payment_link":{"uri":"https://p.example"}}],\
            "currency":"BRL","total_amount":{"value":\(total),"offset":100},"order":{"status":"pending",\
            "items":[{"retailer_id":"L","name":"Lamp","amount":{"value":4990,"offset":100},"quantity":2}],\
            "subtotal":{"value":9980,"offset":100},"tax":{"value":0,"offset":100,"description":"none"},\
            "shipping":{"value":1500,"offset":100}}}}
            """
        )
    }
}
