import Kernel

/// How a payment in the chat stands, as webhooks and lookups say it.
/// - Source: WhatsApp "Payments India": payment status webhook, payment lookup; the nesting is not documented for sure.
struct PaymentPayload {
    let fact: ChatPaymentFact
    /// Of the order's request.
    let total: Int64
    let currency: String

    /// Item of `statuses`: the message is the one with which the payment was asked for.
    func item(of messageID: String, person: Person?) -> [UInt8] {
        var json = JSONWriter(capacity: 512)
        json.object { item in
            item.field("id", messageID)
            item.field("recipient_id", person?.phone)
            item.field("recipient_user_id", person?.userID)
            item.field("type", "payment")
            item.field("status", fact.status)
            item.field("timestamp", String(fact.at.wholeSeconds))
            item.objectField("payment") { payment in
                payment.field("reference_id", fact.reference)
                if saysSum { writeAmount(total, into: &payment) }
                payment.field("currency", currency)
                payment.objectField("transaction") { write(fact, into: &$0) }
            }
        }
        return json.bytes
    }

    /// Answer of a lookup.
    static func lookup(_ reference: String, _ order: ChatOrderState) -> [UInt8] {
        let status = order.isPaid ? "captured" : order.tries.last?.status ?? "pending"
        var json = JSONWriter(capacity: 512)
        json.object { json in
            json.arrayField("payments") { payments in
                payments.object { payment in
                    payment.field("reference_id", reference)
                    payment.field("status", status)
                    payment.field("currency", order.request.currency)
                    if order.tries.last?.saysSum ?? true {
                        payment.objectField("amount") {
                            $0.field("value", order.request.total)
                            $0.field("offset", Int64(100))
                        }
                    }
                    payment.arrayField("transactions") { tries in
                        for fact in order.tries {
                            let payload = PaymentPayload(
                                fact: fact,
                                total: order.request.total,
                                currency: order.request.currency
                            )
                            tries.object { payload.write(fact, into: &$0) }
                        }
                    }
                }
            }
        }
        return json.bytes
    }

    private var saysSum: Bool { fact.saysSum ?? true }

    private func write(_ fact: ChatPaymentFact, into transaction: inout JSONWriter) {
        transaction.field("id", fact.transaction)
        transaction.field("type", fact.provider)
        transaction.field("status", fact.tryStatus)
        transaction.field("created_timestamp", fact.at.wholeSeconds)
        transaction.field("updated_timestamp", fact.at.wholeSeconds)
        if saysSum { writeAmount(fact.amount, into: &transaction) }
        transaction.field("currency", fact.currency)
        transaction.objectField("method") { $0.field("type", "upi") }
        if let reason = fact.reason {
            transaction.objectField("error") { error in
                error.field("code", reason)
                error.field("reason", reason)
            }
        }
        guard let refunded = fact.refunded else { return }
        transaction.arrayField("refunds") { refunds in
            refunds.object { refund in
                refund.field("id", "rfnd_\(fact.transaction.dropFirst(6))")
                writeAmount(refunded, into: &refund)
                refund.field("status", "completed")
            }
        }
    }

    private func writeAmount(_ value: Int64, into object: inout JSONWriter) {
        object.objectField("amount") {
            $0.field("value", value)
            $0.field("offset", Int64(100))
        }
    }
}
