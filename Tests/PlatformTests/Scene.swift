import Kernel
import Platform

/// A platform with Ana on it, at noon of a Monday in October 2026.
final class Scene {
    var platform: EmulatedPlatform
    var now = Scene.start

    static let start = Timestamp(seconds: 1_791_201_600)  // 2026-10-05T12:00Z
    static let number = "330044005500661"
    static let phone = "5511987654321"
    static let userID = "BR.771209348812"

    init(_ configuration: PlatformConfiguration = .demo) {
        platform = EmulatedPlatform(configuration)
        platform.join(
            Person("ana", name: "Ana Souza", phone: Self.phone, userID: Self.userID, username: "ana.s"),
            at: now
        )
    }

    /// Ana has just written: the window is open, her webhook answered.
    static func open(_ configuration: PlatformConfiguration = .demo) throws -> Scene {
        let scene = Scene(configuration)
        try scene.does(.text("hello"))
        scene.answerAll()
        return scene
    }

    @discardableResult
    func does(_ act: PersonAct) throws -> String? {
        try platform.person("ana", does: act, at: now)
    }

    /// Posts a message to Ana's phone: the members after the address.
    func send(_ members: String) -> PlatformAnswer? {
        post(#"{"messaging_product":"whatsapp","to":"+\#(Self.phone)",\#(members)}"#)
    }

    func post(_ body: String, to number: String = Scene.number, token: String = "demo-access-token")
        -> PlatformAnswer?
    {
        platform.answer(Self.call(body, to: number, token: token), at: now).answer
    }

    static func call(_ body: String, to number: String = Scene.number, token: String = "demo-access-token")
        -> PlatformCall
    {
        PlatformCall(
            method: "POST",
            target: "/v26.0/\(number)/messages",
            headers: [
                PlatformHeader("Authorization", "Bearer \(token)"), PlatformHeader("Content-Type", "application/json"),
            ],
            body: Array(body.utf8)
        )
    }

    /// Takes what is due and answers it with 200.
    @discardableResult
    func answerAll() -> [Webhook] {
        let due = platform.dueWebhooks(at: now)
        for webhook in due { platform.webhookAnswered(webhook.id, status: 200, at: now) }
        return due
    }

    /// The statuses of what is due, as JSON values, all answered with 200.
    func statuses() throws -> [JSONValue] {
        try answerAll().compactMap { try $0.value()["statuses"]?[0] }
    }
}

extension Webhook {
    /// The `value` of the first change.
    func value() throws -> JSONValue {
        let value = try JSONDocument(body).root["entry"]?[0]?["changes"]?[0]?["value"]
        guard let value else { throw ActRejection("no value in \(String(decoding: body, as: UTF8.self))") }
        return value
    }
}

extension PlatformAnswer {
    /// Code of the error in the body, nil for an answer that is none.
    var errorCode: Int? {
        (try? JSONDocument(body))?.root["error"]?["code"]?.int.map { Int($0) }
    }

    /// Id of the accepted message.
    var messageID: String? {
        (try? JSONDocument(body))?.root["messages"]?[0]?["id"]?.string
    }
}
