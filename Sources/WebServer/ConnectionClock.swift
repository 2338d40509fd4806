import Kernel
import NIOCore

/// When a connection must be given up, as a value: what happens on it goes in, the moment to look again comes out.
struct ConnectionClock {
    /// What to do when the moment has come.
    enum Verdict: Equatable {
        /// Look again then; nil while only our own answer is awaited.
        case wait(until: NIODeadline?)
        /// The request took too long: say so and end the connection.
        case refuse
        /// Close the connection.
        case close
    }

    private let limits: WebLimits
    private var receivingSince: NIODeadline?
    private var quietSince: NIODeadline
    private var endingSince: NIODeadline?
    /// Complete requests whose answer has not gone out yet.
    private(set) var unanswered = 0

    init(limits: WebLimits, at now: NIODeadline) {
        self.limits = limits
        quietSince = now
    }

    /// Whether part of a request has arrived, but not all of it.
    var isReceiving: Bool { receivingSince != nil }

    /// Whether our last word has been said.
    var hasEnded: Bool { endingSince != nil }

    /// Bytes came in; the first ones of a request start its time.
    mutating func bytesArrived(at now: NIODeadline) {
        if receivingSince == nil { receivingSince = now }
    }

    /// A request is complete.
    mutating func requestCompleted() {
        receivingSince = nil
        unanswered += 1
    }

    /// An answer is on its way.
    ///
    /// A request that came in behind it has its time from now, since we kept it waiting.
    mutating func answered(at now: NIODeadline) {
        unanswered = max(0, unanswered - 1)
        quietSince = now
        if receivingSince != nil { receivingSince = now }
    }

    /// Our last word has been said.
    mutating func ended(at now: NIODeadline) {
        endingSince = now
    }

    /// The next moment to look; nil while only our own answer is awaited.
    var due: NIODeadline? {
        if let endingSince { return endingSince + limits.farewell.timeAmount }
        if unanswered > 0 { return nil }
        if let receivingSince { return receivingSince + limits.request.timeAmount }
        return quietSince + limits.idle.timeAmount
    }

    /// What to do now.
    func verdict(at now: NIODeadline) -> Verdict {
        guard let due, due <= now else { return .wait(until: due) }
        return isReceiving && endingSince == nil ? .refuse : .close
    }
}

extension Span {
    /// The same length as NIO counts it.
    var timeAmount: TimeAmount { .milliseconds(milliseconds) }
}
