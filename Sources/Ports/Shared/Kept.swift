package import Billing
package import Commerce
package import Kernel
package import Messaging
package import Outbox

/// A conversation with what only the store knows of it.
package struct KeptConversation: Sendable, Equatable {
    package var record: ConversationRecord
    /// The older conversation of the same person into which this one went.
    package var mergedInto: ConversationID?
    /// What is remembered of a card number sent in pieces: `CardFragment` as JSON, empty for nothing.
    package var fragment: [UInt8] = []
    /// When anything was last said in it.
    package var lastAt: Timestamp

    package init(
        _ record: ConversationRecord,
        mergedInto: ConversationID? = nil,
        fragment: [UInt8] = [],
        lastAt: Timestamp
    ) {
        self.record = record
        self.mergedInto = mergedInto
        self.fragment = fragment
        self.lastAt = lastAt
    }

    package var id: ConversationID { record.id }
}

/// A person's columns.
package struct KeptShopper: Sendable, Equatable {
    package var id: ShopperID
    package var shop: ShopID
    package var cartVersion: Int64 = 0
    package var lastAddress: DeliveryAddress?
    package var lastDelivery: String?
    package var consents: [ConsentTopic: Consent] = [:]

    package init(
        id: ShopperID,
        shop: ShopID,
        cartVersion: Int64 = 0,
        lastAddress: DeliveryAddress? = nil,
        lastDelivery: String? = nil,
        consents: [ConsentTopic: Consent] = [:]
    ) {
        self.id = id
        self.shop = shop
        self.cartVersion = cartVersion
        self.lastAddress = lastAddress
        self.lastDelivery = lastDelivery
        self.consents = consents
    }
}

/// A conversation that waits for a SKU to be back.
package struct StockWatch: Sendable, Equatable {
    package let shop: ShopID
    package let sku: SKU
    package let conversation: ConversationID

    package init(shop: ShopID, sku: SKU, conversation: ConversationID) {
        self.shop = shop
        self.sku = sku
        self.conversation = conversation
    }
}

/// A SKU's stock row.
package struct KeptStock: Sendable, Equatable {
    package var onHand: Int
    package var held: Int = 0
    package var version: Int64 = 0
    /// What the last import listed; nil when no import named it.
    package var listed: Int?

    package init(onHand: Int, held: Int = 0, version: Int64 = 0, listed: Int? = nil) {
        self.onHand = onHand
        self.held = held
        self.version = version
        self.listed = listed
    }

    package var level: StockLevel { StockLevel(onHand: onHand, held: held, version: version) }
}

/// An event as it is filed in the inbox.
package struct FiledEvent: Sendable, Equatable {
    package var shop: Int64
    package var account: AccountID
    /// Nil where nobody in particular said it.
    package var conversation: ConversationID?
    package var receivedAt: Timestamp
    package var event: InboundEvent
    /// The turn that consumed it; 0 when it was set aside at once, nil while it waits.
    package var turn: Int64?
    /// Why no turn takes it: it was set aside, or quarantined when `turn` is nil.
    package var setAside: String?
    package var failures: Int = 0

    package init(
        shop: Int64,
        account: AccountID,
        conversation: ConversationID?,
        receivedAt: Timestamp,
        event: InboundEvent,
        turn: Int64? = nil,
        setAside: String? = nil,
        failures: Int = 0
    ) {
        self.shop = shop
        self.account = account
        self.conversation = conversation
        self.receivedAt = receivedAt
        self.event = event
        self.turn = turn
        self.setAside = setAside
        self.failures = failures
    }

    /// Whether a turn should take it.
    package var isWaiting: Bool { turn == nil && setAside == nil }
}

/// One bubble of ours in the message ledger.
package struct KeptMessage: Sendable, Equatable {
    package var id: MessageID
    package var conversation: ConversationID
    package var shop: Int64
    package var account: AccountID
    package var key: String
    package var at: Timestamp
    package var words: String
    package var order: String?
    package var estimate: Estimate
    package var externalID: String?
    package var progress = DeliveryProgress()
    package var pricing: StatusPricing?
    package var errors: [PlatformError] = []
    package var isRepeat = false
    package var trouble: String?

    package init(
        id: MessageID = MessageID(0),
        conversation: ConversationID,
        shop: Int64,
        account: AccountID,
        key: String,
        at: Timestamp,
        words: String,
        order: String? = nil,
        estimate: Estimate
    ) {
        self.id = id
        self.conversation = conversation
        self.shop = shop
        self.account = account
        self.key = key
        self.at = at
        self.words = words
        self.order = order
        self.estimate = estimate
    }

    /// What billing must know of it.
    package var billed: BilledMessage {
        BilledMessage(
            key: key,
            shop: shop,
            account: account,
            conversation: conversation,
            order: order,
            estimate: estimate,
            pricing: pricing
        )
    }

    /// As a line of a transcript.
    package var line: Transcript.Outbound {
        Transcript.Outbound(
            key: key,
            at: at,
            words: words,
            externalID: externalID,
            progress: progress,
            isRepeat: isRepeat,
            estimate: estimate,
            trouble: trouble
        )
    }
}

/// A timer that has run out.
package struct DueTimer: Sendable, Equatable {
    package let conversation: ConversationID
    package let kind: String
    package let at: Timestamp

    package init(conversation: ConversationID, kind: String, at: Timestamp) {
        self.conversation = conversation
        self.kind = kind
        self.at = at
    }
}
