package import Kernel

/// An account at a payment gateway that the merchant has connected to the WhatsApp number.
package struct PaymentGateway: Hashable, Codable, Sendable {
    package let provider: Provider
    /// The name under which the merchant connected it, such as `rzp-main`.
    package let configuration: String

    /// The gateways that WhatsApp itself speaks with.
    ///
    /// - Source: WhatsApp Business Platform, payments India, payment gateways, as of 2026-05-21.
    package enum Provider: String, Codable, Sendable, CaseIterable {
        case razorpay, payu, billdesk, zaakpay
    }

    package init(_ provider: Provider, configuration: String) {
        self.provider = provider
        self.configuration = configuration
    }
}

/// How an order is paid inside the chat.
package enum InChatMethod: Hashable, Codable, Sendable {
    /// The payment provider's page, opened from the order in the chat; the provider says what became of it.
    case link
    /// WhatsApp's own checkout through a gateway; WhatsApp says what became of it.
    case gateway(PaymentGateway)

    package var gateway: PaymentGateway? { if case .gateway(let gateway) = self { gateway } else { nil } }
}

/// Where, and since when, WhatsApp lets people pay an order in the chat.
package struct InChatMarkets: Hashable, Sendable {
    package let markets: [Market]

    package init(_ markets: [Market] = []) { self.markets = markets }

    /// The rules of one country between two days.
    package struct Market: Hashable, Sendable {
        /// ISO 3166 code; shop and shopper are both there.
        package let country: String
        package let currency: Currency
        package let from: Timestamp
        /// The first moment at which they no longer hold; nil while no end is known.
        package let until: Timestamp?
        package let takesLinks: Bool
        package let takesGateways: Bool
        /// Whether only goods of a linked catalogue can be paid so.
        package let needsCatalogue: Bool

        package init(
            country: String,
            currency: Currency,
            from: Timestamp,
            until: Timestamp? = nil,
            takesLinks: Bool,
            takesGateways: Bool,
            needsCatalogue: Bool = false
        ) {
            self.country = country
            self.currency = currency
            self.from = from
            self.until = until
            self.takesLinks = takesLinks
            self.takesGateways = takesGateways
            self.needsCatalogue = needsCatalogue
        }

        fileprivate func holds(at moment: Timestamp) -> Bool {
            from <= moment && until.map { moment < $0 } ?? true
        }
    }

    /// The rules for shoppers of a country at a moment; nil where WhatsApp takes no payments.
    package func market(_ country: String, at moment: Timestamp) -> Market? {
        markets.last { $0.country == country && $0.holds(at: moment) }
    }

    /// Whether a shop may hope to be paid in chats at all, at any time the rules speak of.
    package func knows(country: String?, currency: Currency) -> Bool {
        markets.contains { ($0.country == country || country == nil) && $0.currency == currency }
    }
}

extension Shop {
    /// How a shopper of that country pays in WhatsApp at that moment; nil where it can't be done.
    ///
    /// The shop wants it and sells in the market's country and currency. A connected gateway goes before a page of the
    /// payment provider; beside a gateway a page counts only where the shop takes payments by link as well.
    package func inChatMethod(for country: String?, at moment: Timestamp, hasCatalogue: Bool) -> InChatMethod? {
        guard paymentWays.contains(.inChat), let country, self.country.map({ $0 == country }) ?? true,
            let market = inChatMarkets.market(country, at: moment), market.currency == currency,
            hasCatalogue || !market.needsCatalogue
        else { return nil }
        let gateway = paymentOption(.inChat)?.gateway
        if let gateway, market.takesGateways { return .gateway(gateway) }
        let hasProvider = gateway == nil || paymentWays.contains(.hostedLink)
        return market.takesLinks && hasProvider ? .link : nil
    }
}
