import Kernel
import Platform

/// A deed on a hosted page, as the control path takes it.
///
/// ```json
/// {"deed":"pay","after":180000,"times":3}
/// {"deed":"payOther","amount":100,"currency":"usd"}
/// ```
/// Others are `payLate`, `fail` (`code`), `later`, `payDelayed`, `settle`, `bounce`, `dispute`, `refund` (by hand,
/// `amount`) and `again`. `after` delays the webhooks by so many milliseconds, `times` delivers them so often.
struct PayReading: Sendable {
    private enum Order: Sendable {
        case deed(PageDeed), refund(Int64?), again
    }

    private let order: Order
    private let delay: Span
    private let times: Int

    init(_ body: [UInt8]) throws(ControlError) {
        let json = try ControlJSON.object(body)
        delay = .milliseconds(json["after"]?.int ?? 0)
        times = Int(json["times"]?.int ?? 1)
        order =
            switch try json.text("deed") {
            case "refund": .refund(json["amount"]?.int)
            case "again": .again
            default: .deed(try PageDeed(json))
            }
    }

    /// Plays the deed.
    func play(on page: String, with payments: inout EmulatedPayments, at now: Timestamp) throws(ActRejection) {
        switch order {
        case .deed(let deed): try payments.shopper(deed, on: page, at: now, arriving: delay)
        case .refund(let amount): try payments.refundByHand(page, amount: amount, at: now, arriving: delay)
        case .again: return try payments.again(times: times, at: now, arriving: delay)
        }
        if times > 1 { try payments.again(times: times - 1, at: now, arriving: delay) }
    }
}

extension PageDeed {
    /// What somebody does who was asked to pay: `deed`, and what belongs to it.
    init(_ json: JSONValue) throws(ControlError) {
        self =
            switch try json.text("deed") {
            case "pay": .pay
            case "payOther": .payOther(amount: Int64(try json.number("amount")), currency: json["currency"]?.string)
            case "payLate": .payLate
            case "payUnsaid": .payUnsaid
            case "fail": .fail(code: json["code"]?.string ?? "card_declined")
            case "later": .later
            case "payDelayed": .payDelayed
            case "settle": .settle
            case "bounce": .bounce
            case "dispute": .dispute
            case let name: throw ControlError("there is no deed \(name)")
            }
    }
}

/// What a carrier says of a parcel, as the control path takes it.
///
/// ```json
/// {"status":"in_transit","detail":"departed_facility","at":"2026-11-21T08:00:00Z","city":"Curitiba","state":"PR","country":"BR",
///  "estimate":"2026-11-25T12:00:00Z","after":180000,"times":3,"alone":false}
/// ```
/// Also `message`, `carrier`, `signedBy` and `account`; only `status` has to be there, and any text will do.
struct ParcelReading: Sendable {
    private let word: CarrierWord
    private let account: String?
    private let delay: Span
    private let times: Int

    init(_ body: [UInt8]) throws(ControlError) {
        let json = try ControlJSON.object(body)
        let names = ["city", "state", "country"].map { json[$0]?.string }
        word = CarrierWord(
            try json.text("status"),
            detail: json["detail"]?.string ?? "status_update",
            message: json["message"]?.string,
            at: try json.moment("at"),
            place: names == [nil, nil, nil] ? nil : CarrierPlace(city: names[0], state: names[1], country: names[2]),
            estimate: try json.moment("estimate"),
            carrier: json["carrier"]?.string ?? "Correios",
            signedBy: json["signedBy"]?.string,
            isAlone: json["alone"]?.bool ?? false
        )
        account = json["account"]?.string
        delay = .milliseconds(json["after"]?.int ?? 0)
        times = Int(json["times"]?.int ?? 1)
    }

    /// Says it.
    func play(on number: String, with carrier: inout EmulatedCarrier, at now: Timestamp) throws(ActRejection) {
        try carrier.report(word, on: number, for: account, at: now, arriving: delay)
        if times > 1 { try carrier.again(times: times - 1, at: now, arriving: delay) }
    }
}

/// A fault of the payment provider, as the control path takes it: `{"fault":"refuse","status":503}`, `{"fault":"down","for":60000}`.
struct PayFaultReading: Sendable {
    private let kind: Kind

    private enum Kind: Sendable {
        case fault(PaymentsFault), down(Span)
    }

    init(_ body: [UInt8]) throws(ControlError) {
        let json = try ControlJSON.object(body)
        kind =
            switch try json.text("fault") {
            case "refuse":
                .fault(
                    .refuse(
                        status: try json.number("status"),
                        type: json["type"]?.string ?? "api_error",
                        code: json["code"]?.string,
                        isKept: json["kept"]?.bool ?? false
                    )
                )
            case "loseAnswer": .fault(.loseAnswer)
            case "loseCall": .fault(.loseCall)
            case "garble": .fault(.garble)
            case "down": .down(.milliseconds(Int64(try json.number("for"))))
            case let name: throw ControlError("there is no fault \(name)")
            }
    }

    /// The fault, asked for at that moment.
    func fault(at now: Timestamp) -> PaymentsFault {
        switch kind {
        case .fault(let fault): fault
        case .down(let length): .down(until: now + length)
        }
    }
}

extension JSONValue {
    /// A moment in RFC 3339; nil where it is left out.
    fileprivate func moment(_ name: String) throws(ControlError) -> Timestamp? {
        guard let value = self[name], !value.isNull else { return nil }
        guard let moment = value.string.flatMap({ Timestamp(iso8601: $0) }) else {
            throw ControlError("\(name) has to be a moment such as 2026-11-21T08:00:00Z")
        }
        return moment
    }
}
