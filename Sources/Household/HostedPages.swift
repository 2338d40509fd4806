import CResources
import Commerce
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
    func message(_ message: Message, of shop: Shop) -> String {
        page(message.heading, content: library.render(message, withTemplate: "message"), of: shop)
    }

    func receipt(of order: Order, in shop: Shop) -> String {
        let receipt = ReceiptWords(order, shop: shop)
        return page("Receipt \(order.number)", content: library.render(receipt, withTemplate: "receipt"), of: shop)
    }

    /// What a page says.
    struct Message: Sendable {
        let heading: String
        let words: String
        let next: String
    }

    private struct Layout {
        let title: String
        let shop: String
        let accent: String
        let onAccent: String
        let cover: String?
        let content: String
    }

    private func page(_ title: String, content: String?, of shop: Shop) -> String {
        let layout = Layout(
            title: title,
            shop: shop.name,
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
    let order: String
    let date: String
    let state: String
    let lines: [Line]
    let delivery: String
    let deliveryPrice: String
    let total: String
    let payment: String
    let refunds: [Refunded]
    let shop: String
    let address: String?

    struct Line {
        let quantity: Int
        let title: String
        let sku: String
        let sum: String
    }

    struct Refunded {
        let amount: String
        let state: String
    }

    init(_ order: Order, shop: Shop) {
        let language = shop.languages.first ?? .english
        self.order = order.number.text
        date = "\(shop.zone.local(order.placedAt))"
        state = Self.words(order.state)
        lines = order.lines.map { line in
            let sum = Money(
                minorUnits: line.price.minorUnits * Int64(line.quantity),
                currency: line.price.currency
            )
            return Line(
                quantity: line.quantity,
                title: line.title,
                sku: line.sku.text,
                sum: sum.formatted(language)
            )
        }
        delivery = order.delivery.title
        deliveryPrice = order.delivery.price.formatted(language)
        total = order.total.formatted(language)
        payment = Self.words(order.payment, language: language)
        refunds = order.payment.refunds.filter { $0.state != .failed }.map {
            Refunded(amount: $0.amount.formatted(language), state: $0.state == .succeeded ? "done" : "on its way")
        }
        self.shop = shop.name
        address = shop.address
    }

    private static func words(_ state: OrderState) -> String {
        switch state {
        case .awaitingPayment: "waiting for payment"
        case .placed: "placed"
        case .accepted: "accepted"
        case .shipped: "on its way"
        case .delivered: "delivered"
        case .lapsed: "not paid in time"
        case .cancelled: "cancelled"
        }
    }

    private static func words(_ payment: Payment, language: LanguageTag) -> String {
        switch payment.state {
        case .onDelivery: "Paid when the parcel arrives."
        case .paid: "Paid: \(payment.received?.formatted(language) ?? "in full")."
        case .requested, .open, .failed: "Not paid yet."
        case .settling: "The payment is on its way."
        case .lapsed: "Nothing was charged."
        case .disputed: "The shop is looking at the payment."
        }
    }
}
