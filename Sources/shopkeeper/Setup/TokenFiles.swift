import Foundation
import Glibc
import Kernel
import Setup

/// The files in which tokens stand, on this machine.
enum TokenFiles {
    static func changedAt(_ path: String) -> Timestamp? {
        let values = try? FileManager.default.attributesOfItem(atPath: path)
        guard let date = values?[.modificationDate] as? Date else { return nil }
        return Timestamp(milliseconds: Int64((date.timeIntervalSince1970 * 1000).rounded(.down)))
    }

    /// Beside the old one first, then in its place, so that no moment sees half of it.
    static func write(_ token: String, to path: String) throws {
        let files = FileManager.default
        let next = path + ".next"
        try? files.removeItem(atPath: next)
        let rights: [FileAttributeKey: Any] = [.posixPermissions: 0o600]
        guard files.createFile(atPath: next, contents: Data((token + "\n").utf8), attributes: rights) else {
            throw CocoaError(.fileWriteNoPermission)
        }
        guard rename(next, path) == 0 else { throw CocoaError(.fileWriteUnknown) }
    }

    static let here = TokenRenewal.Files(changedAt: changedAt, write: write)
}
