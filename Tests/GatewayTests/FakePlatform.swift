import Gateway
import Kernel
import Outbox
import Ports

/// The other side of the relay: it accepts what comes, unless it was told how to answer.
struct FakePlatform {
    /// One message call that arrived.
    struct Arrival: Equatable {
        let key: String
        let at: Timestamp
        let body: String
    }

    /// Every message call that reached the platform.
    private(set) var arrivals: [Arrival] = []
    /// The keys of every billing call that arrived, accepted or not, call by call.
    private(set) var billCalls: [[String]] = []
    /// The keys of accepted billing records.
    private(set) var bills: [String] = []
    /// How the next message calls are answered; accepted when empty.
    var outcomes: [HTTPOutcome] = []
    /// How the next billing calls are answered; accepted when empty.
    var billOutcomes: [HTTPOutcome] = []
    /// Every call that reached the payment provider.
    private(set) var asked: [HTTPCall] = []
    /// How the next calls to the payment provider are answered; lost when empty.
    var paymentOutcomes: [HTTPOutcome] = []
    /// A batch with this record is refused.
    var refusedBill: String?

    mutating func answer(_ sending: Relay.Sending, at now: Timestamp) -> HTTPOutcome {
        guard let first = sending.entries.first else { return .notSent("empty") }
        if first.kind == .billing { return answer(bills: sending.entries.map(\.key)) }
        if first.kind == .payment {
            asked.append(sending.call)
            return paymentOutcomes.isEmpty ? .lost("no answer") : paymentOutcomes.removeFirst()
        }
        let outcome = outcomes.isEmpty ? Self.accepted(first.key) : outcomes.removeFirst()
        if case .notSent = outcome { return outcome }
        if case .answered(let answer) = outcome, answer.status >= 400 { return outcome }
        let body = String(decoding: sending.call.body, as: UTF8.self)
        arrivals.append(Arrival(key: first.key, at: now, body: body))
        return outcome
    }

    private mutating func answer(bills keys: [String]) -> HTTPOutcome {
        billCalls.append(keys)
        if let refusedBill, keys.contains(refusedBill) { return .answered(HTTPAnswer(status: 400)) }
        let outcome = billOutcomes.isEmpty ? .answered(HTTPAnswer(status: 204)) : billOutcomes.removeFirst()
        if outcome == .answered(HTTPAnswer(status: 204)) { bills += keys }
        return outcome
    }

    static func wamid(of key: String) -> String { "wamid.OUT.\(key)" }

    private static func accepted(_ key: String) -> HTTPOutcome {
        let body =
            #"{"messaging_product":"whatsapp","contacts":[{"input":"x","wa_id":"5511987654321"}],"messages":[{"id":"\#(wamid(of: key))"}]}"#
        return .answered(HTTPAnswer(status: 200, body: Array(body.utf8)))
    }

    static func refusal(code: Int, status: Int = 400) -> HTTPOutcome {
        let body = #"{"error":{"message":"no","type":"OAuthException","code":\#(code),"fbtrace_id":"x"}}"#
        return .answered(HTTPAnswer(status: status, body: Array(body.utf8)))
    }
}
