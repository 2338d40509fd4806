import ArgumentParser
import Foundation
import ShopFolder

/// Whole turns per second, and what one costs the gateway's process.
struct TurnCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "turn",
        abstract: "Text in, reply accepted, sent and delivered, bill accepted; the platform is another process."
    )

    @Option(help: "Rounds; each leg runs once in a round.")
    var rounds = 5

    @Option(help: "Seconds that are counted in a round.")
    var seconds = 5

    @Option(help: "Ways to run the gateway.")
    var legs = TurnLeg.Kind.allCases

    @Option(help: "Turns under way at once.")
    var inFlight = 64

    @Option(help: "Numbers of the shop; each may send 80 messages a second.")
    var accounts = 64

    @Option(help: "Shoppers who write by turns; each writes once before counting begins.")
    var shoppers = 4_096

    @Option(help: "Folder of the databases; it should lie on a real disk.")
    var folder: String?

    func run() async throws {
        let shop = try BenchHouse.demoShop()
        let peer = try ChildProcess(
            ChildProcess.ourselves,
            [
                "peer", "--in-flight", "\(inFlight)", "--accounts", "\(accounts)", "--shoppers", "\(shoppers)",
            ]
        )
        defer { peer.finish() }
        var lines = peer.lines.makeAsyncIterator()
        guard let peerPort = await lines.next(isolation: #isolation).flatMap({ Int($0.dropFirst("port ".count)) })
        else {
            throw BenchFault("The peer did not start.")
        }
        var figures = legs.map(TurnLeg.init)
        for round in 0..<rounds {
            for place in round.isMultiple(of: 2) ? Array(figures.indices) : figures.indices.reversed() {
                try await run(&figures[place], shop: shop, peer: peer, peerPort: peerPort, lines: &lines)
            }
        }
        show(figures)
    }

    private func run(
        _ leg: inout TurnLeg,
        shop: LoadedShop,
        peer: ChildProcess,
        peerPort: Int,
        lines: inout AsyncStream<String>.Iterator
    ) async throws {
        let scratch = try ScratchFolder(in: folder)
        let gateway = try await TurnGateway.start(
            path: leg.kind == .memory ? nil : scratch.file("shop.sqlite"),
            peerPort: peerPort,
            accounts: accounts,
            sendsReadMarks: leg.kind == .marked,
            shop: shop
        )
        try peer.say("round \(gateway.port) \(seconds) 0")
        var before = (cost: ProcessCost.now, commits: 0, reads: 0)
        while let line = await lines.next(isolation: #isolation), line != "over" {
            let (now, counts) = (ProcessCost.now, gateway.store.counts)
            if line == "warm" {
                before = (now, counts.commits, counts.reads)
            } else {
                leg.add(
                    PeerReport(line),
                    cpu: now.since(before.cost).cpu,
                    commits: counts.commits - before.commits,
                    reads: counts.reads - before.reads
                )
            }
        }
        try await gateway.stop()
    }

    private func show(_ legs: [TurnLeg]) {
        var table = FigureTable(
            "Turn: \(inFlight) in flight, \(rounds) rounds of \(seconds) s, \(accounts) numbers, \(shoppers) shoppers",
            columns: [
                "leg", "turns/s", "CPU ms/turn", "p50 ms", "p99 ms", "a turn: commits", "reads", "replies", "marks",
                "bill POSTs", "refused",
            ]
        )
        for leg in legs {
            table.add([
                leg.kind.title, leg.perSecond.text(), leg.cpu.text(3), leg.p50.text(1), leg.p99.text(1),
                leg.commits.text(2), leg.reads.text(2), leg.messages.text(2), leg.marks.text(2), leg.bills.text(3),
                Decimals.text(leg.refusals),
            ])
        }
        table.show()
    }
}
