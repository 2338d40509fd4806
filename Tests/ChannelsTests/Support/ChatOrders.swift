import Commerce
import Kernel
import Messaging

extension OrderDetails {
    /// Two lamps of 49.90 and their delivery, to be paid on a page in Brazil; changed as a test wants it.
    static func lamps(
        title: String = "Brass lamp",
        sku: String = "LAMP",
        in currency: Currency = .brl,
        _ change: (inout OrderDetails) -> Void = { _ in }
    ) -> OrderDetails {
        func money(_ units: Int64) -> Money { Money(minorUnits: units, currency: currency) }
        var details = OrderDetails(
            text: "Pay 114.80",
            label: "Pay now",
            reference: "K7QX2M-1",
            lines: [Line(sku: SKU(sku), title: title, quantity: 2, price: money(4_990))],
            delivery: money(1_500),
            discount: money(0),
            tax: money(0),
            total: money(11_480),
            lapsesAt: Timestamp(seconds: 1_795_252_500),
            lapseWords: "The time is over.",
            settings: [.link(url: "https://pay.example/p", country: "BR")]
        )
        change(&details)
        return details
    }
}

extension OrderNews {
    /// A parcel of an order that was paid in the chat.
    static func shipped(_ text: String) -> OrderNews {
        OrderNews(
            text: text,
            order: OrderNumber("K7QX2M"),
            update: ChatOrderUpdate(reference: "K7QX2M-1", stage: .shipped)
        )
    }
}
