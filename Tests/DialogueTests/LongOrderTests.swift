import Commerce
import Dialogue
import Kernel
import Messaging
import Testing

@Suite("Orders with many lines")
struct LongOrderTests {
    /// The first variants of the shop, fourteen or as many as are asked for.
    private static func skus(_ count: Int) -> [SKU] {
        Array(FixtureShop.catalogue.products.flatMap(\.variants).filter(\.isListed).map(\.sku).prefix(count))
    }

    /// Somebody who ordered so many different things and looks at the order.
    private static func chat(
        lines count: Int = 14,
        _ state: OrderState = .placed,
        isPickup: Bool = false
    ) -> Chat {
        var chat = Chat.selling()
        chat.say("hi")
        let lines = skus(count).map {
            Order.Line(sku: $0, title: "\($0)", quantity: 1, price: FixtureShop.catalogue[$0]?.listPrice ?? .zero(.brl))
        }
        let order = Order(
            number: OrderNumber("K7QX2M"),
            state: state,
            placedAt: chat.now,
            lines: lines,
            address: DeliveryAddress(lines: ["Rua A 12, São Paulo"]),
            delivery: chat.shop.deliveryOptions[isPickup ? 2 : 0],
            payment: Payment(way: .payOnDelivery),
            total: FixtureShop.money(100_000)
        )
        chat.orders = [order]
        return chat
    }

    /// Goes through all pages of a list and notes what its rows are about.
    private func walk(_ chat: inout Chat, _ of: (Offer) -> SKU?) -> [[SKU]] {
        var pages: [[SKU]] = []
        for page in 1...9 {
            guard let shown = chat.shown else { break }
            Limits.check(shown, "page \(page)")
            pages.append(shown.options.compactMap { Offer(payload: $0.payload).flatMap(of) })
            // Whatever the store keeps of the place leads to the same list.
            let kept = DialogueMachine(stored: chat.machine.stored, version: DialogueMachine.stateVersion)
            #expect(kept.place == chat.machine.place)
            guard shown.options.contains(where: { $0.label == "More" }) else { break }
            chat.tap("More")
        }
        return pages
    }

    private static func amended(_ offer: Offer) -> SKU? {
        if case .amend(_, .line(let sku)) = offer { sku } else { nil }
    }

    @Test("each of fourteen lines can be changed, a page at a time")
    func amends() {
        var chat = Self.chat()
        chat.tapPayload("1:G:K7QX2M")
        let pages = walk(&chat, Self.amended)
        #expect(pages.map(\.count) == [6, 6, 2])
        #expect(pages.flatMap(\.self) == Self.skus(14))
        #expect(chat.labels.suffix(4) == ["From the start", "Other address", "Cancel the order", "Keep it as it is"])
        let last = Self.skus(14)[13]
        chat.tapPayload("1:G:K7QX2M:l:\(last)")
        chat.tap("Remove")
        #expect(chat.order.lines.count == 13)
        chat.tapPayload("1:G:K7QX2M:v:1")
        chat.say("back")
        #expect(chat.machine.place == .amending(OrderNumber("K7QX2M"), .choosing(page: 0)))
        chat.say("back")
        #expect(chat.machine.place == .order(OrderNumber("K7QX2M")))
    }

    @Test("seven lines are one page with an address and eight without, more are several")
    func pages() {
        for (count, isPickup, sizes) in [(7, false, [7]), (8, false, [6, 2]), (8, true, [8]), (9, true, [7, 2])] {
            var chat = Self.chat(lines: count, isPickup: isPickup)
            chat.tapPayload("1:G:K7QX2M")
            #expect(walk(&chat, Self.amended).map(\.count) == sizes)
        }
    }

    @Test("each of fourteen lines can be sent back, a page at a time")
    func returns() {
        var chat = Self.chat(.delivered)
        chat.tapPayload("1:B:K7QX2M")
        let pages = walk(&chat) { if case .sendBack(_, .pieces(let sku?, _)) = $0 { sku } else { nil } }
        #expect(pages.map(\.count) == [7, 7])
        #expect(pages.flatMap(\.self) == Self.skus(14))
        #expect(chat.labels.suffix(2) == ["Everything", "Back to the order"])
        chat.tapPayload("1:B:K7QX2M:w:\(Self.skus(14)[13])")
        #expect(chat.machine.place != .order(OrderNumber("K7QX2M")))
    }

    @Test("a page that is no more shows the last one")
    func gone() {
        var chat = Self.chat()
        chat.tapPayload("1:G:K7QX2M:v:77")
        #expect(chat.shown?.options.compactMap { Offer(payload: $0.payload).flatMap(Self.amended) }.count == 2)
    }
}
