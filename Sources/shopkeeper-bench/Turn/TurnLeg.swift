import ArgumentParser

/// One way to run whole turns, and the figures of its rounds.
struct TurnLeg {
    enum Kind: String, CaseIterable, ExpressibleByArgument {
        case durable, marked, memory

        var title: String {
            switch self {
            case .durable: "SQLite FULL"
            case .marked: "SQLite FULL, read marks"
            case .memory: "memory store"
            }
        }
    }

    let kind: Kind
    private(set) var perSecond = Series()
    private(set) var cpu = Series()
    private(set) var p50 = Series()
    private(set) var p99 = Series()
    private(set) var commits = Series()
    private(set) var reads = Series()
    private(set) var messages = Series()
    private(set) var marks = Series()
    private(set) var bills = Series()
    private(set) var refusals = 0.0

    init(_ kind: Kind) { self.kind = kind }

    mutating func add(_ report: PeerReport, cpu seconds: Double, commits: Int, reads: Int) {
        guard report.turns > 0 else { return }
        perSecond.add(report.turns / report.seconds)
        cpu.add(seconds * 1000 / report.turns)
        p50.add(report.p50 / 1000)
        p99.add(report.p99 / 1000)
        self.commits.add(Double(commits) / report.turns)
        self.reads.add(Double(reads) / report.turns)
        messages.add(report.messages / report.turns)
        marks.add(report.marks / report.turns)
        bills.add(report.bills / report.turns)
        refusals += report.refusals
    }
}

/// What the peer counted in a round; times in microseconds but for the seconds of the whole.
struct PeerReport {
    private let numbers: [Double]

    /// Reads the peer's line `done …`.
    init(_ line: String) { numbers = line.split(separator: " ").dropFirst().compactMap { Double($0) } }

    private func number(_ place: Int) -> Double { place < numbers.count ? numbers[place] : 0 }

    var seconds: Double { max(0.001, number(0)) }
    var turns: Double { number(1) }
    var p50: Double { number(2) }
    var p99: Double { number(3) }
    var messages: Double { number(4) }
    var marks: Double { number(5) }
    var bills: Double { number(6) }
    var refusals: Double { number(7) }
}
