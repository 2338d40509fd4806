import Commerce
import Kernel
import Messaging

extension StoreWriter {
    /// A channel's word on a payment in the chat under the address of its order's conversation, whomever it names or not.
    func addressed(_ event: InboundEvent, in account: ChannelAccount) throws -> InboundEvent {
        guard case .payment(let news) = event.content, account.isKnown, let number = news.order,
            let order = try rows.order(number, in: ShopID(account.shop)),
            let kept = try survivor(of: order.conversation), kept.record.account.id == account.id
        else { return event }
        var event = event
        event.sender = kept.record.address
        return event
    }
}
