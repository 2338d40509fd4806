/// What the merchant tells the gateway in a script, as `from shop:` writes it.
package enum ShopCommand<Words: Sendable & Equatable>: Sendable, Equatable {
    /// `stock SKU=0`: new stock on hand by SKU.
    case stock([Field<Words>])
    /// `price SKU=209.00`: new prices by SKU.
    case price([Field<Words>])
    /// `ship order={o} tracking=… carrier=…`
    case order(OrderVerb, [Field<Words>])
    /// `return order={o} n=1 approve`
    case decideReturn(Verdict, [Field<Words>])
    /// `settle kind=paymentDiffers approve say="…"`: the oldest open task of that kind is decided.
    case settle(Verdict, [Field<Words>])
    /// `release ana`: the person hands the conversation back.
    case release(shopper: String)
    /// `take ana for=2h`: a person takes the conversation over.
    case take(shopper: String, [Field<Words>])
    /// `assign ana bea`: bea looks after the conversation.
    case assign(shopper: String, to: String)
    /// `say ana text="…" by=Bea`: a person's words, written at the merchant's seat.
    case say(shopper: String, [Field<Words>])

    /// The same command in other words.
    package func map<Other, Failure>(
        _ change: (Words) throws(Failure) -> Other
    ) throws(Failure) -> ShopCommand<Other> {
        switch self {
        case .stock(let fields): .stock(try fields.changed(change))
        case .price(let fields): .price(try fields.changed(change))
        case .order(let verb, let fields): .order(verb, try fields.changed(change))
        case .decideReturn(let verdict, let fields): .decideReturn(verdict, try fields.changed(change))
        case .settle(let verdict, let fields): .settle(verdict, try fields.changed(change))
        case .release(let shopper): .release(shopper: shopper)
        case .take(let shopper, let fields): .take(shopper: shopper, try fields.changed(change))
        case .assign(let shopper, let name): .assign(shopper: shopper, to: name)
        case .say(let shopper, let fields): .say(shopper: shopper, try fields.changed(change))
        }
    }

    /// The shopper it names, if it names one.
    package var shopper: String? {
        switch self {
        case .release(let shopper), .take(let shopper, _), .assign(let shopper, _), .say(let shopper, _): shopper
        case .stock, .price, .order, .decideReturn, .settle: nil
        }
    }
}

/// What the merchant does with an order.
package enum OrderVerb: String, Sendable, CaseIterable {
    case accept, ship, deliver, cancel, refund
    /// The goods of a return are back in the shop.
    case receive
}

/// What the merchant decides.
package enum Verdict: String, Sendable, CaseIterable {
    case approve, refuse
    /// Seen and done; nothing follows.
    case done
}
