import Kernel
import Platform

/// Ana on a Page or an Instagram account, at noon of a Monday in October 2026.
final class MetaScene {
    var platform: EmulatedPlatform
    var now = Scene.start
    let channel: PlatformChannel
    let account: String

    static let scopedID = "7001002003004005"

    /// Ana has just written, unless she is to be silent.
    init(_ channel: PlatformChannel, isOpen: Bool = true, _ change: (inout PlatformConfiguration) -> Void = { _ in })
        throws
    {
        var configuration = PlatformConfiguration.demoOfAllChannels
        change(&configuration)
        self.channel = channel
        account = channel == .messenger ? "100200300400500" : "17841400000000001"
        platform = EmulatedPlatform(configuration)
        var ana = Person("ana", name: "Ana Souza", username: "ana.s")
        ana.scopedID = Self.scopedID
        platform.join(ana, at: now)
        guard isOpen else { return }
        try does(.text("hello"))
        answerAll()
    }

    @discardableResult
    func does(_ act: PersonAct) throws -> String? {
        try platform.person("ana", does: act, with: account, at: now)
    }

    /// Posts a message: the members after `message`, with the type that Messenger wants.
    @discardableResult
    func send(_ message: String, more: String? = nil, node: String? = nil) -> PlatformAnswer? {
        let type = channel == .messenger ? #""messaging_type":"RESPONSE","# : ""
        return call(
            #"{"recipient":{"id":"\#(Self.scopedID)"},\#(more ?? type)"message":{\#(message)}}"#,
            node: node
        )
    }

    func reply(to comment: String, _ message: String = #""text":"Hi""#) -> PlatformAnswer? {
        call(#"{"recipient":{"comment_id":"\#(comment)"},"message":{\#(message)}}"#)
    }

    func act(_ action: String) -> PlatformAnswer? {
        call(#"{"recipient":{"id":"\#(Self.scopedID)"},"sender_action":\#(action)}"#)
    }

    func call(
        _ body: String,
        node: String? = nil,
        edge: String = "messages",
        method: String = "POST",
        token: String = "demo-access-token"
    ) -> PlatformAnswer? {
        let headers = [
            PlatformHeader("Authorization", "Bearer \(token)"), PlatformHeader("Content-Type", "application/json"),
        ]
        let target = "/v26.0/\(node ?? account)" + (edge.isEmpty ? "" : "/\(edge)")
        return platform.answer(
            PlatformCall(method: method, target: target, headers: headers, body: Array(body.utf8)),
            at: now
        ).answer
    }

    /// Takes what is due and answers it with 200.
    @discardableResult
    func answerAll() -> [Webhook] {
        let due = platform.dueWebhooks(at: now)
        for webhook in due { platform.webhookAnswered(webhook.id, status: 200, at: now) }
        return due
    }

    /// What is due, each without the envelope.
    func heard() throws -> [JSONValue] {
        try answerAll().compactMap { webhook in
            let entry = try JSONDocument(webhook.body).root["entry"]?[0]
            return entry?["messaging"]?[0] ?? entry?["changes"]?[0]
        }
    }

    var bubble: PhoneMessage? { platform.phone(of: "ana", account: account).last }
}

extension PlatformAnswer {
    /// `code/subcode` of an error, `ok` of what was accepted.
    var verdict: String {
        guard let error = (try? JSONDocument(body))?.root["error"] else { return status == 200 ? "ok" : "\(status)" }
        let code = error["code"]?.text ?? "?"
        return error["error_subcode"]?.text.map { "\(code)/\($0)" } ?? code
    }

    func member(_ name: String) -> String? { (try? JSONDocument(body))?.root[name]?.text }
}
