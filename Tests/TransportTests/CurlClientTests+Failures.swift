import CurlTransport
import Kernel
import Ports
import Testing

// What can go wrong.
extension CurlClientTests {
    @Test("a refused connection means nothing was sent")
    func refused() async throws {
        let outcome = try await client().send(post("http://127.0.0.1:1/"))
        #expect(isNotSent(outcome))
        #expect("\(outcome)".contains("127.0.0.1 port 1"))
    }

    @Test(
        "an address that can't be called is refused before anything leaves",
        arguments: [
            "ftp://127.0.0.1/", "file:///etc/passwd", "", "http://", "https:///x", "127.0.0.1/x",
            "http://127.0.0.1:99999/",
            "http://no such host/", "http://nobody.invalid/",
        ]
    )
    func unusableAddress(url: String) async throws {
        #expect(isNotSent(try await client().send(post(url))))
    }

    @Test("a server without TLS on an https address means nothing was sent")
    func noTLS() async throws {
        let server = try await ScriptedServer { _ in .close }
        let url = "https://127.0.0.1:\(server.port)/"
        #expect(isNotSent(try await client { $0.connect = .milliseconds(400) }.send(post(url))))
        #expect(server.seen.requests.isEmpty)
    }

    @Test(
        "a field that would break out of its line is refused",
        arguments: [
            HTTPHeader(name: "X", value: "a\r\nY: b"), HTTPHeader(name: "X\nY", value: "a"),
            HTTPHeader(name: "", value: "a"), HTTPHeader(name: "X: Y", value: "a"),
            HTTPHeader(name: "X", value: "a\u{0}b"),
        ]
    )
    func brokenHeader(header: HTTPHeader) async throws {
        let server = try await ScriptedServer { _ in .answer(ScriptedServer.ok) }
        let outcome = await (try client()).send(HTTPCall(method: "GET", url: server.url("/"), headers: [header]))
        #expect(isNotSent(outcome))
        #expect(server.seen.accepted == 0)
    }

    @Test("a connection closed before the answer leaves the call lost")
    func closedBeforeAnswer() async throws {
        let server = try await ScriptedServer { _ in .close }
        #expect(isLost(try await client().send(post(server.url("/")))))
        #expect(server.seen.requests.count == 1)
    }

    @Test("a kept connection closed before the answer does not make the call go out twice")
    func neverTwice() async throws {
        let server = try await ScriptedServer { $0 == 0 ? .answer(ScriptedServer.ok) : .close }
        let client = try client()
        #expect(try answer(await client.send(post(server.url("/")))).status == 200)
        #expect(isLost(await client.send(post(server.url("/"), "second"))))
        try await Task.sleep(for: .milliseconds(50))
        #expect(server.seen.requests.count == 2)
    }

    @Test("a connection the server closed while it lay unused is replaced, and the call answered")
    func staleConnection() async throws {
        let server = try await ScriptedServer { _ in .answerAndClose(ScriptedServer.ok) }
        let client = try client()
        for _ in 0..<3 {
            #expect(try answer(await client.send(post(server.url("/")))).status == 200)
            #expect(await eventually { server.seen.open == 0 })
        }
        #expect(server.seen.accepted == 3)
    }

    @Test("an answer that breaks off leaves the call lost")
    func brokenAnswer() async throws {
        let server = try await ScriptedServer { _ in
            .answerAndClose("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf")
        }
        #expect(isLost(try await client().send(post(server.url("/")))))
    }

    @Test("a call without an answer in its time is lost, and ends then")
    func timeOut() async throws {
        let server = try await ScriptedServer { _ in .silence }
        let client = try client()
        let took = await seconds {
            #expect(isLost(await client.send(post(server.url("/"), timeout: .milliseconds(300)))))
        }
        #expect((0.29..<5).contains(took))
    }

    @Test("no call takes longer than the limit, whatever it asks for")
    func totalLimit() async throws {
        let server = try await ScriptedServer { _ in .silence }
        let client = try client { $0.total = .milliseconds(200) }
        let took = await seconds { #expect(isLost(await client.send(post(server.url("/"), timeout: .hours(1))))) }
        #expect(took < 5)
    }

    @Test("an answer larger than the limit is cut, the call lost", arguments: [true, false])
    func largeAnswer(announced: Bool) async throws {
        let length = announced ? "Content-Length: 5000\r\n" : ""
        let text = "HTTP/1.1 200 OK\r\n\(length)\r\n" + String(repeating: "x", count: 5000)
        let server = try await ScriptedServer { _ in .answerAndClose(text) }
        let outcome = await (try client { $0.answerBytes = 4999 }).send(post(server.url("/")))
        #expect(outcome == .lost("the answer is larger than 4999 bytes"))
        #expect(try answer(await client { $0.answerBytes = 5000 }.send(post(server.url("/")))).body.count == 5000)
    }

    @Test("a head larger than the limit is cut, the call lost")
    func largeHead() async throws {
        let field = "X-Long: " + String(repeating: "x", count: 100) + "\r\n"
        let text = "HTTP/1.1 200 OK\r\n" + String(repeating: field, count: 30) + "Content-Length: 0\r\n\r\n"
        let server = try await ScriptedServer { _ in .answer(text) }
        #expect(isLost(try await client { $0.headBytes = 3000 }.send(post(server.url("/")))))
    }

    @Test("a redirect is an answer and is not followed")
    func redirect() async throws {
        let target = try await ScriptedServer { _ in .answer(ScriptedServer.ok) }
        let text = "HTTP/1.1 302 Found\r\nLocation: \(target.url("/there"))\r\nContent-Length: 0\r\n\r\n"
        let server = try await ScriptedServer { _ in .answer(text) }
        let answer = try answer(await client().send(HTTPCall(method: "GET", url: server.url("/"))))
        #expect(answer.status == 302)
        #expect(answer.header("location") == target.url("/there"))
        #expect(target.seen.accepted == 0)
    }
}
