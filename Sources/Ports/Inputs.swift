public import Kernel

/// Where the moment comes from: the machine's clock in a server, a script's own in a replay.
public protocol WallClock: Sendable {
    /// The moment now.
    var now: Timestamp { get }
}

/// Where random bits come from: the system in a server, a seed in a replay.
public protocol Entropy: Sendable {
    /// 64 fresh bits.
    func next() -> UInt64
}

/// A place on a message's way at which a drill may strike; the order is that of the way.
package enum Waypoint: String, Sendable, CaseIterable {
    case beforeCommit, afterCommit, beforeSend, afterSend, afterAnswer
}

/// Called at each waypoint; it throws, or ends the process, when a drill says so.
package typealias WaypointHook = @Sendable (Waypoint) throws -> Void
