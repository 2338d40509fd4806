import Billing
import Kernel
import Messaging
import Outbox
import Ports
import TestSupport
import Testing

@Suite("Every store merges statuses and bills once", .timeLimit(.minutes(2)))
struct StatusContractTests {
    private let ana = StoreScene.person("5581987654321", scoped: "BR.1")

    @Test("a status finds its message by our key before the platform's id is known", arguments: StoreKind.allCases)
    func byKey(kind: StoreKind) async throws {
        let scene = try await kind.scene()
        let entry = try #require(try await scene.said(["hi"], to: ana).first)
        _ = try await scene.claim([entry.id])
        let receipt = try await scene.receive(
            [],
            statuses: [StoreScene.status(.reached(.sent), of: "w1", key: entry.key)]
        )
        #expect(receipt.applied == 1)
        #expect(receipt.sent == [entry.id])
        let later = try await scene.receive([], statuses: [StoreScene.status(.reached(.read), of: "w1", at: 2)])
        #expect(later.applied == 1)
        #expect(later.sent.isEmpty)
        #expect(try await outbound(scene).map(\.progress.rank) == [.read])
    }

    @Test("a status that overtook our own answer waits for it", arguments: StoreKind.allCases)
    func parked(kind: StoreKind) async throws {
        let scene = try await kind.scene()
        let entry = try #require(try await scene.said(["hi"], to: ana).first)
        _ = try await scene.claim([entry.id])
        let early = StoreScene.status(.reached(.delivered), of: "w1", at: 1, pricing: StoreScene.regular)
        #expect(try await scene.receive([], statuses: [early, early]).parked == 1)
        let report = try await scene.settle(entry.id, .accepted(externalID: "w1", phone: nil), at: 2)
        #expect(report.sent == [entry.id])
        #expect(report.entries.map(\.key) == ["b:\(entry.key):0"])
        #expect(try await outbound(scene).map(\.progress.rank) == [.delivered])
        #expect(try await scene.receive([], statuses: [early]).duplicates == 1)
    }

    @Test("another account's key proves nothing", arguments: StoreKind.allCases)
    func foreignKey(kind: StoreKind) async throws {
        let scene = try await kind.scene()
        let entry = try #require(try await scene.said(["hi"], to: ana).first)
        let other = try await scene.store.commit {
            try $0.registerAccount(
                ChannelAccount(
                    id: AccountID(0),
                    shop: 2,
                    kind: .whatsapp,
                    externalID: "2",
                    label: "Sol",
                    app: "main"
                )
            )
        }
        let status = StoreScene.status(.reached(.sent), of: "w1", key: entry.key)
        #expect(try await scene.receive([], statuses: [status], account: other).parked == 1)
    }

    @Test("evidence settles an entry whose outcome nobody knew", arguments: StoreKind.allCases)
    func evidence(kind: StoreKind) async throws {
        let scene = try await kind.scene()
        let entry = try #require(try await scene.said(["hi"], to: ana).first)
        _ = try await scene.claim([entry.id])
        try await scene.settle(entry.id, .unknown(until: StoreScene.moment(30), reason: "lost"))
        let receipt = try await scene.receive(
            [],
            statuses: [StoreScene.status(.reached(.sent), of: "w1", key: entry.key)]
        )
        #expect(receipt.sent == [entry.id])
        let due = try await scene.store.read { try $0.dueEntries(at: StoreScene.moment(99), limit: 9) }
        #expect(due.isEmpty)
        #expect(try await scene.settle(entry.id, .again, at: 40).sent == [entry.id])
        #expect(try await scene.claim([entry.id]).isEmpty)
    }

    @Test("the first delivery makes one bill and its entry, whatever comes after", arguments: StoreKind.allCases)
    func oneBill(kind: StoreKind) async throws {
        let scene = try await kind.scene(freeServiceMessages: 0)
        let entry = try #require(try await scene.said(["hi"], to: ana).first)
        let sent = StoreScene.status(.reached(.sent), of: "w1", key: entry.key, pricing: StoreScene.regular)
        #expect(try await scene.receive([], statuses: [sent]).entries.isEmpty)
        let delivered = StoreScene.status(.reached(.delivered), of: "w1", key: entry.key, at: 3)
        let receipt = try await scene.receive([], statuses: [delivered], at: 4)
        let record = try #require(try await bills(scene).first)
        #expect(record.id == "b:\(entry.key):0")
        #expect(record.charge == Charge(microUnits: 6_800))
        #expect(record.at == StoreScene.moment(3))
        let bill = try #require(receipt.entries.first)
        #expect(bill.kind == .billing)
        #expect(bill.key == record.id)
        #expect(bill.state == .ready)
        #expect(bill.dueAt == StoreScene.moment(4))
        #expect(bill.body == scene.rules.cloudEvent(record))
        let read = StoreScene.status(.reached(.read), of: "w1", key: entry.key, at: 5, pricing: StoreScene.regular)
        #expect(try await scene.receive([], statuses: [read, delivered, sent]).entries.isEmpty)
        #expect(try await bills(scene).count == 1)
    }

    @Test("the free messages of a month are counted at delivery", arguments: StoreKind.allCases)
    func quota(kind: StoreKind) async throws {
        let scene = try await kind.scene(freeServiceMessages: 2)
        let entries = try await scene.said(["a", "b", "c"], to: ana)
        for (index, entry) in entries.enumerated() {
            let status = StoreScene.status(
                .reached(.delivered),
                of: "w\(index)",
                key: entry.key,
                pricing: StoreScene.regular
            )
            try await scene.receive([], statuses: [status])
        }
        #expect(try await bills(scene).map(\.charge) == [.zero, .zero, Charge(microUnits: 6_800)])
        let used = try await scene.store.read { try $0.freeQuotaUsed(scene.account.id, month: "2026-11") }
        #expect(used == 3)
    }

    @Test("a later pricing that differs makes one linked correction", arguments: StoreKind.allCases)
    func correction(kind: StoreKind) async throws {
        let scene = try await kind.scene(freeServiceMessages: 0)
        let entry = try #require(try await scene.said(["hi"], to: ana).first)
        let delivered = StoreScene.status(.reached(.delivered), of: "w1", key: entry.key, pricing: StoreScene.regular)
        try await scene.receive([], statuses: [delivered])
        let free = StatusPricing(type: "free_entry_point", category: "service")
        let read = StoreScene.status(.reached(.read), of: "w1", key: entry.key, at: 2, pricing: free)
        let receipt = try await scene.receive([], statuses: [read, read])
        #expect(receipt.entries.map(\.key) == ["b:\(entry.key):1"])
        let records = try await bills(scene)
        #expect(records.map(\.corrects) == [nil, "b:\(entry.key):0"])
        #expect(records.compactMap(\.charge).reduce(.zero, +) == .zero)
    }

    @Test("a failure before delivery makes no bill and is heard once", arguments: StoreKind.allCases)
    func failure(kind: StoreKind) async throws {
        let scene = try await kind.scene()
        let entry = try #require(try await scene.said(["hi"], to: ana).first)
        let errors = [PlatformError(code: 131_047, title: "Re-engagement message")]
        let failed = StoreScene.status(.failed, of: "w1", key: entry.key, at: 6, errors: errors)
        let receipt = try await scene.receive([], statuses: [failed])
        #expect(receipt.conversations == [ConversationID(1)])
        #expect(receipt.entries.isEmpty)
        #expect(try await scene.receive([], statuses: [failed]).conversations.isEmpty)
        let turn = try #require(try await scene.open(ConversationID(1)))
        #expect(turn.inbox.map(\.event.externalID) == ["w1:failed"])
        #expect(turn.inbox.map(\.event.content) == [.status(failed)])
        #expect(turn.conversation.windowClosesAt == StoreScene.start + .hours(24))
        #expect(try await bills(scene).isEmpty)
    }

    @Test("every order of the same statuses ends the same", arguments: StoreKind.allCases)
    func permutations(kind: StoreKind) async throws {
        let scene = try await kind.scene(freeServiceMessages: 0)
        let news: [(StatusUpdate.Standing, StatusPricing?)] = [
            (.reached(.sent), StoreScene.regular), (.reached(.delivered), nil), (.reached(.read), nil), (.failed, nil),
        ]
        let orders = permutations(of: Array(news.indices))
        let people = orders.indices.map { StoreScene.person("49151\(10_000_000 + $0)") }
        for (order, person) in zip(orders, people) {
            let entry = try #require(try await scene.said(["hi"], to: person).first)
            for place in order {
                let status = StoreScene.status(
                    news[place].0,
                    of: "w\(entry.id)",
                    key: entry.key,
                    at: Int64(place),
                    pricing: news[place].1
                )
                try await scene.receive([], statuses: [status])
            }
        }
        let messages = try await outbound(scene)
        #expect(messages.count == orders.count)
        #expect(Set(messages.map(\.progress)) == [DeliveryProgress(rank: .read, hasFailed: true)])
        let bills = Dictionary(grouping: try await bills(scene), by: \.message)
        #expect(bills.count == orders.count)
        #expect(bills.values.allSatisfy { $0.compactMap(\.charge).reduce(.zero, +) == Charge(microUnits: 6_800) })
        #expect(bills.values.allSatisfy { $0.count { $0.corrects == nil } == 1 })
        let unheard = try await scene.store.read { snapshot in
            try snapshot.conversations(nil, limit: 99).map {
                try snapshot.openTurn($0.conversation.id)?.inbox.count ?? 0
            }
        }
        #expect(unheard == Array(repeating: 1, count: orders.count))
    }

    private func permutations(of items: [Int]) -> [[Int]] {
        guard items.count > 1 else { return [items] }
        return items.flatMap { first in permutations(of: items.filter { $0 != first }).map { [first] + $0 } }
    }

    private func bills(_ scene: StoreScene) async throws -> [BillingRecord] {
        try await scene.store.read { try $0.billingRecords(BillingFilter()) }
    }

    private func outbound(_ scene: StoreScene) async throws -> [Transcript.Outbound] {
        try await scene.store.read { snapshot in
            try snapshot.conversations(nil, limit: 99).flatMap { summary in
                try snapshot.transcript(summary.conversation.id)?.lines.compactMap { line in
                    if case .outbound(let message) = line { message } else { nil }
                } ?? []
            }
        }
    }
}
