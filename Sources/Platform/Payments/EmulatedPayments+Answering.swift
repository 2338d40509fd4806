import Foundation
package import Kernel

/// Calls of the shops.
extension EmulatedPayments {
    /// Answers a call: sessions, payment intents and refunds.
    ///
    /// What follows from it (events) waits in `dueWebhooks`.
    package mutating func answer(_ call: PlatformCall, at now: Timestamp) -> PlatformOutcome {
        advance(to: now)
        faults.removeAll { if case .down(let until) = $0 { until <= now } else { false } }
        if faults.contains(where: { if case .down = $0 { true } else { false } }) { return .unreachable }
        if strike(.loseCall) { return .lost }
        calls += 1
        var answer = answered(call, at: now)
        if strike(.loseAnswer) { return .lost }
        if strike(.garble) { answer.body = Array("<html>Something in between answered</html>".utf8) }
        return .answered(answer)
    }

    private mutating func answered(_ call: PlatformCall, at now: Timestamp) -> PlatformAnswer {
        var headers = [
            PlatformHeader("content-type", "application/json"),
            PlatformHeader(
                "request-id",
                MintedIDs(seed: configuration.seed).text(of: 7, calls, count: 14, signs: Array("abcdefghijkmnp".utf8))
            ),
            PlatformHeader("stripe-version", call.header("stripe-version") ?? configuration.apiVersion),
        ]
        if let key = call.header("idempotency-key") { headers.append(PlatformHeader("idempotency-key", key)) }
        let outcome: Outcome
        do throws(PaymentRefusal) {
            let account = try Self.account(of: call, in: configuration)
            switch call.method {
            case "GET": outcome = Outcome(body: try look(call, account, at: now))
            case "POST": outcome = try order(call, account, at: now)
            default: throw Self.noSuchPath(call)
            }
        } catch {
            outcome = Outcome(error)
        }
        if outcome.isReplay { headers.append(PlatformHeader("idempotent-replayed", "true")) }
        return PlatformAnswer(status: outcome.status, headers: headers, body: outcome.body)
    }

    /// What a call led to, before it is an answer.
    struct Outcome: Sendable, Equatable {
        var status = 200
        var body: [UInt8]
        var isReplay = false

        init(body compact: [UInt8]) { body = IndentedJSON.indented(compact) }

        init(_ refusal: PaymentRefusal) {
            status = refusal.status
            body = refusal.body
        }
    }

    /// An answer that stands under an idempotency key.
    struct KeptAnswer: Sendable, Equatable {
        var path: String
        var fields: [String]
        var outcome: Outcome
        var until: Timestamp

        struct Key: Sendable, Hashable {
            var account: String
            var key: String
        }
    }

    private static let keyLife = Span.hours(24)

    /// A POST, carried out once per idempotency key.
    private mutating func order(
        _ call: PlatformCall,
        _ account: PaymentsAccount,
        at now: Timestamp
    ) throws(PaymentRefusal) -> Outcome {
        try Self.checkType(of: call)
        let form = try FormFields(call.body)
        guard let key = call.header("idempotency-key") else {
            return Outcome(body: try post(call, form, account, nil, now))
        }
        guard (1...255).contains(key.utf8.count) else {
            throw PaymentRefusal(message: "Idempotency keys have 1 to 255 characters.")
        }
        let place = KeptAnswer.Key(account: account.name, key: key)
        if let kept = keptAnswers[place], kept.until > now {
            guard kept.path == call.path, kept.fields == form.sorted else { throw Self.otherCall(key) }
            var outcome = kept.outcome
            outcome.isReplay = true
            return outcome
        }
        let outcome: Outcome
        do throws(PaymentRefusal) {
            outcome = Outcome(body: try post(call, form, account, key, now))
        } catch {
            guard error.isKept else { throw error }
            outcome = Outcome(error)
        }
        keptAnswers[place] = KeptAnswer(
            path: String(call.path),
            fields: form.sorted,
            outcome: outcome,
            until: now + Self.keyLife
        )
        return outcome
    }

    private mutating func post(
        _ call: PlatformCall,
        _ form: FormFields,
        _ account: PaymentsAccount,
        _ key: String?,
        _ now: Timestamp
    ) throws(PaymentRefusal) -> [UInt8] {
        if let refusal = strikeRefusal() { throw refusal }
        let cause = PaymentCause(request: "req_\(calls)", key: key)
        let parts = call.path.split(separator: "/").dropFirst()
        switch (parts.count, call.path) {
        case (2, "/v1/checkout/sessions"), (2, "/v1/checkout/sessions/"):
            return try openSession(form, account, at: now)
        case (1, "/v1/refunds"), (1, "/v1/refunds/"): return try refund(form, account, cause, at: now)
        default: break
        }
        guard parts.count == 4, call.path.hasPrefix("/v1/checkout/sessions/"), parts.last == "expire" else {
            throw Self.noSuchPath(call)
        }
        try form.checkRest()
        return try expire(String(parts[parts.startIndex + 2]), account, cause, at: now)
    }

    /// A GET; the parameters of the query are none of ours.
    private mutating func look(
        _ call: PlatformCall,
        _ account: PaymentsAccount,
        at now: Timestamp
    ) throws(PaymentRefusal) -> [UInt8] {
        if let refusal = strikeRefusal() { throw refusal }
        let parts = call.path.split(separator: "/").map(String.init)
        let objects = PaymentObjects(configuration)
        switch (parts.first, parts.count) {
        case ("v1", 2) where parts[1] == "balance":
            return Array(#"{"object":"balance","available":[],"livemode":false,"pending":[]}"#.utf8)
        case ("v1", 4) where parts[1] == "checkout" && parts[2] == "sessions":
            return objects.session(try page(parts[3], account))
        case ("v1", 5) where parts[1] == "checkout" && parts[2] == "sessions" && parts[4] == "line_items":
            return objects.lines(of: try page(parts[3], account))
        case ("v1", 3) where parts[1] == "payment_intents":
            guard let intent = intents[parts[2]], intent.account == account.name else {
                throw .nothing("payment_intent", parts[2], param: "intent")
            }
            return objects.intent(intent)
        case ("v1", 3) where parts[1] == "refunds":
            guard let refund = refunds[parts[2]], refund.account == account.name else {
                throw .nothing("refund", parts[2], param: "refund")
            }
            return objects.refund(refund)
        default: throw Self.noSuchPath(call)
        }
    }
}

/// Who calls, and faults that strike.
extension EmulatedPayments {
    private static func account(
        of call: PlatformCall,
        in configuration: PaymentsConfiguration
    ) throws(PaymentRefusal) -> PaymentsAccount {
        guard let key = key(of: call) else {
            throw PaymentRefusal(status: 401, message: "You did not provide an API key.")
        }
        guard key.hasPrefix("sk_"), let account = configuration.accounts.first(where: { $0.secretKey == key }) else {
            throw PaymentRefusal(status: 401, message: "Invalid API Key provided: \(key.prefix(3))****")
        }
        return account
    }

    /// `Bearer sk_…`, or `Basic` with the key as user name and no password.
    private static func key(of call: PlatformCall) -> String? {
        guard let parts = call.header("authorization")?.split(separator: " "), parts.count == 2 else { return nil }
        switch parts[0].lowercased() {
        case "bearer": return String(parts[1])
        case "basic":
            guard let bytes = Data(base64Encoded: String(parts[1])), bytes.last == UInt8(ascii: ":") else { return nil }
            return String(decoding: bytes.dropLast(), as: UTF8.self)
        default: return nil
        }
    }

    private static func checkType(of call: PlatformCall) throws(PaymentRefusal) {
        let type = call.header("content-type")?.lowercased().prefix { $0 != ";" }
        guard call.body.isEmpty || type == "application/x-www-form-urlencoded" else {
            throw PaymentRefusal(
                message:
                    "Invalid request: bodies have to be application/x-www-form-urlencoded, not \(type ?? "nothing")."
            )
        }
    }

    private static func noSuchPath(_ call: PlatformCall) -> PaymentRefusal {
        PaymentRefusal(status: 404, message: "Unrecognized request URL (\(call.method): \(call.path)).")
    }

    private static func otherCall(_ key: String) -> PaymentRefusal {
        PaymentRefusal(
            type: "idempotency_error",
            message: "The idempotency key '\(key)' was first used with other parameters or another path."
        )
    }

    private mutating func strike(_ fault: PaymentsFault) -> Bool {
        guard let place = faults.firstIndex(of: fault) else { return false }
        faults.remove(at: place)
        return true
    }

    private mutating func strikeRefusal() -> PaymentRefusal? {
        for (place, fault) in faults.enumerated() {
            guard case .refuse(let status, let type, let code, let isKept) = fault else { continue }
            faults.remove(at: place)
            return PaymentRefusal(status: status, type: type, code: code, message: "Fault on demand", isKept: isKept)
        }
        return nil
    }
}
