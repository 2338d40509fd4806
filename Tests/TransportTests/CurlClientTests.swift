import CurlTransport
import Kernel
import Ports
import Testing

@Suite("Calls over libcurl", .onOwnThreads, .timeLimit(.minutes(1)))
struct CurlClientTests {
    func client(_ change: (inout CurlLimits) -> Void = { _ in }) throws -> CurlClient {
        var limits = CurlLimits(version: "1.2.3")
        change(&limits)
        return try #require(CurlClient(limits: limits))
    }

    func post(_ url: String, _ body: String = "{}", timeout: Span = .seconds(5)) -> HTTPCall {
        HTTPCall(method: "POST", url: url, body: Array(body.utf8), timeout: timeout)
    }

    func answer(_ outcome: HTTPOutcome) throws -> HTTPAnswer {
        guard case .answered(let answer) = outcome else {
            Issue.record("\(outcome)")
            throw Unanswered()
        }
        return answer
    }

    struct Unanswered: Error {}

    func isNotSent(_ outcome: HTTPOutcome) -> Bool {
        if case .notSent = outcome { true } else { false }
    }

    func isLost(_ outcome: HTTPOutcome) -> Bool {
        if case .lost = outcome { true } else { false }
    }

    @Test("a request goes out with exactly its own fields and body")
    func exactRequest() async throws {
        let server = try await ScriptedServer { _ in .answer(ScriptedServer.ok) }
        let call = HTTPCall(
            method: "POST",
            url: server.url("/v26.0/1/messages?x=1"),
            headers: [
                HTTPHeader(name: "Authorization", value: "Bearer t"),
                HTTPHeader(name: "Content-Type", value: "application/json"),
                HTTPHeader(name: "X-Empty", value: ""),
            ],
            body: Array("{\"a\":\"\u{e9}\u{0}\"}".utf8)
        )
        #expect(try answer(await client().send(call)).status == 200)
        let request = try #require(server.seen.requests.first)
        #expect(
            request
                == "POST /v26.0/1/messages?x=1 HTTP/1.1\r\nHost: 127.0.0.1:\(server.port)\r\n"
                + "User-Agent: Shopkeeper/1.2.3\r\nAccept: */*\r\nAuthorization: Bearer t\r\n"
                + "Content-Type: application/json\r\nX-Empty:\r\nContent-Length: 11\r\n\r\n{\"a\":\"\u{e9}\u{0}\"}"
        )
    }

    @Test("a reused handle keeps nothing of the call before")
    func nothingStays() async throws {
        let server = try await ScriptedServer { _ in .answer(ScriptedServer.ok) }
        let client = try client()
        let withBody = HTTPCall(
            method: "PUT",
            url: server.url("/a"),
            headers: [HTTPHeader(name: "X-Once", value: "1")],
            body: Array("body".utf8)
        )
        _ = await client.send(withBody)
        _ = await client.send(HTTPCall(method: "GET", url: server.url("/b")))
        _ = await client.send(post(server.url("/c"), ""))
        _ = await client.send(HTTPCall(method: "DELETE", url: server.url("/d")))
        let requests = server.seen.requests
        #expect(requests.map { String($0.prefix { $0 != "H" }) } == ["PUT /a ", "GET /b ", "POST /c ", "DELETE /d "])
        #expect(requests[0].contains("X-Once: 1\r\n") && requests[0].hasSuffix("\r\n\r\nbody"))
        #expect(requests.dropFirst().allSatisfy { !$0.contains("X-Once") && $0.hasSuffix("\r\n\r\n") })
        #expect(requests[2].contains("Content-Length: 0\r\n"))
        #expect(requests.allSatisfy { !$0.contains("Expect") && !$0.contains("urlencoded") })
    }

    @Test("an answer keeps status, fields and body as they came")
    func exactAnswer() async throws {
        let text =
            "HTTP/1.1 429 Too Many\r\nRetry-After:  17 \r\nX-Two: a\r\nX-Two: b\r\nContent-Length: 5\r\n\r\nh\u{0}llo"
        let server = try await ScriptedServer { _ in .answer("HTTP/1.1 103 Hints\r\nX-Early: 1\r\n\r\n" + text) }
        let answer = try answer(await client().send(HTTPCall(method: "GET", url: server.url("/"))))
        let names = ["Retry-After", "X-Two", "X-Two", "Content-Length"]
        let headers = zip(names, ["17", "a", "b", "5"]).map { HTTPHeader(name: $0, value: $1) }
        #expect(answer == HTTPAnswer(status: 429, headers: headers, body: Array("h\u{0}llo".utf8)))
        #expect(answer.header("retry-after") == "17")
    }

    @Test("connections are kept and used again")
    func reuse() async throws {
        let server = try await ScriptedServer { _ in .answer(ScriptedServer.ok) }
        let client = try client()
        for number in 0..<50 {
            #expect(try answer(await client.send(post(server.url("/\(number)")))).body == Array("ok".utf8))
        }
        #expect(server.seen.accepted == 1)
    }

    @Test("a thousand calls at once are all answered, over sixteen connections at most")
    func thousandAtOnce() async throws {
        let server = try await ScriptedServer { _ in .answerLater(ScriptedServer.ok, milliseconds: 1) }
        let client = try client()
        let statuses = await withTaskGroup(of: HTTPOutcome.self) { group in
            for number in 0..<1000 {
                group.addTask { await client.send(post(server.url("/m"), "number \(number)", timeout: .seconds(30))) }
            }
            var outcomes: [HTTPOutcome] = []
            for await outcome in group { outcomes.append(outcome) }
            return outcomes
        }
        #expect(
            statuses.filter { if case .answered(let answer) = $0 { answer.status == 200 } else { false } }.count == 1000
        )
        let record = server.seen
        #expect(Set(record.requests.compactMap { $0.split(separator: "\r\n").last }).count == 1000)
        #expect(record.accepted == 16)
        #expect(record.mostUnderWay == 16)
    }

    @Test("one slow host does not hold up another")
    func hostsAreApart() async throws {
        let slow = try await ScriptedServer { _ in .silence }
        let quick = try await ScriptedServer { _ in .answer(ScriptedServer.ok) }
        let client = try client()
        let stuck = calls(16, to: slow.url("/"), timeout: .seconds(2), by: client)
        #expect(await eventually { slow.seen.requests.count == 16 })
        let waiting = calls(24, to: slow.url("/"), timeout: .milliseconds(300), by: client)
        let took = await seconds { #expect((try? answer(await client.send(post(quick.url("/"))))) != nil) }
        #expect(took < 1.5)
        for call in waiting { #expect(await call.value == .notSent("no connection came free in time")) }
        for call in stuck { #expect(isLost(await call.value)) }
        #expect(slow.seen.requests.count == 16)
    }

    /// Calls made beside one another.
    func calls(_ count: Int, to url: String, timeout: Span, by client: CurlClient) -> [Task<HTTPOutcome, Never>] {
        (0..<count).map { _ in Task { await client.send(post(url, timeout: timeout)) } }
    }
}
