package import Kernel

/// What a line of a script says.
package enum ScriptStep: Sendable, Equatable {
    /// `ana> …`: a shopper does something.
    case sends(shopper: String, Act<Wording>)
    /// `bea> ana: …`: a person of the shop writes in the platform's own inbox.
    case staffSends(staff: String, shopper: String, Wording)
    /// `again x2 late 3m`: the webhook of the line above is delivered again so many times.
    case again(times: Int, late: Span)
    /// `ana< …`: one bubble reaches a shopper.
    case expects(ExpectedBubble)
    /// `at …`: the clock moves on.
    case clock(ClockMove)
    /// `from …: …`: somebody else's signed webhook, or a command of the merchant.
    case notice(Notice<Wording>, late: Span)
    /// `shuffled` … `end`: the lines between arrive in random order.
    case shuffled([ScriptEntry])
    /// `bill: …`
    case bills(ExpectedBills)
    /// `see: …` or `see ana: …`
    case sees(shopper: String?, [Fact<Wording>])
    /// `fault: …`
    case fault(Fault)
    /// `silence`
    case silence
}

/// Where `at` moves the clock.
package enum ClockMove: Sendable, Equatable {
    /// `at +25h`: on from now.
    case on(Span)
    /// `at 2026-10-06T09:00Z`: to that moment.
    case to(Timestamp)
}

/// Something that goes wrong once, at its own moment.
package enum Fault: Sendable, Equatable, Hashable, CustomStringConvertible {
    /// The process dies before or after a turn's commit or a message's send.
    case crash(Moment)
    /// The platform answers a send with this HTTP status once.
    case reply(status: Int)
    /// The next delivery status is never reported.
    case dropNextStatus
    /// The platform answers nobody for so long.
    case platformDown(Span)

    /// A point of the way at which a process can die.
    package enum Moment: String, Sendable, CaseIterable {
        case beforeCommit = "before commit"
        case afterCommit = "after commit"
        case beforeSend = "before send"
        case afterSend = "after send"
    }

    /// The fault as the script writes it.
    package var description: String {
        switch self {
        case .crash(let moment): "crash \(moment.rawValue)"
        case .reply(let status): "reply \(status) once"
        case .dropNextStatus: "drop next status"
        case .platformDown(let span): "platform down \(span.written)"
        }
    }
}
