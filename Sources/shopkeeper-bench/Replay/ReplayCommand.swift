import ArgumentParser
import Foundation
import ShopFolder

/// Replayed turns per second in this process, one thread and all cores by turns.
struct ReplayCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay",
        abstract: "Whole turns in process: sign, verify, decode, think, render, emulated platform, statuses, bill."
    )

    @Option(help: "Rounds of each kind.")
    var rounds = 5

    @Option(help: "Turns of a thread in a round.")
    var turns = 20_000

    @Option(help: "Turns after which a world is thrown away and made anew.")
    var worldTurns = 2_000

    @Option(help: "What the shoppers do.")
    var walks = Walk.allCases

    @Option(help: "Threads of the wide rounds; 0: as many as cores.")
    var threads = 0

    private struct Leg {
        let walk: Walk
        let threads: Int
        var perSecond = Series()
        var microseconds = Series()
        var traffic = ReplayWorld.Traffic()
        var turns = 0
        /// Of one turn, counted in a round of its own.
        var allocations: Double?
    }

    func run() async throws {
        let shop = try BenchHouse.demoShop()
        let wide = threads > 0 ? threads : ProcessInfo.processInfo.activeProcessorCount
        var legs = walks.flatMap { walk in Set([1, wide]).sorted().map { Leg(walk: walk, threads: $0) } }
        for round in 0..<rounds {
            for place in round.isMultiple(of: 2) ? Array(legs.indices) : legs.indices.reversed() {
                try await run(&legs[place], round: round, shop: shop)
            }
        }
        for place in legs.indices { legs[place].allocations = try await allocations(legs[place].walk, shop: shop) }
        show(legs)
    }

    /// Blocks of memory that a turn takes, on one thread and in one world.
    private func allocations(_ walk: Walk, shop: LoadedShop) async throws -> Double? {
        let world = try await ReplayWorld(seed: 1, shop: shop)
        // What is made once for all turns is made before.
        for _ in 0..<100 { try await world.turn(of: walk) }
        let counted = try await Allocations.count { for _ in 0..<worldTurns { try await world.turn(of: walk) } }
        return counted.map { Double($0) / Double(max(1, worldTurns)) }
    }

    private func run(_ leg: inout Leg, round: Int, shop: LoadedShop) async throws {
        let before = ProcessCost.now
        let (walk, count, size) = (leg.walk, turns, worldTurns)
        let results = try await withThrowingTaskGroup(of: ReplayResult.self) { group in
            for thread in 0..<leg.threads {
                let seed = UInt64(round * 1000 + thread * 100 + 1)
                group.addTask {
                    try await ReplayResult.of(turns: count, worldTurns: size, walk: walk, seed: seed, shop: shop)
                }
            }
            var results: [ReplayResult] = []
            for try await result in group { results.append(result) }
            return results
        }
        let cost = ProcessCost.now.since(before)
        let done = results.reduce(0) { $0 + $1.turns }
        leg.perSecond.add(results.reduce(0) { $0 + Double($1.turns) / $1.seconds })
        leg.microseconds.add(cost.cpu * 1e6 / Double(max(1, done)))
        leg.turns += done
        for result in results {
            leg.traffic.webhooks += result.traffic.webhooks
            leg.traffic.messages += result.traffic.messages
            leg.traffic.bills += result.traffic.bills
        }
    }

    private func show(_ legs: [Leg]) {
        var table = FigureTable(
            "Replay: \(rounds) rounds of \(turns) turns a thread, memory store, worlds of \(worldTurns) turns",
            columns: [
                "walk", "threads", "turns/s", "CPU µs/turn", "a turn: allocations", "webhooks", "replies", "bills",
            ]
        )
        for leg in legs {
            let turns = Double(max(1, leg.turns))
            table.add([
                leg.walk.rawValue, "\(leg.threads)", leg.perSecond.text(), leg.microseconds.text(1),
                leg.allocations.map { Decimals.text($0) } ?? "-",
                Decimals.text(Double(leg.traffic.webhooks) / turns, 2),
                Decimals.text(Double(leg.traffic.messages) / turns, 2),
                Decimals.text(Double(leg.traffic.bills) / turns, 2),
            ])
        }
        table.show()
    }
}

/// What one thread did in a round; making worlds is not timed.
struct ReplayResult: Sendable {
    var turns = 0
    var seconds = 0.0
    var traffic = ReplayWorld.Traffic()

    @concurrent
    static func of(turns: Int, worldTurns: Int, walk: Walk, seed: UInt64, shop: LoadedShop) async throws
        -> ReplayResult
    {
        var result = ReplayResult()
        var seed = seed
        while result.turns < turns {
            let world = try await ReplayWorld(seed: seed, shop: shop)
            let start = ContinuousClock.now
            for _ in 0..<min(worldTurns, turns - result.turns) { try await world.turn(of: walk) }
            result.seconds += (ContinuousClock.now - start).inSeconds
            result.turns += world.turns
            result.traffic.webhooks += world.traffic.webhooks
            result.traffic.messages += world.traffic.messages
            result.traffic.bills += world.traffic.bills
            seed += 1
        }
        return result
    }
}
