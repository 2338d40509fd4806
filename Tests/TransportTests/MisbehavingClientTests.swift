import Kernel
import Testing
import WebServer

@Suite("Clients that misbehave", .onOwnThreads, .timeLimit(.minutes(1)))
struct MisbehavingClientTests {
    @Test("a body announced too large is refused before any of it is read")
    func announcedTooLarge() async throws {
        _ = try await ServerUnderTest.run { server in
            let client = try await server.connect()
            client.send("POST /webhooks/a HTTP/1.1\r\nHost: test\r\nContent-Length: \(3 * 1024 * 1024 + 1)\r\n\r\n")
            #expect(await client.sees("\r\n\r\n", within: 10))
            #expect(client.text.hasPrefix("HTTP/1.1 413 "))
            #expect(client.text.lowercased().contains("connection: close\r\n"))
            #expect(await client.isCutOff())
            #expect(server.receiver.received.isEmpty)
        }
    }

    @Test("who sends four megabytes in one go still reads the refusal")
    func sentTooLarge() async throws {
        _ = try await ServerUnderTest.run { server in
            let client = try await server.connect()
            client.send("POST /webhooks/a HTTP/1.1\r\nHost: test\r\nContent-Length: 4194304\r\n\r\n")
            client.send(bytes: [UInt8](repeating: 120, count: 4_194_304))
            #expect(await client.sees("HTTP/1.1 413 "))
            #expect(await client.isCutOff())
            #expect(server.receiver.received.isEmpty)
        }
    }

    @Test("a body of exactly the limit is taken, chunked or not", arguments: [true, false])
    func exactlyTheLimit(chunked: Bool) async throws {
        _ = try await ServerUnderTest.run({ $0.bodyBytes = 100_000 }) { server in
            let client = try await server.connect()
            let body = String(repeating: "x", count: 100_000)
            let framed = "Transfer-Encoding: chunked\r\n\r\n186a0\r\n\(body)\r\n0\r\n\r\n"
            client.send(
                chunked ? "POST /webhooks/a HTTP/1.1\r\nHost: test\r\n\(framed)" : post("/webhooks/a", body)
            )
            #expect(await client.sees("POST 100000"))
        }
    }

    @Test("a chunked body without end is refused once it passes the limit")
    func endlessChunks() async throws {
        _ = try await ServerUnderTest.run({ $0.bodyBytes = 100_000 }) { server in
            let client = try await server.connect()
            client.send("POST /webhooks/a HTTP/1.1\r\nHost: test\r\nTransfer-Encoding: chunked\r\n\r\n")
            let chunk = "1000\r\n" + String(repeating: "x", count: 4096) + "\r\n"
            for _ in 0..<24 { client.send(chunk) }
            try await Task.sleep(for: .milliseconds(100))
            #expect(client.text.isEmpty)
            client.send(chunk)
            #expect(await client.sees("HTTP/1.1 413 "))
            for _ in 0..<50 { client.send(chunk) }
            #expect(await client.isCutOff())
            #expect(server.receiver.received.isEmpty)
        }
    }

    @Test("a refusal waits until the request before it is answered")
    func refusalInOrder() async throws {
        _ = try await ServerUnderTest.run { server in
            let client = try await server.connect()
            client.send(post("/webhooks/slow", "12345"))
            client.send("POST /webhooks/a HTTP/1.1\r\nHost: test\r\nContent-Length: 99999999\r\n\r\n")
            #expect(await client.sees("413"))
            let lines = client.text.split(separator: "\r\n").filter { $0.contains("HTTP/1.1") }
            #expect(lines.count == 2 && lines[0].hasPrefix("HTTP/1.1 200"))
        }
    }

    @Test(
        "a request that is not complete in its time is ended, wherever it stopped",
        arguments: [
            "P", "POST /webhooks/a HTTP/1.1\r\n", "POST /webhooks/a HTTP/1.1\r\nHost: test\r\nX-Slow",
            "POST /webhooks/a HTTP/1.1\r\nHost: test\r\nContent-Length: 10\r\n\r\n",
            "POST /webhooks/a HTTP/1.1\r\nHost: test\r\nContent-Length: 10\r\n\r\nhalf",
            "POST /webhooks/a HTTP/1.1\r\nHost: test\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n",
        ]
    )
    func stopsHalfWay(start: String) async throws {
        _ = try await ServerUnderTest.run({ $0.request = .milliseconds(300) }) { server in
            let client = try await server.connect()
            client.send(start)
            let took = await seconds { #expect(await client.sees("HTTP/1.1 408 ")) }
            #expect((0.25..<5).contains(took))
            #expect(await client.isCutOff())
            #expect(server.receiver.received.isEmpty)
        }
    }

    @Test("bytes that drip in do not stretch the time", arguments: ["", "Content-Length: 1000\r\n\r\n"])
    func dripping(head: String) async throws {
        _ = try await ServerUnderTest.run({
            $0.request = .milliseconds(400)
            $0.farewell = .milliseconds(100)
        }) { server in
            let client = try await server.connect()
            client.send("POST /webhooks/a HTTP/1.1\r\nHost: test\r\n\(head)")
            let took = await seconds {
                for _ in 0..<100 where !client.isClosed {
                    client.send("x")
                    try? await Task.sleep(for: .milliseconds(20))
                }
            }
            #expect(took < 5)
            #expect(client.text.hasPrefix("HTTP/1.1 408 "))
        }
    }

    @Test("a slow start is no excuse on a kept connection, and quickness is remembered")
    func secondRequestStops() async throws {
        _ = try await ServerUnderTest.run({ $0.request = .milliseconds(300) }) { server in
            let client = try await server.connect()
            client.send(post("/webhooks/a", "123"))
            #expect(await client.sees("POST 3"))
            try await Task.sleep(for: .milliseconds(400))
            #expect(!client.isClosed)
            client.send("POST /webhooks/a HTTP/1.1\r\n")
            #expect(await client.sees("HTTP/1.1 408 "))
        }
    }

    @Test("a request begun behind another has its own time once that one is answered")
    func stopsBehindAnother() async throws {
        _ = try await ServerUnderTest.run({ $0.request = .milliseconds(300) }) { server in
            let client = try await server.connect()
            let half = "POST /webhooks/a HTTP/1.1\r\nHost: test\r\nContent-Length: 8\r\n\r\nhalf"
            client.send(post("/webhooks/slow", "123") + half)
            #expect(await client.sees("HTTP/1.1 408 "))
            #expect(client.text.contains("POST 3"))
        }
    }

    @Test("a connection that lies unused is closed, used or not", arguments: [true, false])
    func idle(used: Bool) async throws {
        _ = try await ServerUnderTest.run({ $0.idle = .milliseconds(300) }) { server in
            let took = try await seconds {
                let client = try await server.connect()
                if used {
                    client.send(get("/healthz"))
                    #expect(await client.sees("{}"))
                }
                #expect(await client.isCutOff())
            }
            #expect((0.2..<5).contains(took))
        }
    }

    @Test("an answer slower than every limit for clients still goes out")
    func slowAnswer() async throws {
        _ = try await ServerUnderTest.run({
            $0.idle = .milliseconds(100)
            $0.request = .milliseconds(100)
        }) { server in
            let client = try await server.connect()
            client.send(post("/webhooks/slow", "123"))
            #expect(await client.sees("POST 3"))
        }
    }

    @Test(
        "what is no HTTP is answered with 400 and closed",
        arguments: ["\u{16}\u{3}\u{1}hello\r\n\r\n", "GET\r\n\r\n"]
    )
    func noHTTP(text: String) async throws {
        _ = try await ServerUnderTest.run { server in
            let client = try await server.connect()
            client.send(text)
            #expect(await client.isCutOff())
            #expect(client.text.hasPrefix("HTTP/1.1 400 "))
        }
    }

    @Test("a head larger than allowed is refused")
    func largeHead() async throws {
        _ = try await ServerUnderTest.run({ $0.headBytes = 2000 }) { server in
            let client = try await server.connect()
            client.send(get("/healthz", fields: "X-Long: \(String(repeating: "x", count: 3000))\r\n"))
            #expect(await client.isCutOff())
            #expect(!client.text.contains("200"))
        }
    }

    @Test("who asks for the connection to be closed gets the answer and the end")
    func connectionClose() async throws {
        _ = try await ServerUnderTest.run { server in
            let client = try await server.connect()
            client.send(post("/webhooks/a", "1234", fields: "Connection: close\r\n"))
            #expect(await client.sees("POST 4"))
            #expect(client.text.lowercased().contains("connection: close\r\n"))
            #expect(await client.isCutOff(within: 1.9))
        }
    }

    @Test("who waits to be asked for the body is asked, unless it is too large")
    func expectContinue() async throws {
        _ = try await ServerUnderTest.run({ $0.bodyBytes = 10 }) { server in
            let client = try await server.connect()
            let head = "POST /webhooks/a HTTP/1.1\r\nHost: test\r\nExpect: 100-continue\r\n"
            client.send("\(head)Content-Length: 4\r\n\r\n")
            #expect(await client.sees("HTTP/1.1 100 Continue\r\n\r\n"))
            client.send("1234")
            #expect(await client.sees("POST 4"))
            client.send("\(head)Content-Length: 11\r\n\r\n")
            #expect(await client.sees("413"))
        }
    }

    @Test("bodies that would take more memory together than allowed are put off")
    func memory() async throws {
        _ = try await ServerUnderTest.run({ $0.arrivingBytes = 1_500_000 }) { server in
            let head = "POST /webhooks/a HTTP/1.1\r\nHost: test\r\nContent-Length: 1000000\r\n\r\n"
            let clients = [try await server.connect(), try await server.connect()]
            for client in clients { client.send(head) }
            var sent = 0
            while sent < 500, clients.allSatisfy({ $0.text.isEmpty }) {
                for client in clients { client.send("x") }
                sent += 1
                try await Task.sleep(for: .milliseconds(5))
            }
            let refused = try #require(clients.first { !$0.text.isEmpty })
            let taken = try #require(clients.first { $0.text.isEmpty })
            #expect(refused.text.hasPrefix("HTTP/1.1 503 "))
            taken.send(String(repeating: "x", count: 1_000_000 - sent))
            #expect(await taken.sees("POST 1000000"))
            let third = try await server.connect()
            third.send(head + String(repeating: "x", count: 1_000_000))
            #expect(await third.sees("POST 1000000"))
        }
    }
}
