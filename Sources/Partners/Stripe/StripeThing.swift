import Commerce
import Kernel

/// The object of an event or an answer: a page, a payment intent, a charge, a refund or a dispute.
struct StripeThing {
    let object: PartnerObject

    init(_ object: PartnerObject) {
        self.object = object
    }

    /// The order that we wrote on it.
    var order: OrderNumber? {
        (object.object("metadata")?.text("order") ?? object.text("client_reference_id")).map { OrderNumber($0) }
    }

    /// What a page says of its order; nil if the order is none of ours.
    func pageReport(_ news: PaymentReport.News) -> PartnerItem.Content? {
        order.map {
            let transaction = object.id("payment_intent")
            return .payment(
                PaymentReport(order: $0, reference: object.text("id"), transaction: transaction, news: news)
            )
        }
    }

    /// What a payment intent says of its order; nil if the order is none of ours.
    func moneyReport(_ news: PaymentReport.News) -> PartnerItem.Content? {
        order.map { .payment(PaymentReport(order: $0, transaction: object.text("id"), news: news)) }
    }

    /// What a charge, a refund or a dispute says of the payment intent it belongs to.
    ///
    /// Disputes, and what was not asked for by a page of ours, don't name the order.
    func chargeReport(_ news: PaymentReport.News) -> PartnerItem.Content? {
        let ownID = object.text("object") == "charge" ? object.text("id") : nil
        guard let transaction = object.id("payment_intent") ?? object.id("charge") ?? ownID else { return nil }
        guard let order else { return .strayPayment(reference: nil, transaction: transaction, news) }
        return .payment(PaymentReport(order: order, transaction: transaction, news: news))
    }

    /// An amount with the object's currency; nil for a currency that is never charged.
    func money(_ key: String) throws(UnreadablePartnerBody) -> Money? {
        let code = try object.need("currency", "a currency such as brl")
        guard let units = object.value[key]?.int, units >= 0 else {
            throw object.fault(at: key, expected: "an amount in Stripe's units, a whole number")
        }
        guard let currency = Currency(code: code), StripeAmount.charges(in: currency) else { return nil }
        guard let money = StripeAmount.money(units: units, currency: currency) else {
            throw object.fault(at: key, expected: "an amount without fractions of \(currency)'s minor unit")
        }
        return money
    }

    /// Why the last try to pay failed, in Stripe's words for the merchant; nil where it says nothing.
    var failure: String? {
        guard let error = object.object("last_payment_error") else { return nil }
        let code = error.text("decline_code") ?? error.text("code")
        guard let message = error.text("message") else { return code }
        // Words of others may quote what a shopper typed.
        let masked = CardMask.mask(message).text
        return code.map { "\(masked) (\($0))" } ?? masked
    }
}

/// How far a refund has come, in Stripe's words.
enum StripeRefund {
    static let known = "pending, requires_action, succeeded, failed or canceled"

    static func state(_ status: String?) -> Refund.State? {
        switch status {
        case "pending", "requires_action": .pending
        case "succeeded": .succeeded
        case "failed", "canceled": .failed
        default: nil
        }
    }
}
