import Ports
import Synchronization

/// A call with its caller, who waits for the outcome.
struct CallJob: Sendable {
    /// Counts calls; a caller who gives up names it.
    let number: UInt64
    let call: HTTPCall
    /// Resumed exactly once.
    let caller: CheckedContinuation<HTTPOutcome, Never>
}

/// What callers hand to the transport's thread.
///
/// The thread is woken only when it sleeps, so a burst of calls costs one wake-up.
final class CallQueue: Sendable {
    /// What came in since the last look.
    struct News: Sendable {
        var arrived: [CallJob] = []
        var givenUp: [UInt64] = []
        var isClosed = false

        var isEmpty: Bool { arrived.isEmpty && givenUp.isEmpty && !isClosed }
    }

    /// What a caller does once its news stands in the queue.
    enum AfterAdding { case nothing, wakeUp, refuse }

    private struct State: Sendable {
        var news = News()
        var isThreadAsleep = false
        var isClosed = false

        mutating func wasAsleep() -> Bool {
            defer { isThreadAsleep = false }
            return isThreadAsleep
        }
    }

    private let state = Mutex(State())

    /// Adds a call; refused once the queue is closed.
    func add(_ job: CallJob) -> AfterAdding {
        state.withLock { state in
            guard !state.isClosed else { return .refuse }
            state.news.arrived.append(job)
            return state.wasAsleep() ? .wakeUp : .nothing
        }
    }

    /// Says that the caller of that number waits no longer.
    func giveUp(_ number: UInt64) -> AfterAdding {
        state.withLock { state in
            guard !state.isClosed else { return .nothing }
            state.news.givenUp.append(number)
            return state.wasAsleep() ? .wakeUp : .nothing
        }
    }

    /// Ends the queue; what stands in it is still taken.
    func close() -> AfterAdding {
        state.withLock { state in
            guard !state.isClosed else { return .nothing }
            state.isClosed = true
            state.news.isClosed = true
            return state.wasAsleep() ? .wakeUp : .nothing
        }
    }

    /// For the thread: all news so far.
    func take() -> News {
        state.withLock { state in
            state.isThreadAsleep = false
            defer { state.news = News() }
            return state.news
        }
    }

    /// For the thread: whether it may sleep; from then on whoever adds wakes it.
    func mayRest() -> Bool {
        state.withLock { state in
            state.isThreadAsleep = state.news.isEmpty
            return state.isThreadAsleep
        }
    }
}
