import Commerce
import Kernel
import Messaging

extension StoreWriter {
    package func receive(_ delivery: PartnerDelivery) throws -> Receipt {
        var receipt = Receipt()
        var tally = Tally()
        for item in delivery.items {
            guard let kept = try conversation(of: item.subject, in: delivery.shop) else {
                try keep(item, of: delivery, counting: &tally)
                continue
            }
            var event = item.event
            event.sender = kept.record.address
            if case .paymentReport(var report) = event.content, report.order.text.isEmpty,
                let order = try order(of: item.subject, in: delivery.shop)
            {
                report.order = order.order.number
                event.content = .paymentReport(report)
            }
            let isNew = try rows.add(FiledEvent(kept, receivedAt: delivery.receivedAt, event: event))
            tally.count(isNew ? .applied : .duplicate)
            if isNew { receipt.note([kept.id]) }
        }
        tally.write(to: rows, receipt: &receipt)
        return receipt
    }

    private func conversation(of subject: PartnerNews.Subject, in shop: ShopID) throws -> KeptConversation? {
        try order(of: subject, in: shop).flatMap { try survivor(of: $0.conversation) }
    }

    private func order(of subject: PartnerNews.Subject, in shop: ShopID) throws -> StoredOrder? {
        switch subject {
        case .order(let number): return try rows.order(number, in: shop)
        case .named(let names):
            for name in names { if let order = try rows.order(named: name, in: shop) { return order } }
            return nil
        case .nothing: return nil
        }
    }

    /// What concerns no order of the shop is set aside with its reason.
    private func keep(_ item: PartnerNews, of delivery: PartnerDelivery, counting tally: inout Tally) throws {
        let isNew = try rows.add(
            FiledEvent(
                shop: delivery.shop.rawValue,
                account: AccountID(0),
                conversation: nil,
                receivedAt: delivery.receivedAt,
                event: item.event,
                turn: 0,
                setAside: item.subject == .nothing ? "not about an order" : "unknown order"
            )
        )
        tally.count(isNew ? .ignored : .duplicate)
    }
}
