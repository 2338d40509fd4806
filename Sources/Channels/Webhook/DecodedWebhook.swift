package import Messaging

/// What one webhook body held, sorted by the account that each item concerns.
package struct DecodedWebhook: Sendable, Equatable {
    package var batches: [DecodedBatch]

    package init(batches: [DecodedBatch] = []) {
        self.batches = batches
    }

    /// How many items the body had; each is exactly one event or one status.
    package var itemCount: Int {
        batches.reduce(0) { $0 + $1.events.count + $1.statuses.count }
    }
}

/// The items of a body that concern one account, in the order in which they stood.
package struct DecodedBatch: Sendable, Equatable {
    package let channel: ChannelKind
    /// The number's `phone_number_id`; for a notice about the whole business account, that account's id.
    package let accountExternalID: String
    /// The number as people see it; empty where the body doesn't say.
    package var label: String
    package var events: [InboundEvent]
    package var statuses: [StatusUpdate]

    package init(
        channel: ChannelKind,
        accountExternalID: String,
        label: String,
        events: [InboundEvent] = [],
        statuses: [StatusUpdate] = []
    ) {
        self.channel = channel
        self.accountExternalID = accountExternalID
        self.label = label
        self.events = events
        self.statuses = statuses
    }
}
