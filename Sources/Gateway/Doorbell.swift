import Kernel
import Synchronization

/// Lets one loop sleep until it is rung or a time has passed; a ring while nobody sleeps is not lost.
final class Doorbell: Sendable {
    private struct State {
        var isRung = false
        var sleeper: CheckedContinuation<Void, Never>?
        var nap: Task<Void, Never>?
    }

    private let state = Mutex(State())

    func ring() {
        let (sleeper, nap) = state.withLock { state in
            defer {
                state.sleeper = nil
                state.nap = nil
            }
            if state.sleeper == nil { state.isRung = true }
            return (state.sleeper, state.nap)
        }
        nap?.cancel()
        sleeper?.resume()
    }

    /// Returns when rung, or after so long.
    func sleep(atMost span: Span) async {
        await withCheckedContinuation { continuation in
            let isAwake = state.withLock { state in
                if state.isRung || span.milliseconds <= 0 {
                    state.isRung = false
                    return true
                }
                state.sleeper = continuation
                state.nap = Task {
                    try? await Task.sleep(for: .milliseconds(span.milliseconds))
                    if !Task.isCancelled { ring() }
                }
                return false
            }
            if isAwake { continuation.resume() }
        }
    }
}
