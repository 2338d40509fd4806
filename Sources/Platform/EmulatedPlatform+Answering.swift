package import Kernel

/// Calls of the business.
extension EmulatedPlatform {
    /// Answers a call: messages and read marks, media, the number itself, and `/billing`.
    ///
    /// What follows from an accepted message (statuses) waits in `dueWebhooks`.
    package mutating func answer(_ call: PlatformCall, at now: Timestamp) -> PlatformOutcome {
        advance(to: now)
        if faults.isDown(at: now) { return .unreachable }
        if call.path == "/billing" { return answerBilling(call, at: now) }
        if call.path.hasPrefix(Self.sharedPath) { return .answered(shared(call, at: now)) }
        do throws(PlatformRefusal) {
            try checkToken(call, at: now)
            return try route(call, at: now)
        } catch {
            return .answered(refuse(call, error, at: now))
        }
    }

    private mutating func checkToken(_ call: PlatformCall, at now: Timestamp) throws(PlatformRefusal) {
        guard !faults.hasInvalidToken(at: now) else { throw PlatformRefusal(190, "The access token has expired") }
        let token = call.token
        let owner = configuration.accounts.first { $0.accessToken == token }
        guard token == configuration.accessToken || owner != nil || token == configuration.appToken else {
            throw PlatformRefusal(190, "Invalid OAuth access token")
        }
        // - Source: Messenger "Send API": HMAC of the token with the app secret, in hexadecimal.
        guard let proof = call.query("appsecret_proof"), let token else { return }
        let secret = owner?.appSecret ?? configuration.appSecret
        guard HMACSHA256.isValid(hex: String(proof), key: secret, body: Array(token.utf8)) else {
            throw PlatformRefusal(100, "Invalid appsecret_proof provided in the API argument")
        }
    }

    private mutating func route(_ call: PlatformCall, at now: Timestamp) throws(PlatformRefusal) -> PlatformOutcome {
        if call.path == "/refresh_access_token" { return .answered(try renewal(call)) }
        if call.path == Self.downloadPath { return .answered(download(call, at: now)) }
        let parts = call.path.split(separator: "/", omittingEmptySubsequences: true)
        if parts.count == 5, Self.isVersion(parts[0]), parts[2] == "payments", call.method == "GET" {
            guard let account = account(String(parts[1])) else { throw Self.unknownObject(String(parts[1]), "GET") }
            return .answered(try lookUp(parts[3], parts[4], account))
        }
        guard (2...3).contains(parts.count), Self.isVersion(parts[0]) else {
            throw PlatformRefusal(2500, "Unknown path components: \(call.path)")
        }
        let id = String(parts[1])
        let edge = parts.count == 3 ? String(parts[2]) : nil
        if let answer = try answerSetup(id, edge, call, at: now) { return .answered(answer) }
        if let outcome = try answerMeta(id, edge, call, at: now) { return outcome }
        guard parts.count == 3 else { return .answered(try file(id, call, at: now)) }
        guard let account = account(id), account.channel == .whatsApp else {
            throw Self.unknownObject(id, call.method)
        }
        switch (call.method, parts[2]) {
        case ("POST", "messages"): return try take(call, for: account, at: now)
        case ("POST", "media"): return .answered(try upload(call, at: now))
        default:
            throw PlatformRefusal(100, "Unsupported \(call.method.lowercased()) request on /\(parts[2])", subcode: 33)
        }
    }

    private static func isVersion(_ text: Substring) -> Bool {
        guard text.first == "v" else { return false }
        let numbers = text.utf8.dropFirst().split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return numbers.count == 2 && numbers.allSatisfy { !$0.isEmpty && $0.allSatisfy(\.isDigit) }
    }

    static func unknownObject(_ id: String, _ method: String) -> PlatformRefusal {
        PlatformRefusal(
            100,
            "Unsupported \(method.lowercased()) request. Object with ID '\(id)' does not exist, cannot be loaded due to "
                + "missing permissions, or does not support this operation",
            subcode: 33
        )
    }

    mutating func refuse(_ call: PlatformCall, _ refusal: PlatformRefusal, at now: Timestamp) -> PlatformAnswer {
        let isMeta = concernsMeta(call)
        let status = isMeta ? refusal.metaStatus : refusal.httpStatus
        let fact = RefusedFact(
            at: now,
            path: String(call.path),
            status: status,
            code: refusal.code,
            details: refusal.details
        )
        record(.refused(fact))
        let trace = ids.trace(UInt64(ledger.count))
        return .json(status, isMeta ? refusal.metaBody(trace: trace) : refusal.body(trace: trace))
    }
}
