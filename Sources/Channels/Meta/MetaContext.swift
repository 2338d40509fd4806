import Kernel
import Messaging

/// What the items of one entry share: the account, and a time for those without one.
struct MetaContext {
    var account: WebhookAccount
    let at: Timestamp
    var isStandby = false

    /// The context of an item.
    ///
    /// The envelope names the account. Where it doesn't, the item's own side does; and some bodies name the person there
    /// who tapped or followed a link, which only a person does.
    func concerning(_ item: MetaItem) -> MetaContext {
        var context = self
        if item.isSample { context.account.isTest = true }
        guard account.externalID.isEmpty || (item.isOnlyOfPersons && account.externalID == item.senderID) else {
            return context
        }
        let own = item.isEcho ? item.senderID : item.recipientID
        guard let own, own != account.externalID else { return context }
        context.account.externalID = own
        return context
    }

    /// An event about an item that has no id of its own.
    func event(
        _ content: InboundEvent.Content,
        of item: JSONValue,
        at timestamp: JSONValue? = nil,
        from sender: ShopperAddress = ShopperAddress()
    ) -> InboundEvent {
        event(content, id: MadeID.of(item, kind: content.kind), at: timestamp, from: sender)
    }

    /// An event with the platform's own id, or one that is put together from it.
    func event(
        _ content: InboundEvent.Content,
        id: String,
        at timestamp: JSONValue?,
        from sender: ShopperAddress
    ) -> InboundEvent {
        InboundEvent(
            externalID: id,
            at: timestamp?.moment ?? at,
            sender: sender,
            content: content,
            isStandby: isStandby,
            isTest: account.isTest
        )
    }

    /// The person of an item: who is at the other end than the account, whichever way it went.
    func shopper(of item: MetaItem) -> ShopperAddress {
        let isOurs = item.isEcho || (item.senderID != nil && item.senderID == account.externalID)
        return ShopperAddress(scopedID: isOurs ? item.recipientID ?? item.senderID : item.senderID)
    }
}
