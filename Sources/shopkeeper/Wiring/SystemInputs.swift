import Foundation
import Kernel
import Ports

/// The machine's clock.
struct SystemClock: WallClock {
    var now: Timestamp { Timestamp(milliseconds: Int64((Date().timeIntervalSince1970 * 1000).rounded(.down))) }
}

/// The system's random bits.
struct SystemEntropy: Entropy {
    func next() -> UInt64 { UInt64.random(in: .min ... .max) }
}
