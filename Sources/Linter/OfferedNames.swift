import Commerce
import Dialogue
import Messaging

/// The shop's own names of what can be tapped: by them a label that was shortened is known.
struct OfferedNames: Sendable {
    let shop: Shop
    let catalogue: Catalogue

    /// The name that an option's label is the beginning of; the label's own name where it stands in full.
    func full(of option: Choices.Option) -> ShopText? {
        let label = option.label.hasSuffix("…") ? String(option.label.dropLast()) : option.label
        let names = names(of: option)
        return names.first { $0.words == label } ?? names.first { $0.words.hasPrefix(label) && !label.isEmpty }
    }

    /// Whatever text of the shop an option stands for.
    func any(of option: Choices.Option) -> ShopText? { names(of: option).first }

    /// The longest name among a message's options.
    func longest(in message: OutboundMessage) -> ShopText? {
        message.options.flatMap { names(of: $0) }.max { $0.words.utf16.count < $1.words.utf16.count }
    }

    /// The product whose picture a message shows; nil for the shop's own picture.
    func pictured(in message: OutboundMessage) -> ShopText? {
        guard case .choices(let choices) = message.content, let picture = choices.picture else { return nil }
        let shown = catalogue.products.first { product in
            ([product.picture] + product.variants.map(\.picture)).compactMap(\.self).contains { picture.hasSuffix($0) }
        }
        return shown.map { ShopText(.productTitle, $0.title) }
    }

    private func names(of option: Choices.Option) -> [ShopText] {
        guard let offer = Offer(payload: option.payload) else { return [] }
        switch offer {
        case .product(let id), .watchAll(let id): return titles(catalogue[id])
        case .choose(let choice): return [choice.colour.map { ShopText(.colour, $0) }].compactMap(\.self)
        case .variant(let sku), .quantity(let sku, _), .line(let sku), .watch(let sku): return names(of: sku)
        case .amend(_, .line(let sku)), .amend(_, .swap(_, let sku)), .sendBack(_, .pieces(let sku?, _)),
            .sendBack(_, .size(let sku)):
            return names(of: sku)
        case .shelf(let shelf):
            guard case .collection(let id) = shelf.source, shelf.page == 0 else { return [] }
            return catalogue.collection(id).map { [ShopText(.collectionTitle, $0.title)] } ?? []
        case .delivery(let id): return shop.deliveryOption(id).map { [ShopText(.deliveryTitle, $0.title)] } ?? []
        case .question(let id):
            return shop.questions.first { $0.id == id }.map { [ShopText(.questionTitle, $0.title)] } ?? []
        case .confirm(_, let way?): return shop.paymentOption(way).map { [ShopText(.paymentTitle, $0.title)] } ?? []
        default: return []
        }
    }

    private func names(of sku: SKU) -> [ShopText] {
        guard let variant = catalogue[sku] else { return [] }
        let own = [variant.size.map { ShopText(.size, $0) }, variant.colour.map { ShopText(.colour, $0) }]
        return own.compactMap(\.self) + titles(catalogue[variant.product])
    }

    private func titles(_ product: Product?) -> [ShopText] {
        product.map { [ShopText(.productTitle, $0.title)] } ?? []
    }
}
