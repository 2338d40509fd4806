import GRDB

/// The step that writes the checks of the busiest tables as comparisons: the same words are allowed as before.
///
/// For a list of three words and more SQLite builds a table of them each time a row is written, which takes longer than
/// writing the row. The tables themselves need not be made anew, since nothing in them changes.
/// - Source: SQLite, "ALTER TABLE", on changes that leave what is stored as it is.
enum PlainChecks {
    private struct List {
        let table: String
        let column: String
        let words: [String]
    }

    private static let lists = [
        List(table: "conversation", column: "owner", words: ["assistant", "person", "nobody"]),
        List(table: "message", column: "category", words: ["marketing", "utility", "authentication", "service"]),
        List(table: "outbox", column: "kind", words: ["message", "payment", "billing"]),
        List(
            table: "outbox",
            column: "state",
            words: ["waiting", "ready", "sending", "unknown", "done", "dead"]
        ),
        List(table: "outbox", column: "closed_plan", words: ["template", "humanAgentTag", "wait", "drop"]),
    ]

    static func write(to database: Database) throws {
        let version = try Int.fetchOne(database, sql: "PRAGMA schema_version") ?? 0
        try database.execute(sql: "PRAGMA writable_schema = ON")
        for list in lists { try write(list, to: database) }
        // All connections read the tables' descriptions again, this one included.
        try database.execute(sql: "PRAGMA schema_version = \(version + 1)")
        try database.execute(sql: "PRAGMA writable_schema = RESET")
    }

    private static func write(_ list: List, to database: Database) throws {
        let words = list.words.map { "'\($0)'" }
        let comparisons = words.map { "\(list.column) = \($0)" }.joined(separator: " OR ")
        try database.execute(
            sql: "UPDATE sqlite_schema SET sql = replace(sql, ?, ?) WHERE type = 'table' AND name = ?",
            arguments: ["\(list.column) IN (\(words.joined(separator: ", ")))", comparisons, list.table]
        )
    }
}
