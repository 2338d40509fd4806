import Dispatch
import Synchronization
import Testing

/// Runs tests that watch a clock on threads of their own.
///
/// All other tests share as many threads as the machine has cores. Where those compute for seconds, a test that waits for a
/// server's deadline would hear of it long after it has passed.
struct OwnThreads: SuiteTrait, TestTrait, TestScoping {
    let isRecursive = true

    func provideScope(
        for test: Test,
        testCase: Test.Case?,
        performing function: @Sendable @concurrent () async throws -> Void
    ) async throws {
        try await withTaskExecutorPreference(SpareThreads.shared) { try await function() }
    }
}

extension Trait where Self == OwnThreads {
    /// On threads that no other test can keep busy.
    static var onOwnThreads: OwnThreads { OwnThreads() }
}

/// A few threads that take turns.
final class SpareThreads: TaskExecutor {
    static let shared = SpareThreads()

    /// Each serial queue has a thread whenever it has work, however busy the machine's own pool is.
    private let queues = (0..<4).map { DispatchQueue(label: "tests.spare.\($0)") }
    private let next = Atomic<UInt>(0)

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        let place = next.wrappingAdd(1, ordering: .relaxed).oldValue
        queues[Int(place % UInt(queues.count))].async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}
