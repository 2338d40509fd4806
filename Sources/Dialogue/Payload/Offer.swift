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
    case confirm(fingerprint: UInt32)
    case leave
    case orders(page: Int)
    case order(OrderNumber)
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
}
