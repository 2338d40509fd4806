package import Commerce
package import Kernel
package import Messaging
package import Outbox

/// One inbox row.
package enum InboxRow {}

/// The number by which the store knows an inbox row; it grows in order of arrival.
package typealias InboxID = Identifier<InboxRow>

/// The items of one webhook body that concern one account, card digits already masked.
package struct Delivery: Sendable {
    package let account: ChannelAccount
    package let receivedAt: Timestamp
    /// What goes into the inbox, and what is only counted (`ignored`).
    package let events: [InboundEvent]
    package let statuses: [StatusUpdate]

    package init(
        account: ChannelAccount,
        receivedAt: Timestamp,
        events: [InboundEvent],
        statuses: [StatusUpdate]
    ) {
        self.account = account
        self.receivedAt = receivedAt
        self.events = events
        self.statuses = statuses
    }
}

/// What became of a delivery.
package struct Receipt: Sendable, Equatable {
    /// Items that were new.
    package var applied = 0
    /// Items that stood here already.
    package var duplicates = 0
    /// Statuses that found no message and wait for it.
    package var parked = 0
    /// Conversations that have something new to think about.
    package var conversations: [ConversationID] = []
    /// Entries for the relay: bills that the commit made, and bubbles that it let go.
    package var entries: [OutboxEntry] = []
    /// Entries whose message is known to have been sent, so that the next bubble may go and an unknown outcome is settled.
    package var sent: [OutboxID] = []

    package init() {}
}

/// What a partner told: a payment provider, a carrier or the brand's website.
package struct PartnerDelivery: Sendable {
    package let shop: ShopID
    package let receivedAt: Timestamp
    package let items: [PartnerNews]

    package init(shop: ShopID, receivedAt: Timestamp, items: [PartnerNews]) {
        self.shop = shop
        self.receivedAt = receivedAt
        self.items = items
    }
}

/// One item of a partner's, with the order that it concerns.
package struct PartnerNews: Sendable, Equatable {
    /// By what the order is found.
    package enum Subject: Sendable, Equatable {
        case order(OrderNumber)
        /// Names that the partner gave: a tracking number, a payment's ids.
        case named([String])
        case nothing
    }

    package let subject: Subject
    /// Bears the partner's own id and time; who is meant stands in the order.
    package let event: InboundEvent

    package init(_ subject: Subject, _ event: InboundEvent) {
        self.subject = subject
        self.event = event
    }
}

/// A signed body that is no JSON, or no envelope that we know.
package struct UnreadableBody: Sendable, Equatable {
    package let channel: ChannelKind
    package let app: String
    package let receivedAt: Timestamp
    package let reason: String
    /// Masked.
    package let bytes: [UInt8]

    package init(channel: ChannelKind, app: String, receivedAt: Timestamp, reason: String, bytes: [UInt8]) {
        self.channel = channel
        self.app = app
        self.receivedAt = receivedAt
        self.reason = reason
        self.bytes = bytes
    }
}

/// An inbox row as a turn reads it.
package struct InboxItem: Sendable, Equatable {
    package let id: InboxID
    package let event: InboundEvent
    package let receivedAt: Timestamp
    /// How often a turn with it has failed.
    package let failures: Int

    package init(id: InboxID, event: InboundEvent, receivedAt: Timestamp, failures: Int = 0) {
        self.id = id
        self.event = event
        self.receivedAt = receivedAt
        self.failures = failures
    }

    /// The failed turn after which an item is set aside.
    package static var mostFailures: Int { 3 }

    /// Whether one more failure sets it aside.
    package var isAtLastTry: Bool { failures + 1 >= Self.mostFailures }
}
