import Kernel
import Messaging

/// Walks the three levels of WhatsApp's envelope, `entry[]`, `changes[]` and the lists of a `value`.
///
/// Who passes webhooks on often takes levels off: an entry, a change, a value or a single item may stand alone, and one
/// object may stand where a list of one belongs. Each is read as what it is. The dashboard shows a change as `sample`.
struct WhatsAppReader<Sink: WebhookSink> {
    private(set) var sink: Sink
    private let receivedAt: Timestamp

    init(into sink: Sink, receivedAt: Timestamp) {
        self.sink = sink
        self.receivedAt = receivedAt
    }

    mutating func read(_ root: JSONValue) throws(UnreadableWebhook) {
        if root.kind == .array, root[0] != nil { return readBodies(root.elements) }
        if let object = root["object"], object.kind == .string, !object.holds("whatsapp_business_account") {
            throw UnreadableWebhook(
                location: "object",
                expected: "whatsapp_business_account",
                remedy: "Point this callback at the product WhatsApp Business Account only."
            )
        }
        if let sample = root["sample"], readEntry(sample, isSample: true) { return }
        guard let entries = root["entry"] else {
            if readEntry(root) { return }
            let bodies = root.members.map(\.value).filter { $0["entry"] != nil }
            if bodies.isEmpty { throw Self.noEnvelope }
            return readBodies(bodies)
        }
        switch entries.kind {
        case .array:
            for entry in entries.elements where !readEntry(entry) { keep(entry, as: "entry") }
        case .object:
            if !readEntry(entries) { keep(entries, as: "entry") }
        default: throw Self.noEnvelope
        }
    }

    private static var noEnvelope: UnreadableWebhook {
        UnreadableWebhook(
            location: "entry",
            expected: "an array",
            remedy: "Check that the sender is WhatsApp's Cloud API."
        )
    }

    /// Bodies in a list, or inside whatever they were recorded in.
    private mutating func readBodies(_ bodies: some Sequence<JSONValue>) {
        for body in bodies {
            do { try read(body) } catch { keep(body, as: body["object"]?.filled ?? "body") }
        }
    }

    /// Whatever stands where it has no place is one event that keeps it.
    private mutating func keep(
        _ value: JSONValue,
        as type: String,
        of account: WebhookAccount? = nil,
        at: Timestamp? = nil
    ) {
        let account = account ?? WebhookAccount(entry: value)
        let context = WhatsAppContext(account: account, at: at ?? value["time"]?.moment ?? receivedAt)
        let event = context.event(value.unknown(type), of: value, id: nil, timestamp: nil, from: nil)
        sink.take(event, of: account)
    }

    /// False if this is no entry and nothing that may stand in its place.
    private mutating func readEntry(_ entry: JSONValue, isSample: Bool = false) -> Bool {
        var account = WebhookAccount(entry: entry)
        account.isTest = account.isTest || isSample
        let at = entry["time"]?.moment ?? receivedAt
        guard let changes = entry["changes"] else { return readChange(entry, of: account, at: at) }
        switch changes.kind {
        case .array: for change in changes.elements { readOrKeep(change, of: account, at: at) }
        case .object: readOrKeep(changes, of: account, at: at)
        default: return false
        }
        return true
    }

    private mutating func readOrKeep(_ change: JSONValue, of owner: WebhookAccount, at: Timestamp) {
        if !readChange(change, of: owner, at: at) {
            keep(change, as: change["field"]?.filled ?? "change", of: owner, at: at)
        }
    }

    /// False if this is no change, no value and no item.
    private mutating func readChange(_ change: JSONValue, of owner: WebhookAccount, at: Timestamp) -> Bool {
        let field = change["field"]?.filled
        if let value = change["value"], value.kind == .object {
            return readValue(value, field: field, of: owner, at: at)
        }
        // A message or status alone may hold a list of errors, so it comes first.
        if let list = WhatsAppLists.list(ofBareItem: change) {
            readItem(change, of: list, field: field, in: WhatsAppContext(account: owner, at: at))
            return true
        }
        let parts = WhatsAppValue(change, isOpen: false)
        guard parts.hasItems else { return false }
        readLists(of: parts, field: field, in: WhatsAppContext(parts, of: owner, at: at, isStandby: false))
        return true
    }

    /// False if neither a field nor its lists tell what the value is.
    private mutating func readValue(
        _ value: JSONValue,
        field: String?,
        of owner: WebhookAccount,
        at: Timestamp
    ) -> Bool {
        let parts = WhatsAppValue(value, isOpen: field == nil || field == "messages" || field == "standby")
        let context = WhatsAppContext(parts, of: owner, at: at, isStandby: field == "standby")
        if let field {
            if let content = WhatsAppNotice.content(of: value, field: field) {
                let event = context.event(content, of: value)
                sink.take(event, of: context.account)
                if let verdict = WhatsAppNotice.verdict(of: value, field: field), !context.account.isTest {
                    sink.note(DatedVerdict(verdict, at: event.at), of: context.account)
                }
                return true
            }
            if field == "messaging_handovers" {
                sink.take(WhatsAppHandover.event(of: value, in: context), of: context.account)
                return true
            }
        }
        if parts.hasItems || (field != nil && !parts.lists.isEmpty) {
            readLists(of: parts, field: field, in: context)
            return true
        }
        guard let field else { return false }
        if let list = WhatsAppLists.list(ofBareValue: value, field: field) {
            readItem(value, of: list, field: field, in: context)
        } else {
            sink.take(context.event(value.unknown(field), of: value), of: context.account)
        }
        return true
    }

    private mutating func readLists(of parts: WhatsAppValue, field: String?, in context: WhatsAppContext) {
        for (name, list) in parts.lists {
            switch list.kind {
            case .array: for item in list.elements { readItem(item, of: name, field: field, in: context) }
            case .object: readItem(list, of: name, field: field, in: context)
            default: sink.take(context.event(list.unknown(name), of: list), of: context.account)
            }
        }
    }

    private mutating func readItem(
        _ item: JSONValue,
        of list: String,
        field: String?,
        in context: WhatsAppContext
    ) {
        guard list == "statuses" else {
            return sink.take(WhatsAppLists.event(of: item, in: list, field: field, context), of: context.account)
        }
        readStatus(item, in: context)
    }

    /// Statuses of samples become events, so that nothing merges them into a message.
    private mutating func readStatus(_ value: JSONValue, in context: WhatsAppContext) {
        let item = WhatsAppStatusItem(value)
        guard let status = WhatsAppStatus.update(of: item, in: context) else {
            return sink.take(WhatsAppStatus.event(of: item, in: context), of: context.account)
        }
        let group = item.isGroup ? item.recipient?.filled : nil
        guard context.account.isTest else {
            return sink.take(status, group: group, isStandby: context.isStandby, of: context.account)
        }
        var event = context.event(.status(status), of: value)
        event.externalID = status.madeID(in: group)
        sink.take(event, of: context.account)
    }
}

extension WebhookAccount {
    /// The business account of an entry; what is no entry names none, for its id is its own.
    fileprivate init(entry: JSONValue) {
        let id = WhatsAppLists.list(ofBareItem: entry) == nil ? entry["id"]?.filled ?? "" : ""
        self.init(externalID: id, label: "", isTest: id == "0")
    }
}

extension StatusUpdate {
    /// A status has no id of its own; the same word about the same message is the same status, in a group of one member.
    func madeID(in group: String?) -> String {
        guard group != nil, let member = recipient.primary else { return "\(of):\(name)" }
        return "\(of):\(name):\(member)"
    }
}
