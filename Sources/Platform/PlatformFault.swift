package import Kernel

/// Something that goes wrong on demand; each waits for its moment and strikes once, unless it says until when.
package enum PlatformFault: Sendable, Hashable {
    /// The next message call is answered with this error; nothing is accepted. Without `status` the code's usual one.
    case refuse(code: Int, status: Int? = nil, subcode: Int? = nil)
    /// The next message call is answered with this status and the code its channel usually gives with it; with a page
    /// that is not JSON where there is none. Nothing is accepted.
    case turnAway(status: Int)
    /// The next message call is answered with a page that is not JSON, such as a proxy's; nothing is accepted.
    case garble(status: Int)
    /// The next message call is accepted, and its connection cut before the answer.
    case loseAnswer
    /// The connection of the next message call is cut before anything was accepted.
    case loseCall
    /// The next message call is answered that late.
    case slow(Span)
    /// Nobody listens until then; webhooks wait as well.
    case down(until: Timestamp)
    /// Every call is answered with 190 until then.
    case invalidToken(until: Timestamp)
    /// The next status of a message never arrives.
    case dropStatus
    /// The next accepted message is never delivered: `failed` with this code.
    case failDelivery(code: Int)
    /// The next call to `/billing` is answered with this status; nothing is recorded.
    case refuseBilling(status: Int)
    /// The next call to `/billing` is recorded, and its connection cut before the answer.
    case loseBillingAnswer
}

/// The faults that wait for their moment, in the order they were asked for.
struct WaitingFaults: Sendable {
    var waiting: [PlatformFault] = []

    /// Takes the first one the test fits, if any.
    mutating func strike<Found>(_ fitting: (PlatformFault) -> Found?) -> Found? {
        for (index, fault) in waiting.enumerated() {
            guard let found = fitting(fault) else { continue }
            waiting.remove(at: index)
            return found
        }
        return nil
    }

    /// Whether nobody listens at that moment; forgets outages that are over.
    mutating func isDown(at now: Timestamp) -> Bool {
        holds(at: now) { if case .down(let until) = $0 { until } else { nil } }
    }

    /// Whether the token is refused at that moment.
    mutating func hasInvalidToken(at now: Timestamp) -> Bool {
        holds(at: now) { if case .invalidToken(let until) = $0 { until } else { nil } }
    }

    private mutating func holds(at now: Timestamp, until: (PlatformFault) -> Timestamp?) -> Bool {
        guard !waiting.isEmpty else { return false }
        waiting.removeAll { until($0).map { $0 <= now } ?? false }
        return waiting.contains { until($0) != nil }
    }
}
