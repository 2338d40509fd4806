import Foundation
import Testing

@Suite("Accounts connected and examined over loopback", .serialized, .timeLimit(.minutes(4)))
struct SetupTests {
    /// Runs a command of the program to its end.
    private func run(_ arguments: [String], in folder: Folder, platform: String, base: String) async throws
        -> (status: Int32?, lines: [Substring])
    {
        let variables = [
            "SHOPKEEPER_GRAPH_URL": platform + "/v26.0", "SHOPKEEPER_BILLING_URL": platform + "/billing",
            "SHOPKEEPER_PUBLIC_URL": base, "SHOPKEEPER_STORE": folder.file("shop.sqlite"),
        ]
        let program = try Program(arguments, in: folder, variables: variables)
        let status = try await program.end()
        return (status, program.printed.split(separator: "\n"))
    }

    @Test("a bare account is connected once; the doctor finds it well, and says when the gateway is gone")
    func connect() async throws {
        let folder = try Folder()
        let port = try WireClient.freePort()
        let emulator = try Program(
            [
                "emulate", "--starts-bare", "--listen", "127.0.0.1:0", "--receiver", "http://127.0.0.1:\(port)",
                "--ledger", folder.file("ledger.jsonl"),
            ],
            in: folder
        )
        let number = try #require(try await emulator.says("answers at http://127.0.0.1:"))
        let platform = "http://127.0.0.1:\(number)"
        let gateway = try await Gateway.start(in: folder, platform: platform, port: port)
        func run(_ arguments: String...) async throws -> (status: Int32?, lines: [Substring]) {
            try await self.run(arguments, in: folder, platform: platform, base: gateway.base)
        }

        let bare = try await run("doctor")
        #expect(bare.status == 1)
        #expect(bare.lines.contains { $0.hasPrefix("✗ whatsapp 330044005500661, subscription:") })
        let first = try await run("channels", "connect")
        #expect(first.status == 0)
        #expect(first.lines.filter { $0.hasPrefix("  + ") }.count == 4, "\(first.lines)")
        let second = try await run("channels", "connect")
        #expect(second.lines.dropFirst().allSatisfy { $0.hasPrefix("  ✓ ") }, "\(second.lines)")
        let list = try await run("channels")
        #expect(list.lines.last?.hasSuffix("✓ connected") == true, "\(list.lines)")
        let whole = try await run("doctor")
        #expect(whole.lines.filter { $0.hasPrefix("✗") && !$0.contains(", payments: ") } == [])
        let listed = try await run("doctor", "--json")
        #expect(listed.lines.allSatisfy { $0.hasPrefix(#"{"mark":""#) })

        gateway.program.ask()
        _ = try await gateway.program.end()
        let alone = try await run("doctor")
        #expect(alone.status == 1)
        #expect(alone.lines.contains { $0.hasPrefix("✗ \(gateway.base)/webhooks/whatsapp/demo, webhook: ") })
        emulator.ask()
    }
}
