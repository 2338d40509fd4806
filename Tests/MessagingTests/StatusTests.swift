import Kernel
import Messaging
import Testing

@Suite("Statuses come in any order")
struct StatusTests {
    static let full = StatusUpdate(
        of: "wamid.1",
        standing: .other("pinned"),
        at: Timestamp(milliseconds: 1_795_248_000_123),
        callbackKey: "m:1:1:0",
        recipient: ShopperAddress(scopedID: "BR.1"),
        pricing: StatusPricing(billable: false, model: "PMP", type: "free_entry_point", category: "service"),
        errors: [PlatformError(code: 131_026, subcode: 2, title: "Undeliverable", details: nil)]
    )

    private static let news: [StatusUpdate.Standing] = [
        .reached(.accepted), .reached(.sent), .reached(.delivered), .reached(.read), .failed, .other("pinned"),
    ]

    /// All orders of so many things, by Heap's way of swapping.
    private static func orders(of count: Int) -> [[Int]] {
        var all: [[Int]] = []
        var items = Array(0..<count)
        func arrange(_ size: Int) {
            guard size > 1 else { return all.append(items) }
            for place in 0..<size {
                arrange(size - 1)
                items.swapAt(size.isMultiple(of: 2) ? place : 0, size - 1)
            }
        }
        arrange(count)
        return all
    }

    @Test("all 720 orders of six statuses come to the same")
    func permutations() {
        let orders = Self.orders(of: Self.news.count)
        #expect(Set(orders).count == 720)
        let ends = orders.map { order in
            var progress = DeliveryProgress()
            for place in order { _ = progress.merge(Self.news[place]) }
            return progress
        }
        #expect(Set(ends) == [DeliveryProgress(rank: .read, hasFailed: true)])
    }

    @Test("on the way there it never falls back, and says truly whether something changed")
    func forwardsOnly() {
        for order in Self.orders(of: Self.news.count) {
            var progress = DeliveryProgress()
            for place in order {
                let before = progress
                let changed = progress.merge(Self.news[place])
                #expect(changed == (progress != before))
                #expect((progress.rank?.rawValue ?? -1) >= (before.rank?.rawValue ?? -1))
                #expect(progress.hasFailed || !before.hasFailed)
                let again = progress.merge(Self.news[place])
                #expect(!again)
            }
        }
    }

    @Test(
        "what is shown",
        arguments: [
            (nil, false, "waiting"), (nil, true, "failed"), (.accepted, false, "accepted"), (.sent, true, "failed"),
            (.sent, false, "sent"), (.delivered, true, "delivered"), (.read, true, "read"), (.played, false, "played"),
        ] as [(DeliveryRank?, Bool, String)]
    )
    func shown(rank: DeliveryRank?, hasFailed: Bool, word: String) {
        #expect(DeliveryProgress(rank: rank, hasFailed: hasFailed).shown == word)
    }

    @Test("ranks have names, and names have ranks", arguments: DeliveryRank.allCases)
    func names(rank: DeliveryRank) {
        #expect(DeliveryRank(name: rank.name) == rank)
        #expect(StatusUpdate(of: "w", standing: .reached(rank), at: Self.full.at).name == rank.name)
    }

    @Test("a status keeps its meaning in JSON, whatever it says", arguments: news)
    func survives(standing: StatusUpdate.Standing) throws {
        var status = Self.full
        status.standing = standing
        #expect(try reloaded(status) == status)
        #expect(DeliveryRank(name: "pinned") == nil)
        #expect(Self.full.name == "pinned")
    }
}
