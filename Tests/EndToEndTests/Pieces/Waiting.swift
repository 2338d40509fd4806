import Foundation
import Kernel

/// Why a scene could not go on.
struct SceneError: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}

/// Asks again every few milliseconds until the condition holds; false if the time runs out first.
func eventually(within limit: Duration, _ condition: () async throws -> Bool) async rethrows -> Bool {
    let deadline = ContinuousClock.now.advanced(by: limit)
    while try await !condition() {
        guard ContinuousClock.now < deadline else { return false }
        try? await Task.sleep(for: .milliseconds(10))
    }
    return true
}

/// As `eventually`, but time that runs out ends the scene.
func waitFor(_ what: String, within limit: Duration = .seconds(60), _ condition: () async throws -> Bool) async throws {
    guard try await eventually(within: limit, condition) else { throw SceneError("waited in vain for \(what)") }
}

/// How long the work took.
func time(_ work: () async throws -> Void) async rethrows -> Duration {
    let start = ContinuousClock.now
    try await work()
    return start.duration(to: .now)
}

extension Timestamp {
    /// The machine's clock, as the gateway reads it.
    static var machine: Timestamp { Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)) }
}
