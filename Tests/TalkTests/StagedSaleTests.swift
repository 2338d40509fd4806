import Foundation
import Kernel
import Testing

@Suite("A sale in every order of events, through the gateway's own stages")
struct StagedSaleTests {
    /// Some dozens where nothing else is said; `INTERLEAVINGS` in the environment names another number, for a long run.
    private static let rounds =
        ProcessInfo.processInfo.environment["INTERLEAVINGS"].flatMap { Int($0) }.map { max(1, $0 / 8) } ?? 6

    @Test(
        "whatever the order of events, the books are kept and nobody is left without a next step",
        arguments: StageKind.allCases,
        UInt64(1)...4
    )
    func interleaves(kind: StageKind, seed: UInt64) async throws {
        var random = SeededGenerator(seed: seed &* 7_919)
        for round in 1...Self.rounds {
            let sale = try await StagedSale(on: kind, using: &random)
            for _ in 1...16 where sale.faults.isEmpty { try await sale.step(using: &random) }
            try await sale.settleAll()
            await sale.close()
            let log = sale.log.joined(separator: "\n")
            #expect(sale.faults.isEmpty, "\(kind), seed \(seed), round \(round): \(sale.faults)\n\(log)")
            if !sale.faults.isEmpty { return }
        }
    }

    @Test("the interleavings come to every end that a sale can have")
    func comesToEveryEnd() async throws {
        var random = SeededGenerator(seed: 11)
        var ends: Set<String> = []
        for _ in 1...60 {
            let sale = try await StagedSale(on: .memory, using: &random)
            for _ in 1...16 { try await sale.step(using: &random) }
            try await sale.settleAll()
            ends.formUnion(sale.ends)
            await sale.close()
        }
        let wanted: Set<String> = [
            "placed", "accepted", "shipped", "delivered", "lapsed", "cancelled", "receipt", "refund", "disputed",
        ]
        #expect(wanted.subtracting(ends).isEmpty, "\(ends.sorted())")
    }
}
