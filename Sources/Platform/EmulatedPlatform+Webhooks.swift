package import Kernel

/// A delivery of a webhook to be made now.
package struct Webhook: Sendable, Hashable {
    /// To be named when it was answered.
    package var id: Int
    /// Path of the business's receiver.
    package var path: String
    /// Content type and signature.
    package var headers: [PlatformHeader]
    /// The exact bytes, the same at every delivery.
    package var body: [UInt8]
    /// Counts from 1.
    package var attempt: Int
    /// Whose act it reports, if one person's.
    package var person: PersonID?
}

/// Webhooks: made, delivered, delivered again.
extension EmulatedPlatform {
    /// The deliveries due at that moment, oldest first; each is under way until `webhookAnswered`.
    package mutating func dueWebhooks(at now: Timestamp) -> [Webhook] {
        advance(to: now)
        pack()
        guard !faults.isDown(at: now) else { return [] }
        let due = state.pending.values.filter { !$0.isUnderway && $0.due <= now }.sorted {
            ($0.due, $0.fact.id) < ($1.due, $1.fact.id)
        }
        return due.map { pending in
            state.pending[pending.fact.id]?.isUnderway = true
            return webhook(pending.fact, attempt: pending.attempts + 1)
        }
    }

    /// When something is due next: a webhook, or a status the platform reports by itself.
    package var nextDue: Timestamp? {
        let webhooks = state.pending.values.lazy.filter { !$0.isUnderway }.map(\.due).min()
        return [webhooks, state.scheduled.first?.at, held.lazy.map(\.due).min()].compactMap(\.self).min()
    }

    /// Webhooks not yet answered with 200.
    package var unansweredWebhooks: Int { state.pending.count + held.count }

    /// How a delivery was answered; 0 when nobody answered.
    ///
    /// Anything but 200 leads to another delivery of the same bytes: at once, then after 1, 2, 4 … s.
    package mutating func webhookAnswered(_ id: Int, status: Int, at now: Timestamp) {
        guard let pending = state.pending[id] else { return }
        let isOver = pending.fact.at + configuration.redeliveryEnds <= now
        record(
            .delivery(
                DeliveryFact(
                    webhook: id,
                    attempt: pending.attempts + 1,
                    status: status,
                    at: now,
                    isLast: status == 200 || isOver
                )
            )
        )
    }

    /// A webhook of the ledger as it is delivered for the nth time: to the account's receiver, with its signature.
    package func webhook(_ fact: WebhookFact, attempt: Int = 1) -> Webhook {
        let body = fact.body
        let account = account(fact.account)
        return Webhook(
            id: fact.id,
            path: account?.receiverPath ?? configuration.receiverPath,
            headers: [
                PlatformHeader("content-type", "application/json"),
                PlatformHeader("x-hub-signature-256", signature(of: body, from: account)),
            ],
            body: body,
            attempt: attempt,
            person: fact.person
        )
    }

    /// The GET call that proves the receiver knows the verify token; it has to answer 200 with the challenge, bare.
    package func verification(challenge: String, account: String? = nil) -> PlatformCall {
        let token = configuration.verifyToken
        let own = account.flatMap { self.account($0)?.receiverPath }
        return PlatformCall(
            method: "GET",
            target: (own ?? configuration.receiverPath)
                + "?hub.mode=subscribe&hub.challenge=\(challenge)&hub.verify_token=\(token)"
        )
    }

    /// Whether the receiver answered a verification as it must.
    package func isVerified(status: Int, body: [UInt8], challenge: String) -> Bool {
        status == 200 && body == Array(challenge.utf8)
    }

    /// The signature header's value for a body, as the app secret makes it.
    package func signature(of body: [UInt8]) -> String { "sha256=" + signingKey.hex(of: body) }

    private func signature(of body: [UInt8], from account: PlatformAccount?) -> String {
        account?.appSecret.map { "sha256=" + HMACSHA256.hex(key: $0, body: body) } ?? signature(of: body)
    }

    /// Keeps what the app shall be told; a Page or Instagram account has looked at its own subscription already.
    mutating func hold(_ update: WebhookUpdate) {
        let isHeard = hearsBusinessAccount && isChosen(update.list.field, on: .whatsApp)
        guard update.account.channel != .whatsApp || isHeard else { return }
        held.append(update)
    }

    /// With one update per webhook there is nothing to wait for.
    mutating func packIfAlone() {
        if configuration.updatesPerWebhook <= 1 { pack() }
    }

    /// Puts the held updates into webhooks, those with the same moment together.
    mutating func pack() {
        guard !held.isEmpty else { return }
        let updates = held
        held = []
        var start = 0
        while start < updates.count {
            let first = updates[start]
            let most = updates[start...].prefix(max(1, configuration.updatesPerWebhook)).prefix {
                $0.due == first.due && $0.account.channel == first.account.channel
            }
            makeWebhook(of: Array(most))
            start += most.count
        }
    }

    private func body(of updates: [WebhookUpdate], on channel: PlatformChannel) -> [UInt8] {
        channel == .whatsApp
            ? WebhookEnvelope.body(of: updates, businessAccountID: configuration.businessAccountID)
            : MetaEnvelope.body(of: updates, on: channel)
    }

    private mutating func makeWebhook(of updates: [WebhookUpdate]) {
        guard let first = updates.first else { return }
        let person = updates.allSatisfy { $0.person == first.person } ? first.person : nil
        record(
            .webhook(
                WebhookFact(
                    id: state.mintedWebhooks + 1,
                    account: first.account.phoneNumberID,
                    person: person,
                    at: first.at,
                    due: first.due,
                    body: body(of: updates, on: first.account.channel),
                    carriesCard: updates.contains(where: \.carriesCard)
                )
            )
        )
    }
}
