package import Kernel

/// How messages of the business come along.
extension EmulatedPlatform {
    /// Reports what is scheduled up to that moment.
    package mutating func advance(to now: Timestamp) {
        while let next = state.scheduled.first, next.at <= now {
            report(next.status, of: next.messageID, code: state.messages[next.messageID]?.fact.failsWith, at: next.at)
        }
    }

    /// Reports a status of a message now, whatever was reported before; the webhook is due `delay` later.
    ///
    /// With `failed`, `code` is the reason.
    package mutating func report(
        _ status: ReportedStatus,
        of messageID: String,
        code: Int? = nil,
        at now: Timestamp,
        arriving delay: Span = .zero
    ) {
        guard let message = state.messages[messageID], let account = account(message.fact.message.account) else {
            state.scheduled.removeAll { $0.messageID == messageID }
            return
        }
        let isLost = faults.strike { $0 == .dropStatus ? true : nil } ?? false
        let fact = ReportFact(messageID: messageID, status: status, at: now, code: code, isLost: isLost)
        let person = message.fact.isToNobody ? nil : state.people[message.fact.message.person]
        let payload = StatusPayload(message: message, report: fact, person: person)
        record(.reported(fact))
        guard !isLost else { return }
        guard account.channel == .whatsApp else {
            return tell(fact, of: message.fact.message, account, at: now, due: now + delay)
        }
        hold(
            WebhookUpdate(
                account: account,
                list: .statuses,
                item: payload.item(),
                contact: payload.contact(),
                at: now,
                due: now + delay
            )
        )
        packIfAlone()
    }
}
