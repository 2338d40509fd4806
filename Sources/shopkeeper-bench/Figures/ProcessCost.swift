import Foundation

/// What this process has used of the machine so far, its children left out.
struct ProcessCost {
    /// Seconds of processor time, the kernel's for us included.
    let cpu: Double
    let wall: ContinuousClock.Instant

    static var now: ProcessCost {
        var usage = rusage()
        getrusage(RUSAGE_SELF.rawValue, &usage)
        return ProcessCost(cpu: seconds(usage.ru_utime) + seconds(usage.ru_stime), wall: .now)
    }

    /// Seconds of processor time and of the clock since an earlier moment.
    func since(_ earlier: ProcessCost) -> (cpu: Double, wall: Double) {
        (cpu - earlier.cpu, (wall - earlier.wall).inSeconds)
    }

    private static func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
}

extension Duration {
    var inSeconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}
