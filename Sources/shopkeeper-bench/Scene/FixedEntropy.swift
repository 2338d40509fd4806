import Kernel
import Ports
import Synchronization

/// Random bits from a seed.
final class FixedEntropy: Entropy {
    private let generator: Mutex<SeededGenerator>

    init(seed: UInt64) { generator = Mutex(SeededGenerator(seed: seed)) }

    func next() -> UInt64 { generator.withLock { $0.next() } }
}
