import Kernel
import Platform
import Testing

@Suite("Orders that are paid in the chat, by the platform's rules")
struct ChatOrderTests {
    private static let link = #"{"type":"payment_link","payment_link":{"uri":"https://p.example"}}"#
    private static let gateway =
        #"{"type":"payment_gateway","payment_gateway":{"type":"razorpay","configuration_name":"main"}}"#

    /// `order_details` over two lamps in Brazil; each part may be replaced.
    private func request(
        _ reference: String = "K7QX2M-1",
        setting: String = Self.link,
        currency: String = "BRL",
        type: String = #""payment_type":"br","#,
        order: String = "",
        item: String = ""
    ) -> String {
        interactive(
            "order_details",
            """
            {"name":"review_and_pay","parameters":{"reference_id":"\(reference)","type":"physical-goods",\(type)\
            "payment_settings":[\(setting)],"currency":"\(currency)","total_amount":{"value":9980,"offset":100},\
            "order":{"status":"pending",\(order)"items":[{"retailer_id":"L","name":"Lamp",\(item)\
            "amount":{"value":4990,"offset":100},"quantity":2}],"subtotal":{"value":9980,"offset":100},\
            "tax":{"value":0,"offset":100}}}}
            """
        )
    }

    /// The same through a gateway in India.
    private func indian(_ reference: String = "K7QX2M-1", order: String = #""catalog_id":"6","#) -> String {
        request(reference, setting: Self.gateway, currency: "INR", type: "", order: order)
    }

    private func status(_ state: String, of reference: String = "K7QX2M-1", payment: String = "") -> String {
        interactive(
            "order_status",
            #"{"name":"review_order","parameters":{"reference_id":"\#(reference)","order":{"status":"\#(state)"}\#(payment)}}"#
        )
    }

    /// Ana in India.
    private func india() throws -> Scene {
        var configuration = PlatformConfiguration.demo
        configuration.paymentConfigurations = ["main": "razorpay"]
        let scene = Scene(configuration)
        scene.platform.join(Person("ana", name: "Ana", phone: Scene.phone, userID: "IN.1"), at: scene.now)
        try scene.does(.changePhone("919812345678"))
        try scene.does(.text("hello"))
        scene.answerAll()
        return scene
    }

    private func send(_ members: String, in scene: Scene) -> PlatformAnswer? {
        scene.post(#"{"messaging_product":"whatsapp","to":"+919812345678",\#(members)}"#)
    }

    @Test("a request stands on the phone once, with its goods and its page")
    func shown() throws {
        let scene = try Scene.open()
        #expect(scene.send(request())?.status == 200)
        let content = try #require(scene.platform.phone(of: "ana").last?.content)
        #expect(content.order?.reference == "K7QX2M-1")
        #expect(content.order?.request?.goods == ["2 \u{D7} Lamp"])
        #expect(content.links.map(\.url) == ["https://p.example"])
        #expect(scene.send(request())?.errorCode == 131_009)
        #expect(scene.send(request("k7qx2m-1"))?.status == 200)
    }

    @Test(
        "what a way to pay lacks is refused",
        arguments: [
            #"{"type":"payment_link","payment_link":{"uri":"p.example"}}"#, #"{"type":"payment_link"}"#,
            #"{"type":"payment_gateway","payment_gateway":{"type":"stripe","configuration_name":"main"}}"#,
            #"{"type":"payment_gateway","payment_gateway":{"type":"razorpay"}}"#, #"{"type":"cash","cash":{}}"#,
            #"{"type":"pix_dynamic_code","pix_dynamic_code":{"code":"0","merchant_name":"L","key":"1","key_type":"IBAN"}}"#,
        ]
    )
    func oddWays(setting: String) throws {
        let scene = try Scene.open()
        let code = scene.send(request(setting: setting))?.errorCode
        #expect(code == 131_009 || code == 131_008, "\(setting)")
    }

    @Test("Brazil wants its payment type, and an end five minutes ahead")
    func brazil() throws {
        let scene = try Scene.open()
        #expect(scene.send(request(type: ""))?.errorCode == 131_008)
        func ending(in seconds: Int64) -> String {
            let moment = (scene.now + .seconds(seconds)).wholeSeconds
            return request("R-\(seconds)", order: #""expiration":{"timestamp":"\#(moment)","description":"Over"},"#)
        }
        #expect(scene.send(ending(in: 299))?.errorCode == 131_009)
        #expect(scene.send(ending(in: 300))?.status == 200)
        let number = #""expiration":{"timestamp":1795252500},"#
        #expect(scene.send(request("R-n", order: number))?.errorCode == 131_009)
    }

    @Test("whoever is not in the market is not reached")
    func outside() throws {
        let scene = try Scene.open()
        #expect(scene.send(indian())?.status == 200)
        let failed = try scene.statuses().last
        #expect(failed?["status"]?.string == "failed")
        #expect(failed?["errors"]?[0]?["code"]?.int == 131_026)
        #expect(scene.platform.phone(of: "ana").isEmpty)
    }

    @Test("India wants a catalogue or an origin, and a gateway that is connected")
    func connected() throws {
        let scene = try india()
        #expect(send(indian(order: ""), in: scene)?.errorCode == 131_008)
        let origin = #""country_of_origin":"IN","importer_name":"K","importer_address":{"city":"Kochi"},"#
        let own = request("A-1", setting: Self.gateway, currency: "INR", type: "", item: origin)
        #expect(send(own, in: scene)?.status == 200)
        scene.platform.configuration.paymentConfigurations = ["other": "razorpay"]
        #expect(send(indian("A-2"), in: scene)?.errorCode == 131_009)
        scene.platform.configuration.paymentConfigurations = ["main": "payu"]
        #expect(send(indian("A-3"), in: scene)?.errorCode == 131_009)
    }

    @Test("news of an order need its request, move forward, and end")
    func news() throws {
        let scene = try Scene.open()
        #expect(scene.send(status("processing"))?.errorCode == 131_009)
        #expect(scene.send(request())?.status == 200)
        let captured = #","payment":{"status":"captured","timestamp":1795249000}"#
        #expect(
            scene.send(status("processing", payment: #","payment":{"status":"paid","timestamp":1}"#))?.errorCode
                == 131_009
        )
        #expect(scene.send(status("processing", payment: captured))?.status == 200)
        #expect(scene.platform.phone(of: "ana").last?.content.order?.paymentStatus == "captured")
        #expect(scene.send(status("shipped"))?.status == 200)
        #expect(scene.send(status("processing"))?.errorCode == 131_009)
        #expect(scene.send(status("completed"))?.status == 200)
        for state in ["completed", "canceled", "shipped"] {
            #expect(scene.send(status(state))?.errorCode == 131_009, "\(state)")
        }
    }

    @Test("paying through a gateway is told under the message's id, signed, with what came")
    func pays() throws {
        let scene = try india()
        let message = try #require(send(indian(), in: scene)?.messageID)
        scene.answerAll()
        try scene.does(.pay(.fail(code: "declined"), reference: nil))
        try scene.does(.pay(.payDelayed, reference: "K7QX2M-1"))
        try scene.does(.pay(.settle, reference: "K7QX2M-1"))
        let statuses = try scene.statuses()
        #expect(statuses.map { $0["status"]?.string } == ["pending", "pending", "captured"])
        #expect(statuses.allSatisfy { $0["type"]?.string == "payment" && $0["id"]?.string == message })
        let payments = statuses.compactMap { $0["payment"] }
        #expect(payments.map { $0["transaction"]?["status"]?.string } == ["failed", "pending", "success"])
        #expect(payments[1]["transaction"]?["id"]?.string == payments[2]["transaction"]?["id"]?.string)
        #expect(payments[0]["transaction"]?["error"]?["reason"]?.string == "declined")
        #expect(payments[2]["reference_id"]?.string == "K7QX2M-1")
        #expect(payments[2]["transaction"]?["amount"]?["value"]?.int == 9_980)
        #expect(throws: ActRejection.self) { try scene.does(.pay(.pay, reference: nil)) }
        #expect(send(status("canceled"), in: scene)?.errorCode == 131_009)
    }

    @Test(
        "a page is not paid in the chat, nothing is paid that was not asked for, and nothing after its end but late money"
    )
    func can() throws {
        let scene = try Scene.open()
        #expect(throws: ActRejection.self) { try scene.does(.pay(.pay, reference: nil)) }
        _ = scene.send(request())
        #expect(throws: ActRejection.self) { try scene.does(.pay(.pay, reference: nil)) }
        let other = try india()
        let end = (other.now + .minutes(10)).wholeSeconds
        _ = send(indian(order: #""catalog_id":"6","expiration":{"timestamp":"\#(end)"},"#), in: other)
        other.now += .minutes(11)
        #expect(throws: ActRejection.self) { try other.does(.pay(.pay, reference: nil)) }
        try other.does(.pay(.payLate, reference: nil))
        #expect(try other.statuses().last?["status"]?.string == "captured")
    }

    @Test("money that the business gives back is told with the payment, and never more than came")
    func refunds() throws {
        let scene = try india()
        _ = send(indian(), in: scene)
        try scene.does(.pay(.pay, reference: nil))
        scene.answerAll()
        try scene.platform.refundInChat("K7QX2M-1", amount: 980, at: scene.now)
        let refunds = try scene.statuses().last?["payment"]?["transaction"]?["refunds"]
        #expect(refunds?[0]?["amount"]?["value"]?.int == 980)
        #expect(throws: ActRejection.self) {
            try scene.platform.refundInChat("K7QX2M-1", amount: 9_001, at: scene.now)
        }
        try scene.platform.refundInChat("K7QX2M-1", at: scene.now)
    }

    @Test("a payment is looked up under its configuration")
    func lookup() throws {
        let scene = try india()
        _ = send(indian(), in: scene)
        func look(_ path: String) -> PlatformAnswer? {
            let call = PlatformCall(
                method: "GET",
                target: "/v26.0/\(Scene.number)/payments/\(path)",
                headers: [PlatformHeader("Authorization", "Bearer demo-access-token")]
            )
            return scene.platform.answer(call, at: scene.now).answer
        }
        func state() throws -> String? {
            try JSONDocument(look("main/K7QX2M-1")?.body ?? []).root["payments"]?[0]?["status"]?.string
        }
        #expect(try state() == "pending")
        try scene.does(.pay(.pay, reference: nil))
        #expect(try state() == "captured")
        #expect(look("other/K7QX2M-1")?.status == 400)
        #expect(look("main/K7QX2M-2")?.status == 400)
    }

    @Test("a platform that goes on from its ledger still knows its orders")
    func continued() throws {
        let scene = try india()
        _ = send(indian(), in: scene)
        try scene.does(.pay(.payDelayed, reference: nil))
        var next = EmulatedPlatform(scene.platform.configuration, continuing: scene.platform.ledger)
        try next.person("ana", does: .pay(.settle, reference: "K7QX2M-1"), at: scene.now)
        #expect(throws: ActRejection.self) {
            try next.person("ana", does: .pay(.pay, reference: "K7QX2M-1"), at: scene.now)
        }
    }
}
