import Kernel

/// Item of `statuses`: how far a message has come.
/// - Source: WhatsApp "Webhooks reference", statuses; from v24.0 `conversation` only inside a free entry window.
struct StatusPayload {
    let message: PlatformState.SentMessage
    let report: ReportFact
    /// Nil for an address nobody has.
    let person: Person?

    func item() -> [UInt8] {
        var json = JSONWriter(capacity: 384)
        json.object { item in
            item.field("id", report.messageID)
            item.field("status", report.status.rawValue)
            item.field("timestamp", String(report.at.wholeSeconds))
            writeRecipient(into: &item)
            item.field("biz_opaque_callback_data", message.fact.message.callbackData)
            if report.status == .failed { return writeError(into: &item) }
            if carriesPricing { writePricing(into: &item) }
        }
        return json.bytes
    }

    /// Entry of `contacts`; a failed status has none, a username only comes with `delivered` and `read`.
    func contact() -> [UInt8]? {
        guard report.status != .failed, let person else { return nil }
        return PersonPayload(person: person).contact(
            withUsername: report.status == .delivered || report.status == .read
        )
    }

    private func writeRecipient(into item: inout JSONWriter) {
        // Nobody's messages keep the digits they were addressed to.
        item.field("recipient_id", person == nil ? message.fact.message.person.rawValue : person?.phone)
        if report.status != .failed || !message.fact.isToPhone { item.field("recipient_user_id", person?.userID) }
    }

    private var carriesPricing: Bool {
        report.status == .sent || (!message.isDelivered && [.delivered, .read, .played].contains(report.status))
    }

    private func writePricing(into item: inout JSONWriter) {
        let pricing = message.fact.pricing
        if let conversation = pricing.conversation {
            item.objectField("conversation") { json in
                json.field("id", conversation.conversationID)
                json.field("expiration_timestamp", String(conversation.until.wholeSeconds))
                json.objectField("origin") { $0.field("type", "referral_conversion") }
            }
        }
        item.objectField("pricing") { json in
            json.field("billable", pricing.isBillable)
            json.field("pricing_model", "PMP")
            json.field("type", pricing.type)
            json.field("category", pricing.category)
        }
    }

    private func writeError(into item: inout JSONWriter) {
        let refusal = PlatformRefusal(report.code ?? 131_000, "")
        item.arrayField("errors") { errors in
            errors.object { error in
                error.field("code", refusal.code)
                error.field("title", refusal.title)
                error.field("message", refusal.title)
                error.objectField("error_data") { $0.field("details", "Message failed: \(refusal.title).") }
                error.field("href", "https://example.com/error-codes")
            }
        }
    }
}
