import Kernel
import Platform
import Testing

@Suite("Faults on demand")
struct FaultTests {
    private static let text = #""type":"text","text":{"body":"hi"}"#

    @Test(
        "an error strikes once, with its usual status or another",
        arguments: [
            (PlatformFault.refuse(code: 130_429), 429, 130_429), (.refuse(code: 131_056), 400, 131_056),
            (.refuse(code: 131_000), 500, 131_000), (.refuse(code: 131_016), 503, 131_016),
            (.refuse(code: 4, status: 400), 400, 4),
        ]
    )
    func refusesOnce(fault: PlatformFault, status: Int, code: Int) throws {
        let scene = try Scene.open()
        scene.platform.arm(fault)
        let refused = scene.send(Self.text)
        #expect(refused?.status == status)
        #expect(refused?.errorCode == code)
        #expect(scene.platform.phone(of: "ana").isEmpty)
        #expect(scene.platform.waitingFaults.isEmpty)
        #expect(scene.send(Self.text)?.status == 200)
    }

    @Test("a lost answer leaves the message on the phone, a lost call does not")
    func losses() throws {
        let scene = try Scene.open()
        let call = Scene.call(#"{"messaging_product":"whatsapp","to":"+\#(Scene.phone)",\#(Self.text)}"#)
        scene.platform.arm(.loseAnswer)
        #expect(scene.platform.answer(call, at: scene.now) == .lost)
        #expect(scene.platform.phone(of: "ana").count == 1)
        #expect(try scene.statuses().count == 2)
        scene.platform.arm(.loseCall)
        #expect(scene.platform.answer(call, at: scene.now) == .lost)
        #expect(scene.platform.phone(of: "ana").count == 1)
    }

    @Test("a platform that is down takes no call and sends no webhook until it is back")
    func down() throws {
        let scene = try Scene.open()
        scene.platform.arm(.down(until: scene.now + .hours(6)))
        let call = Scene.call(#"{"messaging_product":"whatsapp","to":"+\#(Scene.phone)",\#(Self.text)}"#)
        #expect(scene.platform.answer(call, at: scene.now) == .unreachable)
        try scene.does(.text("anyone?"))
        #expect(scene.answerAll().isEmpty)
        scene.now += .hours(6)
        #expect(scene.answerAll().count == 1)
        #expect(scene.send(Self.text)?.status == 200)
        #expect(scene.platform.waitingFaults.isEmpty)
    }

    @Test("an invalid token is 190 until it is valid again")
    func token() throws {
        let scene = try Scene.open()
        scene.platform.arm(.invalidToken(until: scene.now + .minutes(1)))
        for _ in 1...2 { #expect(scene.send(Self.text)?.errorCode == 190) }
        scene.now += .minutes(1)
        #expect(scene.send(Self.text)?.status == 200)
    }

    @Test("a page that is not JSON, and a slow answer")
    func oddAnswers() throws {
        let scene = try Scene.open()
        scene.platform.arm(.garble(status: 502))
        let page = scene.send(Self.text)
        #expect(page?.status == 502)
        #expect(page?.text.hasPrefix("<html>") == true)
        scene.platform.arm(.slow(.seconds(3)))
        #expect(scene.send(Self.text)?.delay == .seconds(3))
        #expect(scene.send(Self.text)?.delay == .zero)
    }

    @Test("a dropped status never arrives, a failing delivery is reported with its code")
    func statusFaults() throws {
        let scene = try Scene.open()
        scene.platform.arm(.dropStatus)
        _ = scene.send(Self.text)
        #expect(try scene.statuses().map { $0["status"]?.string } == ["delivered"])
        scene.platform.arm(.failDelivery(code: 131_049))
        _ = scene.send(Self.text)
        let statuses = try scene.statuses()
        #expect(statuses.map { $0["status"]?.string } == ["failed"])
        #expect(statuses.first?["errors"]?[0]?["code"]?.int == 131_049)
        #expect(scene.platform.phone(of: "ana").count == 1)
    }

    @Test("faults strike in the order they were asked for; what did not strike can be taken back")
    func order() throws {
        let scene = try Scene.open()
        scene.platform.arm(.refuse(code: 131_000))
        scene.platform.arm(.dropStatus)
        scene.platform.arm(.refuse(code: 131_016))
        #expect(scene.send(Self.text)?.errorCode == 131_000)
        #expect(scene.platform.waitingFaults == [.dropStatus, .refuse(code: 131_016)])
        #expect(scene.send(Self.text)?.errorCode == 131_016)
        scene.platform.disarm()
        #expect(scene.send(Self.text)?.status == 200)
        #expect(try scene.statuses().count == 2)
    }
}
