import Kernel
import Platform
import Testing

@Suite("Calls of the business")
struct CallTests {
    @Test("an accepted message is answered with the input, the wa_id and an id")
    func accepted() throws {
        let scene = try Scene.open()
        let answer = try #require(scene.send(#""type":"text","text":{"body":"hi"}"#))
        let root = try JSONDocument(answer.body).root
        #expect(answer.status == 200)
        #expect(root["messaging_product"]?.string == "whatsapp")
        #expect(root["contacts"]?[0]?["input"]?.string == "+5511987654321")
        #expect(root["contacts"]?[0]?["wa_id"]?.string == Scene.phone)
        #expect(root["messages"]?[0]?["id"]?.string?.hasPrefix("wamid.") == true)
        #expect(root["messages"]?[0]?["message_status"] == nil)
    }

    @Test("a message to a user id is answered with it and without a wa_id")
    func byUserID() throws {
        let scene = try Scene.open()
        let answer = scene.post(
            #"{"messaging_product":"whatsapp","recipient":"\#(Scene.userID)","type":"text","text":{"body":"hi"}}"#
        )
        let contact = try JSONDocument(try #require(answer).body).root["contacts"]?[0]
        #expect(contact?["input"]?.string == Scene.userID)
        #expect(contact?["user_id"]?.string == Scene.userID)
        #expect(contact?["wa_id"] == nil)
        #expect(scene.platform.phone(of: "ana").count == 1)
    }

    @Test("the phone wins over the user id, and other spellings of a Brazilian number reach the same person")
    func spellings() throws {
        let scene = try Scene.open()
        let answer = scene.post(
            #"{"messaging_product":"whatsapp","to":"+551187654321","recipient":"BR.1","type":"text","text":{"body":"hi"}}"#
        )
        let contact = try JSONDocument(try #require(answer).body).root["contacts"]?[0]
        #expect(contact?["input"]?.string == "+551187654321")
        #expect(contact?["wa_id"]?.string == Scene.phone)
    }

    @Test(
        "a call that makes no sense is refused in the platform's shape",
        arguments: nonsenseTable
    )
    func nonsense(body: String, code: Int) throws {
        let scene = try Scene.open()
        let answer = try #require(scene.post(body))
        let error = try #require(try JSONDocument(answer.body).root["error"])
        #expect(answer.status == 400)
        #expect(error["code"]?.int == Int64(code))
        #expect(error["type"]?.string == "OAuthException")
        #expect(error["message"]?.string?.hasPrefix("(#\(code))") == true)
        #expect(error["error_data"]?["messaging_product"]?.string == "whatsapp")
        #expect(error["fbtrace_id"]?.string?.isEmpty == false)
    }

    @Test("a wrong token is 190, an unknown number 100 with subcode 33, an unknown path an error too")
    func doors() throws {
        let scene = try Scene.open()
        let text = #"{"messaging_product":"whatsapp","to":"+5511987654321","type":"text","text":{"body":"x"}}"#
        let wrongToken = scene.post(text, token: "other")
        #expect(wrongToken?.status == 401)
        #expect(wrongToken?.errorCode == 190)
        let wrongNumber = try #require(scene.post(text, to: "1"))
        #expect(wrongNumber.errorCode == 100)
        #expect(try JSONDocument(wrongNumber.body).root["error"]?["error_subcode"]?.int == 33)
        var call = Scene.call(text)
        call.method = "GET"
        #expect(scene.platform.answer(call, at: scene.now).answer?.errorCode == 100)
        call.target = "/messages"
        #expect(scene.platform.answer(call, at: scene.now).answer?.status == 400)
        call.headers.removeLast()
        call.method = "POST"
        call.target = "/v26.0/\(Scene.number)/messages"
        #expect(scene.platform.answer(call, at: scene.now).answer?.errorCode == 100)
    }

    @Test("a read mark and typing concern a message received here in the last 30 days")
    func marks() throws {
        let scene = Scene()
        let id = try #require(try scene.does(.text("hello")))
        func mark(_ id: String) -> String {
            #"{"messaging_product":"whatsapp","status":"read","message_id":"\#(id)","typing_indicator":{"type":"text"}}"#
        }
        #expect(scene.post(mark(id))?.text == #"{"success":true}"#)
        #expect(scene.post(mark("wamid.unknown"))?.errorCode == 131_009)
        let marks = scene.platform.ledger.compactMap { if case .marked(let fact) = $0 { fact } else { nil } }
        let fact = try #require(marks.first)
        #expect(marks.count == 1)
        #expect(fact.messageID == id && fact.isTyping && fact.account == Scene.number)
        #expect(scene.platform.phone(of: "ana").isEmpty)
        scene.now += .days(30)
        #expect(scene.post(mark(id))?.status == 200)
        scene.now += .milliseconds(1)
        #expect(scene.post(mark(id))?.errorCode == 131_009)
    }

    @Test("the window is open for 24 hours after the last message, reactions do not count")
    func window() throws {
        let scene = try Scene.open()
        let text = #""type":"text","text":{"body":"hi"}"#
        scene.now += .hours(24) - .milliseconds(1)
        #expect(scene.send(text)?.status == 200)
        let id = try #require(scene.platform.newestMessage(to: "ana")?.id)
        try scene.does(.react("👍", to: id))
        scene.now += .milliseconds(1)
        #expect(scene.send(text)?.errorCode == 131_047)
        try scene.does(.text("again"))
        #expect(scene.send(text)?.status == 200)
    }

    @Test("outside the window the platform may also accept and report a failure")
    func windowAsStatus() throws {
        var configuration = PlatformConfiguration.demo
        configuration.closedWindow = .failedStatus
        let scene = Scene(configuration)
        #expect(scene.send(#""type":"text","text":{"body":"hi"}"#)?.status == 200)
        let statuses = try scene.statuses()
        #expect(statuses.map { $0["status"]?.string } == ["failed"])
        #expect(statuses.first?["errors"]?[0]?["code"]?.int == 131_047)
        #expect(scene.platform.phone(of: "ana").isEmpty)
    }

    @Test("45 messages to one person at once, then one each 6 seconds")
    func pairPace() throws {
        let scene = try Scene.open()
        let text = #""type":"text","text":{"body":"hi"}"#
        for _ in 1...45 { #expect(scene.send(text)?.status == 200) }
        let refused = scene.send(text)
        #expect(refused?.errorCode == 131_056)
        scene.now += .seconds(6) - .milliseconds(1)
        #expect(scene.send(text)?.errorCode == 131_056)
        scene.now += .milliseconds(1)
        #expect(scene.send(text)?.status == 200)
        #expect(scene.send(text)?.errorCode == 131_056)
    }

    @Test("80 messages a second for a number, in and out together")
    func throughput() throws {
        var configuration = PlatformConfiguration.demo
        configuration.pace.pairBurst = 1_000
        let scene = try Scene.open(configuration)
        let text = #""type":"text","text":{"body":"hi"}"#
        for _ in 1...79 { #expect(scene.send(text)?.status == 200) }
        let refused = scene.send(text)
        #expect(refused?.status == 429)
        #expect(refused?.errorCode == 130_429)
        scene.now += .milliseconds(13)
        #expect(scene.send(text)?.status == 200)
    }

    @Test("a refused call leaves nothing on the phone but a line in the ledger")
    func refusedIsKept() throws {
        let scene = try Scene.open()
        _ = scene.send(#""type":"text","text":{"body":""}"#)
        #expect(scene.platform.phone(of: "ana").isEmpty)
        guard case .refused(let fact)? = scene.platform.ledger.last else { throw ActRejection("nothing was refused") }
        #expect(fact.code == 131_009)
        #expect(fact.details.contains("text.body"))
    }
}

/// Bodies that make no sense, and the code of their refusal.
private let nonsenseTable: [(String, Int)] = [
    ("{", 100), ("[]", 100), ("{}", 100),
    (#"{"messaging_product":"fax","to":"+5511987654321","type":"text","text":{"body":"x"}}"#, 100),
    (#"{"to":"+5511987654321","type":"text","text":{"body":"x"}}"#, 100),
    (#"{"messaging_product":"whatsapp","type":"text","text":{"body":"x"}}"#, 100),
    (#"{"messaging_product":"whatsapp","to":"5511987654321","type":"text","text":{"body":"x"}}"#, 131_009),
    (#"{"messaging_product":"whatsapp","to":"+55 11 98765","type":"text","text":{"body":"x"}}"#, 131_009),
    (#"{"messaging_product":"whatsapp","to":"+493023125142","type":"text","text":{"body":"x"}}"#, 131_021),
    (#"{"messaging_product":"whatsapp","recipient":"Ana","type":"text","text":{"body":"x"}}"#, 131_009),
    (#"{"messaging_product":"whatsapp","recipient":"br.19a7","type":"text","text":{"body":"x"}}"#, 131_009),
]
