package import Kernel

/// How an order is paid; digits of a card never pass through the chat in any of them.
package enum PaymentWay: String, Codable, Sendable, CaseIterable {
    case payOnDelivery
    /// A page of a payment provider, opened by a link.
    case hostedLink
    /// The channel's own payment, where the market has it (`order_details` on WhatsApp).
    case inChat
    /// The brand's website takes the cart over and tells us how it ended.
    case website

    /// Whether the order counts only once the money, or the website's word, has come.
    package var isPrepaid: Bool { self != .payOnDelivery }
}

/// A way of payment in the shop's own words.
package struct PaymentOption: Hashable, Codable, Sendable {
    package let way: PaymentWay
    /// What shoppers tap, such as `Pay on delivery`.
    package let title: String
    /// Said when an order is confirmed; nil where the shop says nothing of it.
    package let line: String?
    /// The gateway of payments in the chat; nil where they go over the payment provider's page.
    package let gateway: PaymentGateway?

    package init(way: PaymentWay, title: String, line: String? = nil, gateway: PaymentGateway? = nil) {
        self.way = way
        self.title = title
        self.line = line
        self.gateway = gateway
    }
}

/// Where the money of one order stands: what was asked for, what came, what went back.
package struct Payment: Hashable, Codable, Sendable {
    package var way: PaymentWay
    package var state: State
    /// Which link of this order it is, from 1; part of the key under which the provider knows the request.
    package var attempt: Int
    /// The hosted page; nil until the provider gave it.
    package var link: String?
    /// The provider's id of the page, such as `cs_…`.
    package var reference: String?
    /// The provider's id of the newest money, such as `pi_…`.
    package var transaction: String?
    /// When the link and what is held for it lapse.
    package var lapsesAt: Timestamp?
    /// All that came, in the currency of the newest order's money.
    package var received: Money?
    package var receivedAt: Timestamp?
    package var refunds: [Refund]
    /// Each sum that came, in order; nil until one did.
    package var takings: [Taking]?
    /// How the order stands in the chat it is paid in; nil where it was never asked for there.
    package var chat: ChatOrder?

    /// How far the money has come.
    package enum State: String, Codable, Sendable, CaseIterable {
        /// Nothing is asked before the parcel arrives.
        case onDelivery
        /// A link was asked for and is not here yet.
        case requested
        /// The shopper can pay.
        case open
        /// The shopper paid in a way that takes days.
        case settling
        case paid
        /// The last try failed; the link may still be open.
        case failed
        case lapsed
        /// Another amount or currency came than was asked: only the merchant can say what to do.
        case disputed
    }

    package init(
        way: PaymentWay,
        state: State? = nil,
        attempt: Int = 1,
        link: String? = nil,
        reference: String? = nil,
        transaction: String? = nil,
        lapsesAt: Timestamp? = nil,
        received: Money? = nil,
        receivedAt: Timestamp? = nil,
        refunds: [Refund] = []
    ) {
        self.way = way
        self.state = state ?? (way.isPrepaid ? .requested : .onDelivery)
        self.attempt = attempt
        self.link = link
        self.reference = reference
        self.transaction = transaction
        self.lapsesAt = lapsesAt
        self.received = received
        self.receivedAt = receivedAt
        self.refunds = refunds
    }

    /// Money that went back or is on its way back, in minor units of the payment's currency.
    package var refunded: Int64 {
        refunds.filter { $0.state != .failed && $0.amount.currency == received?.currency }
            .reduce(0) { $0 + $1.amount.minorUnits }
    }

    /// Whether only the merchant can give money back: it didn't come through a provider that we can ask.
    package var isGivenBackByHand: Bool { way == .website || chat?.method.gateway != nil }

    /// What may still be given back; nil where nothing was received.
    package var refundable: Money? {
        received.map { Money(minorUnits: max(0, $0.minorUnits - refunded), currency: $0.currency) }
    }
}

/// What is asked of a payment provider; it stands in the outbox and is sent under its entry's key.
package enum PaymentRequest: Hashable, Codable, Sendable {
    case openLink(PaymentLinkRequest)
    /// A page that must not be paid any more.
    case closeLink(order: OrderNumber, reference: String)
    case refund(order: OrderNumber, key: String, transaction: String, amount: Money)
    /// What became of a request in the chat, asked of the channel where its word may have been lost.
    case lookUp(order: OrderNumber, reference: String, configuration: String)

    package var order: OrderNumber {
        switch self {
        case .openLink(let link): link.order
        case .closeLink(let order, _), .refund(let order, _, _, _), .lookUp(let order, _, _): order
        }
    }
}

/// A hosted page for one order: what it shows and until when it can be paid.
package struct PaymentLinkRequest: Hashable, Codable, Sendable {
    package let order: OrderNumber
    package let attempt: Int
    package let lines: [Line]
    package let total: Money
    package let lapsesAt: Timestamp
    package let language: LanguageTag

    /// What the page lists; the last line may be the delivery.
    package struct Line: Hashable, Codable, Sendable {
        package let title: String
        package let sku: SKU?
        package let quantity: Int
        package let price: Money

        package init(title: String, sku: SKU?, quantity: Int, price: Money) {
            self.title = title
            self.sku = sku
            self.quantity = quantity
            self.price = price
        }
    }

    package init(
        order: OrderNumber,
        attempt: Int,
        lines: [Line],
        total: Money,
        lapsesAt: Timestamp,
        language: LanguageTag
    ) {
        self.order = order
        self.attempt = attempt
        self.lines = lines
        self.total = total
        self.lapsesAt = lapsesAt
        self.language = language
    }
}

/// What a provider, a channel's own payment or the brand's website said about an order's money.
package struct PaymentReport: Hashable, Codable, Sendable {
    package var order: OrderNumber
    /// The provider's id of the page, where the report is about one.
    package var reference: String?
    /// The provider's id of the money itself.
    package var transaction: String?
    package var news: News

    /// What happened to the money.
    package enum News: Hashable, Codable, Sendable {
        case linkOpened(url: String, lapsesAt: Timestamp?)
        /// The provider gave no link for that attempt, or for the only one; the words are for the merchant.
        case linkRefused(reason: String, attempt: Int? = nil)
        /// Paid in a way that takes days to settle.
        case settling
        case paid(Money)
        /// A try failed; the words are the provider's, for the merchant.
        case failed(reason: String?)
        case lapsed
        /// A refund of ours, named by its key, has come this far.
        case refund(key: String, Refund.State, reason: String?)
        /// All that was ever given back of this payment, whoever asked for it.
        case refundedInAll(Money)
        /// The shopper's bank took the money back; nothing more is shipped until the merchant has looked.
        case chargedBack
    }

    package init(order: OrderNumber, reference: String? = nil, transaction: String? = nil, news: News) {
        self.order = order
        self.reference = reference
        self.transaction = transaction
        self.news = news
    }
}
