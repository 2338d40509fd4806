import Billing
import Kernel
import Messaging
import Outbox

/// On Messenger and Instagram no statuses come: an accepted call, our own echo and receipts tell how far a message is.
extension StoreWriter {
    /// What an accepted call alone proves: on Messenger that the message was sent, on Instagram, which tells of no deliveries,
    /// that it arrived; false when that is nothing new.
    func proveByAnswer(_ message: KeptMessage, at now: Timestamp, news: inout StatusNews) throws -> Bool {
        // Only WhatsApp has markets, so there this costs no reading.
        guard message.estimate.market == "-", let id = message.externalID,
            let account = try rows.account(message.account), account.kind != .whatsapp
        else { return false }
        let status = StatusUpdate(of: id, standing: .reached(account.kind.rankOfSent), at: now)
        return try merge(status, into: message, news: &news)
    }

    /// Merges what an echo or a receipt says of messages of ours.
    func takeEvidence(
        _ event: InboundEvent,
        from home: KeptConversation?,
        in account: ChannelAccount,
        news: inout StatusNews
    ) throws {
        guard account.kind != .whatsapp, !event.isTest, event.ignored == nil else { return }
        switch event.content {
        case .echo(let text, _):
            guard let message = try ownMessage(echoedBy: event, saying: text, from: home, in: account) else { return }
            try recognise(event, in: account, by: message, saying: text, news: &news)
            let status = StatusUpdate(
                of: event.externalID,
                standing: .reached(account.kind.rankOfSent),
                at: event.at
            )
            _ = try merge(status, into: message, news: &news)
            try rematch(event.externalID, account: account.id, news: &news)
        case .receipt(let receipt): try take(receipt, at: event.at, from: home, in: account, news: &news)
        default: break
        }
    }

    /// The message of ours that came back as an echo: by its key, else by the channel's id, else, where the channel hands no
    /// key back, by its words while nobody knows what became of it; nil: somebody else wrote it.
    func ownMessage(
        echoedBy event: InboundEvent,
        saying text: String?,
        from home: KeptConversation?,
        in account: ChannelAccount
    ) throws -> KeptMessage? {
        if let key = event.callbackKey, let message = try rows.message(key: key), message.account == account.id {
            return message
        }
        if let message = try rows.message(externalID: event.externalID, in: account.id) { return message }
        guard account.kind == .instagram else { return nil }
        let said = try home.map { try rows.messages(of: $0.id) } ?? []
        let message = try said.first { message in
            guard message.externalID == nil, message.account == account.id, message.at <= event.at + .minutes(1),
                let entry = try rows.entry(key: message.key), entry.isUnderWay
            else { return false }
            return entry.saysOnTheWire(text)
        }
        if let message { return message }
        let answer = try commentAnswers(saying: text, at: event.at, in: account).first
        return try answer.flatMap { try rows.message(key: $0.key) }
    }

    /// The answers to comments with these words that are on their way: nobody knows yet by what id their readers go here.
    private func commentAnswers(saying text: String?, at moment: Timestamp, in account: ChannelAccount) throws
        -> [OutboxEntry]
    {
        try rows.entriesDue(at: moment + .minutes(1), limit: 500).filter { entry in
            entry.needsNoWindow && entry.account == account.id && entry.isUnderWay && entry.saysOnTheWire(text)
        }
    }

    /// The echo of an answer to a comment names its reader, which the answer to our call may never do.
    ///
    /// An echo without our key tells of nobody while the same words are on their way to several.
    private func recognise(
        _ event: InboundEvent,
        in account: ChannelAccount,
        by message: KeptMessage,
        saying text: String?,
        news: inout StatusNews
    ) throws {
        guard let id = event.sender.scopedID, let entry = try rows.entry(key: message.key), entry.needsNoWindow,
            let writer = try survivor(of: message.conversation)
        else { return }
        let isNamed = event.callbackKey == message.key || message.externalID == event.externalID
        guard try isNamed || commentAnswers(saying: text, at: event.at, in: account).count == 1 else { return }
        try recognise(id, in: account.id, as: writer, news: &news)
    }

    /// Ids first, then the watermark: all that was accepted before it has come as far.
    private func take(
        _ receipt: ReadReceipt,
        at moment: Timestamp,
        from home: KeptConversation?,
        in account: ChannelAccount,
        news: inout StatusNews
    ) throws {
        let rank: DeliveryRank = receipt.isRead ? .read : .delivered
        var watermark = receipt.watermark
        for id in receipt.of {
            let status = StatusUpdate(of: id, standing: .reached(rank), at: moment)
            guard let message = try rows.message(externalID: id, in: account.id) else {
                _ = try rows.park(status, in: account.id, receivedAt: news.now)
                continue
            }
            _ = try merge(status, into: message, news: &news)
            // Instagram names the newest message that was read; the earlier ones are read too.
            if account.kind == .instagram { watermark = max(watermark ?? message.at, message.at) }
        }
        guard let watermark, let home else { return }
        for message in try rows.messages(of: home.id) where message.account == account.id && message.at <= watermark {
            guard let id = message.externalID, message.progress.hasReached(.accepted),
                !message.progress.hasReached(rank)
            else { continue }
            _ = try merge(
                StatusUpdate(of: id, standing: .reached(rank), at: moment),
                into: message,
                news: &news
            )
        }
    }
}

extension ChannelKind {
    /// How far a message is known to be once the platform has taken it.
    ///
    /// - Source: Instagram messaging, webhooks: there are receipts of reading, none of delivery.
    fileprivate var rankOfSent: DeliveryRank { self == .instagram ? .delivered : .sent }
}

extension OutboxEntry {
    /// Whether it left and nobody has told what became of it.
    fileprivate var isUnderWay: Bool { state == .sending || state == .unknown }

    /// Whether its body says exactly this text, or, for nil, something that is no text.
    fileprivate func saysOnTheWire(_ text: String?) -> Bool {
        guard let message = try? JSONDocument(body).root["message"] else { return false }
        return message["text"]?.string == text
    }
}

extension Receipt {
    /// Takes in what statuses set in motion.
    mutating func take(_ news: StatusNews) {
        entries += news.entries
        sent += news.sent
        note(news.conversations)
    }
}
