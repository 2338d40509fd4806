package import Kernel

/// Orders that are paid in the chat: what the business may send, what people do, what can be looked up.
extension EmulatedPlatform {
    /// Turns down what can't stand in that chat.
    func checkOrder(
        _ order: PhoneOrder?,
        to person: PersonID,
        from account: PlatformAccount,
        at now: Timestamp
    ) throws(PlatformRefusal) {
        guard let order else { return }
        let path = "interactive.action.parameters"
        let known = state.orders[ChatOrderState.Key(account: account.phoneNumberID, reference: order.reference)]
        guard let request = order.request else {
            guard let known, known.person == person else {
                throw .invalid("\(path).reference_id", "the reference_id of an order_details message to this person")
            }
            guard known.canBecome(order.status) else {
                throw .invalid("\(path).order.status", "a state that may follow \(known.status)")
            }
            return
        }
        guard known == nil else {
            throw .invalid("\(path).reference_id", "one that no other order_details message has")
        }
        if let expiresAt = request.expiresAt, expiresAt.since(now) < .seconds(Self.shortestExpiry) {
            throw .invalid(
                "\(path).order.expiration.timestamp",
                "a moment \(Self.shortestExpiry) seconds ahead or more"
            )
        }
        for case .gateway(let provider, let name) in request.ways {
            guard configuration.paymentConfigurations.map({ $0[name] == provider }) ?? true else {
                throw .invalid(
                    "\(path).payment_settings",
                    "a \(provider) configuration of this account, not \"\(name)\""
                )
            }
        }
    }

    private static var shortestExpiry: Int64 { 300 }

    /// Whether people of that country can't be shown a request: the message is accepted and can't be delivered.
    func isOutsideMarket(_ order: PhoneOrder?, person: PersonID) -> Bool {
        guard let request = order?.request, let person = state.people[person] else { return false }
        let country =
            person.phone.flatMap { PhoneNumber($0)?.country } ?? person.userID.map { String($0.prefix { $0 != "." }) }
        return country.map { configuration.paymentMarkets[$0] != request.currency } ?? true
    }

    /// Somebody deals with an order on their phone; nil: the newest that waits there.
    ///
    /// A page is paid where it stands, so only the platform's own checkout can be played here.
    mutating func pay(
        _ deed: PageDeed,
        reference: String?,
        by person: Person,
        _ account: PlatformAccount,
        at now: Timestamp,
        due: Timestamp
    ) throws(ActRejection) {
        let (key, order) = try chatOrder(reference, of: person, account)
        guard let (provider, _) = order.request.gateway else {
            throw ActRejection("order \(key.reference) is paid on its page, not in the chat itself")
        }
        guard let word = try word(of: deed, on: order, key.reference, at: now) else { return }
        let fact = ChatPaymentFact(
            account: account.phoneNumberID,
            reference: key.reference,
            person: person.id,
            at: now,
            status: word.status,
            tryStatus: word.tryStatus,
            transaction: order.isUnderway ? order.tries.last?.transaction ?? "" : ids.payment(state.paymentWords),
            provider: provider,
            amount: word.amount ?? order.request.total,
            currency: word.currency ?? order.request.currency,
            reason: word.reason,
            saysSum: word.saysSum ? nil : false
        )
        tell(fact, of: order, account, at: now, due: due)
    }

    /// The business gives money back on its gateway's own pages; nil: all of it.
    package mutating func refundInChat(
        _ reference: String,
        amount: Int64? = nil,
        with account: String? = nil,
        at now: Timestamp,
        arriving delay: Span = .zero
    ) throws(ActRejection) {
        guard let account = account.map({ self.account($0) }) ?? configuration.accounts.first,
            let order = state.orders[ChatOrderState.Key(account: account.phoneNumberID, reference: reference)],
            var fact = order.tries.last(where: { $0.status == "captured" })
        else { throw ActRejection("nothing was paid in the chat for \(reference)") }
        let left = fact.amount - (fact.refunded ?? 0)
        let amount = amount ?? left
        guard amount > 0, amount <= left else { throw ActRejection("\(left) are left to give back, not \(amount)") }
        fact.refunded = (fact.refunded ?? 0) + amount
        fact.at = now
        tell(fact, of: order, account, at: now, due: now + delay)
    }

    /// The newest order that somebody was asked to pay, by its reference or the beginning of it up to a dash.
    package func chatOrderReference(of number: String, account: String? = nil) -> String? {
        let account = account ?? configuration.accounts.first?.phoneNumberID
        let own = state.orders.filter { key, _ in
            key.account == account && (key.reference == number || key.reference.hasPrefix("\(number)-"))
        }
        return own.max { $0.value.number < $1.value.number }?.key.reference
    }

    /// The person who was asked to pay an order; nil where it is paid elsewhere.
    package func payerInChat(_ reference: String, account: String? = nil) -> PersonID? {
        let account = account ?? configuration.accounts.first?.phoneNumberID ?? ""
        let order = state.orders[ChatOrderState.Key(account: account, reference: reference)]
        return order?.request.gateway == nil ? nil : order?.person
    }

    /// What an order in the chat asks for: hundredths and ISO 4217 code; nothing for an unknown one.
    package func askedInChat(_ reference: String, account: String) -> (total: Int64, currency: String) {
        let request = state.orders[ChatOrderState.Key(account: account, reference: reference)]?.request
        return (request?.total ?? 0, request?.currency ?? "")
    }

    /// Whether a try to pay an order is under way.
    package func isUnderwayInChat(_ reference: String, account: String) -> Bool {
        state.orders[ChatOrderState.Key(account: account, reference: reference)]?.isUnderway ?? false
    }

    /// `GET /{phone-number-id}/payments/{configuration}/{reference}`.
    func lookUp(
        _ configuration: Substring,
        _ reference: Substring,
        _ account: PlatformAccount
    ) throws(PlatformRefusal) -> PlatformAnswer {
        let key = ChatOrderState.Key(account: account.phoneNumberID, reference: String(reference))
        guard let order = state.orders[key], let gateway = order.request.gateway,
            gateway.configuration == String(configuration)
        else { throw PlatformRefusal(100, "There is no payment \(reference) under \(configuration).", subcode: 33) }
        return .json(200, PaymentPayload.lookup(String(reference), order))
    }

    private func chatOrder(
        _ reference: String?,
        of person: Person,
        _ account: PlatformAccount
    ) throws(ActRejection) -> (ChatOrderState.Key, ChatOrderState) {
        let own = state.orders.filter { key, order in
            key.account == account.phoneNumberID && order.person == person.id
                && (reference.map { $0 == key.reference } ?? true)
        }
        guard let newest = own.max(by: { $0.value.number < $1.value.number }) else {
            throw ActRejection("\(person.id) was not asked to pay \(reference ?? "anything") in this chat")
        }
        return (newest.key, newest.value)
    }

    private mutating func tell(
        _ fact: ChatPaymentFact,
        of order: ChatOrderState,
        _ account: PlatformAccount,
        at now: Timestamp,
        due: Timestamp
    ) {
        record(.paid(fact))
        guard faults.strike({ $0 == .dropStatus ? true : nil }) == nil else { return }
        let payload = PaymentPayload(fact: fact, total: order.request.total, currency: order.request.currency)
        hold(
            WebhookUpdate(
                account: account,
                list: .statuses,
                item: payload.item(of: order.messageID, person: state.people[order.person]),
                person: order.person,
                at: now,
                due: due
            )
        )
        packIfAlone()
    }

    /// What the gateway says of a deed; nil for one of which nobody hears.
    private func word(
        of deed: PageDeed,
        on order: ChatOrderState,
        _ reference: String,
        at now: Timestamp
    ) throws(ActRejection) -> GatewayWord? {
        guard !order.isPaid else { throw ActRejection("order \(reference) is paid already") }
        let isOver = order.request.expiresAt.map { $0 <= now } ?? false
        switch deed {
        case .settle, .bounce:
            guard order.isUnderway else { throw ActRejection("no payment of order \(reference) is under way") }
        case .payLate: break
        case .dispute: throw ActRejection("a bank that takes money back says so to the gateway, not in the chat")
        default:
            guard !isOver, order.status != "canceled" else {
                throw ActRejection("order \(reference) can't be paid any more")
            }
        }
        switch deed {
        case .pay, .payLate, .settle: return GatewayWord(status: "captured", tryStatus: "success")
        case .payUnsaid: return GatewayWord(status: "captured", tryStatus: "success", saysSum: false)
        case .payOther(let amount, let currency):
            return GatewayWord(
                status: "captured",
                tryStatus: "success",
                amount: amount,
                currency: currency?.uppercased()
            )
        case .fail(let code): return GatewayWord(status: "pending", tryStatus: "failed", reason: code)
        case .payDelayed: return GatewayWord(status: "pending", tryStatus: "pending")
        case .bounce: return GatewayWord(status: "failed", tryStatus: "failed", reason: "payment_timed_out")
        case .later, .dispute: return nil
        }
    }
}

/// What a gateway says of one try.
private struct GatewayWord {
    var status: String
    var tryStatus: String
    var amount: Int64?
    var currency: String?
    var reason: String?
    var saysSum = true
}

extension PhoneOrder.Request {
    /// The gateway of the platform's own checkout, if it is paid so.
    var gateway: (provider: String, configuration: String)? {
        for case .gateway(let provider, let configuration) in ways { return (provider, configuration) }
        return nil
    }
}
