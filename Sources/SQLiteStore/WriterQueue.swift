import DequeModule
import Dispatch
import Ports
import Synchronization

/// What waits for the writer's thread, which is woken only when it sleeps.
final class WriterQueue: Sendable {
    /// What the thread takes at once.
    struct Batch: Sendable {
        var jobs: [any WriterJob] = []
        var questions: [ConnectionQuestion] = []
        /// Whether nothing will come any more.
        var isLast = false
    }

    private struct State: Sendable {
        var jobs: Deque<any WriterJob> = []
        var questions: [ConnectionQuestion] = []
        var isClosed = false
        var isThreadAsleep = false

        mutating func wasAsleep() -> Bool {
            defer { isThreadAsleep = false }
            return isThreadAsleep
        }
    }

    private let state = Mutex(State())
    private let bell = DispatchSemaphore(value: 0)

    /// Queues a body; false once the store is shut.
    func add(_ job: any WriterJob) -> Bool { change { $0.jobs.append(job) } }

    /// Queues a question; false once the store is shut.
    func add(_ question: ConnectionQuestion) -> Bool { change { $0.questions.append(question) } }

    /// Lets nothing more in; what waits is still done.
    func close() { _ = change { $0.isClosed = true } }

    private func change(_ body: (inout State) -> Void) -> Bool {
        let (isTaken, mustRing) = state.withLock { state in
            guard !state.isClosed else { return (false, false) }
            body(&state)
            return (true, state.wasAsleep())
        }
        if mustRing { bell.signal() }
        return isTaken
    }

    /// How many bodies wait.
    var count: Int { state.withLock { $0.jobs.count } }

    /// For the thread: waits until there is something to do, then takes at most so many bodies.
    func take(atMost limit: Int) -> Batch {
        while true {
            let batch: Batch? = state.withLock { state in
                guard !state.jobs.isEmpty || !state.questions.isEmpty || state.isClosed else {
                    state.isThreadAsleep = true
                    return nil
                }
                var batch = Batch(jobs: Array(state.jobs.prefix(limit)), questions: state.questions)
                state.jobs.removeFirst(batch.jobs.count)
                state.questions = []
                batch.isLast = state.isClosed && state.jobs.isEmpty
                return batch
            }
            if let batch { return batch }
            bell.wait()
        }
    }
}
