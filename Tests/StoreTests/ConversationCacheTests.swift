import Kernel
import Messaging
import Ports
import SQLiteStore
import TestSupport
import Testing

/// What the writer remembers of conversations is what stands in the file.
@Suite("What the writer remembers", .timeLimit(.minutes(1)))
struct ConversationCacheTests {
    private struct Refusal: Error {}

    private static let ana = StoreScene.person("5511987654321")

    @Test("what another process has written is kept by the next message")
    func writtenElsewhere() async throws {
        let file = ScratchFile()
        defer { file.remove() }
        let store = try SQLiteStore(path: file.path)
        let other = try SQLiteStore(path: file.path)
        let (scene, elsewhere) = (try await StoreScene(store), try await StoreScene(other))
        let id = try await scene.hear("hello", from: Self.ana)
        _ = try await scene.hear("again", from: Self.ana, at: 1)
        try await elsewhere.turn(in: id, at: 2) { $0.conversation.language = .german }
        // A further name makes the writer write the conversation as a whole.
        #expect(try await scene.hear("more", from: StoreScene.person("5511987654321", scoped: "BR.1"), at: 3) == id)
        let turn = try #require(try await scene.open(id))
        #expect(turn.conversation.language == .german && turn.conversation.turn == 1)
        #expect(turn.conversation.address.scopedID == "BR.1" && turn.inbox.count == 1)
        await store.shutDown()
        await other.shutDown()
    }

    @Test("what a refused body had heard is forgotten, beside bodies that are written")
    func refusedBody() async throws {
        let file = ScratchFile()
        defer { file.remove() }
        let store = try SQLiteStore(path: file.path)
        let scene = try await StoreScene(store)
        for round in Int64(1)...20 {
            let (stranger, friend) = (StoreScene.person("49171000\(1000 + round)"), StoreScene.person("491720001000"))
            async let refused: Void = refuse(StoreScene.text("no", from: stranger, at: round), in: scene)
            async let heard = scene.hear("hello", from: friend, at: round)
            _ = try await (refused, heard)
            let id = try await scene.hear("yes", from: stranger, at: round)
            let turn = try #require(try await scene.open(id))
            #expect(turn.inbox.map(\.event.content) == [.text("yes")])
            #expect(turn.conversation.address == stranger)
        }
        await store.shutDown()
    }

    @Test("a window opened by many messages is the same for who reads the file")
    func windows() async throws {
        let file = ScratchFile()
        defer { file.remove() }
        let store = try SQLiteStore(path: file.path)
        let scene = try await StoreScene(store)
        let id = try await scene.hear("hello", from: Self.ana)
        for second in [5, 90, 40] as [Int64] { _ = try await scene.hear("more", from: Self.ana, at: second) }
        let turn = try #require(try await scene.open(id))
        #expect(turn.conversation.windowClosesAt == StoreScene.moment(90) + .hours(24))
        let summary = try await store.read { try $0.conversations(nil, limit: 1) }
        #expect(summary.map(\.lastAt) == [StoreScene.moment(90)])
        await store.shutDown()
    }

    private func refuse(_ event: InboundEvent, in scene: StoreScene) async throws {
        let delivery = Delivery(account: scene.account, receivedAt: event.at, events: [event], statuses: [])
        let rules = scene.rules
        await #expect(throws: Refusal.self) {
            try await scene.store.commit { transaction in
                _ = try transaction.receive(delivery, rules: rules)
                throw Refusal()
            }
        }
    }
}
