import Kernel

/// The provider's objects as JSON, compact.
///
/// ```json
/// {"id":"cs_test_…","object":"checkout.session","amount_subtotal":11980,"amount_total":11980,"client_reference_id":"ORD-1",
///  "created":1795300000,"currency":"brl","metadata":{"order":"ORD-1"},"payment_intent":null,"payment_status":"unpaid",
///  "status":"open","url":"https://…"}
/// ```
/// - Source: Stripe API, "Checkout Sessions", "PaymentIntents", "Charges", "Refunds", "Events".
struct PaymentObjects: Sendable {
    private let configuration: PaymentsConfiguration

    init(_ configuration: PaymentsConfiguration) { self.configuration = configuration }

    func session(_ page: PaymentSession) -> [UInt8] {
        var json = JSONWriter(capacity: 1_024)
        json.object { session in
            session.field("id", page.id)
            session.field("object", "checkout.session")
            session.field("amount_subtotal", page.paidTotal ?? page.subtotal)
            session.field("amount_total", page.paidTotal ?? page.total)
            session.optional("cancel_url", page.cancelURL)
            session.optional("client_reference_id", page.clientReference)
            session.field("created", page.createdAt.wholeSeconds)
            session.field("currency", page.paidCurrency ?? page.currency)
            session.optional("customer", nil)
            session.key("customer_details")
            if let email = page.email {
                session.object { $0.field("email", email) }
            } else {
                session.null()
            }
            session.optional("customer_email", page.email)
            session.field("expires_at", page.expiresAt.wholeSeconds)
            session.field("livemode", false)
            session.field("locale", page.locale)
            session.labels("metadata", page.metadata)
            session.field("mode", "payment")
            // The payment shows once the page is done, not while it is being tried.
            session.optional("payment_intent", page.status == .complete ? page.intent : nil)
            session.field("payment_status", page.paymentStatus.rawValue)
            session.field("status", page.status.rawValue)
            session.field("success_url", page.successURL)
            session.objectField("total_details") { details in
                details.field("amount_discount", 0)
                details.field("amount_shipping", page.shipping?.amount ?? 0)
                details.field("amount_tax", 0)
            }
            session.field("ui_mode", "hosted_page")
            session.optional("url", page.status == .open ? "\(configuration.pageBase)/\(page.id)" : nil)
        }
        return json.bytes
    }

    func lines(of page: PaymentSession) -> [UInt8] {
        var json = JSONWriter(capacity: 1_024)
        json.object { list in
            list.field("object", "list")
            list.arrayField("data") { data in
                for (number, line) in page.lines.enumerated() {
                    data.object { item in
                        item.field("id", "li_\(number + 1)_\(page.id.suffix(16))")
                        item.field("object", "item")
                        item.field("amount_subtotal", line.amount)
                        item.field("amount_total", line.amount)
                        item.field("currency", page.currency)
                        item.field("description", line.name)
                        item.field("quantity", line.quantity)
                    }
                }
            }
            list.field("has_more", false)
            list.field("url", "/v1/checkout/sessions/\(page.id)/line_items")
        }
        return json.bytes
    }

    func intent(_ intent: PaymentIntent) -> [UInt8] {
        var json = JSONWriter(capacity: 512)
        json.object { object in
            object.field("id", intent.id)
            object.field("object", "payment_intent")
            object.field("amount", intent.amount)
            object.field("amount_received", intent.isCharged ? intent.amount : 0)
            object.field("created", intent.createdAt.wholeSeconds)
            object.field("currency", intent.currency)
            object.key("last_payment_error")
            if let code = intent.declined {
                object.object { error in
                    error.field("code", code)
                    error.field("message", "The payment was turned down.")
                    error.field("type", "card_error")
                }
            } else {
                object.null()
            }
            object.optional("latest_charge", intent.charge)
            object.field("livemode", false)
            object.labels("metadata", intent.metadata)
            object.field("status", intent.status.rawValue)
        }
        return json.bytes
    }

    func charge(_ intent: PaymentIntent, refunded: Int64) -> [UInt8] {
        var json = JSONWriter(capacity: 512)
        json.object { charge in
            charge.field("id", intent.charge ?? "")
            charge.field("object", "charge")
            charge.field("amount", intent.amount)
            charge.field("amount_refunded", refunded)
            charge.field("created", (intent.chargedAt ?? intent.createdAt).wholeSeconds)
            charge.field("currency", intent.currency)
            charge.field("disputed", intent.isDisputed)
            charge.optional("failure_code", intent.declined)
            charge.field("livemode", false)
            // A charge repeats what the shop said of the payment.
            charge.labels("metadata", intent.metadata)
            charge.field("paid", intent.isCharged)
            charge.field("payment_intent", intent.id)
            charge.field("refunded", intent.isCharged && refunded == intent.amount)
            charge.field("status", intent.isCharged ? "succeeded" : "failed")
        }
        return json.bytes
    }

    func refund(_ refund: PaymentRefund) -> [UInt8] {
        var json = JSONWriter(capacity: 512)
        json.object { object in
            object.field("id", refund.id)
            object.field("object", "refund")
            object.field("amount", refund.amount)
            object.field("charge", refund.charge)
            object.field("created", refund.createdAt.wholeSeconds)
            object.field("currency", refund.currency)
            if refund.status == .failed { object.field("failure_reason", "unknown") }
            object.labels("metadata", refund.metadata)
            object.field("payment_intent", refund.intent)
            object.optional("reason", refund.reason)
            object.field("status", refund.status.rawValue)
        }
        return json.bytes
    }

    func dispute(of intent: PaymentIntent, _ id: String, amount: Int64, at moment: Timestamp) -> [UInt8] {
        var json = JSONWriter()
        json.object { dispute in
            dispute.field("id", id)
            dispute.field("object", "dispute")
            dispute.field("amount", amount)
            dispute.field("charge", intent.charge ?? "")
            dispute.field("created", moment.wholeSeconds)
            dispute.field("currency", intent.currency)
            dispute.field("livemode", false)
            dispute.labels("metadata", [])
            dispute.field("payment_intent", intent.id)
            dispute.field("reason", "general")
            dispute.field("status", "needs_response")
        }
        return json.bytes
    }

    func event(_ item: PaymentNews.Item, _ id: String, _ cause: PaymentCause, at moment: Timestamp) -> [UInt8] {
        var json = JSONWriter(capacity: 1_536)
        json.object { event in
            event.field("id", id)
            event.field("object", "event")
            event.field("api_version", configuration.apiVersion)
            event.field("created", moment.wholeSeconds)
            event.objectField("data") { data in
                data.rawField("object", item.object)
                if let change = item.change { data.objectField("previous_attributes") { change.write(to: &$0) } }
            }
            event.field("livemode", false)
            event.field("pending_webhooks", 1)
            event.objectField("request") { request in
                request.optional("id", cause.request)
                request.optional("idempotency_key", cause.key)
            }
            event.field("type", item.type)
        }
        return json.bytes
    }
}

extension PaymentNews.Change {
    fileprivate func write(to json: inout JSONWriter) {
        switch self {
        case .status(let before): json.field("status", before)
        case .charge(let refunded): json.field("amount_refunded", refunded)
        }
    }
}

extension JSONWriter {
    /// A text, or an explicit null.
    fileprivate mutating func optional(_ name: StaticString, _ text: String?) {
        key(name)
        if let text { string(text) } else { null() }
    }

    fileprivate mutating func labels(_ name: StaticString, _ labels: [PaymentLabel]) {
        objectField(name) { object in
            for label in labels {
                object.key(label.name)
                object.string(label.value)
            }
        }
    }
}
