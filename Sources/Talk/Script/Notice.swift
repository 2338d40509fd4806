/// A webhook or command that comes from somebody other than a shopper.
package enum Notice<Words: Sendable & Equatable>: Sendable, Equatable {
    /// `from meta: sent delivered ana`: statuses of the newest message to that shopper, in this order.
    case statuses([StatusWord], shopper: String)
    /// `from meta: failed 131026 ana`: the newest message to that shopper failed with this code.
    case failed(code: Int, shopper: String)
    /// `from meta: optout ana`
    case optOut(shopper: String)
    /// `from meta: newid ana BR.2`: the shopper's scoped id changed.
    case newID(shopper: String, id: Words)
    /// `from meta: taken ana`, `from meta: handedback ana`: another app of the business has the conversation, or no longer.
    case handover(isTaken: Bool, shopper: String)
    /// `from pay: paid order={o}`: what happens on the provider's page, or to its money.
    case payment(PaymentWord, [Field<Words>])
    /// `from carrier: out_for_delivery tracking={t}`
    case carrier(event: String, [Field<Words>])
    /// `from site: paid order={o}`: what the brand's website says of a cart it took over.
    case website(WebsiteWord, [Field<Words>])
    /// `from shop: …`: a command of the merchant.
    case shop(ShopCommand<Words>)

    /// All words in it, in the order written.
    package var wordings: [Words] {
        var all: [Words] = []
        _ = map { words in
            all.append(words)
            return words
        }
        return all
    }

    /// The same notice in other words.
    package func map<Other, Failure>(_ change: (Words) throws(Failure) -> Other) throws(Failure) -> Notice<Other> {
        switch self {
        case .statuses(let statuses, let shopper): .statuses(statuses, shopper: shopper)
        case .failed(let code, let shopper): .failed(code: code, shopper: shopper)
        case .optOut(let shopper): .optOut(shopper: shopper)
        case .newID(let shopper, let id): .newID(shopper: shopper, id: try change(id))
        case .handover(let isTaken, let shopper): .handover(isTaken: isTaken, shopper: shopper)
        case .payment(let word, let fields): .payment(word, try fields.changed(change))
        case .carrier(let event, let fields): .carrier(event: event, try fields.changed(change))
        case .website(let word, let fields): .website(word, try fields.changed(change))
        case .shop(let command): .shop(try command.map(change))
        }
    }

    /// The shopper it names, if it names one.
    package var shopper: String? {
        switch self {
        case .statuses(_, let shopper), .failed(_, let shopper), .optOut(let shopper), .newID(let shopper, _),
            .handover(_, let shopper):
            shopper
        case .shop(let command): command.shopper
        case .payment, .carrier, .website: nil
        }
    }
}

/// A delivery status that the platform reports.
package enum StatusWord: String, Sendable, CaseIterable {
    case sent, delivered, read, played
}

/// What happens to an order's money at the payment provider.
package enum PaymentWord: String, Sendable, CaseIterable {
    /// Paid, also on a page that has expired; money under way arrives. With `amount=` or `currency=` other money comes.
    case paid
    /// A try is turned down, or money under way does not arrive.
    case failed
    /// The page is closed before its time.
    case lapsed
    /// Paid in a way that takes days.
    case settling
    /// Money goes back: a refund under way ends well, else one is made on the provider's own pages.
    case refunded
    /// A refund under way ends badly.
    case unrefunded
    /// The shopper's bank takes the money back.
    case chargedback
}

/// What the brand's website says of a cart.
package enum WebsiteWord: String, Sendable, CaseIterable {
    case paid, failed, abandoned
}
