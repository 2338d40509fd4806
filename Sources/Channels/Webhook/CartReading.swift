import Kernel
import Messaging

/// How a channel names the parts of a cart that was filled on the phone.
///
/// Prices come in major units, as whole numbers or with decimals; their digits are kept as written.
struct CartReading {
    /// The list of rows.
    let rows: StaticString
    let note: StaticString
    /// Under which a row names what is wanted, the merchant's own number first.
    let names: [StaticString]
    let price: StaticString

    /// `{"catalog_id":…,"text":…,"product_items":[…]}`.
    static let whatsapp = CartReading(
        rows: "product_items",
        note: "text",
        names: ["product_retailer_id"],
        price: "item_price"
    )

    /// `{"products":[{"id":…,"retailer_id":…,"unit_price":40.5,…}],"note":…}`; the last name is the catalogue's own.
    ///
    /// - Source: Messenger Platform, "send_cart".
    static let meta = CartReading(rows: "products", note: "note", names: ["retailer_id", "id"], price: "unit_price")

    /// Nil if a row can't be read: half a cart would be a wrong one.
    func content(of order: JSONValue) -> InboundEvent.Content? {
        guard let rows = order[rows], rows.isListOrOne else { return nil }
        var items: [SentCart.Item] = []
        for row in rows.oneOrMore {
            guard let item = item(row) else { return nil }
            items.append(item)
        }
        return .cart(SentCart(items: items, note: order[note]?.filled))
    }

    /// A row without a quantity is one piece.
    private func item(_ row: JSONValue) -> SentCart.Item? {
        guard let sku = names.lazy.compactMap({ row[$0]?.filled }).first else { return nil }
        var quantity: Int64 = 1
        if let written = row["quantity"], !written.isNull {
            guard let number = written.count, number > 0 else { return nil }
            quantity = number
        }
        return SentCart.Item(
            sku: sku,
            quantity: Int(clamping: quantity),
            price: row[price]?.decimalText,
            currency: row["currency"]?.filled
        )
    }
}
