import Foundation
import Kernel
import Ports
import Testing

@Suite("Clients that misbehave", .serialized, .timeLimit(.minutes(4)))
struct MisbehaviourTests {
    private static let hook = "/webhooks/whatsapp/demo"

    private func head(_ fields: String) -> String {
        "POST \(Self.hook) HTTP/1.1\r\nHost: shop\r\n\(fields)\r\n\r\n"
    }

    /// A client that has promised 1,000 bytes and sent the half.
    private func halfWay(_ port: Int) throws -> WireClient {
        let client = try WireClient(port: port)
        client.send(head("Content-Length: 1000") + String(repeating: "a", count: 500))
        return client
    }

    /// A client whose body comes in drops and never ends.
    private func endless(_ port: Int) throws -> WireClient {
        let client = try WireClient(port: port)
        client.send(head("Transfer-Encoding: chunked"))
        return client
    }

    @Test("4 MB is refused before it is read; half and endless bodies are cut off after ten seconds")
    func limits() async throws {
        let folder = try Folder()
        let gateway = try await Gateway.start(in: folder, platform: "http://127.0.0.1:9")
        let large = try WireClient(port: gateway.port)
        large.send(head("Content-Length: 4194304") + "x")
        var answer = ""
        let took = try await time { answer = try await large.untilClosed(within: .seconds(9)) }
        #expect(answer.hasPrefix("HTTP/1.1 413"))
        #expect(took < .seconds(5))
        let half = try halfWay(gateway.port)
        let slow = try endless(gateway.port)
        let start = ContinuousClock.now
        async let halfTook = time { _ = try await half.untilClosed(within: .seconds(30)) }
        let slowTook = try await time {
            _ = try await slow.untilClosed(within: .seconds(30)) { slow.send("1\r\na\r\n") }
        }
        let took2 = try await halfTook
        for took in [slowTook, took2] {
            #expect(took > .seconds(9))
            #expect(took < .seconds(12.5))
        }
        #expect(start.duration(to: .now) < .seconds(13))
        let health = try await Caller().get(gateway.base + "/healthz")
        #expect(health.status == 200)
        #expect(try await gateway.stop() == 0)
        let items = try await Gateway.store(in: folder) { try $0.conversations(nil, limit: 9).count }
        #expect(items == 0)
    }

    @Test("SIGTERM in the middle of all this ends in time, and nothing is lost")
    func shutdown() async throws {
        let folder = try Folder()
        try await PhoneNetwork.run { network in
            let gateway = try await Gateway.start(in: folder, platform: network.base)
            network.reach(gateway.base)
            let names = (1...8).map { "p\($0)" }
            for (index, name) in names.enumerated() { try await network.join(name, number: index) }
            try await network.ask("p1", "hello")
            let half = try halfWay(gateway.port)
            let slow = try endless(gateway.port)
            let idle = try WireClient(port: gateway.port)
            idle.send("GET /healthz HTTP/1.1\r\nHost: shop\r\n\r\n")
            try await waitFor("an answer on a kept connection") { idle.look().hasPrefix("HTTP/1.1 200") }
            // The platform answers late from now on, so that calls are under way when the end is asked for.
            try await network.slowDown(calls: 4, by: .seconds(40))
            for name in names.dropFirst() { try await network.say(name, "hello") }
            let took = try await time {
                gateway.program.ask()
                try await waitFor("the end", within: .seconds(30)) {
                    slow.send("1\r\na\r\n")
                    _ = half.look()
                    return !gateway.program.isRunning
                }
            }
            #expect(took <= .seconds(15))
            #expect(try await gateway.program.end() == 0)
            try await network.recover()
            let next = try await Gateway.start(in: folder, platform: network.base)
            network.reach(next.base)
            try await waitFor("everybody's greeting") { names.allSatisfy { network.replies($0) == 1 } }
            #expect(try await next.stop() == 0)
            let keys = network.acceptedKeys
            #expect(Set(keys).count == keys.count)
        }
    }
}
