import Foundation

/// A folder for one chat, gone when the chat ends.
struct ChatFolder {
    let path: String

    /// Makes the folder; only this user may look into it.
    init() throws {
        let url = FileManager.default.temporaryDirectory.appending(path: "shopkeeper-chat-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: url,
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700]
        )
        path = url.path
    }

    func file(_ name: String) -> String { "\(path)/\(name)" }

    func remove() {
        try? FileManager.default.removeItem(atPath: path)
    }
}
