import GRDBSQLite

/// One open connection with the statements prepared on it; used by one thread at a time.
@safe
final class SQLiteConnection {
    private let raw: OpaquePointer
    /// By the address of the statement's text: each text stands in one place of the program.
    private var statements: [Int: SQLiteStatement] = [:]
    /// The first failure since it was last forgotten, so that a caller who swallows one does not commit half a verb.
    private(set) var failure: SQLiteFailure?

    /// The connection that the given pointer names; it must outlive this.
    init(_ raw: OpaquePointer) { unsafe self.raw = raw }

    /// A prepared statement, ready to be bound from its first place on.
    func prepare(_ sql: StaticString) throws -> SQLiteStatement {
        let address = unsafe Int(bitPattern: sql.utf8Start)
        if let known = statements[address] { return known.ready() }
        var statement: OpaquePointer?
        let code = unsafe sqlite3_prepare_v3(
            raw,
            sql.utf8Start,
            Int32(sql.utf8CodeUnitCount),
            UInt32(SQLITE_PREPARE_PERSISTENT),
            &statement,
            nil
        )
        guard code == SQLITE_OK, let statement = unsafe statement else { throw note(code) }
        let prepared = unsafe SQLiteStatement(statement, of: self)
        statements[address] = prepared
        return prepared
    }

    /// Runs a statement without values or rows.
    func run(_ sql: StaticString) throws { try prepare(sql).run() }

    /// Keeps a failure and returns it.
    func note(_ code: Int32) -> SQLiteFailure {
        let found = SQLiteFailure(code: code, message: unsafe String(cString: sqlite3_errmsg(raw)))
        failure = failure ?? found
        return found
    }

    /// Begins to look for failures anew.
    func forgetFailure() { failure = nil }

    /// Whether a transaction is open.
    var isInTransaction: Bool { unsafe sqlite3_get_autocommit(raw) == 0 }

    /// The number of the row inserted last.
    var lastInsertedRow: Int64 { unsafe sqlite3_last_insert_rowid(raw) }

    /// How many rows the last statement changed.
    var changes: Int { Int(unsafe sqlite3_changes(raw)) }

    /// A number that changes when another connection has written.
    var outsideVersion: Int64 {
        get throws { try prepare("PRAGMA data_version").first { $0.int(0) } ?? 0 }
    }

    /// Lets go of all statements, before the connection is closed.
    func close() { statements = [:] }
}
