import Commerce
import Kernel
import Messaging

/// What must be unique, and by what rows are found.
struct AliasKey: Hashable {
    var account: AccountID
    var alias: AddressAlias
}

/// A conversation's timer of one kind.
struct TimerKey: Hashable {
    var conversation: ConversationID
    var kind: String
}

/// A SKU within its shop.
struct StockKey: Hashable {
    var shop: ShopID
    var sku: SKU
}

/// An order number within its shop.
struct OrderKey: Hashable {
    var shop: ShopID
    var number: OrderNumber
}

/// A SKU that a conversation waits for.
struct WatchKey: Hashable {
    var shop: ShopID
    var sku: SKU
    var conversation: ConversationID
}

/// A partner's name of an order within its shop.
struct OrderNameKey: Hashable {
    var shop: ShopID
    var name: String
}

/// A platform's id within its account.
struct ExternalKey: Hashable {
    var account: AccountID
    var externalID: String
}

/// What makes an inbox item the same item.
struct InboxKey: Hashable {
    var shop: Int64
    var account: AccountID
    var at: Timestamp
    var kind: String
    var externalID: String

    init(_ filed: FiledEvent) {
        shop = filed.shop
        account = filed.account
        at = filed.event.at
        kind = filed.event.kind
        externalID = filed.event.externalID
    }
}

/// An account's month.
struct QuotaKey: Hashable {
    var account: AccountID
    var month: String
}

/// A status that waits for its message.
struct ParkedStatus: Equatable {
    var status: StatusUpdate
    var receivedAt: Timestamp
}
