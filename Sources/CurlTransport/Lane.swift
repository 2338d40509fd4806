import DequeModule

/// The calls to one scheme, host and port: those under way, those waiting, and the transfers at rest.
final class Lane {
    /// A call that waits for room.
    struct Waiting {
        let job: CallJob
        /// Until when it may wait: half of its time, so that none is sent with too little left to hear the answer.
        let latestStart: ContinuousClock.Instant
        /// When its time is up.
        let deadline: ContinuousClock.Instant
    }

    /// How many calls may be under way.
    var room: Int
    /// Transfers whose call is under way.
    var running = 0
    /// First come, first served.
    var waiting: Deque<Waiting> = []
    /// Transfers to reuse, the one used last at the end.
    var pool: [Transfer] = []

    init(room: Int) {
        self.room = room
    }

    var hasRoom: Bool { running < room }

    var isIdle: Bool { running == 0 && waiting.isEmpty }

    /// Takes out the waiting calls for which the condition holds.
    func withdraw(where condition: (Waiting) -> Bool) -> [CallJob] {
        let leaving = waiting.filter(condition)
        if !leaving.isEmpty { waiting.removeAll(where: condition) }
        return leaving.map(\.job)
    }
}

/// The lanes by host, and the addresses seen lately, so that a known one is not taken apart again.
struct LaneMap {
    private var byAddress: [String: Lane] = [:]
    private var byOrigin: [String: Lane] = [:]
    private let room: Int
    private let most = 512

    init(room: Int) {
        self.room = room
    }

    /// Every lane there is.
    var all: some Collection<Lane> { byOrigin.values }

    /// The lane of an address; nil unless it starts with `http://` or `https://` and a host.
    mutating func lane(for address: String) -> Lane? {
        if let known = byAddress[address] { return known }
        guard let origin = Self.origin(of: address) else { return nil }
        if byOrigin.count >= most { forgetIdleLanes() }
        if byAddress.count >= most { byAddress.removeAll() }
        let lane = byOrigin[origin] ?? Lane(room: room)
        byOrigin[origin] = lane
        byAddress[address] = lane
        return lane
    }

    private mutating func forgetIdleLanes() {
        byOrigin = byOrigin.filter { !$0.value.isIdle }
        byAddress.removeAll()
    }

    private static func origin(of address: String) -> String? {
        let start = address.prefix(8).lowercased()
        guard let scheme = ["https://", "http://"].first(where: start.hasPrefix) else { return nil }
        let host = address.dropFirst(scheme.count).prefix { !"/?#\\".contains($0) }
        return host.isEmpty ? nil : scheme + host.lowercased()
    }
}
