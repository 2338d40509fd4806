import Billing
import Kernel
import Messaging
import Outbox
import Ports
import TestSupport
import Testing

@Suite("Every store files what comes in", .timeLimit(.minutes(2)))
struct IntakeContractTests {
    private let ana = StoreScene.person("5581987654321", scoped: "BR.1")

    @Test("a first text opens a conversation and waits in it", arguments: StoreKind.allCases)
    func firstText(kind: StoreKind) async throws {
        let scene = try await kind.scene()
        let event = StoreScene.text("hello", from: ana, at: 5)
        let receipt = try await scene.receive([event], at: 7)
        #expect(receipt.applied == 1)
        #expect(receipt.conversations == [ConversationID(1)])
        let turn = try #require(try await scene.open(ConversationID(1)))
        #expect(turn.inbox.map(\.event) == [event])
        #expect(turn.inbox.map(\.receivedAt) == [StoreScene.moment(7)])
        #expect(turn.conversation.address == ana)
        #expect(turn.conversation.name == "Ana")
        #expect(turn.conversation.windowClosesAt == event.at + .hours(24))
        #expect(turn.conversation.turn == 0)
        #expect(try await scene.store.read { try $0.waitingConversations(limit: 9) } == [ConversationID(1)])
    }

    @Test("the same item twice is kept once", arguments: StoreKind.allCases)
    func duplicate(kind: StoreKind) async throws {
        let scene = try await kind.scene()
        let event = StoreScene.text("hello", from: ana)
        try await scene.receive([event])
        let second = try await scene.receive([event, event])
        #expect(second.applied == 0)
        #expect(second.duplicates == 2)
        #expect(second.conversations.isEmpty)
        #expect(try await scene.open(ConversationID(1))?.inbox.count == 1)
    }

    @Test("items are read in platform-time order, ties by arrival", arguments: StoreKind.allCases)
    func order(kind: StoreKind) async throws {
        let scene = try await kind.scene()
        for (words, at) in [("b", 9), ("a", 3), ("c", 9)] as [(String, Int64)] {
            try await scene.receive([StoreScene.text(words, from: ana, at: at)])
        }
        let turn = try #require(try await scene.open(ConversationID(1)))
        #expect(turn.inbox.map(\.event.content) == [.text("a"), .text("b"), .text("c")])
    }

    @Test("spellings of one number are one person", arguments: StoreKind.allCases)
    func variants(kind: StoreKind) async throws {
        let scene = try await kind.scene()
        let long = try await scene.hear("oi", from: StoreScene.person("5581987654321"))
        let short = try await scene.hear("oi de novo", from: StoreScene.person("558187654321"), at: 1)
        #expect(long == short)
        #expect(try await scene.open(long)?.conversation.address.phone?.digits == "558187654321")
    }

    @Test("a newer message names the ids to answer to, an older one does not", arguments: StoreKind.allCases)
    func newestAddress(kind: StoreKind) async throws {
        let scene = try await kind.scene()
        let id = try await scene.hear("one", from: StoreScene.person("5581987654321", scoped: "BR.1"), at: 60)
        _ = try await scene.hear("two", from: StoreScene.person("558187654321", scoped: "BR.1"), at: 30)
        #expect(try await scene.open(id)?.conversation.address.phone?.digits == "5581987654321")
        #expect(try await scene.open(id)?.conversation.windowClosesAt == StoreScene.moment(60) + .hours(24))
    }

    @Test(
        "what no turn takes is kept with its reason and opens nothing",
        arguments: StoreKind.allCases,
        [
            SetAside(reason: "ignored") { $0.ignored = "own comment" },
            SetAside(reason: "group") { $0.group = "g1" },
            SetAside(reason: "standby") { $0.isStandby = true },
            SetAside(reason: "sample") { $0.isTest = true },
            SetAside(reason: "receipt") { $0.content = .receipt(ReadReceipt(isRead: true, of: [], watermark: nil)) },
            SetAside(reason: "handover") { $0.content = .handover(action: "take", from: nil, to: nil) },
            SetAside(reason: "no sender") { $0.sender = ShopperAddress() },
            SetAside(reason: "notice") { $0.content = .accountNotice(event: "limit") },
        ]
    )
    func setAside(kind: StoreKind, sample: SetAside) async throws {
        let scene = try await kind.scene()
        let known = try await scene.hear("hello", from: ana)
        try await scene.turn(in: known)
        var event = StoreScene.text("psst", from: ana, at: 2)
        sample.change(&event)
        let receipt = try await scene.receive([event])
        #expect(receipt.applied == 1)
        #expect(receipt.conversations.isEmpty)
        #expect(try await scene.open(known)?.inbox.isEmpty == true)
        #expect(try await scene.receive([event]).duplicates == 1)
        #expect(try await scene.store.read { try $0.counters() }["ignored"] == 1)
    }

    /// A way of being set aside.
    struct SetAside: CustomTestStringConvertible, Sendable {
        let reason: String
        let change: @Sendable (inout InboundEvent) -> Void
        var testDescription: String { reason }
    }

    @Test("what comes for an unknown account is kept without a conversation", arguments: StoreKind.allCases)
    func unknownAccount(kind: StoreKind) async throws {
        let scene = try await kind.scene()
        let nobody = ChannelAccount(
            id: AccountID(0),
            shop: 0,
            kind: .whatsapp,
            externalID: "999",
            label: "?",
            app: "main"
        )
        let receipt = try await scene.receive([StoreScene.text("hello", from: ana)], account: nobody)
        #expect(receipt.applied == 1)
        #expect(receipt.conversations.isEmpty)
        #expect(try await scene.store.read { try $0.conversations(nil, limit: 9) }.isEmpty)
    }

    @Test("an ad offers free entry for a day", arguments: StoreKind.allCases)
    func freeEntry(kind: StoreKind) async throws {
        let scene = try await kind.scene()
        var event = StoreScene.text("hello", from: ana, at: 10)
        event.referral = Referral(source: "ad", ad: "77")
        try await scene.receive([event])
        let id = ConversationID(1)
        #expect(try await scene.open(id)?.conversation.freeEntryOfferedUntil == event.at + .hours(24))
        try await scene.turn(in: id) { outcome in
            outcome.conversation.freeEntryOfferedUntil = nil
            outcome.conversation.freeEntryUntil = StoreScene.moment(20) + .hours(72)
        }
        let record = try #require(try await scene.open(id)).conversation
        #expect(record.freeEntryOfferedUntil == nil)
        #expect(record.freeEntryUntil == StoreScene.moment(20) + .hours(72))
    }

    @Test("an offer of free entry heard while another turn is thought stays", arguments: StoreKind.allCases)
    func offerMeanwhile(kind: StoreKind) async throws {
        let scene = try await kind.scene()
        let id = try await scene.hear("hello", from: ana)
        let turn = try #require(try await scene.open(id))
        var event = StoreScene.text("from your ad", from: ana, at: 1)
        event.referral = Referral(source: "ad")
        try await scene.receive([event], at: 1)
        try await scene.close(StoreScene.outcome(of: turn, at: 2))
        #expect(try await scene.open(id)?.conversation.freeEntryOfferedUntil == event.at + .hours(24))
    }

    @Test("digits that begin like a card are masked, an answer we asked for is not", arguments: StoreKind.allCases)
    func cardPieces(kind: StoreKind) async throws {
        let scene = try await kind.scene()
        let id = try await scene.hear("4111 1111", from: ana)
        _ = try await scene.hear("1111 1111", from: ana, at: 1)
        _ = try await scene.hear("123", from: ana, at: 2)
        let masked = try #require(try await scene.open(id))
        #expect(masked.inbox.map(\.event.content) == Array(repeating: .text(CardMask.replacement), count: 3))
        try await scene.turn(in: id) { $0.conversation.expectsNumber = true }
        _ = try await scene.hear("52050", from: ana, at: 900)
        #expect(try await scene.open(id)?.inbox.map(\.event.content) == [.text("52050")])
    }

    @Test("a check number after a masked card is masked", arguments: StoreKind.allCases)
    func checkNumber(kind: StoreKind) async throws {
        let scene = try await kind.scene()
        let id = try await scene.hear("my card [card removed]", from: ana)
        _ = try await scene.hear("cvv 123", from: ana, at: 1)
        let turn = try #require(try await scene.open(id))
        #expect(turn.inbox.map(\.event.content) == [.text("my card [card removed]"), .text(CardMask.replacement)])
    }

    @Test("a masked piece that comes again changes nothing", arguments: StoreKind.allCases)
    func repeatedPiece(kind: StoreKind) async throws {
        let scene = try await kind.scene()
        let piece = StoreScene.text("4111 1111", from: ana)
        try await scene.receive([piece])
        let before = try await StoreDump.of(scene.store)
        #expect(try await scene.receive([piece]).duplicates == 1)
        var after = try await StoreDump.of(scene.store)
        after.counters = before.counters
        #expect(after.differences(from: before).isEmpty)
    }

    @Test("all that was received is accounted for", arguments: StoreKind.allCases)
    func balance(kind: StoreKind) async throws {
        let scene = try await kind.scene()
        let entries = try await scene.said(["hi"], to: ana)
        var echo = StoreScene.text("x", from: ana, at: 4)
        echo.content = .echo(text: "x", by: nil)
        echo.callbackKey = entries[0].key
        let statuses = [
            StoreScene.status(.reached(.sent), of: "w1", key: entries[0].key),
            StoreScene.status(.reached(.sent), of: "w1", key: entries[0].key),
            StoreScene.status(.reached(.sent), of: "w2"), StoreScene.status(.reached(.sent), of: "w2"),
        ]
        let news = [StoreScene.text("a", from: ana, at: 1), StoreScene.text("a", from: ana, at: 1), echo]
        let receipt = try await scene.receive(news, statuses: statuses)
        #expect(receipt.parked == 1)
        try await scene.store.commit {
            try $0.keepUnreadable(
                UnreadableBody(
                    channel: .whatsapp,
                    app: "main",
                    receivedAt: StoreScene.start,
                    reason: "no JSON",
                    bytes: [1]
                )
            )
        }
        let counters = try await scene.store.read { try $0.counters() }
        let parts = ["applied", "duplicate", "ignored", "status", "statusDuplicate", "parked", "unreadable"]
        #expect(counters["received"] == parts.reduce(0) { $0 + (counters[$1] ?? 0) })
        #expect(parts.map { counters[$0] ?? 0 } == [2, 1, 1, 1, 2, 1, 1])
    }

    @Test("a failed body leaves nothing behind", arguments: StoreKind.allCases)
    func rollback(kind: StoreKind) async throws {
        let scene = try await kind.scene()
        let id = try await scene.hear("hello", from: ana)
        let before = try await StoreDump.of(scene.store)
        let (account, rules) = (scene.account, scene.rules)
        let delivery = Delivery(
            account: account,
            receivedAt: StoreScene.start,
            events: [
                StoreScene.text("again", from: ana, at: 3), StoreScene.text("x", from: StoreScene.person("4917139200")),
            ],
            statuses: []
        )
        await #expect(throws: StoreError(.refused, "no")) {
            try await scene.store.commit { transaction in
                _ = try transaction.receive(delivery, rules: rules)
                _ = try transaction.operate(.take(id, until: StoreScene.start), at: StoreScene.start)
                throw StoreError(.refused, "no")
            }
        }
        #expect(try await StoreDump.of(scene.store).differences(from: before).isEmpty)
        #expect(try await scene.hear("next", from: StoreScene.person("4917139200"), at: 9) == ConversationID(2))
    }
}
