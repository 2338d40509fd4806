package import Kernel
package import Messaging
package import Outbox

/// An entry that is ours to send now, with what the gates must know.
package struct ClaimedEntry: Sendable, Equatable {
    package var entry: OutboxEntry
    package var account: ChannelAccount?
    /// The window of its conversation at this moment.
    package var windowClosesAt: Timestamp?
    /// How far the bubble before it has come; nil when there is none.
    package var previous: DeliveryProgress?
    /// Whether the bubble before it was refused or set aside.
    package var previousIsDead: Bool

    package init(
        entry: OutboxEntry,
        account: ChannelAccount?,
        windowClosesAt: Timestamp?,
        previous: DeliveryProgress? = nil,
        previousIsDead: Bool = false
    ) {
        self.entry = entry
        self.account = account
        self.windowClosesAt = windowClosesAt
        self.previous = previous
        self.previousIsDead = previousIsDead
    }
}

/// What became of one entry.
package struct Settlement: Sendable, Equatable {
    package var id: OutboxID
    package var at: Timestamp
    package var result: Result

    /// The outcome of one try, or of waiting.
    package enum Result: Sendable, Equatable {
        /// The receiver took it; a message's id with the channel, and the names by which it answered.
        case accepted(externalID: String?, phone: String?, scopedID: String? = nil)
        /// Done, and what the receiver answered is an event of the entry's conversation.
        case answered(InboundEvent)
        /// Not sent, or refused for now: try again then.
        case retry(at: Timestamp, reason: String)
        /// Nobody knows: wait for evidence until then.
        case unknown(until: Timestamp, reason: String)
        /// No evidence came: send it once more, marked.
        case again
        /// Put back unsent; it waits for the shopper's next line.
        case parked(reason: String)
        /// Set aside for a person, in words that a merchant understands.
        case dead(reason: String, errors: [PlatformError])
        /// Not needed any more.
        case dropped(reason: String)
    }

    package init(id: OutboxID, at: Timestamp, result: Result) {
        self.id = id
        self.at = at
        self.result = result
    }
}

/// What settling brought to light.
package struct SettleReport: Sendable, Equatable {
    /// Bills that came due, and bubbles that may go after the one that was settled.
    package var entries: [OutboxEntry] = []
    /// Entries whose message turned out to have been sent.
    package var sent: [OutboxID] = []
    /// Conversations that have an answer to think about.
    package var conversations: [ConversationID] = []

    package init() {}
}
