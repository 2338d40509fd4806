import Kernel
import Ports
import Testing
import WebServer

@Suite("The web server", .onOwnThreads, .timeLimit(.minutes(1)))
struct WebhookServerTests {
    @Test("a webhook call reaches the receiver with path, query, fields and body as sent")
    func wholeCall() async throws {
        _ = try await ServerUnderTest.run { server in
            let client = try await server.connect()
            let path = "/webhooks/whatsapp/ma%69n?hub.mode=subscribe&hub.challenge=1%2B1+2&x"
            client.send(post(path, "{\"a\":1}", fields: "X-Hub-Signature-256: sha256=00\r\n"))
            #expect(await client.sees("\r\n\r\nPOST 7"))
            #expect(client.text.hasPrefix("HTTP/1.1 200 OK\r\n"))
            let call = try #require(server.receiver.received.first)
            #expect(call.path == "/webhooks/whatsapp/main")
            #expect(call.rawQuery == "hub.mode=subscribe&hub.challenge=1%2B1+2&x")
            #expect(call.queryValue("hub.challenge") == "1+1 2")
            #expect(call.queryValue("x") == "" && call.queryValue("y") == nil)
            #expect(call.header("x-hub-signature-256") == "sha256=00")
            #expect(call.body == Array("{\"a\":1}".utf8))
            #expect(call.receivedAt == Timestamp(milliseconds: 1_795_248_000_000))
        }
    }

    @Test("a body in a hundred pieces, with or without its length, arrives whole", arguments: [true, false])
    func pieces(hasLength: Bool) async throws {
        _ = try await ServerUnderTest.run { server in
            let client = try await server.connect()
            let piece = String(repeating: "0123456789", count: 300)
            let framing = hasLength ? "Content-Length: 300000" : "Transfer-Encoding: chunked"
            client.send("POST /webhooks/a HTTP/1.1\r\nHost: test\r\n\(framing)\r\n\r\n")
            for _ in 0..<100 { client.send(hasLength ? piece : "bb8\r\n\(piece)\r\n") }
            if !hasLength { client.send("0\r\n\r\n") }
            #expect(await client.sees("POST 300000"))
            #expect(server.receiver.received.first?.body == Array(String(repeating: piece, count: 100).utf8))
        }
    }

    @Test("a connection serves request after request, and pipelined ones in order")
    func keepAlive() async throws {
        _ = try await ServerUnderTest.run { server in
            let client = try await server.connect()
            for count in 1...20 {
                client.send(post("/webhooks/a", String(repeating: "x", count: count)))
                #expect(await client.sees("POST \(count)"))
            }
            client.send(post("/webhooks/slow", "12345") + post("/webhooks/a", "123456") + get("/webhooks/a"))
            #expect(await client.sees("GET 0"))
            let bodies = client.text.split(separator: "\r\n\r\n").map { $0.prefix { $0 != "H" } }
            #expect(bodies.suffix(3) == ["POST 5", "POST 6", "GET 0"])
            #expect(!client.isClosed)
        }
    }

    @Test("an answer keeps the receiver's status and fields")
    func answerFields() async throws {
        _ = try await ServerUnderTest.run { server in
            let client = try await server.connect()
            client.send(post("/webhooks/busy", "x"))
            #expect(await client.sees("\r\n\r\n"))
            #expect(client.text.hasPrefix("HTTP/1.1 503 "))
            #expect(client.text.lowercased().contains("retry-after: 2\r\n"))
        }
    }

    @Test(
        "each path has its answer",
        arguments: [
            ("GET /healthz", "200"), ("GET /healthz?x=1", "200"), ("POST /healthz", "405"), ("GET /", "404"),
            ("GET /webhooks", "404"), ("DELETE /webhooks/a", "405"), ("GET /pictures/", "404"),
            ("GET /pictures/..", "404"), ("GET /pictures/..%2Fmug%20blue.png", "404"),
            ("GET /pictures/other.png", "404"),
            ("GET /pictures/mug%20blue.png", "200"), ("PUT /pictures/mug%20blue.png", "405"),
            ("GET /favicon.ico", "404"),
        ]
    )
    func paths(line: String, status: String) async throws {
        _ = try await ServerUnderTest.run { server in
            let client = try await server.connect()
            client.send("\(line) HTTP/1.1\r\nHost: test\r\nContent-Length: 0\r\n\r\n")
            #expect(await client.sees("\r\n\r\n"))
            #expect(client.text.hasPrefix("HTTP/1.1 \(status) "))
            #expect(server.receiver.received.isEmpty)
        }
    }

    @Test("a picture is sent with its mark, and not again to who holds it")
    func pictures() async throws {
        _ = try await ServerUnderTest.run { server in
            let client = try await server.connect()
            client.send(get("/pictures/mug%20blue.png"))
            #expect(await client.sees("\u{1}\u{2}\u{3}"))
            let fields = client.text.lowercased()
            #expect(fields.contains("content-type: image/png\r\n"))
            #expect(fields.contains("cache-control: public, max-age=600\r\n"))
            let tag = try #require(fields.split(separator: "\r\n").first { $0.hasPrefix("etag: ") }).dropFirst(6)
            client.send(get("/pictures/mug%20blue.png", fields: "If-None-Match: \(tag)\r\n"))
            #expect(await client.sees("HTTP/1.1 304 "))
            client.send("HEAD /pictures/mug%20blue.png HTTP/1.1\r\nHost: test\r\n\r\n" + get("/healthz"))
            #expect(await client.sees("{}"))
            #expect(client.text.ranges(of: "\u{1}\u{2}\u{3}").count == 1)
        }
    }

    @Test("logs hold neither query nor body nor field")
    func quietLogs() async throws {
        _ = try await ServerUnderTest.run({ $0.bodyBytes = 20 }) { server in
            let client = try await server.connect()
            client.send(post("/webhooks/a?token=secret", "secret", fields: "X-Secret: secret\r\n"))
            #expect(await client.sees("POST 6"))
            client.send(post("/webhooks/a?token=secret", "secret secret secret secret"))
            #expect(await client.sees("413"))
            #expect(server.log.text.contains("a request was refused"))
            #expect(!server.log.text.contains("secret"))
        }
    }

    @Test("a port that is taken is told with its cure")
    func takenPort() async throws {
        _ = try await ServerUnderTest.run { server in
            let routes = WebRoutes(
                receiver: server.receiver,
                health: { WebhookAnswer(status: 200) },
                picture: { _ in nil },
                now: { Timestamp(milliseconds: 0) }
            )
            let second = WebhookServer(host: "127.0.0.1", port: server.port, routes: routes, logger: server.log.logger)
            let error = await #expect(throws: ListeningError.self) { try await second.run() }
            #expect(error?.description.contains("can't listen on 127.0.0.1:\(server.port)") == true)
        }
    }
}
