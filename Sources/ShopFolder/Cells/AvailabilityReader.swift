/// Whether goods can be had, in the words of product feeds.
enum Availability: Equatable {
    case inStock
    case outOfStock
    /// Announced or being checked: shown as sold out.
    case later
    /// Not to be shown any more.
    case gone

    /// In any case of letters, with blanks, `_` or `-`; nil for unknown words.
    /// - Source: Meta Commerce Platform, `availability`; Google Merchant Center, `availability`.
    init?(_ text: String) {
        switch String(text.lowercased().map { $0 == "_" || $0 == "-" ? " " : $0 }) {
        case "in stock", "instock", "available", "available for order", "backorder", "yes", "em estoque", "disponível",
            "en stock", "auf lager":
            self = .inStock
        case "out of stock", "outofstock", "sold out", "unavailable", "no", "esgotado", "agotado", "ausverkauft":
            self = .outOfStock
        case "preorder", "pre order", "pending":
            self = .later
        case "discontinued", "mark as sold":
            self = .gone
        default:
            return nil
        }
    }
}
