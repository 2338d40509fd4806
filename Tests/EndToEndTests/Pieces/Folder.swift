import Foundation
import Synchronization

/// A temporary folder for one scene; it goes with its last holder.
final class Folder: Sendable {
    let path: String
    private let serial = Mutex(0)

    init() throws {
        let url = FileManager.default.temporaryDirectory.appending(path: "shopkeeper-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        path = url.path
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// The path of a file in it.
    func file(_ name: String) -> String { "\(path)/\(name)" }

    /// A file name that was not given out before.
    func fresh(_ kind: String) -> String {
        file(
            serial.withLock { serial in
                serial += 1
                return "\(kind)-\(serial).txt"
            }
        )
    }

    /// Every file in it with its bytes.
    func contents() throws -> [(name: String, bytes: [UInt8])] {
        try FileManager.default.contentsOfDirectory(atPath: path).sorted().map { name in
            (name, Array(FileManager.default.contents(atPath: file(name)) ?? Data()))
        }
    }
}
