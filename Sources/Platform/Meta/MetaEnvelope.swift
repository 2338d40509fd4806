import Kernel

/// The body around what Messenger and Instagram tell.
///
/// `{"object":"page","entry":[{"id":…,"time":…,"messaging":[{…}]}]}`; conversations count in milliseconds, changes of a Page
/// or post in seconds.
/// - Source: Messenger "Webhooks"; Instagram "Webhooks".
enum MetaEnvelope {
    /// The exact bytes on the wire; neighbours of the same account and list share an entry.
    static func body(of updates: [WebhookUpdate], on channel: PlatformChannel) -> [UInt8] {
        var json = JSONWriter(capacity: 512)
        json.object { json in
            json.field("object", channel.object)
            json.arrayField("entry") { entries in
                var rest = updates[...]
                while let first = rest.first {
                    let run = rest.prefix {
                        $0.account.phoneNumberID == first.account.phoneNumberID && $0.list == first.list
                    }
                    entry(run, first, into: &entries)
                    rest = rest.dropFirst(run.count)
                }
            }
        }
        return WireEscaping.escape(json.bytes)
    }

    private static func entry(
        _ run: ArraySlice<WebhookUpdate>,
        _ first: WebhookUpdate,
        into entries: inout JSONWriter
    ) {
        entries.object { entry in
            entry.field("id", first.account.phoneNumberID)
            entry.field("time", first.list == .changes ? first.at.wholeSeconds : first.at.milliseconds)
            entry.key(first.list.rawValue)
            entry.array { items in
                for update in run { items.raw(update.item) }
            }
        }
    }

    /// An item of a conversation: who, to whom, when; then what.
    static func item(
        from sender: String,
        to recipient: String,
        at moment: Timestamp?,
        _ content: (inout JSONWriter) -> Void
    ) -> [UInt8] {
        var json = JSONWriter(capacity: 384)
        json.object { item in
            item.objectField("sender") { $0.field("id", sender) }
            item.objectField("recipient") { $0.field("id", recipient) }
            item.field("timestamp", moment?.milliseconds)
            content(&item)
        }
        return json.bytes
    }
}
