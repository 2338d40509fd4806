import Kernel
import Platform
import Ports

/// The faults of a script: one stands armed at a time, in the order written.
struct WorldFaults {
    private(set) var waiting: [Fault] = []
    /// What the first of them is on the platform, once it stands armed there.
    private var onPlatform: PlatformFault?
    private var isArmed = false

    mutating func append(_ fault: Fault) { waiting.append(fault) }

    /// Forgets what has struck and arms the next one.
    mutating func refresh(_ platform: inout EmulatedPlatform, _ drill: CrashDrill, at now: Timestamp) {
        while let fault = waiting.first {
            if !isArmed { arm(fault, &platform, drill, at: now) }
            guard hasStruck(platform, drill, at: now) else { return }
            waiting.removeFirst()
            isArmed = false
            onPlatform = nil
        }
    }

    private mutating func arm(
        _ fault: Fault,
        _ platform: inout EmulatedPlatform,
        _ drill: CrashDrill,
        at now: Timestamp
    ) {
        isArmed = true
        switch fault {
        case .crash(let moment): drill.arm(moment.waypoint)
        case .reply(let status): onPlatform = .turnAway(status: status)
        case .dropNextStatus: onPlatform = .dropStatus
        case .platformDown(let span): onPlatform = .down(until: now + span)
        }
        if let onPlatform { platform.arm(onPlatform) }
    }

    /// An outage has struck as soon as it has begun.
    private func hasStruck(_ platform: EmulatedPlatform, _ drill: CrashDrill, at now: Timestamp) -> Bool {
        switch onPlatform {
        case .down: true
        case let fault?: !platform.waitingFaults.contains(fault)
        case nil: !drill.isArmed
        }
    }
}

extension Fault.Moment {
    fileprivate var waypoint: Waypoint {
        switch self {
        case .beforeCommit: .beforeCommit
        case .afterCommit: .afterCommit
        case .beforeSend: .beforeSend
        case .afterSend: .afterSend
        }
    }
}

extension EmulatedPlatform {
    /// When it listens again; nil when it does.
    func downUntil(at now: Timestamp) -> Timestamp? {
        waitingFaults.compactMap { fault in
            if case .down(let until) = fault, until > now { until } else { nil }
        }.max()
    }
}
