import Foundation

/// The ledger as JSON Lines: one fact per line, each line complete in itself.
package enum LedgerLines {
    /// A fact as one line, its line break included.
    package static func line(of fact: LedgerFact) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(fact)) + [UInt8(ascii: "\n")]
    }

    /// The facts of a ledger and the bytes they take; a last line that was cut off in the middle is left out.
    ///
    /// Throws for a complete line that can't be read: a ledger is never repaired by guessing.
    package static func facts(in bytes: [UInt8]) throws -> (facts: [LedgerFact], length: Int) {
        let decoder = JSONDecoder()
        guard let end = bytes.lastIndex(of: UInt8(ascii: "\n")) else { return ([], 0) }
        let facts = try bytes[..<end].split(separator: UInt8(ascii: "\n")).map {
            try decoder.decode(LedgerFact.self, from: Data($0))
        }
        return (facts, end + 1)
    }
}
