import Kernel
import Messaging

/// A cart that was filled on the phone: `{"catalog_id":…,"text":…,"product_items":[…]}`.
///
/// Prices are documented as whole numbers but come with decimals, in major units; their digits are kept as written.
enum WhatsAppCart {
    /// Nil if a row can't be read: half a cart would be a wrong one.
    static func content(of order: JSONValue) -> InboundEvent.Content? {
        guard let rows = order["product_items"], rows.isListOrOne else { return nil }
        var items: [SentCart.Item] = []
        for row in rows.oneOrMore {
            guard let item = item(row) else { return nil }
            items.append(item)
        }
        return .cart(SentCart(items: items, note: order["text"]?.filled))
    }

    /// A row without a quantity is one piece.
    private static func item(_ row: JSONValue) -> SentCart.Item? {
        guard let sku = row["product_retailer_id"]?.filled else { return nil }
        var quantity: Int64 = 1
        if let written = row["quantity"], !written.isNull {
            guard let number = written.count, number > 0 else { return nil }
            quantity = number
        }
        return SentCart.Item(
            sku: sku,
            quantity: Int(clamping: quantity),
            price: row["item_price"]?.decimalText,
            currency: row["currency"]?.filled
        )
    }
}
