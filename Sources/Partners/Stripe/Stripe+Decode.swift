import Commerce
import Kernel

extension Stripe {
    /// What a webhook's body says of an order's money.
    ///
    /// `{"id":"evt_…","type":"checkout.session.completed","created":1795300000,"data":{"object":{…}}}`; the order's number
    /// stands in the object's metadata, on a page also as `client_reference_id`. The same money is seen twice, as the
    /// page's and as the payment intent's: both reports name the same transaction. Things of the account that are none of
    /// an order of ours are `other`.
    /// - Throws: Where the body is not as Stripe documents it; a payment is never dropped silently.
    package static func decode(_ body: [UInt8]) throws(UnreadablePartnerBody) -> PartnerWebhook {
        let event = try PartnerObject(body: body)
        let id = try event.need("id", "the event's id")
        let at = try event.needMoment("created")
        let type = try event.need("type", "the event's type")
        let content = try content(of: type, in: event)
        return PartnerWebhook(items: [PartnerItem(eventID: id, at: at, content: content)])
    }

    private static func content(
        of type: String,
        in event: PartnerObject
    ) throws(UnreadablePartnerBody) -> PartnerItem.Content {
        guard let read = reader(of: type) else { return .other(type: type) }
        let thing = StripeThing(try event.needObject("data").needObject("object"))
        return try read(thing) ?? .other(type: type)
    }

    private typealias Reader = (StripeThing) throws(UnreadablePartnerBody) -> PartnerItem.Content?

    private static func reader(of type: String) -> Reader? {
        switch type {
        case "checkout.session.completed": completedPage
        case "checkout.session.async_payment_succeeded": paidPage
        case "checkout.session.async_payment_failed": { thing in thing.pageReport(.failed(reason: nil)) }
        case "checkout.session.expired": { thing in thing.pageReport(.lapsed) }
        case "payment_intent.succeeded": paidMoney
        case "payment_intent.payment_failed": { thing in thing.moneyReport(.failed(reason: thing.failure)) }
        case "charge.refunded": refundedCharge
        case "refund.created", "refund.updated", "refund.failed", "charge.refund.updated": refund
        case "charge.dispute.created": { thing in thing.chargeReport(.chargedBack) }
        default: nil
        }
    }

    private static func completedPage(_ page: StripeThing) throws(UnreadablePartnerBody) -> PartnerItem.Content? {
        guard page.order != nil else { return nil }
        switch page.object.text("payment_status") {
        case "paid", "no_payment_required": return try paidPage(page)
        case "unpaid": return page.pageReport(.settling)
        default:
            throw page.object.fault(at: "payment_status", expected: "paid, unpaid or no_payment_required")
        }
    }

    private static func paidPage(_ page: StripeThing) throws(UnreadablePartnerBody) -> PartnerItem.Content? {
        guard page.order != nil, let paid = try page.money("amount_total") else { return nil }
        return page.pageReport(.paid(paid))
    }

    private static func paidMoney(_ money: StripeThing) throws(UnreadablePartnerBody) -> PartnerItem.Content? {
        let key = money.object.value["amount_received"] == nil ? "amount" : "amount_received"
        guard money.order != nil, let paid = try money.money(key) else { return nil }
        return money.moneyReport(.paid(paid))
    }

    private static func refundedCharge(_ charge: StripeThing) throws(UnreadablePartnerBody) -> PartnerItem.Content? {
        try charge.money("amount_refunded").flatMap { charge.chargeReport(.refundedInAll($0)) }
    }

    /// A refund that bears no key of ours was made elsewhere; the charge tells of it.
    private static func refund(_ refund: StripeThing) throws(UnreadablePartnerBody) -> PartnerItem.Content? {
        guard let key = refund.object.object("metadata")?.text("key"), refund.order != nil else { return nil }
        guard let state = StripeRefund.state(refund.object.text("status")) else {
            throw refund.object.fault(at: "status", expected: StripeRefund.known)
        }
        return refund.chargeReport(.refund(key: key, state, reason: refund.object.text("failure_reason")))
    }
}
