import Kernel
import Synchronization

/// Lets one loop sleep until it is rung or a time has passed; a ring while nobody sleeps is not lost.
///
/// It may wake the loop early: an alarm set for an earlier sleep is left to go off, since a loop that is rung thousands
/// of times a second would otherwise set and cancel as many.
final class Doorbell: Sendable {
    private struct State {
        var isRung = false
        var sleeper: CheckedContinuation<Void, Never>?
        var alarm: Alarm?

        mutating func takeSleeper() -> CheckedContinuation<Void, Never>? {
            defer { sleeper = nil }
            return sleeper
        }
    }

    private struct Alarm {
        let at: ContinuousClock.Instant
        let task: Task<Void, Never>
    }

    private let state = Mutex(State())

    deinit { state.withLock { $0.alarm?.task.cancel() } }

    func ring() {
        let sleeper = state.withLock { state in
            if state.sleeper == nil { state.isRung = true }
            return state.takeSleeper()
        }
        sleeper?.resume()
    }

    /// Returns when rung, and after so long at the latest.
    func sleep(atMost span: Span) async {
        await withCheckedContinuation { continuation in
            let isAwake = state.withLock { state in
                if state.isRung || span.milliseconds <= 0 {
                    state.isRung = false
                    return true
                }
                state.sleeper = continuation
                setAlarm(at: .now + .milliseconds(span.milliseconds), in: &state)
                return false
            }
            if isAwake { continuation.resume() }
        }
    }

    /// Sees to it that an alarm goes off then, or before.
    private func setAlarm(at moment: ContinuousClock.Instant, in state: inout State) {
        if let alarm = state.alarm {
            guard moment < alarm.at else { return }
            alarm.task.cancel()
        }
        let task = Task { [weak self] in
            try? await Task.sleep(until: moment, clock: .continuous)
            self?.wake(at: moment)
        }
        state.alarm = Alarm(at: moment, task: task)
    }

    private func wake(at moment: ContinuousClock.Instant) {
        let sleeper: CheckedContinuation<Void, Never>? = state.withLock { state in
            // A later alarm has taken the place of one that was cancelled.
            guard state.alarm?.at == moment else { return nil }
            state.alarm = nil
            return state.takeSleeper()
        }
        sleeper?.resume()
    }
}
