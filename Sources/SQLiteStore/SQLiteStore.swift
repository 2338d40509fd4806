import CSQLite
import Foundation
import GRDB
package import Ports
import Synchronization

/// A store in one SQLite file: what a commit returned stands on the disk.
///
/// One thread writes and commits waiting bodies in groups; reads go beside it. Other processes may open the same file.
package final class SQLiteStore: Store {
    private let path: String
    private let queue = WriterQueue()
    private let readers: ReaderPool
    private let ending: WriterEnding

    /// Opens the file, or makes it, and brings its tables up to date.
    ///
    /// - Parameters:
    ///   - path: The file; its folder must exist. Beside it SQLite keeps `-wal` and `-shm`.
    ///   - mostPages: How many pages of 4 KiB the file may have; nil for as many as the disk holds.
    /// - Throws: `StoreError` that says what is wrong with the file and what mends it.
    package init(path: String, mostPages: Int? = nil) throws {
        Self.prepareLibrary
        let database: DatabaseQueue
        do {
            database = try Self.open(path)
        } catch {
            throw storeError(error, path: path)
        }
        self.path = path
        readers = ReaderPool(path: path, configuration: Self.configuration())
        ending = WriterEnding()
        let (queue, ending) = (queue, ending)
        let thread = Thread {
            // For its whole life the writer keeps the connection to itself.
            database.writeWithoutTransaction { Self.write(on: $0, mostPages: mostPages, from: queue, path: path) }
            try? database.close()
            ending.note()
        }
        thread.name = "store writer"
        thread.start()
    }

    deinit {
        queue.close()
        readers.close()
    }

    package func commit<R: Sendable>(_ body: @escaping @Sendable (any Transaction) throws -> R) async throws -> R {
        try await withCheckedThrowingContinuation { caller in
            let job = CommitJob(body, caller: caller)
            if !queue.add(job) { job.finish(Self.closed) }
        }
    }

    package func read<R: Sendable>(_ body: @escaping @Sendable (any Snapshot) throws -> R) async throws -> R {
        guard !ending.isNoted else { throw Self.closed }
        do {
            return try readers.read(body)
        } catch {
            throw storeError(error, path: path)
        }
    }

    package func outsideVersion() async throws -> Int64 {
        try await withCheckedThrowingContinuation { caller in
            if !queue.add(ConnectionQuestion(caller: caller)) { caller.resume(throwing: Self.closed) }
        }
    }

    /// Finishes what waits, then closes the file; whatever comes later is refused.
    package func shutDown() async {
        queue.close()
        await ending.wait()
        readers.close()
    }

    /// Runs once, before the first connection of the process is opened.
    private static let prepareLibrary: Void = csqlite_count_no_memory()

    private static let closed = StoreError(.closed, "The store is shut; what was refused was not written.")
}

extension SQLiteStore {
    private static func configuration() -> Configuration {
        var configuration = Configuration()
        configuration.busyMode = .timeout(5)
        configuration.foreignKeysEnabled = true
        configuration.label = "store"
        return configuration
    }

    private static func open(_ path: String) throws -> DatabaseQueue {
        var configuration = configuration()
        configuration.journalMode = .wal
        let database = try DatabaseQueue(path: path, configuration: configuration)
        let migrator = Schema.migrator
        guard try !database.read(migrator.hasBeenSuperseded) else {
            throw StoreError(
                .newerSchema,
                "\(path) was written by a newer program. Run that one, or give another file."
            )
        }
        try migrator.migrate(database)
        return database
    }

    private static func write(on database: Database, mostPages: Int?, from queue: WriterQueue, path: String) {
        guard let pointer = unsafe database.sqliteConnection else { return }
        let connection = unsafe SQLiteConnection(pointer)
        do {
            // In WAL mode GRDB settles for NORMAL, with which a power cut may undo what was answered.
            try connection.run("PRAGMA synchronous = FULL")
            try connection.run("PRAGMA wal_autocheckpoint = 1000")
            // Enough for the pages that each second's messages meet again.
            try connection.run("PRAGMA cache_size = -16000")
            if let mostPages { try database.execute(sql: "PRAGMA max_page_count = \(mostPages)") }
        } catch {
            // Without them nothing may be promised: every caller hears it.
            refuseAll(from: queue, error: storeError(error, path: path))
        }
        GroupWriter(connection, queue: queue, path: path).run()
        connection.close()
    }

    private static func refuseAll(from queue: WriterQueue, error: any Error) {
        queue.close()
        while true {
            let batch = queue.take(atMost: .max)
            for job in batch.jobs { job.finish(error) }
            for question in batch.questions { question.caller.resume(throwing: error) }
            guard !batch.isLast else { return }
        }
    }
}

/// Tells whoever waits that the writer has ended.
private final class WriterEnding: Sendable {
    private struct State: Sendable {
        var isNoted = false
        var waiting: [CheckedContinuation<Void, Never>] = []
    }

    private let state = Mutex(State())

    var isNoted: Bool { state.withLock { $0.isNoted } }

    func note() {
        let waiting = state.withLock { state in
            state.isNoted = true
            defer { state.waiting = [] }
            return state.waiting
        }
        for caller in waiting { caller.resume() }
    }

    func wait() async {
        await withCheckedContinuation { caller in
            let isOver = state.withLock { state in
                if !state.isNoted { state.waiting.append(caller) }
                return state.isNoted
            }
            if isOver { caller.resume() }
        }
    }
}
