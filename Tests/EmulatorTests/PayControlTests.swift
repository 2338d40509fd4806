import CurlTransport
import Kernel
import Platform
import PlatformEmulator
import Ports
import Testing

@Suite("Control paths of the payment provider and the carrier", .timeLimit(.minutes(2)))
struct PayControlTests {
    private func types(_ receiver: Receiver, _ count: Int) async throws -> [String] {
        try await receiver.waits(for: count).compactMap { try JSONDocument($0.body).root["type"]?.string }
    }

    @Test("deeds are played by the order's number or the session's id, and their webhooks may come thrice")
    func deeds() async throws {
        let receiver = Receiver()
        try await Stage.run(receiver: receiver) { stage in
            let page = try await stage.openPage()
            let paid = await stage.post("/emulator/payment/K7QX2M", #"{"deed":"payOther","amount":39000,"times":3}"#)
            #expect(paid.answer?.status == 204)
            #expect(try await receiver.waits(for: 12).count == 12)
            #expect(Set(receiver.calls.map(\.body)).count == 4)
            let id = try #require(page.split(separator: "/").last)
            #expect(
                await stage.post("/emulator/payment/\(id)", #"{"deed":"refund","amount":1000}"#).answer?.status == 204
            )
            #expect(try await types(receiver, 14).suffix(2).sorted() == ["charge.refunded", "refund.created"])
            let money = await stage.read("/emulator/money").split(separator: "\n")
            #expect(money.count == 2)
            #expect(money.last?.contains(#""kind":"refunded","amount":1000"#) == true)
            let sessions = await stage.read("/emulator/payments")
            #expect(sessions.contains(#""order":"K7QX2M","status":"complete","paymentStatus":"paid""#))
            #expect(sessions.contains(#""kept":38000"#))
        }
    }

    @Test("a pending refund is ended by its id")
    func refunds() async throws {
        try await Stage.run { stage in
            _ = try await stage.openPage()
            stage.partners.perform { (partners, _) throws(Never) in
                partners.payments.configuration.refunds = .stayPending
            }
            _ = await stage.post("/emulator/payment/K7QX2M", #"{"deed":"pay"}"#)
            _ = await stage.post("/emulator/payment/K7QX2M", #"{"deed":"refund"}"#)
            let id = try #require(stage.partners.look { $0.payments.pendingRefunds().first })
            #expect(await stage.read("/emulator/payments").contains(#""pendingRefunds":["\#(id)"]"#))
            #expect(await stage.post("/emulator/refund/\(id)", "{}").answer?.status == 400)
            #expect(await stage.post("/emulator/refund/\(id)", #"{"succeeds":false}"#).answer?.status == 204)
            #expect(await stage.post("/emulator/refund/\(id)", #"{"succeeds":false}"#).answer?.status == 409)
            #expect(stage.partners.look { $0.payments.balance(of: "demo", in: "brl") } == 39_790)
        }
    }

    @Test("a parcel's words are signed webhooks, until they are taken")
    func parcels() async throws {
        let receiver = Receiver(answering: [500, 200])
        try await Stage.run(receiver: receiver) { stage in
            let body =
                #"{"status":"out_for_delivery","city":"Curitiba","state":"PR","at":"2026-10-05T09:00:00Z","alone":true}"#
            #expect(await stage.post("/emulator/parcel/AA123456785BR", body).answer?.status == 204)
            let calls = try await receiver.waits(for: 2)
            let call = try #require(calls.last)
            #expect(Set(calls.map(\.body)).count == 1)
            #expect(call.url == "http://receiver.example/webhooks/carriers/demo")
            let signature = "hmac-sha256-hex=" + HMACSHA256.hex(key: "carrier-secret-demo", body: call.body)
            #expect(call.headers.first { $0.isNamed("x-hmac-signature") }?.value == signature)
            let tracker = try #require(try JSONDocument(call.body).root["result"])
            #expect(tracker["status"]?.string == "out_for_delivery")
            #expect(tracker["tracking_details"]?[0]?["datetime"]?.string == "2026-10-05T09:00:00Z")
        }
    }

    @Test(
        "each deed can be read",
        arguments: [
            #"{"deed":"fail","code":"insufficient_funds"}"#, #"{"deed":"later"}"#, #"{"deed":"payDelayed"}"#,
            #"{"deed":"payLate","after":1000}"#,
        ]
    )
    func readable(body: String) async throws {
        try await Stage.run { stage in
            _ = try await stage.openPage()
            #expect(await stage.post("/emulator/payment/K7QX2M", body).answer?.status == 204)
        }
    }

    @Test(
        "what can't be done is 409, what can't be read 400, another path 404",
        arguments: [
            ("payment/K7QX2M", #"{"deed":"settle"}"#, 409), ("payment/K7QX2M", #"{"deed":"bounce"}"#, 409),
            ("payment/K7QX2M", #"{"deed":"dispute"}"#, 409), ("payment/K7QX2M", #"{"deed":"again"}"#, 409),
            ("payment/NONE", #"{"deed":"pay"}"#, 409), ("payment/K7QX2M", #"{"deed":"sing"}"#, 400),
            ("payment/K7QX2M", #"{"deed":"payOther"}"#, 400), ("payment/K7QX2M", "{", 400),
            ("parcel/1", #"{"status":"delivered","account":"none"}"#, 409), ("parcel/1", "{}", 400),
            ("parcel/1", #"{"status":"delivered","at":"today"}"#, 400), ("payments/fault", #"{"fault":"rain"}"#, 400),
            ("payments/fault", #"{"fault":"refuse"}"#, 400), ("refund/re_1", #"{"succeeds":true}"#, 409),
            ("money", "{}", 404), ("payments/faults", "{}", 404),
        ]
    )
    func refusals(path: String, body: String, status: Int) async throws {
        try await Stage.run { stage in
            _ = try await stage.openPage()
            let answer = await stage.post("/emulator/\(path)", body).answer
            #expect(answer?.status == status)
            #expect(answer?.text.contains("error") == true)
        }
    }

    @Test("faults are armed and taken back")
    func faults() async throws {
        try await Stage.run { stage in
            for body in [
                #"{"fault":"refuse","status":429,"type":"invalid_request_error","code":"rate_limit"}"#,
                #"{"fault":"loseCall"}"#, #"{"fault":"garble"}"#,
            ] {
                #expect(await stage.post("/emulator/payments/fault", body).answer?.status == 204)
            }
            #expect(stage.partners.look { $0.payments.waitingFaults.count } == 3)
            let taken = await stage.client.send(
                HTTPCall(method: "DELETE", url: stage.base + "/emulator/payments/fault", timeout: .seconds(10))
            )
            #expect(taken.answer?.status == 204)
            let page = try await stage.openPage()
            #expect(page.hasPrefix("/pay/cs_test_"))
        }
    }
}
