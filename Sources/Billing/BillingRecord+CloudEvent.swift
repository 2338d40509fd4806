import Kernel

extension BillingRules {
    /// The record as a CloudEvents 1.0 event in structured JSON; the record's id is the event's, so a repeat is recognised.
    ///
    /// - Source: CloudEvents 1.0, JSON event format.
    package func cloudEvent(_ record: BillingRecord) -> [UInt8] {
        var writer = JSONWriter(capacity: 512)
        writer.object { event in
            event.field("specversion", "1.0")
            event.field("id", record.id)
            event.field("source", source)
            event.field("type", record.corrects == nil ? "shopkeeper.message.billed" : "shopkeeper.message.corrected")
            event.field("subject", "shop-\(record.shop)")
            event.field("time", record.at.iso8601)
            event.field("datacontenttype", "application/json")
            event.objectField("data") { data in
                data.field("message", record.message)
                data.field("account", record.account.rawValue)
                data.field("conversation", record.conversation.rawValue)
                data.field("order", record.order)
                data.field("market", record.market)
                data.field("category", record.category)
                data.field("type", record.type)
                data.field("rateVersion", record.rateVersion)
                data.field("note", record.note)
                data.field("corrects", record.corrects)
                if let charge = record.charge {
                    data.field("microUnits", charge.microUnits)
                    data.field("currency", record.currency)
                }
            }
        }
        return writer.bytes
    }
}
