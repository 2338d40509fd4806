import Kernel
import Messaging

/// The items of Messenger's and Instagram's bodies: elements of `messaging[]`, `standby[]` and `changes[]`.
enum PageItemCount {
    static func body(_ root: JSONValue, channel: ChannelKind) -> Int? {
        guard let entries = root["entry"], entries.kind == .array else { return nil }
        return entries.elements.reduce(0) { $0 + entry($1) }
    }

    /// An entry without items is one item itself.
    private static func entry(_ entry: JSONValue) -> Int {
        let lists = ["messaging", "standby", "changes"].compactMap { entry[$0] }.filter { $0.kind == .array }
        return max(1, lists.reduce(0) { $0 + Array($1.elements).count })
    }
}
