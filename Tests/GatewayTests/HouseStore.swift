import Foundation
import Ports
import SQLiteStore

/// The stores that a house stands on in tests.
enum HouseStore: String, CaseIterable, Sendable {
    case memory, sqlite

    /// A fresh store; a file of its own in the system's temporary folder where it needs one.
    func open() throws -> (store: any Store, file: ScratchFile?) {
        switch self {
        case .memory: return (MemoryStore(), nil)
        case .sqlite:
            let file = ScratchFile()
            return (try SQLiteStore(path: file.path), file)
        }
    }
}

/// A database file of its own; it goes when nobody holds it any more.
final class ScratchFile: Sendable {
    let path: String

    init() {
        path = FileManager.default.temporaryDirectory.appending(path: "house-\(UUID().uuidString).sqlite").path
    }

    deinit {
        for ending in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + ending) }
    }
}
