package import Billing
package import Commerce
package import Kernel
package import Messaging

/// A catalogue to be swapped in whole: what is sold and what the file says is on hand.
package struct CatalogueImport: Sendable {
    package let shop: ShopID
    /// A digest of the files it was read from; the same one again changes nothing.
    package let fingerprint: String
    /// Listed pieces per SKU.
    ///
    /// A SKU's `on_hand` is set only when its listed number differs from the last import's,
    /// so that an edited price does not bring sold pieces back.
    package let listed: [SKU: Int]
    package let at: Timestamp
    /// Whether more than half of the known SKUs may vanish.
    package let allowsShrinking: Bool

    package init(
        shop: ShopID,
        fingerprint: String,
        listed: [SKU: Int],
        at: Timestamp,
        allowsShrinking: Bool = false
    ) {
        self.shop = shop
        self.fingerprint = fingerprint
        self.listed = listed
        self.at = at
        self.allowsShrinking = allowsShrinking
    }
}

/// What a shop is called by whoever runs the gateway.
package enum ShopName {
    /// The shop of a gateway that has only one.
    package static let main = "main"
}

/// Which catalogue a shop's stock follows.
package struct CatalogueMark: Sendable, Equatable {
    package let revision: Int64
    package let fingerprint: String

    package init(revision: Int64, fingerprint: String) {
        self.revision = revision
        self.fingerprint = fingerprint
    }
}

/// A command of the merchant's.
package enum OperatorAct: Sendable, Equatable {
    case setStock(ShopID, SKU, onHand: Int)
    /// Queued as an event of the order's conversation, so that the shopper hears of it in the same commit.
    case order(ShopID, OrderNumber, OrderCommand)
    /// A person takes the conversation until then; queued as an event of the conversation.
    case take(ConversationID, until: Timestamp)
    case release(ConversationID)
    /// A person's words; queued as an event of the conversation.
    case say(ConversationID, String, by: String?)
    case assign(ConversationID, to: String)
    /// Closes a task; a decision is queued as an event of its conversation.
    case settleTask(Int64, TaskDecision, words: String?)
}

/// What a command changed.
package struct OperatorResult: Sendable, Equatable {
    package var conversations: [ConversationID]
    package var stock: [SKU: StockLevel]

    package init(conversations: [ConversationID] = [], stock: [SKU: StockLevel] = [:]) {
        self.conversations = conversations
        self.stock = stock
    }
}

/// Something that only the merchant can decide or do.
package struct MerchantTask: Sendable, Equatable {
    package var id: Int64
    package var conversation: ConversationID
    package var at: Timestamp
    package var kind: TaskKind
    package var words: String
    package var order: OrderNumber?
    package var isOpen: Bool

    package init(
        id: Int64,
        conversation: ConversationID,
        at: Timestamp,
        kind: TaskKind = .note,
        words: String,
        order: OrderNumber? = nil,
        isOpen: Bool
    ) {
        self.id = id
        self.conversation = conversation
        self.at = at
        self.kind = kind
        self.words = words
        self.order = order
        self.isOpen = isOpen
    }
}

/// A line of the list of conversations.
package struct ConversationSummary: Sendable, Equatable {
    package var conversation: ConversationRecord
    package var lastAt: Timestamp
    package var items: Int
    package var messages: Int

    package init(conversation: ConversationRecord, lastAt: Timestamp, items: Int, messages: Int) {
        self.conversation = conversation
        self.lastAt = lastAt
        self.items = items
        self.messages = messages
    }
}

/// What was said in a conversation, both sides, in the order of time.
package struct Transcript: Sendable, Equatable {
    package var conversation: ConversationRecord
    package var lines: [Line]

    /// One thing said.
    package enum Line: Sendable, Equatable {
        case inbound(InboxItem, turn: Int64?, quarantined: String?)
        case outbound(Outbound)
    }

    /// One bubble of ours with what became of it.
    package struct Outbound: Sendable, Equatable {
        package var key: String
        package var at: Timestamp
        package var words: String
        package var externalID: String?
        package var progress: DeliveryProgress
        package var isRepeat: Bool
        package var estimate: Estimate
        /// Why it was set aside or refused.
        package var trouble: String?

        package init(
            key: String,
            at: Timestamp,
            words: String,
            externalID: String? = nil,
            progress: DeliveryProgress,
            isRepeat: Bool = false,
            estimate: Estimate,
            trouble: String? = nil
        ) {
            self.key = key
            self.at = at
            self.words = words
            self.externalID = externalID
            self.progress = progress
            self.isRepeat = isRepeat
            self.estimate = estimate
            self.trouble = trouble
        }
    }

    package init(conversation: ConversationRecord, lines: [Line]) {
        self.conversation = conversation
        self.lines = lines
    }
}

/// An order with where it was placed.
package struct StoredOrder: Sendable, Equatable {
    package var order: Order
    package var shop: ShopID
    package var conversation: ConversationID
    package var shopper: ShopperID

    package init(order: Order, shop: ShopID, conversation: ConversationID, shopper: ShopperID) {
        self.order = order
        self.shop = shop
        self.conversation = conversation
        self.shopper = shopper
    }
}

/// What ran out at a moment.
package struct FiredTimers: Sendable, Equatable {
    /// Conversations that have a timer's event to think about, each once.
    package var conversations: [ConversationID] = []
    /// Levels of the SKUs whose lapsed holds were given back, and of those that somebody waited for.
    package var stock: [ShopID: [SKU: StockLevel]] = [:]

    package init() {}
}

/// Which billing records a report is about; nil means all.
package struct BillingFilter: Sendable, Equatable {
    package var shop: Int64?
    package var conversation: ConversationID?
    package var from: Timestamp?
    package var until: Timestamp?

    package init(
        shop: Int64? = nil,
        conversation: ConversationID? = nil,
        from: Timestamp? = nil,
        until: Timestamp? = nil
    ) {
        self.shop = shop
        self.conversation = conversation
        self.from = from
        self.until = until
    }
}
