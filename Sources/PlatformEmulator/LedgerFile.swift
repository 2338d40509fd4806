import Foundation
import Platform
import Synchronization

/// The ledger on disk: appended to as things happen, and safe against `kill -9` before anyone is told of them.
///
/// Lines are queued at once, in order; whoever has to be sure waits for `settle`, and all who wait share a write.
actor LedgerFile {
    private let file: FileHandle
    private nonisolated let queued = Mutex(Queue())
    private var written = 0

    private struct Queue {
        var bytes: [UInt8] = []
        /// Lines ever queued.
        var count = 0
    }

    /// Opens a ledger or begins one; what was cut off at its end is removed.
    init(path: String) throws {
        if !FileManager.default.fileExists(atPath: path) {
            try Data().write(to: URL(fileURLWithPath: path), options: .withoutOverwriting)
        }
        file = try FileHandle(forUpdating: URL(fileURLWithPath: path))
    }

    /// The facts the file holds.
    func load() throws -> [LedgerFact] {
        try file.seek(toOffset: 0)
        let (facts, length) = try LedgerLines.facts(in: Array(try file.readToEnd() ?? Data()))
        try file.truncate(atOffset: UInt64(length))
        try file.seekToEnd()
        return facts
    }

    /// Queues facts; the number to wait for is the answer.
    nonisolated func queue(_ facts: ArraySlice<LedgerFact>) throws -> Int {
        let lines = try facts.flatMap(LedgerLines.line)
        return queued.withLock { queue in
            queue.bytes += lines
            queue.count += facts.count
            return queue.count
        }
    }

    /// Returns once that many lines are on disk.
    func settle(_ count: Int) throws {
        guard written < count else { return }
        let (bytes, upTo) = queued.withLock { queue in
            defer { queue.bytes = [] }
            return (queue.bytes, queue.count)
        }
        try file.write(contentsOf: bytes)
        try file.synchronize()
        written = upTo
    }
}
