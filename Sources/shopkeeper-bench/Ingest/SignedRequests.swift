import Foundation
import Kernel

/// Signed webhooks with ids of their own, written ahead so that the load generator only sends.
struct SignedRequests {
    /// The shoppers who write; few enough that their conversations are soon known.
    static let shoppers = 1_000

    /// As many share one second, in which the platform counts; the last ones were said just now.
    private static let perSecond = 10_000

    /// Writes so many lines; `round` sets their ids apart from those of other rounds.
    static func write(_ count: Int, round: Int, to path: String) throws {
        guard FileManager.default.createFile(atPath: path, contents: nil), let file = FileHandle(forWritingAtPath: path)
        else { throw BenchFault("\(path) can't be written.") }
        defer { try? file.close() }
        let start = SystemClock().now.wholeSeconds - Int64(count / perSecond)
        var random = SeededGenerator(seed: UInt64(round) &+ 99)
        var lines: [UInt8] = []
        for number in 0..<count {
            let body = Bodies.text(
                "Do you have the blue one in M?",
                id: id(using: &random),
                from: Int(random.next() % UInt64(shoppers)),
                to: 0,
                second: start + Int64(number / perSecond)
            )
            lines += Array(Bodies.signature(of: body).utf8)
            lines.append(UInt8(ascii: " "))
            lines += body
            lines.append(UInt8(ascii: "\n"))
            if lines.count > 1 << 20 || number == count - 1 {
                try file.write(contentsOf: Data(lines))
                lines.removeAll(keepingCapacity: true)
            }
        }
    }

    /// Ids look random, as the platform's do.
    private static func id(using random: inout SeededGenerator) -> String {
        "wamid.HBgN\(String(random.next(), radix: 36))\(String(random.next(), radix: 36))A"
    }
}
