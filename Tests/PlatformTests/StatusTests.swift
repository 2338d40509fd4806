import Kernel
import Platform
import Testing

@Suite("Statuses and prices")
struct StatusTests {
    private static let text = #""biz_opaque_callback_data":"m:1:2:0","type":"text","text":{"body":"hi"}"#

    @Test("sent and delivered follow at once, with the callback data and prices of the page")
    func automatic() throws {
        let scene = try Scene.open()
        let id = try #require(scene.send(Self.text)?.messageID)
        let values = try scene.answerAll().map { try $0.value() }
        #expect(values.count == 2)
        let expected = { (status: String) in
            #"{"id":"\#(id)","status":"\#(status)","timestamp":"1791201600","recipient_id":"5511987654321","#
                + #""recipient_user_id":"BR.771209348812","biz_opaque_callback_data":"m:1:2:0","#
                + #""pricing":{"billable":true,"pricing_model":"PMP","type":"regular","category":"service"}}"#
        }
        #expect(values.map { $0["statuses"]?[0]?.description } == [expected("sent"), expected("delivered")])
        #expect(values[0]["contacts"]?[0]?["profile"]?["username"] == nil)
        #expect(values[1]["contacts"]?[0]?["profile"]?["username"]?.string == "ana.s")
        #expect(scene.platform.reached(id) == [.sent, .delivered])
    }

    @Test("read comes later when configured, or when the person looks, and without pricing")
    func read() throws {
        var configuration = PlatformConfiguration.demo
        configuration.reports = .automatic(readAfter: .seconds(5))
        let scene = try Scene.open(configuration)
        _ = scene.send(Self.text)
        scene.answerAll()
        #expect(scene.platform.nextDue == scene.now + .seconds(5))
        scene.now += .seconds(5)
        let status = try #require(try scene.statuses().first)
        #expect(status["status"]?.string == "read")
        #expect(status["pricing"] == nil)
        _ = scene.send(Self.text)
        scene.answerAll()
        try scene.does(.read)
        #expect(try scene.statuses().map { $0["status"]?.string } == ["read"])
        try scene.does(.read)
        #expect(scene.answerAll().isEmpty)
    }

    @Test("in manual mode nothing is reported until it is said so; a read without delivered carries the pricing")
    func manual() throws {
        var configuration = PlatformConfiguration.demo
        configuration.reports = .manual
        let scene = try Scene.open(configuration)
        let id = try #require(scene.send(Self.text)?.messageID)
        #expect(scene.answerAll().isEmpty)
        scene.platform.report(.sent, of: id, at: scene.now)
        scene.platform.report(.read, of: id, at: scene.now)
        scene.platform.report(.delivered, of: id, at: scene.now)
        #expect(try scene.statuses().map { $0["pricing"] != nil } == [true, true, false])
    }

    @Test("a failed status has a code, no pricing and no contacts, and no user id when sent to a phone")
    func failed() throws {
        var configuration = PlatformConfiguration.demo
        configuration.reports = .manual
        let scene = try Scene.open(configuration)
        let id = try #require(scene.send(Self.text)?.messageID)
        scene.platform.report(.failed, of: id, code: 131_026, at: scene.now)
        let value = try #require(try scene.answerAll().first?.value())
        let status = try #require(value["statuses"]?[0])
        #expect(value["contacts"] == nil)
        #expect(status["pricing"] == nil)
        #expect(status["recipient_id"]?.string == Scene.phone)
        #expect(status["recipient_user_id"] == nil)
        #expect(status["errors"]?[0]?["code"]?.int == 131_026)
        #expect(status["errors"]?[0]?["title"]?.string == "Message undeliverable")
        #expect(status["biz_opaque_callback_data"]?.string == "m:1:2:0")
    }

    @Test("sent to a user id whose phone is hidden, statuses have no recipient_id")
    func hiddenPhone() throws {
        let scene = Scene()
        scene.platform.join(Person("bea", name: "Bea", userID: "BR.2"), at: scene.now)
        try scene.platform.person("bea", does: .text("hi"), at: scene.now)
        scene.answerAll()
        _ = scene.post(#"{"messaging_product":"whatsapp","recipient":"BR.2","type":"text","text":{"body":"x"}}"#)
        let status = try #require(try scene.statuses().first)
        #expect(status["recipient_id"] == nil)
        #expect(status["recipient_user_id"]?.string == "BR.2")
    }

    @Test("a reaction of the business is reported as sent only")
    func reactions() throws {
        let scene = Scene()
        let id = try #require(try scene.does(.text("hi")))
        scene.answerAll()
        #expect(scene.send(#""type":"reaction","reaction":{"message_id":"\#(id)","emoji":"👍"}"#)?.status == 200)
        #expect(try scene.statuses().map { $0["status"]?.string } == ["sent"])
    }

    @Test("an answer within a day of an ad opens 72 free hours; free-form still needs the window")
    func freeEntry() throws {
        var configuration = PlatformConfiguration.demo
        configuration.templates = [PlatformTemplate(name: "news", language: "en", category: .utility, body: "News")]
        let scene = Scene(configuration)
        try scene.does(.referral(AdReferral(adID: "77", clickID: "c1"), text: "hello"))
        scene.answerAll()
        scene.now += .hours(24) - .milliseconds(1)
        _ = scene.send(Self.text)
        let status = try #require(try scene.statuses().first)
        #expect(
            status["pricing"]?.description
                == #"{"billable":false,"pricing_model":"PMP","type":"free_entry_point","category":"referral_conversion"}"#
        )
        #expect(status["conversation"]?["origin"]?["type"]?.string == "referral_conversion")
        #expect(
            status["conversation"]?["expiration_timestamp"]?.string == String((scene.now + .hours(72)).wholeSeconds)
        )
        let news = #""type":"template","template":{"name":"news","language":{"code":"en"}}"#
        scene.now += .hours(72) - .milliseconds(1)
        #expect(scene.send(Self.text)?.errorCode == 131_047)
        _ = scene.send(news)
        #expect(try scene.statuses().first?["pricing"]?["type"]?.string == "free_entry_point")
        scene.now += .milliseconds(1)
        _ = scene.send(news)
        let later = try #require(try scene.statuses().first)
        #expect(later["pricing"]?["type"]?.string == "regular")
        #expect(later["pricing"]?["category"]?.string == "utility")
        #expect(later["conversation"] == nil)
    }

    @Test("an answer a day after the ad opens nothing")
    func lateAnswer() throws {
        let scene = Scene()
        try scene.does(.referral(AdReferral(adID: "77"), text: "hello"))
        scene.now += .hours(24)
        try scene.does(.text("anyone?"))
        scene.answerAll()
        _ = scene.send(Self.text)
        #expect(try scene.statuses().first?["pricing"]?["type"]?.string == "regular")
    }

    @Test("service was free until the end of September 2026 in the account's zone")
    func priceChange() throws {
        var configuration = PlatformConfiguration.demo
        configuration.zone = try #require(Zone("America/Sao_Paulo"))
        let scene = Scene(configuration)
        scene.now = try #require(Timestamp(iso8601: "2026-10-01T02:59:59Z"))
        try scene.does(.text("hi"))
        scene.answerAll()
        _ = scene.send(Self.text)
        #expect(try scene.statuses().first?["pricing"]?["type"]?.string == "free_customer_service")
        scene.now += .seconds(1)
        _ = scene.send(Self.text)
        #expect(try scene.statuses().first?["pricing"]?["type"]?.string == "regular")
    }

    @Test("the free thousand of a month can be marked, and only delivered service messages count")
    func quota() throws {
        var configuration = PlatformConfiguration.demo
        configuration.freeQuota = .asFree
        configuration.pace.perSecond = 100_000
        configuration.pace.pairBurst = 100_000
        let scene = try Scene.open(configuration)
        scene.platform.arm(.failDelivery(code: 131_026))
        var types: [String] = []
        for _ in 1...1_002 {
            _ = scene.send(Self.text)
            if let type = try scene.statuses().first?["pricing"]?["type"]?.string { types.append(type) }
        }
        #expect(types.count == 1_001)
        #expect(types.prefix(1_000).allSatisfy { $0 == "free_customer_service" })
        #expect(types.last == "regular")
    }
}
