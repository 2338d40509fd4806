import Foundation
import GRDB
import Kernel
import Messaging
import Outbox
import Ports
import SQLiteStore
import TestSupport
import Testing

@Suite("The SQLite store's own promises", .timeLimit(.minutes(2)))
struct SQLiteStoreTests {
    private let ana = StoreScene.person("5581987654321")

    @Test("failing bodies of a group leave their neighbours alone")
    func neighbours() async throws {
        let file = ScratchFile()
        defer { file.remove() }
        let scene = try await StoreScene(SQLiteStore(path: file.path))
        let (account, rules) = (scene.account, scene.rules)
        let refused = await withTaskGroup(of: Bool.self) { group in
            for index in 0..<200 {
                group.addTask {
                    let delivery = Delivery(
                        account: account,
                        receivedAt: StoreScene.start,
                        events: [StoreScene.text("t\(index)", from: StoreScene.person("49151\(10_000_000 + index)"))],
                        statuses: []
                    )
                    do {
                        _ = try await scene.store.commit { transaction in
                            let receipt = try transaction.receive(delivery, rules: rules)
                            if index % 3 == 0 { throw StoreError(.refused, "every third") }
                            return receipt
                        }
                        return false
                    } catch {
                        return true
                    }
                }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(refused == 67)
        let dump = try await StoreDump.of(scene.store)
        #expect(dump.summaries.count == 133)
        #expect(dump.counters["received"] == 133)
    }

    @Test("an empty file gets its tables; a second opening changes nothing")
    func migrations() async throws {
        let file = ScratchFile()
        defer { file.remove() }
        try Data().write(to: URL(fileURLWithPath: file.path))
        let first = try SQLiteStore(path: file.path)
        let scene = try await StoreScene(first)
        _ = try await scene.hear("hello", from: ana)
        let before = try await StoreDump.of(first)
        await first.shutDown()
        let again = try SQLiteStore(path: file.path)
        #expect(try await StoreDump.of(again).differences(from: before).isEmpty)
    }

    @Test("a file of a newer program is refused with words")
    func newerSchema() async throws {
        let file = ScratchFile()
        defer { file.remove() }
        await (try SQLiteStore(path: file.path)).shutDown()
        let queue = try DatabaseQueue(path: file.path)
        try await queue.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('from the future')") }
        try queue.close()
        let error = #expect(throws: StoreError.self) { try SQLiteStore(path: file.path) }
        #expect(error?.reason == .newerSchema)
    }

    @Test("a file that is no store is refused with words")
    func noDatabase() async throws {
        let file = ScratchFile()
        defer { file.remove() }
        try Data(repeating: 0x41, count: 8_192).write(to: URL(fileURLWithPath: file.path))
        let error = #expect(throws: StoreError.self) { try SQLiteStore(path: file.path) }
        #expect(error?.reason == .corrupt)
        let nowhere = #expect(throws: StoreError.self) { try SQLiteStore(path: file.path + "/x/y") }
        #expect(nowhere?.reason == .failed)
    }

    @Test("a damaged row is said to be damaged, and what was being written is not")
    func damagedRow() async throws {
        let file = ScratchFile()
        defer { file.remove() }
        let scene = try await StoreScene(SQLiteStore(path: file.path))
        let id = try await scene.hear("hello", from: ana)
        let other = try DatabaseQueue(path: file.path)
        try await other.write { database in
            try database.execute(sql: "UPDATE shopper SET last_address = x'00'")
        }
        let error = await #expect(throws: StoreError.self) { try await scene.open(id) }
        #expect(error?.reason == .corrupt)
    }

    @Test("what another process writes is seen, and noticed by its version")
    func twoProcesses() async throws {
        let file = ScratchFile()
        defer { file.remove() }
        let first = try SQLiteStore(path: file.path)
        let second = try SQLiteStore(path: file.path)
        let one = try await StoreScene(first)
        let other = try await StoreScene(second)
        let before = try await first.outsideVersion()
        _ = try await one.hear("own", from: ana)
        #expect(try await first.outsideVersion() == before)
        _ = try await other.hear("other", from: ana, at: 1)
        #expect(try await first.outsideVersion() != before)
        #expect(try await one.open(ConversationID(1))?.inbox.count == 2)
    }

    @Test("two processes that write at once lose nothing")
    func twoWriters() async throws {
        let file = ScratchFile()
        defer { file.remove() }
        let scenes = [
            try await StoreScene(SQLiteStore(path: file.path)), try await StoreScene(SQLiteStore(path: file.path)),
        ]
        try await withThrowingTaskGroup(of: Void.self) { group in
            for index in 0..<200 {
                group.addTask {
                    let event = StoreScene.text("t\(index)", from: StoreScene.person("5581987654321"), at: Int64(index))
                    _ = try await scenes[index % 2].receive([event])
                }
            }
            try await group.waitForAll()
        }
        let dump = try await StoreDump.of(scenes[0].store)
        #expect(dump.turns.map(\.inbox.count) == [200])
        #expect(dump.counters["received"] == 200)
    }

    @Test("shutting down finishes what waits and refuses what comes later")
    func shutDown() async throws {
        let file = ScratchFile()
        defer { file.remove() }
        let store = try SQLiteStore(path: file.path)
        let scene = try await StoreScene(store)
        let answers = await withTaskGroup(of: Bool.self) { group in
            for index in 0..<100 {
                group.addTask {
                    (try? await scene.receive([StoreScene.text("t\(index)", from: ana, at: Int64(index))])) != nil
                }
            }
            group.addTask {
                await store.shutDown()
                return false
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        let error = await #expect(throws: StoreError.self) { try await scene.receive([]) }
        #expect(error?.reason == .closed)
        let again = try SQLiteStore(path: file.path)
        #expect(try await again.read { try $0.openTurn(ConversationID(1)) }?.inbox.count ?? 0 == answers)
    }

    @Test("a full disk is said to be full, and the store goes on once there is room")
    func full() async throws {
        let file = ScratchFile()
        defer { file.remove() }
        let store = try SQLiteStore(path: file.path, mostPages: 80)
        let scene = try await StoreScene(store)
        let long = String(repeating: "x", count: 100_000)
        let error = await #expect(throws: StoreError.self) {
            for index in 0..<20 { _ = try await scene.hear(long + "\(index)", from: ana, at: Int64(index)) }
        }
        #expect(error?.reason == .full)
        let before = try await StoreDump.of(store)
        #expect(try await store.commit { try $0.markRunning(true) } == false)
        #expect(try await StoreDump.of(store).differences(from: before).isEmpty)
    }

    @Test("a parked status that cannot be read is dropped and counted, and its neighbours are heard")
    func damagedStatus() async throws {
        let file = ScratchFile()
        defer { file.remove() }
        let scene = try await StoreScene(SQLiteStore(path: file.path))
        let entry = try #require(try await scene.said(["hi"], to: ana).first)
        _ = try await scene.claim([entry.id])
        for (rank, at) in [(DeliveryRank.sent, Int64(1)), (.delivered, 2)] {
            try await scene.receive([], statuses: [StoreScene.status(.reached(rank), of: "w", at: at)], at: at)
        }
        let queue = try DatabaseQueue(path: file.path)
        try await queue.write { try $0.execute(sql: "UPDATE parked_status SET body = x'00' WHERE name = 'sent'") }
        let report = try await scene.settle(entry.id, .accepted(externalID: "w", phone: nil), at: 3)
        #expect(report.sent == [entry.id])
        #expect(report.entries.map(\.kind) == [.billing])
        let counters = try await scene.store.read { try $0.counters() }
        #expect(counters["damaged"] == 1)
        #expect(counters["rematched"] == 1)
    }

    @Test("what is asked on the hot path is answered from an index")
    func plans() async throws {
        let file = ScratchFile()
        defer { file.remove() }
        await (try SQLiteStore(path: file.path)).shutDown()
        let queue = try DatabaseQueue(path: file.path)
        let queries = [
            "SELECT id FROM inbox WHERE conversation = 1 AND turn IS NULL AND set_aside IS NULL ORDER BY at, id",
            """
            SELECT id FROM outbox WHERE kind = 'message' AND state IN ('ready', 'unknown') AND due_at <= 1
            ORDER BY due_at, id LIMIT 9
            """,
            "SELECT id FROM outbox WHERE state = 'sending' AND due_at <= 1 ORDER BY due_at, id LIMIT 9",
            "SELECT id FROM outbox WHERE after = 1 AND state IN ('waiting', 'ready') ORDER BY id",
            "SELECT id FROM outbox WHERE conversation = 1 AND state = 'waiting' AND after IS NULL ORDER BY id",
            "SELECT id FROM message WHERE account = 1 AND external_id = 'x' ORDER BY id DESC LIMIT 1",
            "SELECT kind FROM timer WHERE at <= 1 ORDER BY at, conversation, kind LIMIT 9",
            "SELECT id FROM billing_record WHERE message = 'm' ORDER BY id",
        ]
        for query in queries {
            let plan = try await queue.read { database in
                try Row.fetchAll(database, sql: "EXPLAIN QUERY PLAN " + query).map { $0["detail"] as String }
            }
            #expect(plan.allSatisfy { $0.hasPrefix("SEARCH") }, "\(query): \(plan)")
        }
    }
}
