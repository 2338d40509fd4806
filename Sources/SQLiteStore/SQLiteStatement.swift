import GRDBSQLite
import Kernel

/// A prepared statement: bound from left to right, stepped, read by column.
@safe
final class SQLiteStatement {
    private let raw: OpaquePointer
    private unowned let connection: SQLiteConnection
    private var place: Int32 = 0
    private var bindingCode = SQLITE_OK

    init(_ raw: OpaquePointer, of connection: SQLiteConnection) {
        unsafe self.raw = raw
        self.connection = connection
    }

    deinit { _ = unsafe sqlite3_finalize(raw) }

    /// The statement for its next use; one that is still stepping cannot be bound.
    func ready() -> SQLiteStatement {
        _ = unsafe sqlite3_reset(raw)
        place = 0
        bindingCode = SQLITE_OK
        return self
    }

    /// Goes on to the next row; false after the last.
    func step() throws -> Bool {
        guard bindingCode == SQLITE_OK else { throw connection.note(bindingCode) }
        let code = unsafe sqlite3_step(raw)
        switch code {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        default:
            let failure = connection.note(code)
            _ = unsafe sqlite3_reset(raw)
            throw failure
        }
    }

    /// Runs it to its end.
    func run() throws {
        while try step() {}
        _ = unsafe sqlite3_reset(raw)
    }

    /// What the closure makes of the first row; nil when there is none.
    func first<T>(_ read: (SQLiteStatement) throws -> T) throws -> T? {
        defer { _ = unsafe sqlite3_reset(raw) }
        return try step() ? try read(self) : nil
    }

    /// What the closure makes of each row.
    func all<T>(_ read: (SQLiteStatement) throws -> T) throws -> [T] {
        defer { _ = unsafe sqlite3_reset(raw) }
        var found: [T] = []
        while try step() { found.append(try read(self)) }
        return found
    }
}

/// Values, in the order of the places.
extension SQLiteStatement {
    func add(_ number: Int64?) -> Self {
        place += 1
        let code =
            if let number { unsafe sqlite3_bind_int64(raw, place, number) } else {
                unsafe sqlite3_bind_null(raw, place)
            }
        return noting(code)
    }

    func add(_ number: Int) -> Self { add(Int64(number)) }

    func add(_ flag: Bool) -> Self { add(flag ? 1 : 0) }

    func add<Subject>(_ id: Identifier<Subject>?) -> Self { add(id?.rawValue) }

    func add(_ moment: Timestamp?) -> Self { add(moment?.milliseconds) }

    func add(_ text: String?) -> Self {
        guard var text else { return add(nil as Int64?) }
        place += 1
        let place = place
        let code = text.withUTF8 { bytes in
            // An empty buffer may have no address, which SQLite would take for NULL.
            guard let start = unsafe UnsafeRawPointer(bytes.baseAddress) else {
                return unsafe sqlite3_bind_text(raw, place, "", 0, copies)
            }
            return unsafe sqlite3_bind_text(
                raw,
                place,
                start.assumingMemoryBound(to: CChar.self),
                Int32(clamping: bytes.count),
                copies
            )
        }
        return noting(code)
    }

    func add(_ bytes: [UInt8]?) -> Self {
        guard let bytes else { return add(nil as Int64?) }
        place += 1
        guard !bytes.isEmpty else { return noting(unsafe sqlite3_bind_zeroblob(raw, place, 0)) }
        return noting(unsafe sqlite3_bind_blob(raw, place, bytes, Int32(clamping: bytes.count), copies))
    }

    private func noting(_ code: Int32) -> Self {
        if code != SQLITE_OK { bindingCode = code }
        return self
    }

    /// Tells SQLite to copy what it is given before the call returns.
    private var copies: sqlite3_destructor_type { unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self) }
}

/// Columns of the current row, counted from 0.
extension SQLiteStatement {
    func isNull(_ column: Int32) -> Bool { unsafe sqlite3_column_type(raw, column) == SQLITE_NULL }

    func int(_ column: Int32) -> Int64 { unsafe sqlite3_column_int64(raw, column) }

    func optionalInt(_ column: Int32) -> Int64? { isNull(column) ? nil : int(column) }

    func flag(_ column: Int32) -> Bool { int(column) != 0 }

    func moment(_ column: Int32) -> Timestamp { Timestamp(milliseconds: int(column)) }

    func optionalMoment(_ column: Int32) -> Timestamp? { optionalInt(column).map(Timestamp.init(milliseconds:)) }

    func id<Subject>(_ column: Int32) -> Identifier<Subject> { Identifier(int(column)) }

    func optionalID<Subject>(_ column: Int32) -> Identifier<Subject>? { optionalInt(column).map(Identifier.init(_:)) }

    func text(_ column: Int32) -> String { optionalText(column) ?? "" }

    func optionalText(_ column: Int32) -> String? {
        guard let start = unsafe sqlite3_column_text(raw, column) else { return nil }
        let count = Int(unsafe sqlite3_column_bytes(raw, column))
        return unsafe String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    }

    func bytes(_ column: Int32) -> [UInt8] { optionalBytes(column) ?? [] }

    func optionalBytes(_ column: Int32) -> [UInt8]? {
        guard !isNull(column) else { return nil }
        guard let start = unsafe sqlite3_column_blob(raw, column) else { return [] }
        let count = Int(unsafe sqlite3_column_bytes(raw, column))
        return unsafe [UInt8](UnsafeRawBufferPointer(start: start, count: count))
    }

    /// A word of a fixed set.
    func word<Word: RawRepresentable<String>>(_ column: Int32, _ type: Word.Type = Word.self) throws -> Word {
        let text = text(column)
        guard let word = Word(rawValue: text) else { throw connection.damage("'\(text)' is no \(Word.self)") }
        return word
    }
}

extension SQLiteConnection {
    /// A row that cannot be what we wrote.
    func damage(_ what: String) -> SQLiteFailure { SQLiteFailure(code: SQLITE_CORRUPT, message: what) }
}
