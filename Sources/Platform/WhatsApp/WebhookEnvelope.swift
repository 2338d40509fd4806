import Kernel

/// One thing the business is told; one or more of them make a webhook.
struct WebhookUpdate: Sendable {
    /// Which list of the `value` it stands in.
    enum List: String, Sendable {
        case messages, statuses, user_id_update, user_preferences, message_echoes
        /// Lists of Messenger and Instagram.
        case messaging, standby, changes
        /// News of the business account, which are the whole `value` themselves.
        case message_template_status_update

        /// Whether the item is the whole `value`.
        var isWhole: Bool { self == .message_template_status_update }

        /// The webhook field the list belongs to.
        var field: String {
            switch self {
            case .messages, .statuses: "messages"
            case .user_id_update, .user_preferences, .messaging, .standby, .changes, .message_template_status_update:
                rawValue
            case .message_echoes: "smb_message_echoes"
            }
        }
    }

    var account: PlatformAccount
    var list: List
    /// JSON of the item.
    var item: [UInt8]
    /// JSON of the person's entry in `contacts`, if there is one.
    var contact: [UInt8]?
    /// Whose act it is.
    var person: PersonID?
    var at: Timestamp
    var due: Timestamp
    var carriesCard = false
}

/// The body around the updates.
///
/// `{"object":"whatsapp_business_account","entry":[{"id":…,"changes":[{"field":"messages","value":{…}}]}]}`
/// - Source: WhatsApp "Webhooks", messages.
enum WebhookEnvelope {
    /// The exact bytes on the wire; neighbours of the same number and list share a change.
    static func body(of updates: [WebhookUpdate], businessAccountID: String) -> [UInt8] {
        var json = JSONWriter(capacity: 512)
        json.object { json in
            json.field("object", "whatsapp_business_account")
            json.arrayField("entry") { entries in
                entries.object { entry in
                    entry.field("id", businessAccountID)
                    entry.arrayField("changes") { changes in
                        for run in runs(of: updates) { change(run, into: &changes) }
                    }
                }
            }
        }
        return WireEscaping.escape(json.bytes)
    }

    private static func runs(of updates: [WebhookUpdate]) -> [ArraySlice<WebhookUpdate>] {
        var runs: [ArraySlice<WebhookUpdate>] = []
        var start = 0
        for index in updates.indices {
            let next = index + 1
            if next < updates.count, updates[next].account == updates[start].account,
                updates[next].list == updates[start].list, !updates[start].list.isWhole
            {
                continue
            }
            runs.append(updates[start..<next])
            start = next
        }
        return runs
    }

    private static func change(_ run: ArraySlice<WebhookUpdate>, into changes: inout JSONWriter) {
        guard let first = run.first else { return }
        changes.object { change in
            change.field("field", first.list.field)
            if first.list.isWhole { return change.rawField("value", first.item) }
            change.objectField("value") { value in
                value.field("messaging_product", "whatsapp")
                value.objectField("metadata") { metadata in
                    metadata.field("display_phone_number", first.account.displayNumber)
                    metadata.field("phone_number_id", first.account.phoneNumberID)
                }
                contacts(of: run, into: &value)
                value.key(first.list.rawValue)
                value.array { items in
                    for update in run { items.raw(update.item) }
                }
            }
        }
    }

    private static func distinct(_ contacts: [[UInt8]]) -> [[UInt8]] {
        var seen: Set<[UInt8]> = []
        return contacts.filter { seen.insert($0).inserted }
    }

    private static func contacts(of run: ArraySlice<WebhookUpdate>, into value: inout JSONWriter) {
        let contacts = run.count == 1 ? run.compactMap(\.contact) : distinct(run.compactMap(\.contact))
        guard !contacts.isEmpty else { return }
        value.arrayField("contacts") { list in
            for contact in contacts { list.raw(contact) }
        }
    }
}
