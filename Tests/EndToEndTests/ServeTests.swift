import Foundation
import Kernel
import Ports
import Testing

@Suite("A gateway beside an emulated platform, as two processes", .serialized, .timeLimit(.minutes(4)))
struct ServeTests {
    private static let hook = "/webhooks/whatsapp/demo"

    /// A text webhook of Ana's.
    private func text(_ words: String, id: String) -> String {
        #"{"object":"whatsapp_business_account","entry":[{"id":"210987654321098","changes":[{"field":"messages","value":{"messaging_product":"whatsapp","metadata":{"display_phone_number":"493023125142","phone_number_id":"330044005500661"},"contacts":[{"profile":{"name":"Ana"},"wa_id":"5511987654321"}],"messages":[{"from":"5511987654321","id":"\#(id)","timestamp":"\#(Timestamp.machine.milliseconds / 1000)","type":"text","text":{"body":"\#(words)"}}]}}]}]}"#
    }

    /// `shopkeeper emulate` and `shopkeeper serve`, each told where the other one is.
    private func pair(in folder: Folder) async throws -> (emulator: Program, platform: String, gateway: Gateway) {
        let port = try WireClient.freePort()
        let emulator = try Program(
            [
                "emulate", "--listen", "127.0.0.1:0", "--receiver", "http://127.0.0.1:\(port)", "--ledger",
                folder.file("ledger.jsonl"),
            ],
            in: folder
        )
        guard let number = try await emulator.says("answers at http://127.0.0.1:") else {
            throw SceneError("the emulator did not come up: \(emulator.logged)")
        }
        let platform = "http://127.0.0.1:\(number)"
        return (emulator, platform, try await Gateway.start(in: folder, platform: platform, port: port))
    }

    @Test("a signed body leads to a reply and a bill in the emulator's ledger; what is wrong is answered as promised")
    func twoProcesses() async throws {
        let folder = try Folder()
        let (emulator, platform, gateway) = try await pair(in: folder)
        let caller = try Caller()
        let json = [HTTPHeader(name: "Content-Type", value: "application/json")]
        // Ana's first words open her window on the platform; the second ones are posted by hand.
        let act = Array(#"{"act":"text","text":"hello","phone":"5511987654321"}"#.utf8)
        #expect(try await caller.post(platform + "/emulator/person/ana", act, headers: json).status == 200)
        let facts: (String) async throws -> Int = { fact in
            try await caller.get(platform + "/emulator/ledger?fact=\(fact)").text.split(separator: "\n").count
        }
        try await waitFor("the greeting") { try await facts("accepted") == 1 }
        let menu = text("menu", id: "wamid.BYHAND")
        for _ in 1...3 { #expect(try await caller.deliver(menu, to: gateway.base).status == 200) }
        try await waitFor("the reply to the signed body") { try await facts("accepted") == 2 }
        try await waitFor("both bills") { try await facts("billed") == 2 }

        let forged = try await caller.deliver(text("menu", id: "wamid.FORGED"), to: gateway.base, secret: "another")
        #expect(forged.status == 401)
        let unsigned = try await caller.post(gateway.base + Self.hook, Array(menu.utf8))
        #expect(unsigned.status == 401)
        #expect(try await caller.deliver(#"{"object":"#, to: gateway.base).status == 200)
        let health = try await caller.get(gateway.base + "/healthz")
        #expect(health.status == 200)
        let counters = try JSONDocument(health.body).root["counters"]
        #expect(counters?["unreadable"]?.int == 1)
        #expect(try await facts("accepted") == 2)

        #expect(try await gateway.stop() == 0)
        emulator.ask()
        #expect(try await emulator.end(within: .seconds(15)) == 0)
        let items = try await Gateway.store(in: folder) { snapshot in
            try snapshot.conversations(nil, limit: 9).map(\.items)
        }
        #expect(items == [2])
    }

    @Test("verification, pictures and unknown paths answer as promised")
    func plainCalls() async throws {
        let folder = try Folder()
        let gateway = try await Gateway.start(in: folder, platform: "http://127.0.0.1:9")
        let caller = try Caller()
        let ask = gateway.base + Self.hook + "?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token="
        let verified = try await caller.get(ask + "demo-verify-token")
        #expect(verified.status == 200)
        #expect(verified.text == "1158201444")
        let refused = try await caller.get(ask + "wrong")
        #expect(refused.status == 403)
        #expect(!refused.text.contains("1158201444"))
        let picture = try await caller.get(gateway.base + "/pictures/1/cover.png")
        #expect(picture.status == 200)
        #expect(picture.header("Content-Type") == "image/png")
        #expect(picture.body.starts(with: [0x89, 0x50, 0x4E, 0x47]))
        for path in [
            "/pictures/1/none.png", "/pictures/2/cover.png", "/pictures/cover.png", "/pictures/1/..%2Fshop.yaml", "/",
            "/webhooks/whatsapp/other", "/webhooks/telegraph/demo", "/emulator/ledger",
        ] {
            #expect(try await caller.get(gateway.base + path).status == 404, "\(path)")
        }
        #expect(try await caller.post(gateway.base + "/healthz", []).status == 405)
        #expect(try await gateway.stop() == 0)
    }
}
