import Kernel
import Platform

/// A fault, as the control path takes it: `{"fault":"refuse","code":130429,"status":429}` (`subcode` if need be), `{"fault":"down","for":60000}`.
///
/// Lengths of time are milliseconds.
struct FaultReading: Sendable {
    private var make: @Sendable (Timestamp) -> PlatformFault

    init(_ body: [UInt8]) throws(ControlError) {
        let json = try ControlJSON.object(body)
        switch try json.text("fault") {
        case "refuse":
            let fault = PlatformFault.refuse(
                code: try json.number("code"),
                status: json["status"]?.int.map { Int($0) },
                subcode: json["subcode"]?.int.map { Int($0) }
            )
            make = { _ in fault }
        case "garble": make = Self.always(.garble(status: try json.number("status")))
        case "loseAnswer": make = Self.always(.loseAnswer)
        case "loseCall": make = Self.always(.loseCall)
        case "slow": make = Self.always(.slow(.milliseconds(Int64(try json.number("for")))))
        case "dropStatus": make = Self.always(.dropStatus)
        case "failDelivery": make = Self.always(.failDelivery(code: try json.number("code")))
        case "refuseBilling": make = Self.always(.refuseBilling(status: try json.number("status")))
        case "loseBillingAnswer": make = Self.always(.loseBillingAnswer)
        case "down":
            let length = Span.milliseconds(Int64(try json.number("for")))
            make = { .down(until: $0 + length) }
        case "invalidToken":
            let length = Span.milliseconds(Int64(try json.number("for")))
            make = { .invalidToken(until: $0 + length) }
        case let name: throw ControlError("there is no fault \(name)")
        }
    }

    private static func always(_ fault: PlatformFault) -> @Sendable (Timestamp) -> PlatformFault {
        { _ in fault }
    }

    /// The fault, asked for at that moment.
    func fault(at now: Timestamp) -> PlatformFault { make(now) }
}

/// A status by hand: `{"person":"ana","status":"failed","code":131026}`, or with `message` instead of `person`.
struct StatusReading: Sendable {
    private var status: ReportedStatus
    private var message: String?
    private var person: PersonID?
    private var code: Int?
    private var delay: Span

    init(_ body: [UInt8]) throws(ControlError) {
        let json = try ControlJSON.object(body)
        guard let status = ReportedStatus(rawValue: try json.text("status")) else {
            throw ControlError("status has to be sent, delivered, read, played or failed")
        }
        self.status = status
        message = json["message"]?.string
        person = json["person"]?.string.map { PersonID($0) }
        code = json["code"]?.int.map { Int($0) }
        delay = .milliseconds(json["after"]?.int ?? 0)
    }

    /// Reports it for the message, or for the newest one to the person.
    func play(on platform: inout EmulatedPlatform, at now: Timestamp) throws(ActRejection) {
        guard let id = message ?? person.flatMap({ platform.newestMessage(to: $0)?.id }) else {
            throw ActRejection("there is no such message")
        }
        platform.report(status, of: id, code: code, at: now, arriving: delay)
    }
}
