import HeapModule
import Kernel

/// Which lanes are due, and when the next one is: a lane stands here once, at its earliest moment, until it is taken.
struct LaneSchedule<Lane: Hashable & Sendable>: Sendable {
    private struct Due: Comparable {
        let at: Timestamp
        let lane: Lane

        static func < (left: Due, right: Due) -> Bool { left.at < right.at }
        static func == (left: Due, right: Due) -> Bool { left.at == right.at }
    }

    private var waiting: [Lane: Timestamp] = [:]
    private var order = Heap<Due>()

    /// Puts a lane at a moment, unless it stands at an earlier one.
    mutating func put(_ lane: Lane, at moment: Timestamp) {
        if let standing = waiting[lane], standing <= moment { return }
        waiting[lane] = moment
        order.insert(Due(at: moment, lane: lane))
    }

    /// Puts a lane at a moment, wherever it stood.
    mutating func move(_ lane: Lane, to moment: Timestamp) {
        waiting[lane] = nil
        put(lane, at: moment)
    }

    /// Takes out the next lane that is due; nil when none is.
    mutating func take(at now: Timestamp) -> Lane? {
        while let next = order.min, next.at <= now {
            order.removeMin()
            guard waiting[next.lane] == next.at else { continue }
            waiting[next.lane] = nil
            return next.lane
        }
        return nil
    }

    /// When the next lane is due.
    mutating func nextDue() -> Timestamp? {
        while let next = order.min {
            if waiting[next.lane] == next.at { return next.at }
            order.removeMin()
        }
        return nil
    }
}
