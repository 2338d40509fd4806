import GRDB
import GRDBSQLite
import Ports

/// What SQLite answered in place of doing it.
struct SQLiteFailure: Error, Sendable {
    /// The primary result code, such as `SQLITE_FULL`.
    let code: Int32
    let message: String

    init(code: Int32, message: String) {
        self.code = code & 0xFF
        self.message = message
    }

    var isBusy: Bool { code == SQLITE_BUSY || code == SQLITE_LOCKED }

    /// The same for whoever runs the store, with what mends it.
    func forOperator(_ path: String) -> StoreError {
        switch code {
        case SQLITE_FULL:
            StoreError(.full, "There is no room for \(path). Free disk space; what was refused will be sent again.")
        case SQLITE_BUSY, SQLITE_LOCKED:
            StoreError(.busy, "Another process holds \(path). Wait for it to end, or end it.")
        case SQLITE_CORRUPT, SQLITE_NOTADB:
            StoreError(.corrupt, "\(path) is damaged or no store of ours (\(message)). Restore it from a backup.")
        case SQLITE_READONLY, SQLITE_PERM, SQLITE_CANTOPEN, SQLITE_AUTH:
            StoreError(.failed, "\(path) cannot be written (\(message)). Check the folder and who may write there.")
        case SQLITE_IOERR:
            StoreError(.failed, "Reading or writing \(path) failed (\(message)). Check the disk.")
        default:
            StoreError(.failed, "\(path): \(message) (SQLite \(code)).")
        }
    }
}

/// Any error as the callers of a store know it.
func storeError(_ error: any Error, path: String) -> any Error {
    switch error {
    case let failure as SQLiteFailure: failure.forOperator(path)
    case let failure as DatabaseError:
        SQLiteFailure(code: failure.resultCode.rawValue, message: failure.message ?? "no further words").forOperator(
            path
        )
    default: error
    }
}
