import Foundation
import Kernel
import Logging
import Ports

/// The machine's clock.
struct SystemClock: WallClock {
    var now: Timestamp { Timestamp(milliseconds: Int64((Date().timeIntervalSince1970 * 1000).rounded(.down))) }
}

/// The system's random bits.
struct SystemEntropy: Entropy {
    func next() -> UInt64 { UInt64.random(in: .min ... .max) }
}

extension Logger {
    /// Says nothing below an error, as a figure should not pay for lines that nobody reads.
    static var quiet: Logger {
        var logger = Logger(label: "bench") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = .error
        return logger
    }
}
