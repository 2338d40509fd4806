import Kernel
import Messaging
import Ports

/// Rows in tables, reached by prepared statements that stay with the connection.
final class SQLiteRows: StoreRows {
    let connection: SQLiteConnection
    /// What was counted since the last write of the counters.
    private(set) var pendingCounts: [StoreCounter: Int64] = [:]

    /// What the writer knows without reading; nil for readers, who cannot know what is written beside them.
    let cache: WriterCache?

    init(_ connection: SQLiteConnection, cache: WriterCache? = nil) {
        self.connection = connection
        self.cache = cache
    }

    func prepare(_ sql: StaticString) throws -> SQLiteStatement { try connection.prepare(sql) }
}

/// Counters are written once per group of commits.
extension SQLiteRows {
    func count(_ counter: StoreCounter, by number: Int64) {
        if number != 0 { pendingCounts[counter, default: 0] += number }
    }

    /// Sets what was counted back to an earlier sum, after a body failed.
    func resetCounts(to earlier: [StoreCounter: Int64] = [:]) { pendingCounts = earlier }

    /// Adds what was counted to the table.
    func writeCounts() throws {
        guard !pendingCounts.isEmpty else { return }
        for (counter, number) in pendingCounts {
            try prepare(
                """
                INSERT INTO counter (name, value) VALUES (?1, ?2)
                ON CONFLICT (name) DO UPDATE SET value = value + excluded.value
                """
            ).add(counter.rawValue).add(number).run()
        }
        pendingCounts = [:]
    }

    func counters() throws -> [String: Int64] {
        let written = try prepare("SELECT name, value FROM counter").all { ($0.text(0), $0.int(1)) }
        let pending = pendingCounts.map { ($0.key.rawValue, $0.value) }
        return Dictionary(written + pending, uniquingKeysWith: +)
    }
}
