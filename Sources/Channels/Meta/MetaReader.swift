import Kernel
import Messaging

/// Walks the envelopes that Messenger and Instagram share.
///
/// ```json
/// {"object":"page","entry":[{"id":"1002","time":1794990000123,"messaging":[…],"standby":[…],"changes":[{"field":…,"value":{…}}]}]}
/// ```
/// Seen besides: a list of bodies, one entry or one item in place of a list, an entry that is itself a change
/// (`field` and `value`), a change alone, and the dashboard's `{"sample":{…}}`.
struct MetaReader<Sink: WebhookSink> {
    private(set) var sink: Sink
    private let receivedAt: Timestamp

    init(into sink: Sink, receivedAt: Timestamp) {
        self.sink = sink
        self.receivedAt = receivedAt
    }

    mutating func read(_ root: JSONValue) throws(UnreadableWebhook) {
        if root.kind == .array, root.elements.contains(where: MetaEnvelope.isOne) {
            for body in root.elements { readBody(body) }
            return
        }
        if root["object"]?.holds("whatsapp_business_account") == true {
            throw UnreadableWebhook(
                location: "object",
                expected: "page or instagram",
                remedy: "Point this callback at the products Messenger and Instagram only."
            )
        }
        guard MetaEnvelope.isOne(root) else {
            throw UnreadableWebhook(
                location: "entry",
                expected: "an array",
                remedy: "Check that the sender is the Messenger or the Instagram Platform."
            )
        }
        readBody(root)
    }

    private mutating func readBody(_ body: JSONValue) {
        if let sample = body["sample"], sample.kind == .object {
            readEntry(sample, isSample: true)
        } else if let entries = body["entry"], entries.isListOrOne {
            for entry in entries.oneOrMore { readEntry(entry) }
        } else {
            readEntry(body)
        }
    }

    private mutating func readEntry(_ entry: JSONValue, isSample: Bool = false) {
        let id = entry["id"]?.filled ?? ""
        var context = MetaContext(
            account: WebhookAccount(externalID: id, label: "", isTest: isSample || id == "0"),
            at: entry["time"]?.moment ?? receivedAt
        )
        var isKnown = false
        for (name, list) in entry.members where MetaEnvelope.lists.contains(name) && !list.isNull {
            isKnown = true
            context.isStandby = name == "standby"
            readList(list, named: name, in: context)
        }
        context.isStandby = false
        if isKnown { return }
        if entry["field"] != nil || entry["value"] != nil { return readChange(entry, in: context) }
        if MetaEnvelope.isItem(entry) { return readItem(entry, in: context) }
        sink.take(context.event(entry.unknown(MetaEnvelope.type(of: entry)), of: entry), of: context.account)
    }

    private mutating func readList(_ list: JSONValue, named name: String, in context: MetaContext) {
        guard list.isListOrOne else {
            return sink.take(context.event(list.unknown(name), of: list), of: context.account)
        }
        for item in list.oneOrMore {
            switch name {
            case "changes": readChange(item, in: context)
            case "calls": sink.take(MetaCall.event(of: item, in: context), of: context.account)
            default: readItem(item, in: context)
            }
        }
    }

    private mutating func readItem(_ value: JSONValue, in context: MetaContext) {
        let item = MetaItem(value)
        let context = context.concerning(item)
        for event in MetaConversation.events(of: item, in: context) { sink.take(event, of: context.account) }
    }

    /// The value of a change is one piece of news, an item of a conversation, or a list of either.
    private mutating func readChange(_ change: JSONValue, in context: MetaContext) {
        let field = change["field"]?.filled
        guard let value = change["value"], value.isListOrOne else {
            return sink.take(context.event(change.unknown(field ?? "change"), of: change), of: context.account)
        }
        var context = context
        context.isStandby = context.isStandby || field == "standby"
        for part in value.oneOrMore {
            if let list = part["messaging"] ?? part["standby"], list.isListOrOne {
                for item in list.oneOrMore { readItem(item, in: context) }
            } else if let event = MetaChange.event(of: part, field: field, in: context) {
                sink.take(event, of: context.account)
                if let verdict = MetaChange.verdict(of: part, field: field), !context.account.isTest {
                    sink.note(DatedVerdict(verdict, at: event.at), of: context.account)
                }
            } else {
                readItem(part, in: context)
            }
        }
    }
}

extension MetaReader where Sink == BatchSink {
    static func decode(
        _ body: [UInt8],
        of channel: ChannelKind,
        receivedAt: Timestamp
    ) throws(UnreadableWebhook) -> DecodedWebhook {
        let document: JSONDocument
        do {
            document = try JSONDocument(body, lenient: true)
        } catch {
            throw UnreadableWebhook(error)
        }
        var reader = MetaReader(into: BatchSink(channel: channel), receivedAt: receivedAt)
        try reader.read(document.root)
        return DecodedWebhook(batches: reader.sink.batches)
    }
}
