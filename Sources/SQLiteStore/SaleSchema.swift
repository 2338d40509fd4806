/// The step that makes room for payments, parcels, returns, consents and the merchant's seat.
///
/// SQLite can't change a check in place: a table whose check grows is made anew and filled from the old one.
enum SaleSchema {
    static let sql = """
        ALTER TABLE conversation ADD COLUMN assignee TEXT;
        ALTER TABLE shopper ADD COLUMN consents BLOB;
        ALTER TABLE task ADD COLUMN kind TEXT NOT NULL DEFAULT 'note';
        ALTER TABLE task ADD COLUMN order_number TEXT;
        CREATE TABLE stock_watch (
            shop INTEGER NOT NULL,
            sku TEXT NOT NULL,
            conversation INTEGER NOT NULL REFERENCES conversation,
            position INTEGER NOT NULL,
            PRIMARY KEY (conversation, shop, sku)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX stock_watch_sku ON stock_watch (shop, sku);
        CREATE TABLE order_name (
            shop INTEGER NOT NULL,
            name TEXT NOT NULL CHECK (name <> ''),
            order_number TEXT NOT NULL,
            PRIMARY KEY (shop, name, order_number)
        ) STRICT, WITHOUT ROWID;
        """ + orders + outbox

    private static let orders = """
        CREATE TABLE next_order (
            id INTEGER PRIMARY KEY,
            shop INTEGER NOT NULL,
            number TEXT NOT NULL CHECK (number <> ''),
            conversation INTEGER NOT NULL REFERENCES conversation,
            shopper INTEGER NOT NULL REFERENCES shopper,
            state TEXT NOT NULL CHECK (state IN
                ('awaitingPayment', 'placed', 'accepted', 'shipped', 'delivered', 'lapsed', 'cancelled')),
            placed_at INTEGER NOT NULL,
            address BLOB,
            delivery BLOB NOT NULL,
            total INTEGER NOT NULL,
            currency TEXT NOT NULL,
            payment BLOB NOT NULL,
            fulfilments BLOB,
            returns BLOB,
            history BLOB,
            version INTEGER NOT NULL DEFAULT 0 CHECK (version >= 0),
            UNIQUE (shop, number)
        ) STRICT;
        INSERT INTO next_order (id, shop, number, conversation, shopper, state, placed_at, address, delivery, total,
            currency, payment)
        SELECT id, shop, number, conversation, shopper, state, placed_at, address, delivery, total, currency,
            CAST(json_object('way', payment, 'state', 'onDelivery', 'attempt', 1, 'refunds', json_array()) AS BLOB)
        FROM shop_order;
        DROP TABLE shop_order;
        ALTER TABLE next_order RENAME TO shop_order;
        CREATE INDEX shop_order_shopper ON shop_order (shopper);
        """

    private static let outbox = """
        CREATE TABLE next_outbox (
            id INTEGER PRIMARY KEY,
            kind TEXT NOT NULL CHECK (kind IN ('message', 'payment', 'billing')),
            shop INTEGER NOT NULL,
            account INTEGER,
            conversation INTEGER REFERENCES conversation,
            message INTEGER REFERENCES message,
            key TEXT NOT NULL UNIQUE CHECK (key <> ''),
            state TEXT NOT NULL CHECK (state IN ('waiting', 'ready', 'sending', 'unknown', 'done', 'dead')),
            due_at INTEGER NOT NULL,
            attempts INTEGER NOT NULL CHECK (attempts >= 0),
            is_repeat INTEGER NOT NULL CHECK (is_repeat IN (0, 1)),
            after INTEGER,
            is_independent INTEGER NOT NULL CHECK (is_independent IN (0, 1)),
            body BLOB NOT NULL,
            closed_body BLOB,
            closed_plan TEXT NOT NULL CHECK (closed_plan IN ('template', 'humanAgentTag', 'wait', 'drop')),
            trouble TEXT
        ) STRICT;
        INSERT INTO next_outbox SELECT * FROM outbox;
        DROP TABLE outbox;
        ALTER TABLE next_outbox RENAME TO outbox;
        CREATE INDEX outbox_due ON outbox (kind, due_at, id) WHERE state IN ('ready', 'unknown');
        CREATE INDEX outbox_sending ON outbox (due_at, id) WHERE state = 'sending';
        CREATE INDEX outbox_waiting ON outbox (conversation) WHERE state = 'waiting';
        CREATE INDEX outbox_after ON outbox (after) WHERE after IS NOT NULL;
        """
}
