import Foundation
import GRDB
import GRDBSQLite
import Ports

/// The one thread that writes: it commits all bodies that wait in one transaction, so that they share the disk's flush.
final class GroupWriter {
    private let queue: WriterQueue
    private let connection: SQLiteConnection
    private let rows: SQLiteRows
    private let writer: StoreWriter
    private let path: String

    /// The most bodies that share one transaction.
    static let largestGroup = 512
    /// How long a thread that is busy anyway waits for a group to grow.
    private static let growthMicroseconds: UInt32 = 300
    /// How often a group tries again when another process holds the file beyond the time-out.
    private static let mostTries = 3

    init(_ connection: SQLiteConnection, queue: WriterQueue, path: String) {
        self.connection = connection
        self.queue = queue
        self.path = path
        rows = SQLiteRows(connection, cache: WriterCache())
        writer = StoreWriter(rows: rows)
    }

    /// Works until the queue is closed and empty; every caller has an answer when this returns.
    func run() {
        var lastCount = 0
        while true {
            if lastCount > 1 { usleep(Self.growthMicroseconds) }
            let batch = queue.take(atMost: Self.largestGroup)
            answer(batch.questions)
            if !batch.jobs.isEmpty { commit(batch.jobs) }
            lastCount = batch.jobs.count
            guard !batch.isLast else { return }
        }
    }

    private func answer(_ questions: [ConnectionQuestion]) {
        for question in questions {
            do {
                question.caller.resume(returning: try connection.outsideVersion)
            } catch {
                question.caller.resume(throwing: storeError(error, path: path))
            }
        }
    }

    private func commit(_ jobs: [any WriterJob]) {
        var tries = 1
        while true {
            do {
                try runTogether(jobs)
                for job in jobs { job.finish(nil) }
                return
            } catch let failure as SQLiteFailure where failure.isBusy && tries < Self.mostTries {
                rollBack()
                tries += 1
            } catch {
                rollBack()
                if jobs.count == 1 { jobs[0].finish(storeError(error, path: path)) } else { runApart(jobs) }
                return
            }
        }
    }

    /// All bodies bare in one transaction: nearly always nothing fails.
    private func runTogether(_ jobs: [any WriterJob]) throws {
        try begin()
        for job in jobs { try run(job) }
        try end()
    }

    /// From here on nobody else writes, so that what is known stays true until the end.
    private func begin() throws {
        connection.forgetFailure()
        try connection.run("BEGIN IMMEDIATE")
        rows.cache?.begin(at: try connection.outsideVersion)
    }

    /// The same again, each body behind a savepoint, so that the failing ones leave their neighbours alone.
    private func runApart(_ jobs: [any WriterJob]) {
        var errors: [(any Error)?] = []
        do {
            try begin()
            for job in jobs { errors.append(try outcome(of: job)) }
            try end()
            for (job, error) in zip(jobs, errors) { job.finish(error.map { storeError($0, path: path) }) }
        } catch {
            rollBack()
            for (place, job) in jobs.enumerated() {
                let own = place < errors.count ? errors[place] : nil
                job.finish(storeError(own ?? error, path: path))
            }
        }
    }

    /// Runs a body behind a savepoint; returns its error, throws what ends the whole transaction.
    private func outcome(of job: any WriterJob) throws -> (any Error)? {
        try connection.run("SAVEPOINT body")
        let counts = rows.pendingCounts
        do {
            try run(job)
            try connection.run("RELEASE body")
            return nil
        } catch {
            guard connection.isInTransaction else { throw error }
            try connection.run("ROLLBACK TO body")
            try connection.run("RELEASE body")
            rows.resetCounts(to: counts)
            rows.cache?.forgetAll()
            connection.forgetFailure()
            return error
        }
    }

    private func run(_ job: any WriterJob) throws {
        try job.run(writer)
        if let swallowed = connection.failure { throw swallowed }
    }

    private func end() throws {
        try rows.writeCounts()
        try connection.run("COMMIT")
    }

    private func rollBack() {
        rows.resetCounts()
        rows.cache?.forgetAll()
        // Some failures have rolled back already; GRDB ends the process if a transaction is left open.
        if connection.isInTransaction { try? connection.run("ROLLBACK") }
        connection.forgetFailure()
    }
}
