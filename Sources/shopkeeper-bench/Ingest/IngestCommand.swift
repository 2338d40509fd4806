import ArgumentParser
import Foundation
import Logging
import Ports
import SQLiteStore
import ServiceLifecycle

/// Signed webhooks durably answered per second, beside a bare route.
struct IngestCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ingest",
        abstract: "Webhooks verified, decoded, stored with synchronous=FULL and answered, beside a bare route."
    )

    @Option(help: "Rounds; each leg is under load once in a round.")
    var rounds = 5

    @Option(help: "Seconds of load for each leg in a round.")
    var seconds = 4

    @Option(help: "Connections, as often as wished.")
    var connections = [64, 256]

    @Option(help: "What is put under load.")
    var legs = IngestLeg.allCases

    @Option(help: "Messages that stand in the inbox before.")
    var older = 1_000_000

    @Option(help: "Signed webhooks ready for each load; they should not run out.")
    var bodies = 150_000

    @Option(help: "Folder of the database; it should lie on a real disk.")
    var folder: String?

    fileprivate struct Leg {
        var perSecond = Series()
        var cpu = Series()
        var p50 = Series()
        var p99 = Series()
        var failures = 0.0
        var repeats = 0.0
    }

    func run() async throws {
        let scratch = try ScratchFolder(in: folder)
        let requests = try ScratchFolder(in: ScratchFolder.inMemory)
        try WrkLoad.lua.write(toFile: requests.file("walk.lua"), atomically: true, encoding: .utf8)
        let shop = try BenchHouse.demoShop()
        let path = scratch.file("shop.sqlite")
        try await OlderMessages.fill(path, count: older, shop: shop)
        let store = try SQLiteStore(path: path)
        let servers = IngestServers(
            durable: try await BenchHouse(over: store, shop: shop),
            memory: try await BenchHouse(over: MemoryStore(), shop: shop)
        )
        let group = ServiceGroup(
            configuration: .init(services: servers.services.map { .init(service: $0) }, logger: .quiet)
        )
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            let addresses = await servers.addresses()
            for count in connections { try await measure(count, addresses, requests, database: path) }
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
        }
        await store.shutDown()
    }

    private func measure(
        _ connections: Int,
        _ addresses: [IngestLeg: String],
        _ folder: ScratchFolder,
        database: String
    ) async throws {
        var figures: [IngestLeg: Leg] = [:]
        let file = folder.file("requests")
        let load = WrkLoad(connections: connections, seconds: seconds, requests: file, script: folder.file("walk.lua"))
        for round in 0...rounds {
            try SignedRequests.write(bodies, round: connections * 1000 + round, to: file)
            let order = round.isMultiple(of: 2) ? legs : legs.reversed()
            for leg in order {
                guard let address = addresses[leg] else { continue }
                let before = ProcessCost.now
                let result = try await load.run(against: address)
                let cost = ProcessCost.now.since(before)
                if leg == .durable { try OlderMessages.answerAll(in: database) }
                // The first round only warms up.
                if round > 0 { figures[leg, default: Leg()].add(result, cpu: cost.cpu, bodies: bodies) }
            }
        }
        show(figures, connections: connections)
    }

    private func show(_ figures: [IngestLeg: Leg], connections: Int) {
        var table = FigureTable(
            "Ingest: \(connections) connections, \(rounds) rounds of \(seconds) s, \(older) older messages, wrk -t1",
            columns: ["leg", "answers/s", "ratio to bare", "CPU µs/answer", "p50 ms", "p99 ms", "failed", "repeated"]
        )
        let bare = figures[.bare]?.perSecond ?? Series()
        for name in legs {
            guard let leg = figures[name] else { continue }
            table.add([
                name.title, leg.perSecond.text(), leg.perSecond.ratio(to: bare).text(2), leg.cpu.text(1),
                leg.p50.text(2), leg.p99.text(2), Decimals.text(leg.failures), Decimals.text(leg.repeats),
            ])
        }
        table.show()
    }
}

extension IngestCommand.Leg {
    fileprivate mutating func add(_ result: WrkLoad.Result, cpu: Double, bodies: Int) {
        perSecond.add(result.perSecond)
        self.cpu.add(cpu * 1e6 / max(1, result.answers))
        p50.add(result.p50Milliseconds)
        p99.add(result.p99Milliseconds)
        failures += result.failures
        repeats += max(0, result.answers - Double(bodies))
    }
}
