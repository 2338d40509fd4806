import Kernel
import Ports
import Synchronization

/// Kills the stages at a waypoint: the one that a script names, or now and then one of chance.
final class CrashDrill: Sendable {
    /// The stages are dead; whatever they had in hand is lost.
    struct Crash: Error {
        let point: Waypoint
    }

    private struct State {
        var armed: Waypoint?
        var chance: SeededGenerator?
        /// How often chance may still strike.
        var left = 0
        var points: [Waypoint] = []
        /// Whether chance spares the calls: a message that was in hand at a crash is sent once more, never a third time.
        var sparesCalls = false
    }

    private let state = Mutex(State())

    /// Strikes the next time that this point is passed.
    func arm(_ point: Waypoint) { state.withLock { $0.armed = point } }

    /// Whether the point that was armed has not been passed.
    var isArmed: Bool { state.withLock { $0.armed != nil } }

    /// From now on chance strikes too, at one of these points, so often at most.
    func leaveToChance(seed: UInt64, at points: [Waypoint], most: Int) {
        state.withLock { state in
            state.chance = SeededGenerator(seed: seed)
            state.points = points
            state.left = most
        }
    }

    /// Whether chance leaves calls alone for a while.
    func spareCalls(_ isSparing: Bool) { state.withLock { $0.sparesCalls = isSparing } }

    /// Called at each waypoint; throws when the stages die there.
    func pass(_ point: Waypoint) throws(Crash) {
        let strikes = state.withLock { state in
            if state.armed == point {
                state.armed = nil
                return true
            }
            guard state.left > 0, state.points.contains(point), !(state.sparesCalls && point.isOfCall),
                state.chance?.next(upperBound: UInt64(10)) == 0
            else { return false }
            state.left -= 1
            return true
        }
        if strikes { throw Crash(point: point) }
    }
}

extension Waypoint {
    /// Whether a message is in hand there.
    var isOfCall: Bool {
        switch self {
        case .beforeCommit, .afterCommit: false
        case .beforeSend, .afterSend, .afterAnswer: true
        }
    }
}

/// Random bits from a seed, the same in every play.
final class SeededEntropy: Entropy {
    private let generator: Mutex<SeededGenerator>

    init(seed: UInt64) { generator = Mutex(SeededGenerator(seed: seed)) }

    func next() -> UInt64 { generator.withLock { $0.next() } }
}
