import Channels
import Commerce
import Kernel
import Messaging
import Testing

@Suite("The utility templates of a Page")
struct PageTemplateTests {
    private func verdict(_ name: String, _ approval: NewsTemplate.Approval, _ language: LanguageTag = .english)
        -> TemplateVerdict
    {
        TemplateVerdict(name: name, language: language, approval: approval, book: .page)
    }

    @Test("what the platform says goes before the settings, for its language alone")
    func judged() {
        let plain: PageTemplates = ["shipped"]
        #expect(plain.has("shipped", in: .english) && !plain.has("paid", in: .english))
        let judged = PageTemplates(["shipped"], judgedBy: [verdict("shipped", .paused), verdict("paid", .approved)])
        #expect(!judged.has("shipped", in: .english))
        #expect(judged.has("shipped", in: .brazilianPortuguese))
        #expect(judged.has("paid", in: .english) && !judged.has("paid", in: .brazilianPortuguese))
    }

    @Test("WhatsApp's book says nothing of a Page's")
    func books() {
        let other = TemplateVerdict(name: "shipped", language: .english, approval: .paused)
        #expect(PageTemplates(["shipped"], judgedBy: [other]).has("shipped", in: .english))
    }

    private func verdicts(_ value: String, field: String = "messenger_template_status_update") throws
        -> [TemplateVerdict]
    {
        let body =
            #"{"object":"page","entry":[{"id":"100","time":1795248000,"changes":[{"field":"\#(field)","value":\#(value)}]}]}"#
        let webhook = try ChannelDecoder.decode(
            Array(body.utf8),
            on: .messenger,
            receivedAt: Timestamp(seconds: 1_795_248_000)
        )
        #expect(webhook.itemCount == 1)
        return webhook.batches.flatMap(\.verdicts).map(\.verdict)
    }

    @Test(
        "news of one is read by its long and its short names",
        arguments: [
            #"{"event":"PAUSED","message_template_name":"shipped","message_template_language":"en"}"#,
            #"{"status":"paused","template_name":"shipped","template_language":"en"}"#,
            #"{"template_status":"PAUSED","name":"shipped","language":{"code":"en"}}"#,
        ]
    )
    func news(value: String) throws {
        #expect(try verdicts(value) == [verdict("shipped", .paused)])
    }

    @Test(
        "news without a name, a language or a known word judges nothing, and is kept",
        arguments: [
            "{}", #"{"event":"PAUSED"}"#, #"{"event":"PAUSED","name":"shipped"}"#,
            #"{"event":"SPARKLING","name":"shipped","language":"en"}"#,
            #"{"event":7,"name":"shipped","language":"en"}"#,
            #"{"event":"PAUSED","name":["shipped"],"language":"en"}"#,
        ]
    )
    func silent(value: String) throws {
        #expect(try verdicts(value) == [])
    }

    @Test("the dashboard's sample judges nothing")
    func sample() throws {
        let body =
            #"{"object":"page","entry":[{"id":"0","time":1795248000,"changes":[{"field":"messenger_template_status_update","value":{"event":"PAUSED","name":"shipped","language":"en"}}]}]}"#
        let webhook = try ChannelDecoder.decode(
            Array(body.utf8),
            on: .messenger,
            receivedAt: Timestamp(seconds: 1_795_248_000)
        )
        #expect(webhook.batches.flatMap(\.verdicts).isEmpty)
    }
}
