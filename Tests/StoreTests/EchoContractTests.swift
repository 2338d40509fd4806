import Commerce
import Kernel
import Messaging
import Outbox
import Ports
import TestSupport
import Testing

@Suite("Every store tells our own echoes from people's words", .timeLimit(.minutes(2)))
struct EchoContractTests {
    private let ana = StoreScene.person("5581987654321", scoped: "BR.1")

    private func echo(_ text: String?, at seconds: Int64 = 5, id: String = "mid.echo", key: String? = nil)
        -> InboundEvent
    {
        InboundEvent(
            externalID: id,
            at: StoreScene.moment(seconds),
            sender: ana,
            content: .echo(text: text, by: nil),
            callbackKey: key
        )
    }

    @Test(
        "what the merchant wrote elsewhere waits in its conversation and opens no window",
        arguments: StoreKind.allCases
    )
    func persons(kind: StoreKind) async throws {
        let scene = try await kind.scene()
        let id = try await scene.hear("hello", from: ana)
        try await scene.turn(in: id)
        let written = echo("Hi Ana, Bea here")
        #expect(try await scene.receive([written]).conversations == [id])
        #expect(try await scene.receive([written]).duplicates == 1)
        let turn = try #require(try await scene.open(id))
        #expect(turn.inbox.map(\.event) == [written])
        #expect(turn.conversation.windowClosesAt == StoreScene.start + .hours(24))
        let transcript = try #require(try await scene.store.read { try $0.transcript(id) })
        #expect(transcript.lines.count == 2)
    }

    @Test("the merchant may write first: the conversation begins without a window", arguments: StoreKind.allCases)
    func firstWord(kind: StoreKind) async throws {
        let scene = try await kind.scene()
        let receipt = try await scene.receive([echo("Your shoes are here")])
        let id = try #require(receipt.conversations.first)
        #expect(try await scene.open(id)?.conversation.windowClosesAt == nil)
        #expect(try await scene.hear("thanks", from: ana, at: 9) == id)
    }

    @Test(
        "our own message's echo is evidence and no news: by key, by id, by words on their way",
        arguments: StoreKind.allCases
    )
    func ours(kind: StoreKind) async throws {
        let scene = try await kind.scene()
        let entries = try await scene.said(["Which size?", "Choose\n1. 38"], to: ana)
        let first = try #require(entries.first)
        _ = try await scene.claim([first.id])
        for event in [
            echo("Which size?", id: "mid.2"), echo("Choose", id: "mid.3"),
            echo("Which size?", id: "mid.1", key: first.key),
        ] {
            let receipt = try await scene.receive([event])
            #expect(receipt.conversations.isEmpty)
            #expect(receipt.applied == 1)
        }
        try await scene.settle(first.id, .accepted(externalID: "mid.9", phone: nil))
        #expect(try await scene.receive([echo(nil, id: "mid.9")]).conversations.isEmpty)
        #expect(try await scene.receive([echo("Which size?", id: "mid.10")]).conversations == [ConversationID(1)])
        #expect(try await scene.open(ConversationID(1))?.inbox.count == 1)
    }

    @Test("the same words much later, or with another's key, are a person's", arguments: StoreKind.allCases)
    func lookalikes(kind: StoreKind) async throws {
        let scene = try await kind.scene()
        _ = try await scene.said(["Which size?"], to: ana)
        #expect(try await scene.receive([echo("Which size?", at: 90, id: "mid.1")]).conversations.count == 1)
        #expect(try await scene.receive([echo("Which colour?", id: "mid.2", key: "m:9:9:9")]).conversations.count == 1)
    }

    @Test("a person's request that is settled is heard by its conversation", arguments: StoreKind.allCases)
    func settledRequest(kind: StoreKind) async throws {
        let scene = try await kind.scene()
        let id = try await scene.hear("person", from: ana)
        try await scene.turn(in: id) { $0.tasks = [TaskDraft(.person, "Wants to talk to a person.")] }
        let result = try await scene.store.commit {
            try $0.operate(.settleTask(1, .done, words: nil), at: StoreScene.moment(3))
        }
        #expect(result.conversations == [id])
        #expect(
            try await scene.open(id)?.inbox.map(\.event.content)
                == [.operatorCommand(.settled(.person, order: nil, .done, words: nil))]
        )
    }
}
