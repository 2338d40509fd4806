import CurlTransport
import Kernel
import Ports
import Testing

// How calls end early.
extension CurlClientTests {
    @Test("a cancelled call ends at once: lost if it is under way, not sent if it still waits")
    func cancellation() async throws {
        let server = try await ScriptedServer { _ in .silence }
        let client = try client { $0.connectionsPerHost = 1 }
        let first = Task { await client.send(post(server.url("/"), timeout: .seconds(20))) }
        #expect(await eventually { server.seen.requests.count == 1 })
        let second = Task { await client.send(post(server.url("/"), timeout: .seconds(20))) }
        try await Task.sleep(for: .milliseconds(50))
        let took = await seconds {
            second.cancel()
            #expect(await second.value == .notSent("the caller gave up"))
            first.cancel()
            #expect(await first.value == .lost("the caller gave up"))
        }
        #expect(took < 10)
    }

    @Test("a call made by a task already cancelled ends without waiting for its time")
    func cancelledBefore() async throws {
        let server = try await ScriptedServer { _ in .silence }
        let client = try client()
        let task = Task {
            while !Task.isCancelled { await Task.yield() }
            return await client.send(post(server.url("/"), timeout: .seconds(20)))
        }
        task.cancel()
        let took = await seconds { _ = await task.value }
        #expect(took < 10)
    }

    @Test("closing ends what is under way as lost, what waits as not sent, and refuses the rest")
    func closing() async throws {
        let server = try await ScriptedServer { _ in .silence }
        let client = try client { $0.connectionsPerHost = 2 }
        let calls = calls(5, to: server.url("/"), timeout: .seconds(20), by: client)
        #expect(await eventually { server.seen.requests.count == 2 })
        client.close()
        client.close()
        var outcomes: [HTTPOutcome] = []
        for call in calls { outcomes.append(await call.value) }
        #expect(outcomes.filter(isLost).count == 2)
        #expect(outcomes.filter(isNotSent).count == 3)
        #expect(await client.send(post(server.url("/"))) == .notSent("the transport is closed"))
    }

    @Test("a client that nobody holds any more closes its connections")
    func dropped() async throws {
        let server = try await ScriptedServer { _ in .answer(ScriptedServer.ok) }
        _ = await (try client()).send(post(server.url("/")))
        #expect(await eventually { server.seen.accepted == 1 && server.seen.open == 0 })
    }

    @Test("no more calls than allowed wait for one host")
    func fullQueue() async throws {
        let server = try await ScriptedServer { _ in .silence }
        let client = try client {
            $0.connectionsPerHost = 1
            $0.waitingPerHost = 2
        }
        let calls = calls(6, to: server.url("/"), timeout: .milliseconds(400), by: client)
        var outcomes: [HTTPOutcome] = []
        for call in calls { outcomes.append(await call.value) }
        #expect(outcomes.filter { $0 == .notSent("2 calls wait for this host already") }.count == 3)
        #expect(outcomes.filter(isNotSent).count == 5)
    }
}
