package import Billing
package import Commerce
package import Kernel
package import Messaging
package import Outbox

/// A conversation's columns.
package struct ConversationRecord: Sendable, Equatable {
    package var id: ConversationID
    package var shop: ShopID
    package var account: ChannelAccount
    package var shopper: ShopperID
    /// The ids to answer to: the newest that the channel gave, the phone exactly as it was given.
    package var address: ShopperAddress
    package var name: String?
    package var language: LanguageTag?
    /// Turns closed so far; never restarts.
    package var turn: Int64
    package var owner: ConversationOwner
    /// When a person's lease ends.
    package var ownerUntil: Timestamp?
    /// The end of the customer service window; nil when nobody ever wrote.
    package var windowClosesAt: Timestamp?
    /// An ad or Page button brought the shopper: the first answer until then opens the free entry window.
    package var freeEntryOfferedUntil: Timestamp?
    package var freeEntryUntil: Timestamp?
    /// Whether the last question asked for digits, so that a bare number is no half of a card number.
    package var expectsNumber: Bool
    /// Who of the shop looks after it; nil: nobody in particular.
    package var assignee: String?
    package var stateVersion: Int
    /// The dialogue's position as JSON, at most about 200 bytes; empty before the first turn.
    package var state: [UInt8]
    package var createdAt: Timestamp

    package init(
        id: ConversationID,
        shop: ShopID,
        account: ChannelAccount,
        shopper: ShopperID,
        address: ShopperAddress,
        name: String? = nil,
        language: LanguageTag? = nil,
        turn: Int64 = 0,
        owner: ConversationOwner = .assistant,
        ownerUntil: Timestamp? = nil,
        windowClosesAt: Timestamp? = nil,
        freeEntryOfferedUntil: Timestamp? = nil,
        freeEntryUntil: Timestamp? = nil,
        expectsNumber: Bool = false,
        assignee: String? = nil,
        stateVersion: Int = 0,
        state: [UInt8] = [],
        createdAt: Timestamp
    ) {
        self.id = id
        self.shop = shop
        self.account = account
        self.shopper = shopper
        self.address = address
        self.name = name
        self.language = language
        self.turn = turn
        self.owner = owner
        self.ownerUntil = ownerUntil
        self.windowClosesAt = windowClosesAt
        self.freeEntryOfferedUntil = freeEntryOfferedUntil
        self.freeEntryUntil = freeEntryUntil
        self.expectsNumber = expectsNumber
        self.assignee = assignee
        self.stateVersion = stateVersion
        self.state = state
        self.createdAt = createdAt
    }
}

/// All that a turn reads at its start, in one snapshot.
package struct TurnRecord: Sendable, Equatable {
    package var conversation: ConversationRecord
    /// What no turn has consumed yet, in platform-time order, ties by arrival; quarantined items left out.
    package var inbox: [InboxItem]
    package var cart: Cart
    /// The shopper's own, lapsed ones included.
    package var holds: [Hold]
    /// The shopper's ten newest orders, newest first, and whichever older ones the inbox is about.
    package var orders: [Order]
    /// Where the last parcel went, so that who bought before needs not say it again.
    package var lastAddress: DeliveryAddress?
    package var lastDelivery: String?
    /// What the shopper agreed to or refused.
    package var consents: [ConsentTopic: Consent]
    /// SKUs that this conversation waits for to be back.
    package var watched: [SKU]

    package init(
        conversation: ConversationRecord,
        inbox: [InboxItem],
        cart: Cart = Cart(),
        holds: [Hold] = [],
        orders: [Order] = [],
        lastAddress: DeliveryAddress? = nil,
        lastDelivery: String? = nil,
        consents: [ConsentTopic: Consent] = [:],
        watched: [SKU] = []
    ) {
        self.conversation = conversation
        self.inbox = inbox
        self.cart = cart
        self.holds = holds
        self.orders = orders
        self.lastAddress = lastAddress
        self.lastDelivery = lastDelivery
        self.consents = consents
        self.watched = watched
    }
}

/// What a turn decided: written whole or not at all.
package struct TurnOutcome: Sendable, Equatable {
    /// The columns as they shall stand, with `turn` still as it was read.
    package var conversation: ConversationRecord
    package var at: Timestamp
    package var consumed: [InboxID]
    /// New lines of the cart; nil leaves it.
    ///
    /// `cartVersion` must still be what was read.
    package var cart: [Cart.LineItem]?
    package var cartVersion: Int64
    /// The shopper's holds as they shall stand beside the orders placed; nil leaves what these do not use up.
    ///
    /// Stock must suffice, own holds given back first.
    package var holds: [Hold]?
    /// Orders placed: their pieces leave the stock, taken from the shopper's holds first; the rest must be available.
    package var orders: [Order]
    /// Orders as they shall stand, each with the version that was read; the stock moves with what they claim.
    package var changedOrders: [Order]
    package var lastAddress: DeliveryAddress?
    package var lastDelivery: String?
    /// Consents given or withdrawn in this turn.
    package var consents: [ConsentTopic: Consent]
    /// SKUs to wait for, as the list shall stand; nil leaves it.
    package var watched: [SKU]?
    package var timers: [TimerChange]
    package var messages: [MessageDraft]
    /// What is asked of the payment provider.
    package var payments: [PaymentDraft]
    package var tasks: [TaskDraft]
    /// Open tasks that are done with: somebody answered.
    package var settledTasks: [SettledTasks]

    package init(
        conversation: ConversationRecord,
        at: Timestamp,
        consumed: [InboxID],
        cart: [Cart.LineItem]? = nil,
        cartVersion: Int64,
        holds: [Hold]? = nil,
        orders: [Order] = [],
        changedOrders: [Order] = [],
        lastAddress: DeliveryAddress? = nil,
        lastDelivery: String? = nil,
        consents: [ConsentTopic: Consent] = [:],
        watched: [SKU]? = nil,
        timers: [TimerChange] = [],
        messages: [MessageDraft] = [],
        payments: [PaymentDraft] = [],
        tasks: [TaskDraft] = [],
        settledTasks: [SettledTasks] = []
    ) {
        self.conversation = conversation
        self.at = at
        self.consumed = consumed
        self.cart = cart
        self.cartVersion = cartVersion
        self.holds = holds
        self.orders = orders
        self.changedOrders = changedOrders
        self.lastAddress = lastAddress
        self.lastDelivery = lastDelivery
        self.consents = consents
        self.watched = watched
        self.timers = timers
        self.messages = messages
        self.payments = payments
        self.tasks = tasks
        self.settledTasks = settledTasks
    }
}

/// A timer of a conversation, set or taken back; one per kind.
package enum TimerChange: Sendable, Equatable {
    case set(kind: String, at: Timestamp)
    case cancel(kind: String)
}

/// One bubble on its way into the message ledger and the outbox; its index is its place in the turn.
package struct MessageDraft: Sendable, Equatable {
    /// What the shopper reads, options included, as plain text for transcripts.
    package var words: String
    /// The wire body, written for this recipient, the key inside.
    package var body: [UInt8]
    package var closedBody: [UInt8]?
    package var closedPlan: OutboxEntry.ClosedPlan
    package var isIndependent: Bool
    package var estimate: Estimate
    package var order: String?
    /// Whether it waits for the bubble before it.
    package var followsPrevious: Bool
    /// Not sent after this moment; nil: there is none.
    package var goodUntil: Timestamp?

    package init(
        words: String,
        body: [UInt8],
        closedBody: [UInt8]? = nil,
        closedPlan: OutboxEntry.ClosedPlan = .wait,
        isIndependent: Bool = false,
        estimate: Estimate,
        order: String? = nil,
        followsPrevious: Bool = false,
        goodUntil: Timestamp? = nil
    ) {
        self.words = words
        self.body = body
        self.closedBody = closedBody
        self.closedPlan = closedPlan
        self.isIndependent = isIndependent
        self.estimate = estimate
        self.order = order
        self.followsPrevious = followsPrevious
        self.goodUntil = goodUntil
    }

    /// The stored key of the bubble at a place of a turn; the same effect always has the same key.
    package static func key(_ conversation: ConversationID, turn: Int64, index: Int) -> String {
        "m:\(conversation.rawValue):\(turn):\(index)"
    }
}

/// A request to the payment provider on its way into the outbox.
package struct PaymentDraft: Sendable, Equatable {
    package var request: PaymentRequest
    /// Made once from order, purpose and number, such as `p:K7QX2M:link:1`; the provider knows the request by it.
    package var key: String

    package init(_ request: PaymentRequest, key: String) {
        self.request = request
        self.key = key
    }
}

/// How a turn ended.
package enum TurnClosing: Sendable, Equatable {
    case committed(ClosedTurn)
    case conflict(TurnConflict)
}

/// What a committed turn left to do.
package struct ClosedTurn: Sendable, Equatable {
    /// New entries, in order, for the relay.
    package var entries: [OutboxEntry]
    /// Stock rows that changed.
    package var stock: [SKU: StockLevel]
    /// Messages that waited for the shopper's next line and may go now.
    package var released: [OutboxEntry]

    package init(entries: [OutboxEntry], stock: [SKU: StockLevel], released: [OutboxEntry] = []) {
        self.entries = entries
        self.stock = stock
        self.released = released
    }
}

/// Which fact of a turn was no longer true; nothing was written.
package struct TurnConflict: Sendable, Equatable {
    /// What had changed.
    package enum Reason: String, Sendable {
        case turn, cart, stock, orderNumber, order
    }

    package var reason: Reason
    /// Fresh levels of the SKUs that fell short.
    package var stock: [SKU: StockLevel]

    package init(reason: Reason, stock: [SKU: StockLevel] = [:]) {
        self.reason = reason
        self.stock = stock
    }
}
