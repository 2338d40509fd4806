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
    /// `from pay: paid order={o}`
    case payment(event: String, [Field<Words>])
    /// `from carrier: out_for_delivery tracking={t}`
    case carrier(event: String, [Field<Words>])
    /// `from shop: stock SKU=0`: new stock on hand by SKU.
    case stock([Field<Words>])
    /// `from shop: price SKU=209.00`: new prices by SKU.
    case price([Field<Words>])
    /// `from shop: ship order={o} tracking=…`
    case ship([Field<Words>])
    /// `from shop: release ana`: the person hands the conversation back.
    case release(shopper: String)

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
        case .payment(let event, let fields): .payment(event: event, try fields.changed(change))
        case .carrier(let event, let fields): .carrier(event: event, try fields.changed(change))
        case .stock(let fields): .stock(try fields.changed(change))
        case .price(let fields): .price(try fields.changed(change))
        case .ship(let fields): .ship(try fields.changed(change))
        case .release(let shopper): .release(shopper: shopper)
        }
    }

    /// The shopper it names, if it names one.
    package var shopper: String? {
        switch self {
        case .statuses(_, let shopper), .failed(_, let shopper), .optOut(let shopper), .newID(let shopper, _),
            .release(let shopper):
            shopper
        case .payment, .carrier, .stock, .price, .ship: nil
        }
    }
}

/// A delivery status that the platform reports.
package enum StatusWord: String, Sendable, CaseIterable {
    case sent, delivered, read, played
}
