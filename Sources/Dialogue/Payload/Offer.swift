package import Commerce

/// What a button or row stands for: it names the thing itself, never its place in a list.
package enum Offer: Sendable, Equatable {
    case menu
    /// The options of where the shopper stands, once more.
    case again
    case back
    case collections(page: Int)
    case shelf(Shelf)
    case product(ProductID)
    case choose(VariantChoice)
    case variant(SKU)
    /// So many pieces and no other number, so that a second tap changes nothing.
    case quantity(SKU, Int)
    case cart
    case lines(page: Int)
    case line(SKU)
    case emptyCart
    case checkOut
    case delivery(String)
    case otherAddress
    case otherDelivery
    case change
    /// Places the order of the summary that bears this fingerprint.
    /// Without a way of payment, the way used last, else the shop's first.
    case confirm(fingerprint: UInt32, way: PaymentWay? = nil)
    case leave
    case orders(page: Int)
    case order(OrderNumber)
    /// The page on which an order is paid: shown again, or made anew.
    case pay(OrderNumber)
    case payOnDelivery(OrderNumber)
    /// Cancels an order; asked once more unless the shopper is sure.
    case cancelOrder(OrderNumber, isSure: Bool)
    case amend(OrderNumber, Amendment.Wish)
    case sendBack(OrderNumber, Returning.Answer)
    case questions(page: Int)
    case question(String)
    case person
    /// Waits on for a person who has not answered yet.
    case keepWaiting
    case assistant
    /// Reminders off, or on again.
    case reminders(Bool)
    /// Tells when this can be bought again.
    case watch(SKU)
    /// The same for whatever variant of a product comes first.
    case watchAll(ProductID)
    /// News of parcels also outside the window.
    case acceptNews
    case shopFront
    /// What a post shows, by the look's id.
    case look(String)
    /// Every piece of a look into the cart, beginning with that place in it.
    case takeLook(String, from: Int)
}
