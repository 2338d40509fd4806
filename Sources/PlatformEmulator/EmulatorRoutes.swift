import Kernel
import Platform
import Ports

/// Who answers what: the platform itself, its health, and the control paths for tests and people.
///
/// - `POST /emulator/person/{name}`: an act as JSON (`ActReading`); 200 with the message's id, 409 if it can't be done.
/// - `GET /emulator/person/{name}`: the bubbles on that phone; `?channel=instagram` or `?account=` those of one account.
/// - `POST /emulator/inbox`: somebody of the business types in the platform's own inbox (`InboxReading`).
/// - `POST /emulator/broadcast`: `{"end":"L1"}` ends a live broadcast.
/// - `GET /emulator/ledger`: all facts as JSON Lines; `?fact=billed` only those of that name.
/// - `POST /emulator/fault`, `DELETE /emulator/fault`: asks for a fault, takes all back.
/// - `POST /emulator/status`: reports a status by hand.
/// - `POST /emulator/template`: `{"name","language","approval":"paused"}` changes the platform's mind about a template.
/// - `GET /healthz`: how many webhooks are unanswered.
///
/// What belongs to the payment provider and the carrier stands in `PayRoutes`.
struct EmulatorRoutes: Sendable {
    let platform: LivePlatform
    let partners: LivePartners?

    /// The answer; nil when the connection is to be cut.
    func answer(_ call: PlatformCall) async throws -> PlatformAnswer? {
        let path = call.target.prefix { $0 != "?" }
        if path == "/healthz" { return health() }
        if let partners, PayRoutes.serves(path) { return try PayRoutes(partners: partners).answer(call) }
        if path.hasPrefix("/emulator/") { return try await control(call, path.dropFirst("/emulator/".count)) }
        let (outcome, clock) = try await platform.perform { (platform, now) throws(Never) in
            (platform.answer(call, at: now), now + platform.configuration.clockAhead)
        }
        switch outcome {
        case .answered(var answer):
            answer.headers.append(PlatformHeader("date", HTTPDate.text(of: clock)))
            return answer
        case .lost: return nil
        case .unreachable: return .unavailable
        }
    }

    private func health() -> PlatformAnswer {
        let unanswered = platform.look { $0.unansweredWebhooks } + (partners?.look { $0.unansweredWebhooks } ?? 0)
        return .json(200) { json in
            json.object { health in
                health.field("status", "ok")
                health.field("unansweredWebhooks", unanswered)
            }
        }
    }

    private func control(_ call: PlatformCall, _ path: Substring) async throws -> PlatformAnswer {
        let parts = path.split(separator: "/")
        switch (call.method, parts.first, parts.count) {
        case ("POST", "person", 2): return try await act(PersonID(name(parts[1])), call)
        case ("GET", "person", 2): return try phone(of: PersonID(name(parts[1])), call)
        case ("POST", "inbox", 1): return try await inbox(call)
        case ("POST", "broadcast", 1): return try await broadcast(call)
        case ("GET", "ledger", 1): return try ledger(call)
        case ("POST", "fault", 1): return try await fault(call)
        case ("DELETE", "fault", 1):
            try await platform.perform { (platform, _) throws(Never) in platform.disarm() }
            return PlatformAnswer(status: 204)
        case ("POST", "status", 1): return try await status(call)
        case ("POST", "template", 1): return try await template(call)
        default: return .refusal(404, "no such control path")
        }
    }

    private func name(_ part: Substring) -> String { PercentCoding.decodedPath(part) }
}

/// The control paths.
extension EmulatorRoutes {
    private func act(_ person: PersonID, _ call: PlatformCall) async throws -> PlatformAnswer {
        try await refusing {
            let order = try ActReading(call.body)
            let id = try await platform.perform { (platform, now) throws(ActRejection) in
                try order.play(person, on: &platform, at: now)
            }
            return .json(200) { json in json.object { $0.field("id", id) } }
        }
    }

    private func phone(of person: PersonID, _ call: PlatformCall) throws -> PlatformAnswer {
        let place = AccountReading(query: call.target.drop { $0 != "?" }.dropFirst())
        let bubbles = platform.look { platform in
            Result { () throws(ActRejection) in platform.phone(of: person, account: try place.account(on: platform)) }
        }
        switch bubbles {
        case .success(let bubbles):
            return PlatformAnswer(status: 200, headers: [.json], body: try ControlJSON.encode(bubbles))
        case .failure(let rejection): return .refusal(409, rejection.description)
        }
    }

    private func inbox(_ call: PlatformCall) async throws -> PlatformAnswer {
        try await refusing {
            let order = try InboxReading(call.body)
            try await platform.perform { (platform, now) throws(ActRejection) in try order.play(on: &platform, at: now)
            }
            return PlatformAnswer(status: 204)
        }
    }

    private func broadcast(_ call: PlatformCall) async throws -> PlatformAnswer {
        do {
            let media = try ControlJSON.object(call.body).text("end")
            try await platform.perform { (platform, now) throws(Never) in platform.end(broadcast: media, at: now) }
            return PlatformAnswer(status: 204)
        } catch let error as ControlError {
            return .refusal(400, error.description)
        }
    }

    private func ledger(_ call: PlatformCall) throws -> PlatformAnswer {
        let query = call.target.drop { $0 != "?" }.dropFirst()
        let wanted = query.hasPrefix("fact=") ? Array("\"fact\":\"\(query.dropFirst(5))\"".utf8) : []
        let lines = try platform.look { $0.ledger }.map(LedgerLines.line).filter { line in
            wanted.isEmpty || line.contains(wanted)
        }
        return PlatformAnswer(
            status: 200,
            headers: [PlatformHeader("content-type", "application/jsonl")],
            body: lines.flatMap(\.self)
        )
    }

    private func fault(_ call: PlatformCall) async throws -> PlatformAnswer {
        do throws(ControlError) {
            let order = try FaultReading(call.body)
            return try await arm(order)
        } catch {
            return .refusal(400, error.description)
        }
    }

    private func arm(_ order: FaultReading) async throws(ControlError) -> PlatformAnswer {
        do {
            try await platform.perform { (platform, now) throws(Never) in platform.arm(order.fault(at: now)) }
            return PlatformAnswer(status: 204)
        } catch {
            throw ControlError("the ledger can't be kept: \(error)")
        }
    }

    private func status(_ call: PlatformCall) async throws -> PlatformAnswer {
        try await refusing {
            let order = try StatusReading(call.body)
            try await platform.perform { (platform, now) throws(ActRejection) in try order.play(on: &platform, at: now)
            }
            return PlatformAnswer(status: 204)
        }
    }

    private func template(_ call: PlatformCall) async throws -> PlatformAnswer {
        try await refusing {
            let order = try JudgementReading(call.body)
            try await platform.perform { (platform, now) throws(Never) in order.play(on: &platform, at: now) }
            return PlatformAnswer(status: 204)
        }
    }

    /// The answer to a deed; what the phone does not allow is 409, what can't be read 400.
    private func refusing(_ deed: () async throws -> PlatformAnswer) async throws -> PlatformAnswer {
        do {
            return try await deed()
        } catch let rejection as ActRejection {
            return .refusal(409, rejection.description)
        } catch let error as ControlError {
            return .refusal(400, error.description)
        }
    }
}

extension PlatformHeader {
    static let json = PlatformHeader("content-type", "application/json")
}

extension PlatformAnswer {
    static func json(_ status: Int, _ write: (inout JSONWriter) -> Void) -> PlatformAnswer {
        var json = JSONWriter()
        write(&json)
        return PlatformAnswer(status: status, headers: [.json], body: json.bytes)
    }

    static func refusal(_ status: Int, _ reason: String) -> PlatformAnswer {
        .json(status) { json in json.object { $0.field("error", reason) } }
    }
}
