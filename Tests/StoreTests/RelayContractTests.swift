import Kernel
import Messaging
import Outbox
import Ports
import TestSupport
import Testing

@Suite("Every store knows what must leave the house", .timeLimit(.minutes(2)))
struct RelayContractTests {
    private let ana = StoreScene.person("5581987654321")

    private func due(_ scene: StoreScene, at seconds: Int64) async throws -> [OutboxEntry] {
        try await scene.store.read { try $0.dueEntries(at: StoreScene.moment(seconds), limit: 99) }
    }

    @Test("a claimed message is marked, and nobody else may claim it", arguments: StoreKind.allCases)
    func claiming(kind: StoreKind) async throws {
        let scene = try await kind.scene()
        let entry = try #require(try await scene.said(["hi"], to: ana).first)
        #expect(try await due(scene, at: 0).map(\.id) == [entry.id])
        let claimed = try #require(try await scene.claim([entry.id, OutboxID(99)], at: 1).first)
        #expect(claimed.entry.state == .sending)
        #expect(claimed.entry.attempts == 1)
        #expect(claimed.account == scene.account)
        #expect(claimed.windowClosesAt == StoreScene.start + .hours(24))
        #expect(claimed.previous == nil)
        #expect(try await scene.claim([entry.id], at: 2).isEmpty)
        #expect(try await due(scene, at: 2).map(\.state) == [.sending])
        #expect(try await scene.store.read { try $0.nextDue() } == nil)
    }

    @Test("an accepted message lets the next bubble go after five seconds", arguments: StoreKind.allCases)
    func follower(kind: StoreKind) async throws {
        let scene = try await kind.scene()
        let entries = try await scene.said(["one", "two"], to: ana)
        #expect(try await due(scene, at: 99).map(\.id) == [entries[0].id])
        _ = try await scene.claim([entries[0].id])
        try await scene.settle(entries[0].id, .accepted(externalID: "w1", phone: nil), at: 10)
        #expect(try await due(scene, at: 14).isEmpty)
        #expect(try await scene.store.read { try $0.nextDue() } == StoreScene.moment(15))
        #expect(try await due(scene, at: 15).map(\.id) == [entries[1].id])
        try await scene.receive([], statuses: [StoreScene.status(.reached(.sent), of: "w1", at: 12)], at: 12)
        #expect(try await due(scene, at: 12).map(\.id) == [entries[1].id])
        let claimed = try #require(try await scene.claim([entries[1].id], at: 12).first)
        #expect(claimed.previous == DeliveryProgress(rank: .sent))
        #expect(!claimed.previousIsDead)
    }

    @Test("a message that may go only for a time keeps its end", arguments: StoreKind.allCases)
    func goodUntil(kind: StoreKind) async throws {
        let scene = try await kind.scene()
        let id = try await scene.hear("hello", from: ana, at: 0)
        var bubble = StoreScene.bubble("now or never", follows: false)
        bubble.goodUntil = StoreScene.moment(500)
        let bubbles = [bubble, StoreScene.bubble("any time")]
        _ = try await scene.turn(in: id, at: 0) { $0.messages = bubbles }
        #expect(try await due(scene, at: 0).map(\.goodUntil) == [StoreScene.moment(500), nil])
    }

    @Test("the merchant is told once of messages that wait, until the shopper writes", arguments: StoreKind.allCases)
    func parkedIsTold(kind: StoreKind) async throws {
        let scene = try await kind.scene()
        let entries = try await scene.said(["your parcel is here", "and more"], to: ana)
        for entry in entries {
            _ = try await scene.claim([entry.id])
            try await scene.settle(entry.id, .parked(reason: "The window has closed."), at: 3)
        }
        func told() async throws -> [String] {
            try await scene.store.read { try $0.tasks(openOnly: true) }.map(\.words)
        }
        #expect(try await told() == ["“your parcel is here”: The window has closed."])
        let id = try await scene.hear("hello again", from: ana, at: 60)
        _ = try await scene.turn(in: id, at: 61) { _ in }
        #expect(try await told() == [])
    }

    @Test("a refused message shows its follower that it is dead", arguments: StoreKind.allCases)
    func dead(kind: StoreKind) async throws {
        let scene = try await kind.scene()
        let entries = try await scene.said(["one", "two"], to: ana)
        _ = try await scene.claim([entries[0].id])
        let errors = [PlatformError(code: 131_026, title: "Undeliverable")]
        try await scene.settle(entries[0].id, .dead(reason: "the number has no WhatsApp", errors: errors), at: 3)
        #expect(try await due(scene, at: 3).map(\.id) == [entries[1].id])
        #expect(try await scene.claim([entries[1].id], at: 3).first?.previousIsDead == true)
        let line = try await outbound(scene)[0]
        #expect(line.trouble == "the number has no WhatsApp")
        #expect(line.progress.shown == "failed")
    }

    @Test(
        "a retry waits for its time, an unknown one for evidence and then goes once more",
        arguments: StoreKind.allCases
    )
    func retries(kind: StoreKind) async throws {
        let scene = try await kind.scene()
        let entry = try #require(try await scene.said(["one"], to: ana).first)
        _ = try await scene.claim([entry.id])
        try await scene.settle(entry.id, .retry(at: StoreScene.moment(9), reason: "busy"))
        #expect(try await due(scene, at: 8).isEmpty)
        #expect(try await scene.claim([entry.id], at: 9).map(\.entry.attempts) == [2])
        try await scene.settle(entry.id, .unknown(until: StoreScene.moment(40), reason: "lost"), at: 10)
        #expect(try await due(scene, at: 39).isEmpty)
        #expect(try await due(scene, at: 40).map(\.state) == [.unknown])
        #expect(try await scene.claim([entry.id], at: 40).isEmpty)
        try await scene.settle(entry.id, .again, at: 40)
        let again = try #require(try await scene.claim([entry.id], at: 40).first)
        #expect(again.entry.isRepeat)
        #expect(again.entry.attempts == 3)
        try await scene.settle(entry.id, .accepted(externalID: "w2", phone: nil), at: 41)
        let line = try await outbound(scene)[0]
        #expect(line.isRepeat)
        #expect(line.externalID == "w2")
        #expect(line.trouble == nil)
        #expect(try await due(scene, at: 999).isEmpty)
    }

    @Test("a dropped message is done and says why", arguments: StoreKind.allCases)
    func dropped(kind: StoreKind) async throws {
        let scene = try await kind.scene()
        let entry = try #require(try await scene.said(["one"], to: ana).first)
        try await scene.settle(entry.id, .dropped(reason: "window closed"), at: 3)
        #expect(try await due(scene, at: 9).isEmpty)
        #expect(try await outbound(scene)[0].trouble == "window closed")
    }

    @Test("a bill is not marked while it is posted, and counts its tries", arguments: StoreKind.allCases)
    func bills(kind: StoreKind) async throws {
        let scene = try await kind.scene()
        let entry = try #require(try await scene.said(["one"], to: ana).first)
        let delivered = StoreScene.status(.reached(.delivered), of: "w", key: entry.key)
        let bill = try #require(try await scene.receive([], statuses: [delivered]).entries.first)
        #expect(try await scene.claim([bill.id]).map(\.entry.state) == [.ready])
        try await scene.settle(bill.id, .retry(at: StoreScene.moment(9), reason: "503"))
        #expect(try await due(scene, at: 9).map(\.attempts) == [1])
        try await scene.settle(bill.id, .accepted(externalID: nil, phone: nil), at: 9)
        #expect(try await due(scene, at: 99).isEmpty)
    }

    @Test("unposted bills hold up no message, and none that a crash left", arguments: StoreKind.allCases)
    func billsComeLast(kind: StoreKind) async throws {
        let scene = try await kind.scene()
        let billed = try await scene.said(["a", "b", "c"], to: ana)
        for (index, entry) in billed.enumerated() {
            let delivered = StoreScene.status(.reached(.delivered), of: "w\(index)", key: entry.key)
            try await scene.receive([], statuses: [delivered])
        }
        let later = try await scene.said(["hi", "there"], to: StoreScene.person("4915112345678"), at: 20)
        _ = try await scene.claim([later[0].id], at: 30)
        let next = try await scene.said(["well"], to: StoreScene.person("4915112345679"), at: 40)
        let all = try await due(scene, at: 50)
        #expect(all.map(\.kind) == [.message, .message, .billing, .billing, .billing])
        #expect(all.prefix(2).map(\.id) == [next[0].id, later[0].id])
        let two = try await scene.store.read { try $0.dueEntries(at: StoreScene.moment(50), limit: 2) }
        #expect(two == Array(all.prefix(2)))
        let four = try await scene.store.read { try $0.dueEntries(at: StoreScene.moment(50), limit: 4) }
        #expect(four == Array(all.prefix(4)))
        #expect(try await scene.store.read { try $0.nextDue() } == StoreScene.start)
    }

    @Test("bills alone are what is due next, and so is a message alone", arguments: StoreKind.allCases)
    func nextDueOfEachKind(kind: StoreKind) async throws {
        let scene = try await kind.scene()
        let entry = try #require(try await scene.said(["a"], to: ana, at: 7).first)
        #expect(try await scene.store.read { try $0.nextDue() } == StoreScene.moment(7))
        let delivered = StoreScene.status(.reached(.delivered), of: "w", key: entry.key, at: 9)
        try await scene.receive([], statuses: [delivered], at: 9)
        #expect(try await scene.store.read { try $0.nextDue() } == StoreScene.moment(9))
    }

    @Test("a bill stays with the conversation of its message when two are one person's", arguments: StoreKind.allCases)
    func billOfMerged(kind: StoreKind) async throws {
        let scene = try await kind.scene()
        let scoped = StoreScene.person(nil, scoped: "BR.1")
        _ = try await scene.hear("hello", from: ana)
        let entry = try #require(try await scene.said(["a"], to: scoped).first)
        let delivered = StoreScene.status(.reached(.delivered), of: "w", key: entry.key)
        let bill = try #require(try await scene.receive([], statuses: [delivered]).entries.first)
        let waiting = try #require(try await scene.said(["b"], to: scoped, at: 1).first)
        _ = try await scene.hear("me", from: StoreScene.person("5581987654321", scoped: "BR.1"), at: 2)
        let homes = try await due(scene, at: 9).map { [$0.id.rawValue, $0.conversation?.rawValue] }
        #expect(homes == [[waiting.id.rawValue, 1], [bill.id.rawValue, 2]])
    }

    @Test("a bubble that may go is told by what let it go", arguments: StoreKind.allCases)
    func followerIsTold(kind: StoreKind) async throws {
        let scene = try await kind.scene()
        let entries = try await scene.said(["one", "two", "three"], to: ana)
        _ = try await scene.claim([entries[0].id])
        let accepted = try await scene.settle(entries[0].id, .accepted(externalID: "w1", phone: nil), at: 10)
        #expect(accepted.entries.map(\.id) == [entries[1].id])
        #expect(accepted.entries.map(\.state) == [.ready])
        #expect(accepted.entries.map(\.dueAt) == [StoreScene.moment(15)])
        let sent = StoreScene.status(.reached(.sent), of: "w1", at: 12)
        let receipt = try await scene.receive([], statuses: [sent], at: 12)
        #expect(receipt.sent == [entries[0].id])
        #expect(receipt.entries.map(\.id) == [entries[1].id])
        #expect(receipt.entries.map(\.dueAt) == [StoreScene.moment(12)])
        #expect(try await scene.receive([], statuses: [sent], at: 13).entries.isEmpty)
    }

    @Test("the number that the channel answers with is learned", arguments: StoreKind.allCases)
    func learnedNumber(kind: StoreKind) async throws {
        let scene = try await kind.scene()
        let entry = try #require(try await scene.said(["one"], to: StoreScene.person(nil, scoped: "BR.1")).first)
        _ = try await scene.claim([entry.id])
        try await scene.settle(entry.id, .accepted(externalID: "w", phone: "558187654321"), at: 1)
        #expect(try await scene.hear("me again", from: ana, at: 2) == ConversationID(1))
    }

    @Test("what was sent long ago goes, what is open stays, however often one looks", arguments: StoreKind.allCases)
    func purging(kind: StoreKind) async throws {
        let scene = try await kind.scene()
        let entries = try await scene.said(["one", "two", "three", "four"], to: ana)
        for entry in [entries[0], entries[1]] {
            _ = try await scene.claim([entry.id], at: 20)
            try await scene.settle(entry.id, .accepted(externalID: "w\(entry.id)", phone: nil), at: 20)
        }
        func purge(_ limit: Int, before seconds: Int64) async throws -> Int {
            try await scene.store.commit { try $0.purge(before: StoreScene.moment(seconds), limit: limit) }
        }
        #expect(try await purge(9, before: 10) == 1, "the line that was heard, no entry")
        #expect(try await purge(1, before: 900) == 1)
        #expect(try await purge(9, before: 900) == 1)
        #expect(try await purge(9, before: 900) == 0)
        let late = try await scene.receive([], statuses: [StoreScene.status(.reached(.read), of: "w\(entries[0].id)")])
        #expect(late.parked == 0, "its message is known still")
        #expect(try await due(scene, at: 900).filter { $0.kind == .message }.map(\.id) == [entries[2].id])
    }

    private func outbound(_ scene: StoreScene) async throws -> [Transcript.Outbound] {
        try await scene.store.read { try $0.transcript(ConversationID(1)) }?.lines.compactMap { line in
            if case .outbound(let message) = line { message } else { nil }
        } ?? []
    }
}
