import GRDB
import Ports
import Synchronization

/// Connections for reading beside the writer; each read sees one moment.
final class ReaderPool: Sendable {
    private let path: String
    private let configuration: Configuration
    private let idle = Mutex<[Reader]>([])

    /// More than this many are closed after use.
    private static let mostIdle = 4

    init(path: String, configuration: Configuration) {
        self.path = path
        self.configuration = configuration
    }

    /// Runs a body on a connection that nobody else uses meanwhile.
    func read<Value>(_ body: (any Snapshot) throws -> Value) throws -> Value {
        let reader = try idle.withLock { $0.popLast() } ?? Reader(path: path, configuration: configuration)
        defer {
            let isKept = idle.withLock { idle in
                guard idle.count < Self.mostIdle else { return false }
                idle.append(reader)
                return true
            }
            if !isKept { reader.close() }
        }
        return try reader.read(body)
    }

    /// Closes what is idle.
    func close() {
        let readers = idle.withLock { idle in
            defer { idle = [] }
            return idle
        }
        for reader in readers { reader.close() }
    }
}

/// One connection that only reads; used by one caller at a time, as the pool sees to.
private final class Reader: @unchecked Sendable {
    private let queue: DatabaseQueue
    private var rows: SQLiteRows?

    init(path: String, configuration: Configuration) throws {
        queue = try DatabaseQueue(path: path, configuration: configuration)
    }

    func read<Value>(_ body: (any Snapshot) throws -> Value) throws -> Value {
        try queue.unsafeRead { database in
            let rows = try rows(on: database)
            try rows.connection.run("BEGIN DEFERRED")
            defer { if rows.connection.isInTransaction { try? rows.connection.run("COMMIT") } }
            return try body(StoreReader(rows: rows))
        }
    }

    private func rows(on database: Database) throws -> SQLiteRows {
        if let rows { return rows }
        guard let pointer = unsafe database.sqliteConnection else {
            throw StoreError(.closed, "The store is shut.")
        }
        let fresh = SQLiteRows(unsafe SQLiteConnection(pointer))
        try fresh.connection.run("PRAGMA query_only = 1")
        rows = fresh
        return fresh
    }

    func close() {
        rows?.connection.close()
        rows = nil
        try? queue.close()
    }
}
