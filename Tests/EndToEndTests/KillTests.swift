import Foundation
import Kernel
import Messaging
import Ports
import Synchronization
import Testing

@Suite("kill -9 loses nothing and doubles nothing", .serialized, .timeLimit(.minutes(10)))
struct KillTests {
    /// Lines that are each answered by themselves.
    private static let lines = ["hello", "menu", "collections", "cart", "questions", "menu", "cart", "popular now"]

    /// How many lines may be said in all, raised as the scene goes on.
    private final class Permits: Sendable {
        private let left = Mutex(0)

        func add(_ count: Int) { left.withLock { $0 += count } }

        func take() async throws {
            try await waitFor("leave to speak", within: .seconds(300)) {
                self.left.withLock { left in
                    guard left > 0 else { return false }
                    left -= 1
                    return true
                }
            }
        }
    }

    /// Lets shoppers say so many lines each, each after the reply to the one before.
    private func talk(_ network: PhoneNetwork, shoppers: Int, lines: Int, permits: Permits) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 1...shoppers {
                group.addTask {
                    for turn in 0..<lines {
                        try await permits.take()
                        let line = Self.lines[turn % Self.lines.count]
                        try await network.ask("p\(number)", line, within: .seconds(240))
                    }
                }
            }
            try await group.waitForAll()
        }
    }

    /// Every bubble that the store has written stands once in the platform's ledger; every line has its reply and its bill.
    private func check(_ network: PhoneNetwork, _ folder: Folder, shoppers: Int, lines: Int) async throws {
        let keys = network.acceptedKeys
        let doubled = Dictionary(grouping: keys, by: \.self).filter { $0.value.count > 1 }.keys.sorted()
        #expect(doubled == [])
        let (bubbles, quarantined) = try await Gateway.store(in: folder) { snapshot in
            let ids = try snapshot.conversations(nil, limit: 999).map(\.conversation.id)
            let lines = try ids.flatMap { try snapshot.transcript($0)?.lines ?? [] }
            let bubbles = lines.compactMap { if case .outbound(let bubble) = $0 { bubble } else { nil } }
            return (bubbles, try snapshot.counters()["quarantined"] ?? 0)
        }
        #expect(Set(bubbles.map(\.key)).symmetricDifference(keys) == [])
        #expect(bubbles.filter { $0.progress != DeliveryProgress(rank: .delivered) }.map(\.key) == [])
        #expect(quarantined == 0)
        for number in 1...shoppers { #expect(network.replies("p\(number)") == lines) }
        let bills = network.billedIDs
        #expect(Set(bills).count == bills.count)
        #expect(Set(bills) == Set(keys.map { "b:\($0):0" }))
    }

    @Test("at each waypoint", arguments: Waypoint.allCases)
    func waypoints(point: Waypoint) async throws {
        let folder = try Folder()
        try await PhoneNetwork.run { network in
            var gateway = try await Gateway.start(in: folder, platform: network.base, crashAt: "\(point.rawValue):3")
            network.reach(gateway.base)
            for number in 1...3 { try await network.join("p\(number)", number: number) }
            let permits = Permits()
            permits.add(6)
            async let talking: Void = talk(network, shoppers: 3, lines: 2, permits: permits)
            #expect(try await gateway.program.end() == nil)
            gateway = try await Gateway.start(in: folder, platform: network.base)
            network.reach(gateway.base)
            try await talking
            try await waitFor("all bills") { network.billedIDs.count == network.acceptedKeys.count }
            #expect(try await gateway.stop() == 0)
            try await check(network, folder, shoppers: 3, lines: 2)
        }
    }

    /// `SHOPKEEPER_TEST_KILLS=30` and `SHOPKEEPER_TEST_SHOPPERS=25` (8 lines each) make it the full drill.
    private static func scale(_ name: String, _ usual: Int) -> Int {
        ProcessInfo.processInfo.environment["SHOPKEEPER_TEST_\(name)"].flatMap { Int($0) } ?? usual
    }

    @Test("at random moments of a long conversation")
    func randomMoments() async throws {
        let kills = Self.scale("KILLS", 10)
        let shoppers = Self.scale("SHOPPERS", 10)
        let lines = Self.lines.count
        let folder = try Folder()
        var random = SeededGenerator(seed: UInt64(Self.scale("SEED", 1)))
        try await PhoneNetwork.run { network in
            for number in 1...shoppers { try await network.join("p\(number)", number: number) }
            let permits = Permits()
            async let talking: Void = talk(network, shoppers: shoppers, lines: lines, permits: permits)
            var moments: [Int] = []
            for _ in 1...kills {
                let gateway = try await Gateway.start(in: folder, platform: network.base)
                network.reach(gateway.base)
                permits.add(shoppers * lines / kills)
                moments.append(Int.random(in: 0...600, using: &random))
                try await Task.sleep(for: .milliseconds(moments.last ?? 0))
                try await gateway.program.killHard()
            }
            let gateway = try await Gateway.start(in: folder, platform: network.base)
            network.reach(gateway.base)
            permits.add(shoppers * lines)
            try await talking
            try await waitFor("all bills") { network.billedIDs.count == network.acceptedKeys.count }
            #expect(try await gateway.stop() == 0)
            print(
                "\(kills) kills at \(moments) ms, \(network.acceptedKeys.count) bubbles, \(network.billedIDs.count) bills"
            )
            try await check(network, folder, shoppers: shoppers, lines: lines)
        }
    }

    @Test("an item at which it dies three times is set aside, and the next line is answered")
    func quarantine() async throws {
        let folder = try Folder()
        try await PhoneNetwork.run { network in
            try await network.join("p1", number: 1)
            let first = try await Gateway.start(in: folder, platform: network.base, crashAt: "beforeCommit")
            network.reach(first.base)
            try await network.say("p1", "hello")
            #expect(try await first.program.end() == nil)
            for _ in 1...2 {
                let next = try await Gateway.started(in: folder, platform: network.base, crashAt: "beforeCommit")
                if let next { #expect(try await next.program.end() == nil) }
            }
            let last = try await Gateway.start(in: folder, platform: network.base)
            network.reach(last.base)
            try await waitFor("an honest answer") {
                network.words("p1").contains("não consegui fazer o que você pediu agora")
            }
            try await network.ask("p1", "menu")
            let health = try await Caller().get(last.base + "/healthz")
            #expect(try JSONDocument(health.body).root["counters"]?["quarantined"]?.int == 1)
            #expect(try await last.stop() == 0)
            #expect(network.acceptedKeys == ["m:1:1:0", "m:1:2:0"])
        }
    }
}
