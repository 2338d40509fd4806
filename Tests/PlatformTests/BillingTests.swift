import Kernel
import Platform
import Testing

@Suite("The billing endpoint")
struct BillingTests {
    private static func event(_ id: String, more: String = #""data":{"units":1}"#) -> String {
        #"{"specversion":"1.0","id":"\#(id)","source":"/gw","type":"message.billed","time":"2026-11-21T10:00:00Z",\#(more)}"#
    }

    private func post(
        _ body: String,
        _ scene: Scene,
        type: String = "application/cloudevents-batch+json; charset=utf-8"
    ) -> PlatformOutcome {
        let call = PlatformCall(
            method: "POST",
            target: "/billing",
            headers: [PlatformHeader("Content-Type", type)],
            body: Array(body.utf8)
        )
        return scene.platform.answer(call, at: scene.now)
    }

    private func billed(_ scene: Scene) -> [BilledFact] {
        scene.platform.ledger.compactMap { if case .billed(let fact) = $0 { fact } else { nil } }
    }

    @Test("records arrive singly and in batches, and a repeated pair of source and id is known as such")
    func records() {
        let scene = Scene()
        #expect(post(Self.event("a"), scene, type: "application/cloudevents+json").answer?.status == 204)
        #expect(post("[\(Self.event("a")),\(Self.event("b"))]", scene).answer?.status == 204)
        #expect(post("[]", scene).answer?.status == 204)
        #expect(billed(scene).map(\.id) == ["a", "a", "b"])
        #expect(billed(scene).map(\.isRepeat) == [false, true, false])
        #expect(billed(scene).first?.data == #"{"units":1}"#)
    }

    @Test(
        "a malformed event spoils its batch and is a problem of the business",
        arguments: [
            "{", "{}", "[1]", #"[{"specversion":"0.3","id":"a","source":"s","type":"t"}]"#,
            #"[{"specversion":"1.0","id":"","source":"s","type":"t"}]"#,
            #"[{"specversion":"1.0","id":"a","type":"t"}]"#,
            "[\(event("ok")),\(event("a", more: #""Bad-Name":1"#))]",
            "[\(event("a", more: #""extension":{"no":"objects"}"#))]",
            "[\(event("a", more: #""data":1,"data_base64":"AA==""#))]",
            #"[{"specversion":"1.0","id":"a","source":"s","type":"t","time":"yesterday"}]"#,
        ]
    )
    func malformed(body: String) throws {
        let scene = Scene()
        let answer = try #require(post(body, scene).answer)
        #expect(answer.status == 400)
        #expect(answer.headers.contains(PlatformHeader("content-type", "application/problem+json")))
        #expect(billed(scene).isEmpty)
    }

    @Test("other media types are 415, faults strike here too")
    func odds() {
        let scene = Scene()
        #expect(post("[]", scene, type: "application/json").answer?.status == 415)
        scene.platform.arm(.refuseBilling(status: 503))
        #expect(post("[\(Self.event("a"))]", scene).answer?.status == 503)
        scene.platform.arm(.loseBillingAnswer)
        #expect(post("[\(Self.event("a"))]", scene) == .lost)
        #expect(post("[\(Self.event("a"))]", scene).answer?.status == 204)
        #expect(billed(scene).map(\.isRepeat) == [false, true])
    }
}
