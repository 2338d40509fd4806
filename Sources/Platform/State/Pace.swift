import Kernel

/// A pace with a burst that is borrowed from the future (generic cell rate algorithm).
struct Pace: Sendable {
    /// When everything taken so far is paid back, in microseconds since 1970.
    private var paidBack: Int64 = 0

    /// Whether one more is allowed at that moment.
    func allows(_ rule: Rule, at now: Timestamp) -> Bool {
        paidBack - now.milliseconds * 1_000 <= rule.interval * Int64(rule.burst - 1)
    }

    /// Takes one, allowed or not.
    mutating func take(_ rule: Rule, at now: Timestamp) {
        paidBack = max(paidBack, now.milliseconds * 1_000) + rule.interval
    }

    /// One each `interval` microseconds, `burst` at once.
    struct Rule {
        var interval: Int64
        var burst: Int
    }
}

extension PlatformPace {
    var pair: Pace.Rule { Pace.Rule(interval: max(1, pairInterval.milliseconds) * 1_000, burst: max(1, pairBurst)) }
    var throughput: Pace.Rule { Pace.Rule(interval: 1_000_000 / Int64(max(1, perSecond)), burst: max(1, perSecond)) }
}
