import Kernel
import Platform
import Testing

@Suite("Calls to the payment provider are carried out once per key")
struct PaymentsCallTests {
    private static let path = "/v1/checkout/sessions"

    private func isReplay(_ answer: PlatformAnswer?) -> Bool {
        answer?.headers.contains(PlatformHeader("idempotent-replayed", "true")) ?? false
    }

    @Test("the same key with the same fields gives the first answer, for a day")
    func replay() throws {
        let scene = PaymentsScene()
        let first = try #require(scene.post(Self.path, PaymentsScene.shirts, key: "ORD-1:1"))
        #expect(!isReplay(first))
        scene.now += .hours(23)
        let again = scene.post(Self.path, PaymentsScene.shirts.reversed(), key: "ORD-1:1")
        #expect(again?.body == first.body)
        #expect(isReplay(again))
        #expect(scene.payments.sessions.count == 1)
        let other = scene.post(Self.path, PaymentsScene.shirts, key: "ORD-1:1", secret: "sk_test_other")
        #expect(other?.status == 200)
        #expect(!isReplay(other))
        scene.now += .hours(1)
        #expect(!isReplay(scene.post(Self.path, PaymentsScene.shirts, key: "ORD-1:1")))
        #expect(scene.payments.sessions.count == 3)
    }

    @Test("the same key with other fields or on another path is an idempotency error")
    func otherCall() throws {
        let scene = PaymentsScene()
        scene.post(Self.path, PaymentsScene.shirts, key: "k")
        let other = scene.post(Self.path, PaymentsScene.shirts + ["metadata[a]=b"], key: "k")
        #expect(other?.refusal == "400 idempotency_error - -")
        #expect(scene.post("/v1/refunds", PaymentsScene.shirts, key: "k")?.refusal == "400 idempotency_error - -")
        #expect(scene.post(Self.path, PaymentsScene.shirts, key: String(repeating: "k", count: 256))?.status == 400)
        #expect(scene.payments.sessions.count == 1)
    }

    @Test("a refused parameter frees the key, a refused deed keeps it")
    func keptRefusals() throws {
        let scene = PaymentsScene()
        #expect(scene.post(Self.path, ["mode=payment"], key: "a")?.status == 400)
        #expect(scene.post(Self.path, PaymentsScene.shirts, key: "a")?.status == 200)
        let page = try scene.open()
        #expect(scene.post("\(Self.path)/\(page)/expire", [], key: "b")?.status == 200)
        let late = scene.post("\(Self.path)/\(page)/expire", [], key: "c")
        #expect(late?.status == 400)
        #expect(isReplay(scene.post("\(Self.path)/\(page)/expire", [], key: "c")))
    }

    @Test("faults strike once each, and a lost answer hides what was done")
    func faults() throws {
        let scene = PaymentsScene()
        let call = PaymentsScene.call(Self.path, PaymentsScene.shirts, key: "k")
        scene.payments.arm(.loseCall)
        #expect(scene.payments.answer(call, at: scene.now) == .lost)
        #expect(scene.payments.sessions.isEmpty)
        scene.payments.arm(.loseAnswer)
        #expect(scene.payments.answer(call, at: scene.now) == .lost)
        #expect(scene.payments.sessions.count == 1)
        scene.payments.arm(.garble)
        #expect(throws: JSONReadingError.self) { try scene.payments.answer(call, at: scene.now).answer?.json() }
        scene.payments.arm(.down(until: scene.now + .seconds(5)))
        #expect(scene.payments.answer(call, at: scene.now) == .unreachable)
        scene.now += .seconds(5)
        let last = scene.payments.answer(call, at: scene.now).answer
        #expect(isReplay(last))
        #expect(scene.payments.sessions.count == 1)
        #expect(scene.payments.waitingFaults.isEmpty)
    }

    @Test("an error of the provider's own stands under the key only if it was kept")
    func keptErrors() throws {
        let scene = PaymentsScene()
        scene.payments.arm(.refuse(status: 503))
        #expect(scene.post(Self.path, PaymentsScene.shirts, key: "a")?.refusal == "503 api_error - -")
        #expect(scene.post(Self.path, PaymentsScene.shirts, key: "a")?.status == 200)
        scene.payments.arm(.refuse(status: 500, isKept: true))
        #expect(scene.post(Self.path, PaymentsScene.shirts, key: "b")?.status == 500)
        #expect(isReplay(scene.post(Self.path, PaymentsScene.shirts, key: "b")))
        scene.payments.arm(.refuse(status: 429, type: "invalid_request_error", code: "rate_limit"))
        scene.payments.disarm()
        #expect(scene.post(Self.path, PaymentsScene.shirts, key: "c")?.status == 200)
    }

    @Test("the same calls and deeds give the same bytes, another seed other ids")
    func seeds() throws {
        func play(_ seed: UInt64) throws -> PaymentsScene {
            let scene = PaymentsScene { $0.seed = seed }
            let page = try scene.open()
            try scene.does(.pay, on: page)
            return scene
        }
        #expect(try play(1).payments == play(1).payments)
        #expect(try play(1).payments.sessions.first?.id != play(2).payments.sessions.first?.id)
    }
}
