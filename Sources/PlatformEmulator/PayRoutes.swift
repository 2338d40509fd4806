import Kernel
import Platform
import Ports

/// What the payment provider and the carrier answer: the API, the hosted pages, and the control paths.
///
/// - `/v1/…`: the API.
/// - `GET /pay/{session}`, `POST /pay/{session}` with `deed=pay`, `fail`, `later` or `slip`: the hosted page.
/// - `POST /emulator/payment/{session or order}`: a deed as JSON (`PayReading`); 409 if it can't be done.
/// - `POST /emulator/refund/{id}` `{"succeeds":true}`: ends a pending refund.
/// - `GET /emulator/payments`, `GET /emulator/money`: all sessions, all money, as JSON Lines.
/// - `POST /emulator/payments/fault`, `DELETE …`: asks for a fault of the API, takes all back.
/// - `POST /emulator/parcel/{number}`: what the carrier says of a parcel.
struct PayRoutes: Sendable {
    let partners: LivePartners

    private static let controls: Set<Substring> = ["payment", "payments", "money", "refund", "parcel"]

    /// Whether a path is one of these.
    static func serves(_ path: Substring) -> Bool {
        let parts = path.split(separator: "/")
        return switch parts.first {
        case "v1", "pay": true
        case "emulator": parts.count > 1 && controls.contains(parts[1])
        default: false
        }
    }

    /// The answer; nil when the connection is to be cut.
    func answer(_ call: PlatformCall) throws -> PlatformAnswer? {
        let path = call.target.prefix { $0 != "?" }
        let parts = path.split(separator: "/").map { PercentCoding.decodedPath($0) }
        switch (call.method, parts.first, parts.count) {
        case (_, "v1", _): return api(call)
        case ("GET", "pay", 2): return page(parts[1], call)
        case ("POST", "pay", 2): return press(parts[1], call)
        case (_, "pay", _): return partners.pages.unknown()
        default: return control(call, Array(parts.dropFirst()))
        }
    }

    private func api(_ call: PlatformCall) -> PlatformAnswer? {
        switch partners.perform({ (partners, now) throws(Never) in partners.payments.answer(call, at: now) }) {
        case .answered(let answer): answer
        case .lost: nil
        case .unreachable: PlatformAnswer(status: 503)
        }
    }
}

/// The hosted page.
extension PayRoutes {
    private func page(_ id: String, _ call: PlatformCall) -> PlatformAnswer {
        let (session, now) = partners.perform { (partners, now) throws(Never) in
            partners.payments.advance(to: now)
            return (partners.payments.session(id), now)
        }
        guard let session else { return partners.pages.unknown() }
        let query = call.target.drop { $0 != "?" }.dropFirst()
        return partners.pages.page(of: session, after: PayStep(query: query), at: now)
    }

    /// A button: the deed is done, and the browser asks for the page anew.
    private func press(_ id: String, _ call: PlatformCall) -> PlatformAnswer {
        guard let step = PayStep(form: call.body) else { return partners.pages.unknown() }
        let isDone = partners.perform { (partners, now) throws(Never) in
            do throws(ActRejection) {
                try partners.payments.shopper(step.deed, on: id, at: now)
                return true
            } catch {
                // Expired or paid in another window: the page itself says so.
                return false
            }
        }
        let target = "/pay/\(id)" + (isDone ? "?then=\(step.rawValue)" : "")
        guard partners.look({ $0.payments.session(id) }) != nil else { return partners.pages.unknown() }
        return PlatformAnswer(
            status: 303,
            headers: [PlatformHeader("location", target), PlatformHeader("cache-control", "no-store")]
        )
    }
}

/// The control paths.
extension PayRoutes {
    private func control(_ call: PlatformCall, _ parts: [String]) -> PlatformAnswer {
        do throws(ControlError) {
            switch (call.method, parts.first, parts.count) {
            case ("POST", "payment", 2): return try deed(parts[1], call)
            case ("POST", "refund", 2): return try refund(parts[1], call)
            case ("POST", "parcel", 2): return try parcel(parts[1], call)
            case ("GET", "payments", 1): return lines { PayLines.sessions($0.payments) }
            case ("GET", "money", 1): return lines { PayLines.money($0.payments) }
            case ("POST", "payments", 2) where parts[1] == "fault":
                let order = try PayFaultReading(call.body)
                partners.perform { (partners, now) throws(Never) in partners.payments.arm(order.fault(at: now)) }
                return PlatformAnswer(status: 204)
            case ("DELETE", "payments", 2) where parts[1] == "fault":
                partners.perform { (partners, _) throws(Never) in partners.payments.disarm() }
                return PlatformAnswer(status: 204)
            default: return .refusal(404, "no such control path")
            }
        } catch {
            return .refusal(400, error.description)
        }
    }

    private func deed(_ name: String, _ call: PlatformCall) throws(ControlError) -> PlatformAnswer {
        let order = try PayReading(call.body)
        return answer { (partners, now) throws(ActRejection) in
            let payments = partners.payments
            guard let session = payments.session(name) ?? payments.newestSession(for: name) else {
                throw ActRejection("there is no page for \(name)")
            }
            try order.play(on: session.id, with: &partners.payments, at: now)
        }
    }

    private func refund(_ id: String, _ call: PlatformCall) throws(ControlError) -> PlatformAnswer {
        let json = try ControlJSON.object(call.body)
        guard let succeeds = json["succeeds"]?.bool else {
            throw ControlError("succeeds is missing or no true or false")
        }
        return answer { (partners, now) throws(ActRejection) in
            try partners.payments.finishRefund(id, succeeds: succeeds, at: now)
        }
    }

    private func parcel(_ number: String, _ call: PlatformCall) throws(ControlError) -> PlatformAnswer {
        let order = try ParcelReading(call.body)
        return answer { (partners, now) throws(ActRejection) in
            try order.play(on: number, with: &partners.carrier, at: now)
        }
    }

    private func answer(
        _ verb: (inout EmulatedPartners, Timestamp) throws(ActRejection) -> Void
    ) -> PlatformAnswer {
        do throws(ActRejection) {
            try partners.perform(verb)
            return PlatformAnswer(status: 204)
        } catch {
            return .refusal(409, error.description)
        }
    }

    private func lines(_ reading: (EmulatedPartners) -> [UInt8]) -> PlatformAnswer {
        PlatformAnswer(
            status: 200,
            headers: [PlatformHeader("content-type", "application/jsonl")],
            body: partners.look(reading)
        )
    }
}
