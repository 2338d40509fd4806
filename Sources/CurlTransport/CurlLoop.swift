import CCurl
import DequeModule
import Kernel
import Ports

/// The transport's thread: takes calls, lets libcurl move them on, hands out what came of them.
final class CurlLoop {
    private let multi: MultiHandle
    private let queue: CallQueue
    private let limits: CurlLimits
    private var lanes: LaneMap
    private var shelf = HeaderShelf()
    private var running: [ObjectIdentifier: (transfer: Transfer, lane: Lane)] = [:]
    private var waiting = 0
    private var nextSweep = ContinuousClock.now
    private let sweepMilliseconds: Int32 = 50

    init(multi: MultiHandle, queue: CallQueue, limits: CurlLimits) {
        self.multi = multi
        self.queue = queue
        self.limits = limits
        lanes = LaneMap(room: limits.connectionsPerHost)
    }

    /// Works until the queue is closed; every call has its outcome when this returns.
    func run() {
        while true {
            let news = queue.take()
            let now = ContinuousClock.now
            for job in news.arrived { accept(job, at: now) }
            for number in news.givenUp { giveUp(number) }
            guard !news.isClosed else { return endAll() }
            if waiting > 0, now >= nextSweep { expire(at: now) }
            multi.perform()
            settleFinished(at: now)
            if queue.mayRest() { multi.wait(milliseconds: waiting > 0 ? sweepMilliseconds : 10_000) }
        }
    }
}

extension CurlLoop {
    private func accept(_ job: CallJob, at now: ContinuousClock.Instant) {
        let time = min(job.call.timeout, limits.total)
        guard let lane = lanes.lane(for: job.call.url) else {
            return job.caller.resume(returning: .notSent("an address starts with http:// or https:// and a host"))
        }
        if lane.hasRoom {
            start(job, in: lane, milliseconds: time.milliseconds)
        } else if lane.waiting.count < limits.waitingPerHost {
            let deadline = now.advanced(by: .milliseconds(time.milliseconds))
            let latestStart = now.advanced(by: .milliseconds(time.milliseconds / 2))
            lane.waiting.append(.init(job: job, latestStart: latestStart, deadline: deadline))
            waiting += 1
        } else {
            job.caller.resume(returning: .notSent("\(lane.waiting.count) calls wait for this host already"))
        }
    }

    private func start(_ job: CallJob, in lane: Lane, milliseconds: Int64) {
        guard milliseconds > 0 else { return job.caller.resume(returning: .notSent("no time was left to send it")) }
        guard let headers = shelf.list(for: job.call.headers) else {
            return job.caller.resume(returning: .notSent("a header's name or value can't stand in a request"))
        }
        guard let transfer = lane.pool.popLast() ?? Transfer(limits: limits) else {
            return job.caller.resume(returning: .notSent("libcurl has no handle left"))
        }
        guard transfer.prepare(job, headers: headers, milliseconds: milliseconds), multi.add(transfer) else {
            return job.caller.resume(returning: .notSent("libcurl refused the request"))
        }
        lane.running += 1
        running[ObjectIdentifier(transfer)] = (transfer, lane)
    }

    private func settleFinished(at now: ContinuousClock.Instant) {
        while let (transfer, code) = multi.nextFinished() {
            settle(transfer, as: transfer.outcome(code: code), at: now)
        }
    }

    /// Ends a call and gives its place to the next that waits.
    private func settle(_ transfer: Transfer, as outcome: HTTPOutcome, at now: ContinuousClock.Instant) {
        guard let (_, lane) = running.removeValue(forKey: ObjectIdentifier(transfer)) else { return }
        if case .answered = outcome {
            lane.room = transfer.sharedItsConnection ? limits.streamsPerHost : limits.connectionsPerHost
        }
        multi.remove(transfer)
        let job = transfer.release()
        lane.running -= 1
        lane.pool.append(transfer)
        job?.caller.resume(returning: outcome)
        while lane.hasRoom, let next = lane.waiting.popFirst() {
            waiting -= 1
            start(next.job, in: lane, milliseconds: now.duration(to: next.deadline).wholeMilliseconds)
        }
    }

    /// Ends calls that have waited for room as long as they may.
    private func expire(at now: ContinuousClock.Instant) {
        nextSweep = now.advanced(by: .milliseconds(sweepMilliseconds))
        for lane in lanes.all where !lane.waiting.isEmpty {
            end(lane.withdraw { $0.latestStart <= now }, as: .notSent("no connection came free in time"))
        }
    }

    private func giveUp(_ number: UInt64) {
        if let (transfer, _) = running.values.first(where: { $0.transfer.job?.number == number }) {
            let outcome = transfer.outcome(code: CURLE_ABORTED_BY_CALLBACK, words: "the caller gave up")
            return settle(transfer, as: outcome, at: .now)
        }
        for lane in lanes.all {
            end(lane.withdraw { $0.job.number == number }, as: .notSent("the caller gave up"))
        }
    }

    private func end(_ jobs: [CallJob], as outcome: HTTPOutcome) {
        waiting -= jobs.count
        for job in jobs { job.caller.resume(returning: outcome) }
    }

    private func endAll() {
        for lane in lanes.all { end(lane.withdraw { _ in true }, as: .notSent(CurlClient.closedWords)) }
        for (transfer, _) in Array(running.values) {
            let outcome = transfer.outcome(code: CURLE_ABORTED_BY_CALLBACK, words: CurlClient.closedWords)
            settle(transfer, as: outcome, at: .now)
        }
    }
}

extension Duration {
    /// Whole milliseconds, rounded down.
    fileprivate var wholeMilliseconds: Int64 {
        components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000
    }
}
