import Kernel
import Messaging

/// The account that an item concerns, as its envelope names it.
struct WebhookAccount {
    var externalID: String
    var label: String
    /// Whether the envelope is a sample of the platform's dashboard.
    var isTest = false
}

/// Where the items of a body go, in the order in which they stand in it.
protocol WebhookSink {
    mutating func take(_ event: InboundEvent, of account: WebhookAccount)
    /// `group` names the group that our message went to; on standby it was another app's message.
    mutating func take(_ status: StatusUpdate, group: String?, isStandby: Bool, of account: WebhookAccount)
    /// What an event that was taken before says of a template.
    mutating func note(_ verdict: DatedVerdict, of account: WebhookAccount)
}

extension WebhookSink {
    mutating func note(_ verdict: DatedVerdict, of account: WebhookAccount) {}
}

/// Gathers items by account.
struct BatchSink: WebhookSink {
    private(set) var batches: [DecodedBatch] = []
    private let channel: ChannelKind
    /// Positions in `batches`; kept only from the second account on.
    private var places: [String: Int] = [:]

    init(channel: ChannelKind) {
        self.channel = channel
    }

    mutating func take(_ event: InboundEvent, of account: WebhookAccount) {
        batches[place(of: account)].events.append(event)
    }

    mutating func take(_ status: StatusUpdate, group: String?, isStandby: Bool, of account: WebhookAccount) {
        batches[place(of: account)].statuses.append(status)
    }

    mutating func note(_ verdict: DatedVerdict, of account: WebhookAccount) {
        batches[place(of: account)].verdicts.append(verdict)
    }

    private mutating func place(of account: WebhookAccount) -> Int {
        if let last = batches.last, last.accountExternalID == account.externalID { return batches.count - 1 }
        if let known = places[account.externalID] { return known }
        if batches.count == 1 { places[batches[0].accountExternalID] = 0 }
        if let known = places[account.externalID] { return known }
        places[account.externalID] = batches.isEmpty ? nil : batches.count
        batches.append(
            DecodedBatch(channel: channel, accountExternalID: account.externalID, label: account.label)
        )
        return batches.count - 1
    }
}
