package import Kernel

/// Time and events.
extension EmulatedPayments {
    /// Does what happens by itself up to that moment: pages expire, refunds end.
    ///
    /// Every verb does it anyway.
    package mutating func advance(to now: Timestamp) {
        while let next = deadlines.first, next.at <= now {
            deadlines.removeFirst()
            switch next.event {
            case .expiry(let session): close(session, at: next.at, PaymentCause())
            case .refund(let id):
                guard let ending = refunds[id]?.ends else { continue }
                end(id, succeeds: ending.succeeds, at: next.at)
            }
        }
    }

    /// The deliveries due at that moment, oldest first; each is under way until `webhookAnswered`.
    ///
    /// The signature is made for each delivery anew, at its moment; the bytes stay the same.
    package mutating func dueWebhooks(at now: Timestamp) -> [Webhook] {
        advance(to: now)
        return queue.due(at: now).compactMap { entry in
            // A shop whose account was closed hears nothing any more.
            guard let account = account(entry.account) else {
                queue.answered(entry.id, status: 200, at: now)
                return nil
            }
            return Webhook(
                id: entry.id,
                path: account.receiverPath,
                headers: [
                    PlatformHeader("content-type", "application/json; charset=utf-8"),
                    PlatformHeader("stripe-signature", Self.signature(of: entry.body, account.webhookSecret, at: now)),
                    PlatformHeader("user-agent", "Stripe/1.0 (emulated)"),
                ],
                body: entry.body,
                attempt: entry.attempts + 1
            )
        }
    }

    /// How a delivery was answered; 0 when nobody answered.
    ///
    /// Anything but 2xx leads to another delivery of the same bytes: at once, then after 1, 2, 4 … s.
    package mutating func webhookAnswered(_ id: Int, status: Int, at now: Timestamp) {
        queue.cap = configuration.redeliveryCap
        queue.ends = configuration.redeliveryEnds
        queue.answered(id, status: status, at: now)
    }

    /// When something is due next: a webhook, the end of an open page or of a refund.
    package var nextDue: Timestamp? {
        let ahead = deadlines.first { deadline in
            switch deadline.event {
            case .expiry(let session): pages[session]?.status == .open
            case .refund(let id): refunds[id]?.ends != nil
            }
        }
        return [queue.nextDue, ahead?.at].compactMap(\.self).min()
    }

    /// Webhooks not yet answered.
    package var unansweredWebhooks: Int { queue.count }

    /// Delivers once more what the newest deed, call or deadline has led to, with the same bytes.
    package mutating func again(times: Int = 1, at now: Timestamp, arriving delay: Span = .zero) throws(ActRejection) {
        guard queue.again(times: times, at: now, arriving: delay) else { throw ActRejection("nothing was paid yet") }
    }

    /// `t=…,v1=…` as the provider signs a body at that moment.
    package static func signature(of body: [UInt8], _ secret: String, at now: Timestamp) -> String {
        let time = String(now.wholeSeconds)
        return "t=\(time),v1=" + HMACSHA256.hex(key: secret, body: Array(time.utf8) + Array(".".utf8) + body)
    }

    mutating func plan(_ deadline: Deadline) {
        let place = deadlines.firstIndex { $0.at > deadline.at } ?? deadlines.endIndex
        deadlines.insert(deadline, at: place)
    }

    /// Makes an event of each piece of news.
    mutating func publish(
        _ news: PaymentNews,
        for account: String,
        _ cause: PaymentCause,
        at moment: Timestamp,
        arriving delay: Span = .zero
    ) {
        var bodies: [[UInt8]] = []
        for item in news.items {
            bodies.append(IndentedJSON.indented(objects.event(item, mint("evt_"), cause, at: moment)))
        }
        queue.put(bodies, for: account, at: moment, arriving: delay)
    }
}

/// Which call has led to an event; none for what happened on a page or by itself.
struct PaymentCause: Sendable, Equatable {
    var request: String?
    var key: String?
}

/// What one cause has led to, in its order.
struct PaymentNews: Sendable {
    private(set) var items: [Item] = []

    struct Item: Sendable {
        var type: String
        /// The object as compact JSON.
        var object: [UInt8]
        var change: Change?
    }

    /// What the object said before.
    enum Change: Sendable {
        case status(String)
        case charge(refundedBefore: Int64)
    }

    mutating func add(_ type: String, _ object: [UInt8], changing change: Change? = nil) {
        items.append(Item(type: type, object: object, change: change))
    }
}
