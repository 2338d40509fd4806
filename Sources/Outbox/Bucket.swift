package import Kernel

/// A rate gate that needs one moment of memory: sends may come in bursts, but no more than the rate in the long run.
///
/// The generic cell rate algorithm: `interval` apart on average, up to `burst` at once.
package struct Bucket: Sendable, Equatable {
    private let intervalMicroseconds: Int64
    private let toleranceMicroseconds: Int64
    /// When the bucket would be empty, in microseconds since 1970.
    private var emptyAt: Int64

    /// `interval` as microseconds between sends, `burst` of at least 1.
    package init(intervalMicroseconds: Int64, burst: Int) {
        self.intervalMicroseconds = intervalMicroseconds
        toleranceMicroseconds = intervalMicroseconds * Int64(max(1, burst) - 1)
        emptyAt = 0
    }

    /// When the next send may go: now or later.
    package func opens(at now: Timestamp) -> Timestamp {
        let earliest = emptyAt - toleranceMicroseconds
        let nowMicroseconds = now.milliseconds * 1000
        guard earliest > nowMicroseconds else { return now }
        return Timestamp(milliseconds: (earliest + 999) / 1000)
    }

    /// Counts one send at a moment.
    package mutating func take(at now: Timestamp) {
        emptyAt = max(emptyAt, now.milliseconds * 1000) + intervalMicroseconds
    }

    /// Whether forgetting the bucket would change nothing.
    package func isFull(at now: Timestamp) -> Bool { emptyAt <= now.milliseconds * 1000 }
}
