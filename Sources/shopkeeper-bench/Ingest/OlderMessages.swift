import GRDB
import Gateway
import Kernel
import Ports
import SQLiteStore
import ShopFolder

/// Fills a store with messages that were answered long ago, so that new ids meet a grown inbox.
///
/// It writes by SQL, copying one row that the store itself made: a million through the front door take minutes.
enum OlderMessages {
    static func fill(_ path: String, count: Int, shop: LoadedShop) async throws {
        let store = try SQLiteStore(path: path)
        let house = try await BenchHouse(over: store, shop: shop)
        let now = SystemClock().now
        let body = Bodies.text("hello", id: "wamid.first", from: 0, to: 0, second: now.wholeSeconds - 8_000_000)
        let call = WebhookCall(
            method: "POST",
            path: Bodies.path,
            headers: [HTTPHeader(name: "X-Hub-Signature-256", value: Bodies.signature(of: body))],
            body: body,
            receivedAt: now
        )
        let answer = await house.stages.receive(call, at: now)
        await store.shutDown()
        guard answer.status == 200 else { throw BenchFault("The store refused the first message: \(answer.status).") }
        if count > 0 { try copy(count, in: path) }
        try answerAll(in: path)
    }

    /// Marks all messages as answered, as turns would have done long before so many waited.
    static func answerAll(in path: String) throws {
        var configuration = Configuration()
        configuration.busyMode = .timeout(10)
        let database = try DatabaseQueue(path: path, configuration: configuration)
        try database.write { try $0.execute(sql: "UPDATE inbox SET turn = 1 WHERE turn IS NULL") }
        try database.close()
    }

    private static func copy(_ count: Int, in path: String) throws {
        let database = try DatabaseQueue(path: path)
        try database.writeWithoutTransaction { database in
            try database.execute(sql: "PRAGMA synchronous = OFF; PRAGMA cache_size = -400000")
            try database.execute(
                sql: """
                    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?1)
                    INSERT INTO inbox (shop, account, at, kind, external_id, conversation, received_at, is_from_person,
                        body, turn)
                    SELECT o.shop, o.account, o.at + i * 7000, o.kind,
                        'wamid.HBgN' || hex(randomblob(14)), o.conversation, o.received_at, 1, o.body, 1
                    FROM n, (SELECT * FROM inbox ORDER BY id LIMIT 1) o
                    """,
                arguments: [count]
            )
            try database.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
        }
        try database.close()
    }
}
