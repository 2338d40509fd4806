import CResources
import Commerce
import Dialogue
import Kernel
import Mustache

/// The pages that shoppers see in a browser, in the shop's colour and with its cover; all texts are escaped.
struct HostedPages: Sendable {
    private let library: MustacheLibrary

    /// Throws where a template that ships can't be read.
    init() throws {
        var templates: [String: MustacheTemplate] = [:]
        for name in ["layout", "message", "receipt"] {
            templates[name] = try MustacheTemplate(string: Self.text(of: name))
        }
        library = MustacheLibrary(templates: templates)
    }

    private static func text(of name: String) -> String {
        guard let file = cresources_named("pages/\(name).mustache") else { return "" }
        return String(
            decoding: UnsafeBufferPointer(start: file.pointee.bytes, count: file.pointee.count),
            as: UTF8.self
        )
    }

    /// A page of one sentence and what to do next.
    func message(_ message: Message, of shop: Shop, in tongue: Tongue) -> String {
        page(message.heading, content: library.render(message, withTemplate: "message"), of: shop, in: tongue)
    }

    func receipt(of order: Order, in shop: Shop, tongue: Tongue) -> String {
        let words = PageWords(tongue: tongue, home: shop.currency)
        let receipt = ReceiptWords(order, shop: shop, words: words)
        let content = library.render(receipt, withTemplate: "receipt")
        return page(words.title(of: order.number), content: content, of: shop, in: tongue)
    }

    /// What a page says.
    struct Message: Sendable {
        let heading: String
        let words: String
        let next: String
    }

    private struct Layout {
        let language: String
        let title: String
        let shop: String
        let accent: String
        let onAccent: String
        let cover: String?
        let content: String
    }

    private func page(_ title: String, content: String?, of shop: Shop, in tongue: Tongue) -> String {
        let layout = Layout(
            language: tongue.tag.description,
            title: title,
            shop: shop.spoken(in: tongue.tag).name,
            accent: shop.accentColour,
            onAccent: AccentColour(shop.accentColour).textColour,
            cover: shop.cover.map { $0.hasPrefix("http") ? $0 : "/pictures/\(shop.id)/\($0)" },
            content: content ?? ""
        )
        return library.render(layout, withTemplate: "layout") ?? ""
    }
}

/// What a receipt says of an order.
private struct ReceiptWords {
    let heading: String
    let totalWord: String
    let date: String
    let state: String
    let lines: [Line]
    let delivery: String
    let deliveryPrice: String
    let total: String
    let payment: String
    let refunds: [String]
    let shop: String
    let address: String?

    struct Line {
        let quantity: Int
        let title: String
        let sku: String
        let sum: String
    }

    init(_ order: Order, shop: Shop, words: PageWords) {
        let language = words.tongue.tag
        heading = words.receipt(order.number)
        totalWord = words.total
        date = words.date(shop.zone.local(order.placedAt))
        state = words.state(order.state)
        lines = order.lines.map { line in
            let sum = Money(
                minorUnits: line.price.minorUnits * Int64(line.quantity),
                currency: line.price.currency
            )
            return Line(
                quantity: line.quantity,
                title: line.title,
                sku: line.sku.text,
                sum: words.money(sum)
            )
        }
        delivery = order.delivery.title
        deliveryPrice = words.money(order.delivery.price)
        total = words.money(order.total)
        payment = words.payment(order.payment)
        refunds = order.payment.refunds.filter { $0.state != .failed }.map(words.refund)
        self.shop = shop.spoken(in: language).name
        address = shop.spoken(in: language).address
    }
}
