package import Kernel
package import Messaging

/// The number by which the store knows an entry of the outbox.
package typealias OutboxID = Identifier<OutboxEntry>

/// One message of ours as the store keeps it.
package enum SentMessage {}

/// The number by which the store knows an outbound message.
package typealias MessageID = Identifier<SentMessage>

/// Something that must leave the house: committed with its cause, sent afterwards.
package struct OutboxEntry: Hashable, Codable, Sendable {
    /// To whom an entry goes.
    package enum Kind: String, Codable, Sendable, CaseIterable {
        case message, payment, billing
    }

    /// Where an entry stands.
    package enum State: String, Codable, Sendable, CaseIterable {
        /// Waits for the bubble before it (`after`), or for the shopper's next line.
        case waiting
        /// May go as soon as its gates allow and `dueAt` has come.
        case ready
        /// Marked before a message is sent, so that a crash leaves a trace.
        case sending
        /// Sent or not, nobody knows: waits for evidence until `dueAt`.
        case unknown
        case done
        /// Set aside for a person, with its reason.
        case dead
    }

    package var id: OutboxID
    package var kind: Kind
    package var shop: Int64
    package var account: AccountID?
    package var conversation: ConversationID?
    package var message: MessageID?
    /// Made once from kind and cause, stored, never recomputed: `m:conversation:turn:index`, `b:message:0`.
    package var key: String
    package var state: State
    /// When it may be tried next, or, of an unknown one, when waiting for evidence ends.
    package var dueAt: Timestamp
    package var attempts: Int
    /// Whether its outcome was once unknown and it was sent again.
    package var isRepeat: Bool
    /// The entry that must be `sent` first.
    package var after: OutboxID?
    /// Goes out even when the entry before it was refused.
    package var isIndependent: Bool
    /// What goes over the wire inside the window: the channel's own JSON, or a CloudEvent.
    package var body: [UInt8]
    /// What goes instead when the window has closed; nil: see `closedPlan`.
    package var closedBody: [UInt8]?
    /// What to do with it when the window has closed.
    package var closedPlan: ClosedPlan
    /// Not sent after this moment; nil: there is none.
    package var goodUntil: Timestamp?

    /// A plan for the closed window, as a column.
    package enum ClosedPlan: String, Codable, Sendable, CaseIterable {
        case template, humanAgentTag, wait, drop
    }

    package init(
        id: OutboxID = OutboxID(0),
        kind: Kind,
        shop: Int64,
        account: AccountID? = nil,
        conversation: ConversationID? = nil,
        message: MessageID? = nil,
        key: String,
        state: State = .ready,
        dueAt: Timestamp,
        attempts: Int = 0,
        isRepeat: Bool = false,
        after: OutboxID? = nil,
        isIndependent: Bool = false,
        body: [UInt8],
        closedBody: [UInt8]? = nil,
        closedPlan: ClosedPlan = .wait,
        goodUntil: Timestamp? = nil
    ) {
        self.id = id
        self.kind = kind
        self.shop = shop
        self.account = account
        self.conversation = conversation
        self.message = message
        self.key = key
        self.state = state
        self.dueAt = dueAt
        self.attempts = attempts
        self.isRepeat = isRepeat
        self.after = after
        self.isIndependent = isIndependent
        self.body = body
        self.closedBody = closedBody
        self.closedPlan = closedPlan
        self.goodUntil = goodUntil
    }

    /// Whether it says the same in and outside the window, as the answer to a comment does: its window is the comment's own.
    package var needsNoWindow: Bool { closedPlan == .humanAgentTag && closedBody == body }
}
