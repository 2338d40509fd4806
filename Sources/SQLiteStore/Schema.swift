import GRDB

/// The tables, by named steps that are only ever appended to.
enum Schema {
    /// All steps; a file that knows a further one was written by a newer program.
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("people") { try $0.execute(sql: people) }
        migrator.registerMigration("goods") { try $0.execute(sql: goods) }
        migrator.registerMigration("inbox") { try $0.execute(sql: inbox) }
        migrator.registerMigration("post") { try $0.execute(sql: post) }
        migrator.registerMigration("upkeep") { try $0.execute(sql: upkeep) }
        migrator.registerMigration("sale") { try $0.execute(sql: SaleSchema.sql) }
        migrator.registerMigration("good-until") {
            try $0.execute(sql: "ALTER TABLE outbox ADD COLUMN good_until INTEGER")
        }
        migrator.registerMigration("shops") { try $0.execute(sql: shops) }
        migrator.registerMigration("templates") { try $0.execute(sql: templates) }
        migrator.registerMigration("plain-checks") { try PlainChecks.write(to: $0) }
        migrator.registerMigration("page-templates") { try $0.execute(sql: pageTemplates) }
        return migrator
    }

    /// The skus of a listing are separated by line feeds, which no SKU holds.
    private static let shops = """
        CREATE TABLE shop (
            id INTEGER PRIMARY KEY CHECK (id > 1),
            name TEXT NOT NULL UNIQUE CHECK (name <> '')
        ) STRICT;
        CREATE TABLE listing (
            shop INTEGER PRIMARY KEY,
            skus TEXT NOT NULL
        ) STRICT;
        """

    private static let templates = """
        CREATE TABLE template_verdict (
            shop INTEGER NOT NULL,
            name TEXT NOT NULL CHECK (name <> ''),
            language TEXT NOT NULL CHECK (language <> ''),
            approval TEXT NOT NULL CHECK (approval IN ('pending', 'approved', 'rejected', 'paused', 'disabled')),
            at INTEGER NOT NULL,
            PRIMARY KEY (shop, name, language)
        ) STRICT;
        """

    /// A primary key can't change in place, so the table is made anew.
    private static let pageTemplates = """
        CREATE TABLE next_template_verdict (
            shop INTEGER NOT NULL,
            book TEXT NOT NULL CHECK (book IN ('business', 'page')),
            name TEXT NOT NULL CHECK (name <> ''),
            language TEXT NOT NULL CHECK (language <> ''),
            approval TEXT NOT NULL CHECK (approval IN ('pending', 'approved', 'rejected', 'paused', 'disabled')),
            at INTEGER NOT NULL,
            PRIMARY KEY (shop, book, name, language)
        ) STRICT;
        INSERT INTO next_template_verdict (shop, book, name, language, approval, at)
        SELECT shop, 'business', name, language, approval, at FROM template_verdict;
        DROP TABLE template_verdict;
        ALTER TABLE next_template_verdict RENAME TO template_verdict;
        """

    private static let people = """
        CREATE TABLE account (
            id INTEGER PRIMARY KEY,
            shop INTEGER NOT NULL,
            kind TEXT NOT NULL CHECK (kind IN ('whatsapp', 'messenger', 'instagram')),
            external_id TEXT NOT NULL CHECK (external_id <> ''),
            label TEXT NOT NULL,
            app TEXT NOT NULL,
            UNIQUE (kind, external_id)
        ) STRICT;
        CREATE TABLE shopper (
            id INTEGER PRIMARY KEY,
            shop INTEGER NOT NULL,
            cart_version INTEGER NOT NULL DEFAULT 0 CHECK (cart_version >= 0),
            last_address BLOB,
            last_delivery TEXT
        ) STRICT;
        CREATE TABLE conversation (
            id INTEGER PRIMARY KEY,
            shop INTEGER NOT NULL,
            account INTEGER NOT NULL REFERENCES account,
            shopper INTEGER NOT NULL REFERENCES shopper,
            scoped_id TEXT,
            parent_scoped_id TEXT,
            phone TEXT,
            username TEXT,
            name TEXT,
            language TEXT,
            turn INTEGER NOT NULL CHECK (turn >= 0),
            owner TEXT NOT NULL CHECK (owner IN ('assistant', 'person', 'nobody')),
            owner_until INTEGER,
            window_closes_at INTEGER,
            free_entry_offered_until INTEGER,
            free_entry_until INTEGER,
            expects_number INTEGER NOT NULL CHECK (expects_number IN (0, 1)),
            state_version INTEGER NOT NULL,
            state BLOB NOT NULL,
            created_at INTEGER NOT NULL,
            merged_into INTEGER REFERENCES conversation CHECK (merged_into < id),
            fragment BLOB NOT NULL,
            last_at INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX conversation_shopper ON conversation (shopper);
        CREATE INDEX conversation_merged ON conversation (merged_into) WHERE merged_into IS NOT NULL;
        CREATE TABLE address_alias (
            shop INTEGER NOT NULL,
            account INTEGER NOT NULL REFERENCES account,
            kind TEXT NOT NULL CHECK (kind IN ('scopedID', 'parentScopedID', 'phone')),
            value TEXT NOT NULL CHECK (value <> ''),
            conversation INTEGER NOT NULL REFERENCES conversation,
            PRIMARY KEY (account, kind, value)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX address_alias_conversation ON address_alias (conversation);
        CREATE TABLE timer (
            conversation INTEGER NOT NULL REFERENCES conversation,
            kind TEXT NOT NULL,
            at INTEGER NOT NULL,
            PRIMARY KEY (conversation, kind)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX timer_at ON timer (at, conversation, kind);
        """

    private static let goods = """
        CREATE TABLE cart_line (
            shopper INTEGER NOT NULL REFERENCES shopper,
            position INTEGER NOT NULL,
            sku TEXT NOT NULL,
            quantity INTEGER NOT NULL CHECK (quantity BETWEEN 1 AND 99),
            price INTEGER NOT NULL,
            currency TEXT NOT NULL,
            PRIMARY KEY (shopper, position)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE hold (
            shopper INTEGER NOT NULL REFERENCES shopper,
            position INTEGER NOT NULL,
            shop INTEGER NOT NULL,
            sku TEXT NOT NULL,
            quantity INTEGER NOT NULL CHECK (quantity > 0),
            until INTEGER NOT NULL,
            PRIMARY KEY (shopper, position)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX hold_until ON hold (until);
        CREATE INDEX hold_sku ON hold (shop, sku, until);
        CREATE TABLE stock (
            shop INTEGER NOT NULL,
            sku TEXT NOT NULL,
            on_hand INTEGER NOT NULL CHECK (on_hand >= 0),
            held INTEGER NOT NULL CHECK (held >= 0),
            version INTEGER NOT NULL,
            listed INTEGER,
            PRIMARY KEY (shop, sku)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE catalogue (
            shop INTEGER PRIMARY KEY,
            revision INTEGER NOT NULL,
            fingerprint TEXT NOT NULL
        ) STRICT;
        CREATE TABLE shop_order (
            id INTEGER PRIMARY KEY,
            shop INTEGER NOT NULL,
            number TEXT NOT NULL CHECK (number <> ''),
            conversation INTEGER NOT NULL REFERENCES conversation,
            shopper INTEGER NOT NULL REFERENCES shopper,
            state TEXT NOT NULL CHECK (state IN ('placed', 'accepted', 'shipped', 'delivered', 'cancelled')),
            placed_at INTEGER NOT NULL,
            address BLOB,
            delivery BLOB NOT NULL,
            payment TEXT NOT NULL,
            total INTEGER NOT NULL,
            currency TEXT NOT NULL,
            UNIQUE (shop, number)
        ) STRICT;
        CREATE INDEX shop_order_shopper ON shop_order (shopper);
        CREATE TABLE order_line (
            shop_order INTEGER NOT NULL REFERENCES shop_order,
            position INTEGER NOT NULL,
            sku TEXT NOT NULL,
            title TEXT NOT NULL,
            quantity INTEGER NOT NULL CHECK (quantity > 0),
            price INTEGER NOT NULL,
            currency TEXT NOT NULL,
            PRIMARY KEY (shop_order, position)
        ) STRICT, WITHOUT ROWID;
        """

    /// The unique key begins with the moment after the account, so that the index grows at its end.
    private static let inbox = """
        CREATE TABLE inbox (
            id INTEGER PRIMARY KEY,
            shop INTEGER NOT NULL,
            account INTEGER NOT NULL,
            at INTEGER NOT NULL,
            kind TEXT NOT NULL,
            external_id TEXT NOT NULL CHECK (external_id <> ''),
            conversation INTEGER REFERENCES conversation,
            received_at INTEGER NOT NULL,
            is_from_person INTEGER NOT NULL CHECK (is_from_person IN (0, 1)),
            body BLOB NOT NULL,
            turn INTEGER CHECK (turn >= 0),
            set_aside TEXT,
            failures INTEGER NOT NULL DEFAULT 0 CHECK (failures >= 0),
            UNIQUE (shop, account, at, kind, external_id)
        ) STRICT;
        CREATE INDEX inbox_waiting ON inbox (conversation, at, id) WHERE turn IS NULL AND set_aside IS NULL;
        CREATE TABLE unreadable_body (
            id INTEGER PRIMARY KEY,
            channel TEXT NOT NULL,
            app TEXT NOT NULL,
            received_at INTEGER NOT NULL,
            reason TEXT NOT NULL,
            body BLOB NOT NULL
        ) STRICT;
        """

    private static let post = """
        CREATE TABLE message (
            id INTEGER PRIMARY KEY,
            conversation INTEGER NOT NULL REFERENCES conversation,
            shop INTEGER NOT NULL,
            account INTEGER NOT NULL REFERENCES account,
            key TEXT NOT NULL UNIQUE CHECK (key <> ''),
            at INTEGER NOT NULL,
            words TEXT NOT NULL,
            order_number TEXT,
            category TEXT NOT NULL CHECK (category IN ('marketing', 'utility', 'authentication', 'service')),
            market TEXT NOT NULL,
            estimate INTEGER,
            rate_version TEXT NOT NULL,
            is_free_entry INTEGER NOT NULL CHECK (is_free_entry IN (0, 1)),
            external_id TEXT,
            rank INTEGER CHECK (rank BETWEEN 0 AND 4),
            has_failed INTEGER NOT NULL DEFAULT 0 CHECK (has_failed IN (0, 1)),
            is_priced INTEGER NOT NULL DEFAULT 0 CHECK (is_priced IN (0, 1)),
            priced_billable INTEGER,
            priced_model TEXT,
            priced_type TEXT,
            priced_category TEXT,
            errors BLOB,
            is_repeat INTEGER NOT NULL DEFAULT 0 CHECK (is_repeat IN (0, 1)),
            trouble TEXT
        ) STRICT;
        CREATE INDEX message_external ON message (account, external_id) WHERE external_id IS NOT NULL;
        CREATE TABLE parked_status (
            id INTEGER PRIMARY KEY,
            account INTEGER NOT NULL,
            external_id TEXT NOT NULL,
            name TEXT NOT NULL,
            at INTEGER NOT NULL,
            received_at INTEGER NOT NULL,
            body BLOB NOT NULL,
            UNIQUE (account, external_id, name, at)
        ) STRICT;
        CREATE TABLE outbox (
            id INTEGER PRIMARY KEY,
            kind TEXT NOT NULL CHECK (kind IN ('message', 'billing')),
            shop INTEGER NOT NULL,
            account INTEGER,
            conversation INTEGER REFERENCES conversation,
            message INTEGER REFERENCES message,
            key TEXT NOT NULL UNIQUE CHECK (key <> ''),
            state TEXT NOT NULL CHECK (state IN ('waiting', 'ready', 'sending', 'unknown', 'done', 'dead')),
            due_at INTEGER NOT NULL,
            attempts INTEGER NOT NULL CHECK (attempts >= 0),
            is_repeat INTEGER NOT NULL CHECK (is_repeat IN (0, 1)),
            after INTEGER REFERENCES outbox,
            is_independent INTEGER NOT NULL CHECK (is_independent IN (0, 1)),
            body BLOB NOT NULL,
            closed_body BLOB,
            closed_plan TEXT NOT NULL CHECK (closed_plan IN ('template', 'humanAgentTag', 'wait', 'drop')),
            trouble TEXT
        ) STRICT;
        CREATE INDEX outbox_due ON outbox (kind, due_at, id) WHERE state IN ('ready', 'unknown');
        CREATE INDEX outbox_sending ON outbox (due_at, id) WHERE state = 'sending';
        CREATE INDEX outbox_waiting ON outbox (conversation) WHERE state = 'waiting';
        CREATE INDEX outbox_after ON outbox (after) WHERE after IS NOT NULL;
        CREATE TABLE billing_record (
            id INTEGER PRIMARY KEY,
            key TEXT NOT NULL UNIQUE CHECK (key <> ''),
            message TEXT NOT NULL,
            shop INTEGER NOT NULL,
            account INTEGER NOT NULL,
            conversation INTEGER NOT NULL,
            order_number TEXT,
            at INTEGER NOT NULL,
            market TEXT NOT NULL,
            category TEXT NOT NULL,
            type TEXT NOT NULL,
            rate_version TEXT NOT NULL,
            charge INTEGER,
            currency TEXT NOT NULL,
            note TEXT,
            corrects TEXT
        ) STRICT;
        CREATE INDEX billing_record_message ON billing_record (message);
        CREATE TABLE free_quota (
            account INTEGER NOT NULL,
            month TEXT NOT NULL,
            used INTEGER NOT NULL CHECK (used >= 0),
            PRIMARY KEY (account, month)
        ) STRICT, WITHOUT ROWID;
        """

    private static let upkeep = """
        CREATE TABLE task (
            id INTEGER PRIMARY KEY,
            conversation INTEGER NOT NULL REFERENCES conversation,
            at INTEGER NOT NULL,
            words TEXT NOT NULL,
            is_open INTEGER NOT NULL CHECK (is_open IN (0, 1))
        ) STRICT;
        CREATE TABLE counter (
            name TEXT PRIMARY KEY,
            value INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE mark (
            name TEXT PRIMARY KEY,
            value INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        """
}
