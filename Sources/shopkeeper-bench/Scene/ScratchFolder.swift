import Foundation

/// A folder of this run that goes away with it.
final class ScratchFolder: Sendable {
    let path: String

    /// Makes a fresh folder below `parent`; without one, in the system's place for such.
    init(in parent: String?) throws {
        let parent = parent ?? NSTemporaryDirectory()
        path = "\(parent)/shopkeeper-bench-\(getpid())-\(UInt32.random(in: 0 ... .max))"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func file(_ name: String) -> String { "\(path)/\(name)" }

    /// Where files live in memory, so that reading them never waits for the disk that is being measured.
    static var inMemory: String? { FileManager.default.fileExists(atPath: "/dev/shm") ? "/dev/shm" : nil }
}
