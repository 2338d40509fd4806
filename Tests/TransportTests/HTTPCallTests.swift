import Ports
import Testing

@Suite("What calls say of themselves")
struct HTTPCallTests {
    @Test("a description shows neither token nor query nor body")
    func descriptions() {
        let call = HTTPCall(
            method: "POST",
            url: "https://graph.example/v26.0/1/messages?access_token=secret",
            headers: [HTTPHeader(name: "authorization", value: "Bearer secret")],
            body: Array("secret".utf8)
        )
        #expect("\(call)" == "POST https://graph.example/v26.0/1/messages (6 bytes)")
        #expect("\(call.headers)" == "[authorization: [hidden]]")
        let answer = HTTPAnswer(status: 200, headers: call.headers, body: call.body)
        #expect(!String(reflecting: HTTPOutcome.answered(answer)).contains("secret"))
        #expect(!String(reflecting: call).contains("secret"))
    }
}
