import Kernel
import Ports
import Synchronization

/// The machine's clock, moved on as somebody wishes; it never goes back.
final class AdjustableClock: WallClock {
    private let machine = SystemClock()
    private let ahead = Mutex(Span.zero)

    var now: Timestamp { machine.now + ahead.withLock(\.self) }

    /// Moves it on to that moment; a moment that has passed leaves it.
    func move(to moment: Timestamp) {
        ahead.withLock { ahead in
            ahead = max(ahead, moment.since(machine.now))
        }
    }
}
