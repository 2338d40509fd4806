import Kernel
import Testing
import WebServer

@Suite("Shutdown", .onOwnThreads, .timeLimit(.minutes(1)))
struct ShutdownTests {
    @Test("idle connections do not hold up the end")
    func idleConnections() async throws {
        let took = try await ServerUnderTest.run { server in
            for _ in 0..<20 { _ = try await server.connect() }
            let used = try await server.connect()
            used.send(get("/healthz"))
            #expect(await used.sees("{}"))
        }
        #expect(took < 5)
    }

    @Test("a half-sent body ends with its own time at the latest")
    func halfSent() async throws {
        var end = 0.0
        let took = try await seconds {
            end = try await ServerUnderTest.run({
                $0.request = .milliseconds(500)
                $0.farewell = .milliseconds(200)
            }) { server in
                let client = try await server.connect()
                let half = "POST /webhooks/a HTTP/1.1\r\nHost: test\r\nContent-Length: 8\r\n\r\nhalf"
                client.send(get("/healthz") + half)
                #expect(await client.sees("{}"))
            }
        }
        // Its time runs from its first byte, which is before the shutdown begins.
        #expect(took > 0.3)
        #expect(end < 5)
    }

    @Test("a request half sent when the shutdown begins may still be completed, and is answered")
    func completedMeanwhile() async throws {
        _ = try await ServerUnderTest.run { server in
            let client = try await server.connect()
            client.send(get("/healthz") + "POST /webhooks/a HTTP/1.1\r\nHost: test\r\nContent-Length: 8\r\n\r\nhalf")
            #expect(await client.sees("{}"))
            await server.beginShutdown()
            try await Task.sleep(for: .milliseconds(50))
            client.send("half")
            #expect(await client.sees("POST 8"))
            #expect(await client.isCutOff(within: 1.9))
        }
    }

    @Test("a complete request under way is answered before the end")
    func underWay() async throws {
        _ = try await ServerUnderTest.run { server in
            let client = try await server.connect()
            client.send(post("/webhooks/slow", "123"))
            #expect(await eventually { server.receiver.received.count == 1 })
            await server.beginShutdown()
            #expect(await client.sees("POST 3"))
            #expect(await client.isCutOff(within: 1.9))
        }
    }

    @Test("nothing is accepted once the shutdown has begun")
    func nothingNew() async throws {
        _ = try await ServerUnderTest.run({ $0.shutdown = .seconds(2) }) { server in
            let client = try await server.connect()
            client.send(post("/webhooks/stuck", "123"))
            #expect(await eventually { server.receiver.received.count == 1 })
            await server.beginShutdown()
            var isRefused = false
            for _ in 1...3_000 where !isRefused {
                isRefused = (try? await server.connect()) == nil
                if !isRefused { try await Task.sleep(for: .milliseconds(10)) }
            }
            #expect(isRefused)
            // Turned away by the shutdown, not because everything is over.
            #expect(!client.isClosed)
        }
    }

    @Test("an answer that never comes is cut off when the time is up")
    func stuckAnswer() async throws {
        let took = try await ServerUnderTest.run({ $0.shutdown = .milliseconds(300) }) { server in
            let client = try await server.connect()
            client.send(post("/webhooks/stuck", "123"))
            #expect(await eventually { server.receiver.received.count == 1 })
        }
        #expect((0.2..<5).contains(took))
    }

    @Test("with a half-sent body, slow headers, a dripping client and an idle one, the end comes in time")
    func allAtOnce() async throws {
        let took = try await ServerUnderTest.run({
            $0.request = .seconds(20)
            $0.shutdown = .milliseconds(600)
        }) { server in
            for start in ["PO", "POST /webhooks/a HTTP/1.1\r\nHost: test\r\nContent-Length: 10\r\n\r\nhalf", ""] {
                try await server.connect().send(start)
            }
            let dripping = try await server.connect()
            dripping.send("POST /webhooks/a HTTP/1.1\r\nHost: test\r\nContent-Length: 100000\r\n\r\n")
            let half = try await server.connect()
            half.send(get("/healthz") + "POST /webhooks/a HTTP/1.1\r\nHost: test\r\nContent-Length: 8\r\n\r\nhalf")
            #expect(await half.sees("{}"))
            Task {
                while !dripping.isClosed {
                    dripping.send("x")
                    try? await Task.sleep(for: .milliseconds(10))
                }
            }
        }
        #expect((0.5..<5).contains(took))
    }
}
