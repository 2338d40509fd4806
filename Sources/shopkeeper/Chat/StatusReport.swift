import Commerce
import Kernel
import Messaging
import Platform
import Ports
import Terminal

/// What the gateway knows about one person's chat, as facts on a sheet.
struct StatusReport: Sendable {
    let lines: [SheetLine]

    /// A report of a conversation, nil before the first word, with what waits for the merchant and what is on its way.
    init(
        of record: TurnRecord?,
        tasks: [MerchantTask],
        underway: String,
        shop: Shop,
        catalogue: Catalogue,
        at now: Timestamp
    ) {
        var lines = [SheetLine("clock", "\(shop.zone.local(now))")]
        if let record {
            let conversation = record.conversation
            lines += [
                SheetLine("window", Self.window(of: conversation, at: now)),
                SheetLine("answers", Self.owner(of: conversation, zone: shop.zone)),
                SheetLine("cart", Self.cart(record.cart, catalogue, shop)),
                SheetLine("orders", Self.orders(record.orders, shop)),
            ]
            lines += tasks.map { SheetLine("for the shop", $0.words) }
        } else {
            lines.append(SheetLine("chat", "not begun; say hello"))
        }
        self.lines = lines + [SheetLine("on its way", underway)]
    }

    private static func window(of conversation: ConversationRecord, at now: Timestamp) -> String {
        guard let end = conversation.windowClosesAt else { return "never opened" }
        guard end > now else { return "closed" }
        let minutes = end.since(now).wholeSeconds / 60
        let free = conversation.freeEntryUntil.map { $0 > now } == true ? ", and free of charge" : ""
        return "open for \(minutes / 60) h \(minutes % 60) min\(free)"
    }

    private static func owner(of conversation: ConversationRecord, zone: Zone) -> String {
        switch conversation.owner {
        case .assistant: "the assistant"
        case .person: "a person of the shop" + (conversation.ownerUntil.map { ", until \(zone.local($0))" } ?? "")
        case .nobody: "nobody"
        }
    }

    private static func cart(_ cart: Cart, _ catalogue: Catalogue, _ shop: Shop) -> String {
        guard !cart.isEmpty else { return "empty" }
        let words = cart.lines.map { line in
            "\(line.quantity) × \(catalogue.product(of: line.sku)?.title ?? line.sku.text) (\(line.sku))"
        }
        let total = cart.total(in: shop.currency).map { " = \($0.formatted(.english))" } ?? ""
        return words.joined(separator: ", ") + total
    }

    private static func orders(_ orders: [Order], _ shop: Shop) -> String {
        guard !orders.isEmpty else { return "none" }
        return orders.map { "\($0.number) \($0.state.rawValue), \($0.total.formatted(.english))" }.joined(
            separator: "\n"
        )
    }
}
