/// A small piece of the hot path, done over and over.
struct Piece {
    let name: String
    /// Does it once; returns something of the result, so that the compiler cannot leave it out.
    let run: () throws -> Int

    /// Microseconds of processor time for doing it once, over about so many milliseconds.
    func measure(milliseconds: Double) throws -> Double {
        var count = 16
        while true {
            let start = ProcessCost.now
            var kept = 0
            for _ in 0..<count { kept &+= try run() }
            let seconds = ProcessCost.now.since(start).cpu
            Sink.keep(kept)
            if seconds * 1000 >= milliseconds { return seconds * 1e6 / Double(count) }
            count = seconds * 1000 * 8 < milliseconds ? count * 8 : count * 2
        }
    }
}

/// Where results go.
enum Sink {
    @inline(never)
    static func keep(_ value: Int) { if value == Int.min { print(value) } }
}
