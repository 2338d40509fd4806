import ArgumentParser
import Channels
import Kernel
import Messaging
import WebhookSamples

/// Takes spoilt webhook bodies apart and counts what comes out; then how time grows with a body's size.
struct FuzzCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fuzz",
        abstract: "Spoilt webhook bodies: no item lost, and time in step with size."
    )

    @Option(help: "How many bodies.")
    var bodies = 1_000_000

    @Option(help: "Where the bodies begin; the same seed makes the same bodies.")
    var seed: UInt64 = 1

    @Option(help: "Rounds in which growth is measured.")
    var rounds = 9

    func run() throws {
        let run = FuzzRun.over(bodies, seed: seed)
        run.table.show()
        growth().show()
        if !run.lost.isEmpty {
            print("\nlost items: \(run.lost.prefix(10).joined(separator: "; "))")
            throw ExitCode(1)
        }
    }

    /// A body with 1,000 items, the most that a platform sends, against one with 100; and one with 10,000 levels.
    private func growth() -> FigureTable {
        var table = FigureTable(
            "Growth, processor time: \(rounds) rounds",
            columns: [
                "channel", "100 items, µs", "1,000 items, µs", "times larger", "times slower", "10,000 levels, µs",
            ]
        )
        for channel in ChannelKind.allCases {
            var fuzzer = WebhookFuzzer(seed: seed)
            let small = fuzzer.sound(channel, items: 100).bytes
            let large = fuzzer.sound(channel, items: 1_000).bytes
            let deep = Self.deep
            var (short, long, nested) = (Series(), Series(), Series())
            for _ in 0..<rounds {
                short.add(Self.microseconds(small, channel))
                long.add(Self.microseconds(large, channel))
                nested.add(Self.microseconds(deep, channel))
            }
            let larger = Double(large.count) / Double(small.count)
            table.add([
                channel.rawValue, short.text(), long.text(), Decimals.text(larger, 2), long.ratio(to: short).text(1),
                nested.text(),
            ])
        }
        return table
    }

    private static let deep = Array(
        (#"{"entry":[{"id":"1","messaging":"# + String(repeating: "[", count: 10_000)
            + String(repeating: "]", count: 10_000) + "}]}").utf8
    )

    /// Processor time for one, of a batch that takes some milliseconds: other programs' time is not ours.
    private static func microseconds(_ body: [UInt8], _ channel: ChannelKind) -> Double {
        let times = max(4, 4_000_000 / body.count)
        let start = ProcessCost.now
        for _ in 0..<times { Sink.keep(Normaliser.lines(file: "f", body: body, channel: channel).lines.count) }
        return ProcessCost.now.since(start).cpu * 1e6 / Double(times)
    }
}
