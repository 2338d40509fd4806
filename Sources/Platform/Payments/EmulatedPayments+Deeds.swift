package import Kernel

/// Deeds on the hosted page.
extension EmulatedPayments {
    /// Plays a deed; the events it leads to go out `delay` later.
    ///
    /// Throws when the page does not allow it, and then nothing has happened.
    package mutating func shopper(
        _ deed: PageDeed,
        on session: String,
        at now: Timestamp,
        arriving delay: Span = .zero
    ) throws(ActRejection) {
        advance(to: now)
        guard let page = pages[session] else { throw ActRejection("there is no page \(session)") }
        var news = PaymentNews()
        switch deed {
        case .later: return try Self.check(page, is: .open)
        case .pay, .payOther, .payDelayed: try Self.check(page, is: .open)
        case .payLate: try Self.check(page, isAnyOf: [.open, .expired])
        case .payUnsaid: throw ActRejection("a page always says how much was paid on it")
        case .fail: try Self.check(page, is: .open)
        case .settle, .bounce, .dispute: try Self.check(page, is: .complete)
        }
        switch deed {
        case .later, .payUnsaid: return
        case .pay, .payLate: pay(page, page.total, page.currency, at: now, &news)
        case .payOther(let amount, let currency):
            guard (1...PaymentCurrency.maximum).contains(amount),
                let currency = PaymentCurrency(code: currency ?? page.currency)
            else { throw ActRejection("there is no such money") }
            pay(page, amount, currency.code, at: now, &news)
        case .fail(let code): fail(page, code, at: now, &news)
        case .payDelayed: try payDelayed(page, at: now, &news)
        case .settle: try settle(page, at: now, &news)
        case .bounce: try bounce(page, at: now, &news)
        case .dispute: try dispute(page, at: now, &news)
        }
        publish(news, for: page.account, PaymentCause(), at: now, arriving: delay)
    }

    private static func check(_ page: PaymentSession, is status: PaymentSession.Status) throws(ActRejection) {
        try check(page, isAnyOf: [status])
    }

    private static func check(
        _ page: PaymentSession,
        isAnyOf allowed: Set<PaymentSession.Status>
    ) throws(ActRejection) {
        guard !allowed.contains(page.status) else { return }
        switch page.status {
        case .open: throw ActRejection("nothing was paid on \(page.id) yet")
        case .complete: throw ActRejection("the page \(page.id) is paid already")
        case .expired: throw ActRejection("the page \(page.id) has expired")
        }
    }

    /// The payment of a page, begun with its first try.
    private mutating func begin(_ page: PaymentSession, at now: Timestamp, _ news: inout PaymentNews) -> PaymentIntent {
        if let begun = page.intent.flatMap({ intents[$0] }), begun.status != .canceled { return begun }
        let intent = PaymentIntent(
            id: mint("pi_"),
            account: page.account,
            session: page.id,
            createdAt: now,
            amount: page.total,
            currency: page.currency,
            metadata: page.intentMetadata
        )
        intents[intent.id] = intent
        pages[page.id]?.intent = intent.id
        news.add("payment_intent.created", objects.intent(intent))
        return intent
    }

    private mutating func pay(
        _ page: PaymentSession,
        _ amount: Int64,
        _ currency: String,
        at now: Timestamp,
        _ news: inout PaymentNews
    ) {
        if amount == 0 {
            pages[page.id]?.status = .complete
            pages[page.id]?.paymentStatus = .notNeeded
            return tellSession("checkout.session.completed", page.id, &news)
        }
        var intent = begin(page, at: now, &news)
        intent.amount = amount
        intent.currency = currency
        charge(&intent, at: now, &news)
        pages[page.id]?.status = .complete
        pages[page.id]?.paymentStatus = .paid
        if amount != page.total || currency != page.currency {
            pages[page.id]?.paidTotal = amount
            pages[page.id]?.paidCurrency = currency
        }
        tellSession("checkout.session.completed", page.id, &news)
    }

    /// The money comes.
    private mutating func charge(_ intent: inout PaymentIntent, at now: Timestamp, _ news: inout PaymentNews) {
        intent.status = .succeeded
        intent.charge = mint("ch_")
        intent.isCharged = true
        intent.chargedAt = now
        intent.declined = nil
        intents[intent.id] = intent
        move(.paid, intent.amount, intent, refund: nil, at: now)
        news.add("charge.succeeded", objects.charge(intent, refunded: 0))
        news.add("payment_intent.succeeded", objects.intent(intent))
    }

    private mutating func fail(
        _ page: PaymentSession,
        _ code: String,
        at now: Timestamp,
        _ news: inout PaymentNews
    ) {
        var intent = begin(page, at: now, &news)
        intent.declined = code
        intent.charge = mint("ch_")
        intents[intent.id] = intent
        news.add("charge.failed", objects.charge(intent, refunded: 0))
        news.add("payment_intent.payment_failed", objects.intent(intent))
    }

    private mutating func payDelayed(
        _ page: PaymentSession,
        at now: Timestamp,
        _ news: inout PaymentNews
    ) throws(ActRejection) {
        guard page.total > 0 else { throw ActRejection("there is nothing to pay on \(page.id)") }
        var intent = begin(page, at: now, &news)
        intent.status = .processing
        intent.declined = nil
        intents[intent.id] = intent
        pages[page.id]?.status = .complete
        news.add("payment_intent.processing", objects.intent(intent))
        tellSession("checkout.session.completed", page.id, &news)
    }

    private mutating func settle(
        _ page: PaymentSession,
        at now: Timestamp,
        _ news: inout PaymentNews
    ) throws(ActRejection) {
        var intent = try processing(page)
        charge(&intent, at: now, &news)
        pages[page.id]?.paymentStatus = .paid
        tellSession("checkout.session.async_payment_succeeded", page.id, &news)
    }

    private mutating func bounce(
        _ page: PaymentSession,
        at now: Timestamp,
        _ news: inout PaymentNews
    ) throws(ActRejection) {
        var intent = try processing(page)
        intent.status = .requiresPaymentMethod
        intent.declined = "payment_intent_payment_attempt_expired"
        intents[intent.id] = intent
        news.add("payment_intent.payment_failed", objects.intent(intent))
        pages[page.id]?.hasBounced = true
        tellSession("checkout.session.async_payment_failed", page.id, &news)
    }

    private func processing(_ page: PaymentSession) throws(ActRejection) -> PaymentIntent {
        guard let intent = page.intent.flatMap({ intents[$0] }), intent.status == .processing else {
            throw ActRejection("no money is under way for \(page.id)")
        }
        return intent
    }

    private mutating func dispute(
        _ page: PaymentSession,
        at now: Timestamp,
        _ news: inout PaymentNews
    ) throws(ActRejection) {
        guard var intent = page.intent.flatMap({ intents[$0] }), intent.isCharged, !intent.isDisputed else {
            throw ActRejection("there is no money on \(page.id) that could be taken back")
        }
        intent.isDisputed = true
        intents[intent.id] = intent
        let rest = intent.amount - refunded(of: intent)
        if rest > 0 { move(.chargedBack, rest, intent, refund: nil, at: now) }
        news.add("charge.dispute.created", objects.dispute(of: intent, mint("du_"), amount: rest, at: now))
    }

    private func tellSession(_ type: String, _ id: String, _ news: inout PaymentNews) {
        if let page = pages[id] { news.add(type, objects.session(page)) }
    }

    mutating func move(
        _ kind: MoneyFact.Kind,
        _ amount: Int64,
        _ intent: PaymentIntent,
        refund: String?,
        at now: Timestamp
    ) {
        money.append(
            MoneyFact(
                at: now,
                account: intent.account,
                kind: kind,
                amount: amount,
                currency: intent.currency,
                session: intent.session,
                intent: intent.id,
                refund: refund
            )
        )
    }
}
