import Commerce
import Foundation
import GRDB
import Kernel
import Messaging
import Ports
import SQLiteStore
import TestSupport
import Testing

@Suite("Files of an earlier program", .timeLimit(.minutes(1)))
struct MigrationTests {
    private let pickup = DeliveryOption(
        id: "pickup",
        title: "Pick up",
        price: .zero(.brl),
        time: "today",
        isPickup: true
    )

    /// A file with one shopper, a placed order, a message on its way and a task, as the first program wrote them.
    private func earlierFile(at path: String) async throws {
        let queue = try DatabaseQueue(path: path)
        try EarlierSchema.migrator.migrate(queue)
        let delivery = try JSONEncoder().encode(pickup)
        try await queue.write { database in
            try database.execute(
                sql: """
                    INSERT INTO account VALUES (1, 1, 'whatsapp', '330044005500661', 'shop', 'main');
                    INSERT INTO shopper (id, shop, cart_version, last_delivery) VALUES (1, 1, 3, 'pickup');
                    INSERT INTO conversation (id, shop, account, shopper, scoped_id, name, turn, owner, expects_number,
                        state_version, state, created_at, fragment, last_at)
                    VALUES (1, 1, 1, 1, 'BR.1', 'Ana', 4, 'assistant', 0, 1, x'', 1000, x'', 1000);
                    INSERT INTO address_alias VALUES (1, 1, 'scopedID', 'BR.1', 1);
                    INSERT INTO stock VALUES (1, 'SUN-37', 4, 1, 2, 5);
                    INSERT INTO hold VALUES (1, 0, 1, 'SUN-37', 1, 900000);
                    INSERT INTO task VALUES (1, 1, 1000, 'ring Ana', 1);
                    INSERT INTO message (id, conversation, shop, account, key, at, words, category, market, rate_version,
                        is_free_entry)
                    VALUES (1, 1, 1, 1, 'm:1:4:0', 1000, 'Thank you!', 'service', 'BR', '2026-10', 0);
                    INSERT INTO outbox VALUES (1, 'message', 1, 1, 1, 1, 'm:1:4:0', 'ready', 1000, 0, 0, NULL, 0, x'7B7D',
                        NULL, 'wait', NULL);
                    """
            )
            try database.execute(
                sql: """
                    INSERT INTO shop_order VALUES (7, 1, 'K7QX2M', 1, 1, 'placed', 1000, NULL, ?, 'payOnDelivery', 7900,
                        'BRL')
                    """,
                arguments: [delivery]
            )
            try database.execute(
                sql: "INSERT INTO order_line VALUES (7, 0, 'SUN-37', 'Sun hat', 1, 7900, 'BRL')"
            )
        }
        try queue.close()
    }

    @Test("an earlier file is opened with all that it knows: orders, goods, tasks and what was to be sent")
    func earlier() async throws {
        let file = ScratchFile()
        defer { file.remove() }
        try await earlierFile(at: file.path)
        let store = try SQLiteStore(path: file.path)
        let record = try #require(try await store.read { try $0.openTurn(ConversationID(1)) })
        #expect(record.conversation.name == "Ana")
        #expect(record.conversation.turn == 4)
        #expect(record.holds.map(\.sku) == ["SUN-37"])
        let order = try #require(record.orders.first)
        #expect(order.number == OrderNumber("K7QX2M"))
        #expect(order.state == .placed)
        #expect(order.delivery == pickup)
        #expect(order.payment == Payment(way: .payOnDelivery))
        #expect(order.lines.map(\.title) == ["Sun hat"])
        #expect(order.returns.isEmpty && order.fulfilments.isEmpty && order.version == 0)
        #expect(
            try await store.read { try $0.stockLevels(ShopID(1)) }
                == ["SUN-37": StockLevel(onHand: 4, held: 1, version: 2)]
        )
        let tasks = try await store.read { try $0.tasks(openOnly: true) }
        #expect(tasks.map(\.kind) == [.note] && tasks.map(\.words) == ["ring Ana"])
        #expect(try await store.read { try $0.nextDue() } == Timestamp(milliseconds: 1000))
        await store.shutDown()
        let dump = try await StoreDump.of(try SQLiteStore(path: file.path))
        #expect(dump.differences(from: try await StoreDump.of(try SQLiteStore(path: file.path))).isEmpty)
    }

    @Test(
        "the busiest tables check their words one by one, and take no others than before",
        arguments: [
            ("outbox", "kind", "payment", "letter"), ("outbox", "state", "sending", "lost"),
            ("outbox", "closed_plan", "drop", "shout"), ("message", "category", "utility", "chat"),
            ("conversation", "owner", "person", "me"),
        ]
    )
    func plainChecks(table: String, column: String, known: String, unknown: String) async throws {
        let file = ScratchFile()
        defer { file.remove() }
        try await earlierFile(at: file.path)
        await (try SQLiteStore(path: file.path)).shutDown()
        let queue = try DatabaseQueue(path: file.path)
        let update = "UPDATE \(table) SET \(column) = ? WHERE id = 1"
        let steps = try await queue.read { database in
            try Row.fetchAll(database, sql: "EXPLAIN " + update, arguments: [known]).map { $0["opcode"] as String }
        }
        #expect(steps.contains("Eq") && !steps.contains("OpenEphemeral"))
        try await queue.write { try $0.execute(sql: update, arguments: [known]) }
        await #expect(throws: DatabaseError.self) {
            try await queue.write { try $0.execute(sql: update, arguments: [unknown]) }
        }
        #expect(try await queue.read { try String.fetchOne($0, sql: "PRAGMA integrity_check") } == "ok")
    }
}
