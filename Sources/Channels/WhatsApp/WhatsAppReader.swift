import Kernel
import Messaging

/// Walks the three levels of WhatsApp's envelope, `entry[]`, `changes[]` and the lists of a `value`.
struct WhatsAppReader<Sink: WebhookSink> {
    private(set) var sink: Sink
    private let receivedAt: Timestamp

    init(into sink: Sink, receivedAt: Timestamp) {
        self.sink = sink
        self.receivedAt = receivedAt
    }

    mutating func read(_ root: JSONValue) throws(UnreadableWebhook) {
        if let object = root["object"], !object.holds("whatsapp_business_account") {
            throw UnreadableWebhook(
                location: "object",
                expected: "whatsapp_business_account",
                remedy: "Point this callback at the product WhatsApp Business Account only."
            )
        }
        guard let entries = root["entry"], entries.kind == .array else {
            throw UnreadableWebhook(
                location: "entry",
                expected: "an array",
                remedy: "Check that the sender is WhatsApp's Cloud API."
            )
        }
        for entry in entries.elements { readEntry(entry) }
    }

    private mutating func readEntry(_ entry: JSONValue) {
        let id = entry["id"]?.filled ?? ""
        let account = WebhookAccount(externalID: id, label: "", isTest: id == "0")
        let at = entry["time"]?.moment ?? receivedAt
        guard let changes = entry["changes"], changes.kind == .array else {
            let context = WhatsAppContext(account: account, at: at)
            return sink.take(context.event(entry.unknown("entry"), of: entry), of: account)
        }
        for change in changes.elements { readChange(change, of: account, at: at) }
    }

    private mutating func readChange(_ change: JSONValue, of owner: WebhookAccount, at: Timestamp) {
        let name = change["field"]?.filled
        guard let name, let value = change["value"], value.kind == .object else {
            let context = WhatsAppContext(account: owner, at: at)
            return sink.take(context.event(change.unknown(name ?? "change"), of: change), of: owner)
        }
        let parts = WhatsAppValue(value)
        let context = WhatsAppContext(parts, of: owner, at: at, isStandby: name == "standby")
        if let content = WhatsAppNotice.content(of: value, field: name) {
            return sink.take(context.event(content, of: value), of: context.account)
        }
        var isEmpty = true
        if WhatsAppLists.fields.contains(name) {
            for (name, list) in parts.lists { readList(list, named: name, in: context, isEmpty: &isEmpty) }
        }
        if isEmpty { sink.take(context.event(value.unknown(name), of: value), of: context.account) }
    }

    private mutating func readList(
        _ list: JSONValue,
        named name: String,
        in context: WhatsAppContext,
        isEmpty: inout Bool
    ) {
        guard list.kind == .array else {
            isEmpty = false
            return sink.take(context.event(list.unknown(name), of: list), of: context.account)
        }
        for item in list.elements {
            isEmpty = false
            if name == "statuses" {
                readStatus(item, in: context)
            } else {
                sink.take(WhatsAppLists.event(of: item, in: name, context), of: context.account)
            }
        }
    }

    /// Statuses of samples become events, so that nothing merges them into a message.
    private mutating func readStatus(_ value: JSONValue, in context: WhatsAppContext) {
        let item = WhatsAppStatusItem(value)
        guard let status = WhatsAppStatus.update(of: item, in: context) else {
            return sink.take(WhatsAppStatus.event(of: item, in: context), of: context.account)
        }
        guard context.account.isTest else {
            let group = item.isGroup ? item.recipient?.filled : nil
            return sink.take(status, group: group, of: context.account)
        }
        var event = context.event(.status(status), of: value)
        event.externalID = status.madeID
        sink.take(event, of: context.account)
    }
}

extension StatusUpdate {
    /// A status has no id of its own; the same word about the same message is the same status.
    var madeID: String { "\(of):\(name)" }
}
