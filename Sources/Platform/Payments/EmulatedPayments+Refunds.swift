package import Kernel

/// Money on its way back.
extension EmulatedPayments {
    /// `POST /v1/refunds`.
    mutating func refund(
        _ form: FormFields,
        _ account: PaymentsAccount,
        _ cause: PaymentCause,
        at now: Timestamp
    ) throws(PaymentRefusal) -> [UInt8] {
        var form = form
        let intent = try intent(&form, account)
        let wish = try form.number("amount")
        let reason = try form.text("reason")
        if let reason, !Self.reasons.contains(reason) {
            throw .invalid("reason", "one of " + Self.reasons.joined(separator: ", "))
        }
        let labels = try form.labels("metadata")
        try form.checkRest()
        let amount = try amount(wish, of: intent)
        let refund = makeRefund(of: intent, amount, reason, labels, cause, at: now, arriving: .zero)
        return objects.refund(refund)
    }

    private static let reasons = ["duplicate", "fraudulent", "requested_by_customer"]

    private func intent(_ form: inout FormFields, _ account: PaymentsAccount) throws(PaymentRefusal) -> PaymentIntent {
        let id = try form.text("payment_intent")
        let charge = try form.text("charge")
        guard id == nil || charge == nil else {
            throw PaymentRefusal(
                code: "parameters_exclusive",
                param: "charge",
                message: "You may only specify one of these parameters: payment_intent, charge."
            )
        }
        guard id != nil || charge != nil else { throw .missing("payment_intent") }
        let found = id.flatMap { intents[$0] } ?? intents.values.first { charge != nil && $0.charge == charge }
        guard let found, found.account == account.name else {
            throw charge.map { .nothing("charge", $0, param: "charge") }
                ?? .nothing("payment_intent", id ?? "", param: "payment_intent")
        }
        return found
    }

    private func amount(_ wish: Int64?, of intent: PaymentIntent) throws(PaymentRefusal) -> Int64 {
        guard intent.isCharged else {
            throw PaymentRefusal(
                param: "payment_intent",
                message: "This PaymentIntent (\(intent.id)) does not have a successful charge to refund.",
                isKept: true
            )
        }
        guard !intent.isDisputed else {
            throw PaymentRefusal(
                code: "charge_disputed",
                message: "Charge \(intent.charge ?? "") has been charged back; cannot issue a refund.",
                isKept: true
            )
        }
        if let wish, wish <= 0 { throw .integer("amount", "more than 0") }
        let rest = intent.amount - refunded(of: intent)
        guard rest > 0 else {
            throw PaymentRefusal(
                code: "charge_already_refunded",
                message: "Charge \(intent.charge ?? "") has already been refunded.",
                isKept: true
            )
        }
        if let wish, wish > rest {
            throw PaymentRefusal(
                param: "amount",
                message: "Refund amount (\(wish)) is greater than unrefunded amount on charge (\(rest))",
                isKept: true
            )
        }
        return wish ?? rest
    }

    /// What went back of a payment or is on its way.
    func refunded(of intent: PaymentIntent) -> Int64 {
        intent.refunds.lazy.compactMap { self.refunds[$0] }.filter(\.status.counts).reduce(0) { $0 + $1.amount }
    }

    /// Makes a refund of an amount that was checked.
    mutating func makeRefund(
        of intent: PaymentIntent,
        _ amount: Int64,
        _ reason: String?,
        _ labels: [PaymentLabel],
        _ cause: PaymentCause,
        at now: Timestamp,
        arriving delay: Span
    ) -> PaymentRefund {
        let ending = configuration.refunds.ending(from: now)
        let refund = PaymentRefund(
            id: mint("re_"),
            account: intent.account,
            intent: intent.id,
            charge: intent.charge ?? "",
            amount: amount,
            currency: intent.currency,
            reason: reason,
            metadata: labels,
            createdAt: now,
            status: configuration.refunds == .succeedAtOnce ? .succeeded : .pending,
            ends: ending
        )
        refunds[refund.id] = refund
        intents[intent.id]?.refunds.append(refund.id)
        if let ending { plan(Deadline(at: ending.at, event: .refund(refund.id))) }
        move(.refunded, amount, intent, refund: refund.id, at: now)
        var news = PaymentNews()
        news.add("refund.created", objects.refund(refund))
        news.add("charge.refunded", chargeObject(intent.id), changing: .charge(refundedBefore: refunded(of: intent)))
        publish(news, for: intent.account, cause, at: now, arriving: delay)
        return refund
    }

    /// Ends a refund that is pending.
    package mutating func finishRefund(
        _ id: String,
        succeeds: Bool,
        at now: Timestamp,
        arriving delay: Span = .zero
    ) throws(ActRejection) {
        advance(to: now)
        guard let refund = refunds[id] else { throw ActRejection("there is no refund \(id)") }
        guard refund.status == .pending else { throw ActRejection("the refund \(id) has \(refund.status.rawValue)") }
        end(id, succeeds: succeeds, at: now, arriving: delay)
    }

    mutating func end(_ id: String, succeeds: Bool, at moment: Timestamp, arriving delay: Span = .zero) {
        guard var refund = refunds[id], refund.status == .pending, let intent = intents[refund.intent] else { return }
        refund.status = succeeds ? .succeeded : .failed
        refund.ends = nil
        refunds[id] = refund
        var news = PaymentNews()
        news.add("refund.updated", objects.refund(refund), changing: .status("pending"))
        if !succeeds {
            move(.refundFailed, refund.amount, intent, refund: id, at: moment)
            news.add("refund.failed", objects.refund(refund))
        }
        news.add("charge.refund.updated", objects.refund(refund), changing: .status("pending"))
        publish(news, for: refund.account, PaymentCause(), at: moment, arriving: delay)
    }

    /// The shop gives money back on the provider's own pages, which no call of its program has asked for.
    package mutating func refundByHand(
        _ session: String,
        amount: Int64? = nil,
        at now: Timestamp,
        arriving delay: Span = .zero
    ) throws(ActRejection) {
        advance(to: now)
        guard let intent = pages[session]?.intent.flatMap({ intents[$0] }) else {
            throw ActRejection("nothing was paid on \(session)")
        }
        do {
            let amount = try self.amount(amount, of: intent)
            _ = makeRefund(of: intent, amount, nil, [], PaymentCause(), at: now, arriving: delay)
        } catch {
            throw ActRejection(error.message)
        }
    }

    func chargeObject(_ intentID: String) -> [UInt8] {
        guard let intent = intents[intentID] else { return Array("null".utf8) }
        return objects.charge(intent, refunded: refunded(of: intent))
    }
}

extension RefundHabit {
    fileprivate func ending(from now: Timestamp) -> PaymentRefund.Ending? {
        switch self {
        case .succeedAtOnce, .stayPending: nil
        case .succeed(let wait): PaymentRefund.Ending(at: now + wait, succeeds: true)
        case .fail(let wait): PaymentRefund.Ending(at: now + wait, succeeds: false)
        }
    }
}
