import Channels
import Kernel
import Messaging
import WebhookSamples

/// What came of many spoilt bodies.
struct FuzzRun {
    private struct Tally {
        var bodies = 0
        var bytes = 0
        var items = 0
        var unknown = 0
        var time = Duration.zero
    }

    private var tallies: [ChannelKind: Tally] = [:]
    /// Bodies whose events were not as many as their items, by seed and place.
    private(set) var lost: [String] = []

    static func over(_ bodies: Int, seed: UInt64) -> FuzzRun {
        var run = FuzzRun()
        var fuzzer = WebhookFuzzer(seed: seed)
        for turn in 0..<bodies { run.take(fuzzer.next(), place: "seed \(seed), body \(turn)") }
        return run
    }

    private mutating func take(_ body: WebhookFuzzer.Body, place: String) {
        var printed = Normalised()
        let time = ContinuousClock().measure {
            printed = Normaliser.lines(file: "f", body: body.bytes, channel: body.channel)
        }
        let expected = (try? JSONDocument(body.bytes)).map { ItemCount.of($0.root, channel: body.channel) ?? 1 }
        if printed.lines.count != expected || !printed.faults.isEmpty {
            lost.append("\(place): \(expected ?? 0) items, \(printed.lines.count) events")
        }
        var tally = tallies[body.channel, default: Tally()]
        tally.bodies += 1
        tally.bytes += body.bytes.count
        tally.items += printed.lines.count
        tally.unknown += printed.lines.count { $0.contains(#""kind":"unknown""#) }
        tally.time += time
        tallies[body.channel] = tally
    }

    var table: FigureTable {
        var table = FigureTable(
            "Spoilt bodies, read and printed",
            columns: ["channel", "bodies", "MB", "items", "of these unknown", "lost", "bodies/s"]
        )
        for channel in ChannelKind.allCases {
            let tally = tallies[channel, default: Tally()]
            let seconds = tally.time / .seconds(1)
            table.add([
                channel.rawValue, Decimals.text(Double(tally.bodies)), Decimals.text(Double(tally.bytes) / 1e6),
                Decimals.text(Double(tally.items)), Decimals.text(Double(tally.unknown)),
                Decimals.text(Double(lost.count)), Decimals.text(seconds > 0 ? Double(tally.bodies) / seconds : 0),
            ])
        }
        return table
    }
}
