import Commerce
import Kernel
import Messaging
import Ports
import Testing

@Suite("The last pieces", .timeLimit(.minutes(4)))
struct LastPiecesTests {
    private static let lines = ["praia 38", "buy", "Rua A 12, São Paulo", "standard", "order now"]

    @Test("100 shoppers at once buy the last 7 pairs: 7 orders, stock 0, and the others hear it kindly")
    func hundred() async throws {
        let folder = try Folder()
        try await PhoneNetwork.run { network in
            let gateway = try await Gateway.start(in: folder, platform: network.base)
            network.reach(gateway.base)
            for number in 1...100 { try await network.join("p\(number)", number: number) }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 1...100 {
                    group.addTask {
                        for line in Self.lines { try await network.ask("p\(number)", line, within: .seconds(180)) }
                    }
                }
                try await group.waitForAll()
            }
            #expect(try await gateway.stop() == 0)
            let (orders, level) = try await Gateway.store(in: folder) { snapshot in
                (try snapshot.orders(nil, limit: 999), try snapshot.stockLevels(ShopID(1))["PRAIA-38"])
            }
            #expect(orders.count == 7)
            #expect(orders.allSatisfy { $0.order.lines.map(\.quantity) == [1] })
            #expect(Set(orders.map(\.conversation)).count == 7)
            #expect(level?.onHand == 0)
            #expect(level?.held == 0)
            let said = (1...100).map { network.words("p\($0)") }
            let buyers = said.filter { $0.contains("is placed") }
            let others = said.filter { !$0.contains("is placed") }
            #expect(buyers.count == 7)
            let kind = ["sold out", "just sold", "someone else"]
            let unkind = others.filter { words in !kind.contains { words.lowercased().contains($0) } }
            #expect(others.count == 93)
            #expect(unkind == [])
        }
    }
}
