import ArgumentParser
import Ports
import SQLiteStore

/// Microseconds of the pieces of which a turn is made.
struct PiecesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pieces",
        abstract: "What the pieces of a turn cost, one by one; the store's verbs by group size."
    )

    @Option(help: "Rounds; each piece is measured once in a round.")
    var rounds = 5

    @Option(help: "Milliseconds for a piece in a round.")
    var milliseconds = 60.0

    @Option(help: "Turns in one commit, as often as wished.")
    var groups = [1, 8, 32, 128]

    @Option(help: "Folder of the databases; it should lie on a real disk.")
    var folder: String?

    func run() async throws {
        try showPure()
        try await showStore("memory store") { _ in MemoryStore() }
        let scratch = try ScratchFolder(in: folder)
        try await showStore("SQLite, synchronous=FULL") { try SQLiteStore(path: scratch.file("group\($0).sqlite")) }
    }

    private func showPure() throws {
        let pieces = try PurePieces(shop: try BenchHouse.demoShop()).all()
        var series = pieces.map { _ in Series() }
        for _ in 0..<rounds {
            for (place, piece) in pieces.enumerated() {
                series[place].add(try piece.measure(milliseconds: milliseconds))
            }
        }
        var table = FigureTable("Pieces: \(rounds) rounds", columns: ["piece", "CPU µs"])
        for (piece, series) in zip(pieces, series) { table.add([piece.name, series.text(2)]) }
        table.show()
    }

    private func showStore(_ name: String, make: (Int) throws -> any Store) async throws {
        var stores: [StorePieces] = []
        for group in groups { stores.append(try await StorePieces(try make(group), group: group)) }
        var series = groups.map { _ in [StorePieces.Step: Series]() }
        for round in 0...rounds {
            for (place, group) in groups.enumerated() {
                let steps = try await stores[place].measure(groups: max(4, 512 / group))
                // The first round only warms up.
                for (step, value) in steps where round > 0 { series[place][step, default: Series()].add(value) }
            }
        }
        var table = FigureTable(
            "Store verbs, µs by the clock for each turn: \(name)",
            columns: ["verb"] + groups.map { "groups of \($0)" }
        )
        for step in StorePieces.Step.allCases {
            table.add([step.rawValue] + series.map { ($0[step] ?? Series()).text(1) })
        }
        table.show()
    }
}
