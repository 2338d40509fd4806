import Kernel

/// Sessions: made, looked at, ended.
extension EmulatedPayments {
    mutating func openSession(
        _ form: FormFields,
        _ account: PaymentsAccount,
        at now: Timestamp
    ) throws(PaymentRefusal) -> [UInt8] {
        let read = try SessionReading(form, at: now)
        let session = PaymentSession(
            id: mint("cs_test_", count: 58),
            account: account.name,
            createdAt: now,
            expiresAt: read.expiresAt,
            currency: read.currency.code,
            lines: read.lines,
            shipping: read.shipping,
            clientReference: read.clientReference,
            metadata: read.metadata,
            intentMetadata: read.intentMetadata,
            locale: read.locale,
            successURL: read.successURL,
            cancelURL: read.cancelURL,
            email: read.email
        )
        pages[session.id] = session
        pageIDs.append(session.id)
        plan(Deadline(at: session.expiresAt, event: .expiry(session: session.id)))
        return PaymentObjects(configuration).session(session)
    }

    func page(_ id: String, _ account: PaymentsAccount) throws(PaymentRefusal) -> PaymentSession {
        guard let page = pages[id], page.account == account.name else {
            throw .nothing("checkout.session", id, param: "session")
        }
        return page
    }

    mutating func expire(
        _ id: String,
        _ account: PaymentsAccount,
        _ cause: PaymentCause,
        at now: Timestamp
    ) throws(PaymentRefusal) -> [UInt8] {
        let page = try page(id, account)
        guard page.status == .open else {
            throw PaymentRefusal(
                param: "session",
                message: "Only Checkout Sessions with a status in [\"open\"] can be expired. "
                    + "This Checkout Session has a status of \(page.status.rawValue).",
                isKept: true
            )
        }
        close(id, at: now, cause)
        return PaymentObjects(configuration).session(pages[id] ?? page)
    }

    /// Ends an open page, and the payment that was begun on it.
    mutating func close(_ id: String, at moment: Timestamp, _ cause: PaymentCause) {
        guard var page = pages[id], page.status == .open else { return }
        page.status = .expired
        pages[id] = page
        var news = PaymentNews()
        if let begun = page.intent {
            intents[begun]?.status = .canceled
            if let intent = intents[begun] { news.add("payment_intent.canceled", objects.intent(intent)) }
        }
        news.add("checkout.session.expired", objects.session(page))
        publish(news, for: page.account, cause, at: moment)
    }

    var objects: PaymentObjects { PaymentObjects(configuration) }
}
