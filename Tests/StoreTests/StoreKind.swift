import Foundation
import Kernel
import Ports
import SQLiteStore
import TestSupport
import Testing

/// The stores that must keep the contract.
enum StoreKind: String, CaseIterable, CustomTestStringConvertible {
    case memory, sqlite

    var testDescription: String { rawValue }

    /// A fresh store of this kind.
    func open() throws -> any Store {
        switch self {
        case .memory: MemoryStore()
        case .sqlite: try SQLiteStore(path: ScratchFile().path)
        }
    }

    /// A fresh store with a shop in it.
    func scene(freeServiceMessages: Int = 1_000) async throws -> StoreScene {
        try await StoreScene(open(), freeServiceMessages: freeServiceMessages)
    }
}

/// A file of its own, in the system's temporary folder.
struct ScratchFile {
    let path: String

    /// One folder per run, gone when the run ends.
    private static let folder: URL = {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("store-\(UUID().uuidString)")
        try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        atexit { ScratchFile.removeFolder() }
        return folder
    }()

    private static func removeFolder() { try? FileManager.default.removeItem(at: folder) }

    init() {
        path = Self.folder.appendingPathComponent("\(UUID().uuidString).sqlite").path
    }

    /// What a killed process leaves: the file and its log as they stand at this moment, under another name.
    func copy() throws -> ScratchFile {
        let copy = ScratchFile()
        try FileManager.default.copyItem(atPath: path, toPath: copy.path)
        try FileManager.default.copyItem(atPath: path + "-wal", toPath: copy.path + "-wal")
        return copy
    }

    func remove() {
        for ending in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + ending) }
    }
}

extension TurnClosing {
    /// What a committed turn left to do; nil after a conflict.
    var committed: ClosedTurn? {
        if case .committed(let closed) = self { closed } else { nil }
    }

    /// What was no longer true; nil when it was committed.
    var conflict: TurnConflict? {
        if case .conflict(let conflict) = self { conflict } else { nil }
    }
}
