import Kernel
import Ports
import Synchronization

/// A crash that waits for its waypoint.
final class CrashPlan: Sendable {
    struct Crash: Error {}

    private let point = Mutex<Waypoint?>(nil)

    var hasStruck: Bool { point.withLock { $0 == nil } }

    func arm(_ waypoint: Waypoint) { point.withLock { $0 = waypoint } }

    func pass(_ waypoint: Waypoint) throws {
        let strikes = point.withLock { point in
            guard point == waypoint else { return false }
            point = nil
            return true
        }
        if strikes { throw Crash() }
    }
}

/// Random bits from a seed.
final class SeededEntropy: Entropy {
    private let generator: Mutex<SeededGenerator>

    init(seed: UInt64) { generator = Mutex(SeededGenerator(seed: seed)) }

    func next() -> UInt64 { generator.withLock { $0.next() } }
}
