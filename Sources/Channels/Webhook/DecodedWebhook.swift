package import Commerce
package import Kernel
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
    /// What the events say of templates, once more in a form that can be acted on.
    package var verdicts: [DatedVerdict]

    package init(
        channel: ChannelKind,
        accountExternalID: String,
        label: String,
        events: [InboundEvent] = [],
        statuses: [StatusUpdate] = [],
        verdicts: [DatedVerdict] = []
    ) {
        self.channel = channel
        self.accountExternalID = accountExternalID
        self.label = label
        self.events = events
        self.statuses = statuses
        self.verdicts = verdicts
    }
}

/// The platform's word on a template, and when it was said.
package struct DatedVerdict: Sendable, Equatable {
    package let verdict: TemplateVerdict
    package let at: Timestamp

    package init(_ verdict: TemplateVerdict, at: Timestamp) {
        self.verdict = verdict
        self.at = at
    }
}
