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
            let isNew = try rows.add(FiledEvent(kept, receivedAt: delivery.receivedAt, event: event))
            tally.count(isNew ? .applied : .duplicate)
            if isNew { receipt.note([kept.id]) }
        }
        tally.write(to: rows, receipt: &receipt)
        return receipt
    }

    private func conversation(of subject: PartnerItem.Subject, in shop: ShopID) throws -> KeptConversation? {
        let order =
            switch subject {
            case .order(let number): try rows.order(number, in: shop)
            case .tracking(let number): try rows.order(tracking: number, in: shop)
            case .nothing: nil as StoredOrder?
            }
        return try order.flatMap { try survivor(of: $0.conversation) }
    }

    /// What concerns no order of the shop is set aside with its reason.
    private func keep(_ item: PartnerItem, of delivery: PartnerDelivery, counting tally: inout Tally) throws {
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
