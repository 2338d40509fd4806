import Foundation
import SettingsFile

/// The right to run a gateway on a store: one process at a time has it, and loses it when it ends, however it ends.
///
/// A second gateway would take the first one's messages on their way for leftovers of a crash.
final class StoreLock: Sendable {
    private let descriptor: Int32

    /// Locks `<path>.lock`, a file beside the store that stays and holds nothing.
    init(store path: String) throws {
        let file = path + ".lock"
        let descriptor = open(file, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw SettingsFault(
                place: file,
                expected: "a file that can be written, but \(String(cString: strerror(errno)))",
                remedy: "Make the store's folder and let this user write in it, or name another store with --store."
            )
        }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            close(descriptor)
            throw SettingsFault(
                place: path,
                expected: "a store that no other gateway serves, but one is running on it",
                remedy: "Stop that 'shopkeeper serve' or 'shopkeeper chat', or name another store with --store."
            )
        }
        self.descriptor = descriptor
    }

    deinit { close(descriptor) }

    /// Whether a gateway runs on the store at this moment.
    static func isHeld(store path: String) -> Bool {
        let descriptor = open(path + ".lock", O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        return flock(descriptor, LOCK_SH | LOCK_NB) != 0
    }
}
