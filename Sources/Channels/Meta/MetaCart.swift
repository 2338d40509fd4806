import Kernel
import Messaging

/// A cart that was filled on the phone: `{"products":[{"id":…,"retailer_id":…,"unit_price":40.5,…}],"note":…}`.
///
/// Prices come in major units; their digits are kept as written.
/// - Source: Messenger Platform, "send_cart".
enum MetaCart {
    /// Nil if a row can't be read: half a cart would be a wrong one.
    static func content(of order: JSONValue) -> InboundEvent.Content? {
        guard let rows = order["products"], rows.isListOrOne else { return nil }
        var items: [SentCart.Item] = []
        for row in rows.oneOrMore {
            guard let item = item(row) else { return nil }
            items.append(item)
        }
        return .cart(SentCart(items: items, note: order["note"]?.filled))
    }

    /// A row without a quantity is one piece; one without the merchant's own number is named by the catalogue's.
    private static func item(_ row: JSONValue) -> SentCart.Item? {
        guard let sku = row["retailer_id"]?.filled ?? row["id"]?.filled else { return nil }
        var quantity: Int64 = 1
        if let written = row["quantity"], !written.isNull {
            guard let number = written.count, number > 0 else { return nil }
            quantity = number
        }
        return SentCart.Item(
            sku: sku,
            quantity: Int(clamping: quantity),
            price: row["unit_price"]?.decimalText,
            currency: row["currency"]?.filled
        )
    }
}
