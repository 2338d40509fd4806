import Kernel
import Messaging

/// Walks the envelope that Messenger and Instagram share, `entry[]` with `messaging[]`, `standby[]` or `changes[]`.
///
/// Each item is kept as unknown under the name that tells it from others, with its sender and time.
struct PageReader<Sink: WebhookSink> {
    private(set) var sink: Sink
    private let receivedAt: Timestamp

    init(into sink: Sink, receivedAt: Timestamp) {
        self.sink = sink
        self.receivedAt = receivedAt
    }

    mutating func read(_ root: JSONValue) throws(UnreadableWebhook) {
        guard let entries = root["entry"], entries.kind == .array else {
            throw UnreadableWebhook(
                location: "entry",
                expected: "an array",
                remedy: "Check that the sender is the Messenger Platform."
            )
        }
        for entry in entries.elements { readEntry(entry) }
    }

    private mutating func readEntry(_ entry: JSONValue) {
        let account = WebhookAccount(externalID: entry["id"]?.filled ?? "", label: "")
        let at = entry["time"]?.moment ?? receivedAt
        var isEmpty = true
        for name in ["messaging", "standby", "changes"] {
            for item in entry[name]?.elements ?? entry.elements {
                isEmpty = false
                sink.take(event(item, at: at, isStandby: name == "standby"), of: account)
            }
        }
        if isEmpty { sink.take(event(entry, at: at, isStandby: false), of: account) }
    }

    private func event(_ item: JSONValue, at: Timestamp, isStandby: Bool) -> InboundEvent {
        let sender = item["sender"]?["id"]?.filled ?? item["value"]?["from"]?["id"]?.filled
        return InboundEvent(
            externalID: item["message"]?["mid"]?.filled ?? MadeID.of(item, kind: "unknown"),
            at: item["timestamp"]?.moment ?? at,
            sender: ShopperAddress(scopedID: sender),
            content: item.unknown(item["field"]?.filled ?? Self.type(of: item)),
            isStandby: isStandby
        )
    }

    /// The first member that isn't about who and when.
    private static func type(of item: JSONValue) -> String {
        for (key, _) in item.members where !["sender", "recipient", "timestamp", "id", "time"].contains(key) {
            return key
        }
        return "item"
    }
}
