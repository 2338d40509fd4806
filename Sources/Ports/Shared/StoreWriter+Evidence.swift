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
            let status = StatusUpdate(
                of: event.externalID,
                standing: .reached(account.kind.rankOfSent),
                at: event.at
            )
            _ = try merge(status, into: message, news: &news)
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
        guard let home else { return try commentAnswer(saying: text, at: event.at, in: account) }
        return try rows.messages(of: home.id).first { message in
            guard message.externalID == nil, message.account == account.id, message.at <= event.at + .minutes(1),
                let entry = try rows.entry(key: message.key), entry.state == .sending || entry.state == .unknown
            else { return false }
            return entry.saysOnTheWire(text)
        }
    }

    /// The answer to a comment that is on its way: only its own answer will tell in whose conversation it stands.
    private func commentAnswer(saying text: String?, at moment: Timestamp, in account: ChannelAccount) throws
        -> KeptMessage?
    {
        let entry = try rows.entriesDue(at: moment + .minutes(1), limit: 500).first { entry in
            entry.needsNoWindow && entry.account == account.id
                && (entry.state == .sending || entry.state == .unknown) && entry.saysOnTheWire(text)
        }
        return try entry.flatMap { try rows.message(key: $0.key) }
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
