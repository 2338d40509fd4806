import Foundation
import Ports
import SettingsFile
import Synchronization

/// Ends the process at a waypoint as `kill -9` would, so that a drill can prove that nothing is lost or doubled.
final class CrashDrill: Sendable {
    private let point: Waypoint
    private let left: Mutex<Int>

    /// Reads `POINT` or `POINT:N`: strikes the N-th time that the point is passed.
    init(_ text: String) throws {
        let parts = text.split(separator: ":")
        guard let point = parts.first.flatMap({ Waypoint(rawValue: String($0)) }),
            let count = parts.count > 1 ? Int(parts[1]) : 1, count > 0
        else {
            let points = Waypoint.allCases.map(\.rawValue).joined(separator: ", ")
            throw SettingsFault(
                place: "--crash-at",
                expected: "one of \(points), with :N for the N-th time",
                remedy: "Write beforeCommit:3, for instance."
            )
        }
        self.point = point
        left = Mutex(count)
    }

    func pass(_ point: Waypoint) {
        guard point == self.point else { return }
        let strikes = left.withLock { left in
            left -= 1
            return left == 0
        }
        if strikes { kill(getpid(), SIGKILL) }
    }
}
