import Ports
import Testing
import WebServer

@Suite("The short way of a webhook", .onOwnThreads, .timeLimit(.minutes(1)))
struct WebhookLaneTests {
    /// The longest body that goes the short way.
    private static let longest = 64 * 1024

    @Test("answers keep the order of the requests, whichever way each goes")
    func order() async throws {
        _ = try await ServerUnderTest.run { server in
            let client = try await server.connect()
            let long = String(repeating: "x", count: Self.longest + 1)
            client.send(
                post("/webhooks/slow", "1") + get("/healthz") + post("/webhooks/a", long) + post("/webhooks/a", "12")
                    + get("/webhooks/a") + post("/webhooks/slow", "123") + post("/webhooks/a", "1234")
            )
            #expect(await client.sees("POST 4"))
            let bodies = client.text.split(separator: "\r\n\r\n").dropFirst().map { $0.split(separator: "HTTP")[0] }
            #expect(bodies == ["POST 1", "{}", "POST \(Self.longest + 1)", "POST 2", "GET 0", "POST 3", "POST 4"])
            #expect(!client.isClosed)
        }
    }

    @Test("hundreds of webhooks sent without waiting are all answered")
    func flood() async throws {
        _ = try await ServerUnderTest.run { server in
            let client = try await server.connect()
            let flood = (1...600).map { post("/webhooks/a", String(repeating: "x", count: $0)) }.joined()
            client.send(post("/webhooks/slow", "") + flood)
            #expect(await client.sees("POST 600"))
            #expect(server.receiver.received.map(\.body.count) == Array(0...600))
        }
    }

    @Test("both ways give the same call and the same answer", arguments: [0, 7, longest, longest + 1])
    func sameAnswer(length: Int) async throws {
        _ = try await ServerUnderTest.run { server in
            let client = try await server.connect()
            let body = String(repeating: "x", count: length)
            client.send(post("/webhooks/ma%69n?a=%20+b&c", body, fields: "X-One: 1\r\nX-Two: 2\r\n"))
            #expect(await client.sees("POST \(length)"))
            let lines = client.text.lowercased().components("\r\n").dropFirst().filter { $0.contains(":") }
            #expect(lines.contains("content-length: \("POST \(length)".count)") && lines.count == 2)
            #expect(lines.contains("content-type: text/plain; charset=utf-8"))
            let call = try #require(server.receiver.received.first)
            #expect(call.method == "POST" && call.path == "/webhooks/main" && call.rawQuery == "a=%20+b&c")
            #expect(call.header("x-one") == "1" && call.header("x-two") == "2")
            #expect(call.body == Array(body.utf8))
        }
    }

    @Test("who closes its side after the request still gets the answer")
    func halfClosed() async throws {
        _ = try await ServerUnderTest.run { server in
            let client = try await server.connect()
            client.send(post("/webhooks/slow", "123"))
            client.closeOutput()
            #expect(await client.sees("POST 3"))
            #expect(await client.isCutOff())
        }
    }

    @Test("what is no request is told so after the answer before it")
    func garbageBehind() async throws {
        _ = try await ServerUnderTest.run { server in
            let client = try await server.connect()
            client.send(post("/webhooks/slow", "123") + "\u{1}\u{2} nonsense\r\n\r\n")
            #expect(await client.sees("400"))
            let lines = client.text.components("\r\n").filter { $0.contains("HTTP/1.1") }
            #expect(lines.count == 2 && lines[0].contains("HTTP/1.1 200"))
            #expect(await client.isCutOff())
        }
    }

    @Test("requests that wait behind one under way are answered before the end")
    func shutdown() async throws {
        _ = try await ServerUnderTest.run { server in
            let client = try await server.connect()
            client.send(post("/webhooks/slow", "1") + post("/webhooks/slow", "12") + post("/webhooks/a", "123"))
            #expect(await eventually { server.receiver.received.count == 1 })
            await server.beginShutdown()
            #expect(await client.sees("POST 3"))
            #expect(await client.isCutOff(within: 1.9))
        }
    }

    @Test("a client that has gone leaves its answer to nobody, and the server goes on")
    func gone() async throws {
        _ = try await ServerUnderTest.run { server in
            let client = try await server.connect()
            client.send(post("/webhooks/slow", "1") + post("/webhooks/a", "12"))
            #expect(await eventually { server.receiver.received.count == 1 })
            client.close()
            let other = try await server.connect()
            other.send(post("/webhooks/slow", "123"))
            #expect(await other.sees("POST 3"))
            #expect(server.receiver.received.map(\.body.count).contains(3))
        }
    }
}

extension String {
    fileprivate func components(_ separator: String) -> [Substring] { split(separator: separator) }
}
