import Kernel
import Outbox
import Testing

@Suite("An outbox entry")
struct OutboxMachineTests {
    private let now = Timestamp(seconds: 1_795_248_000)
    private let rules = RelayRules(mostMessageAttempts: 3, mostBillingAttempts: 4)

    private func machine(
        _ kind: OutboxEntry.Kind = .message,
        state: OutboxEntry.State = .sending,
        attempts: Int = 1,
        isRepeat: Bool = false,
        closedBody: [UInt8]? = nil,
        closedPlan: OutboxEntry.ClosedPlan = .wait
    ) -> OutboxMachine {
        OutboxMachine(
            OutboxEntry(
                kind: kind,
                shop: 1,
                key: "m:1:1:0",
                state: state,
                dueAt: now,
                attempts: attempts,
                isRepeat: isRepeat,
                body: [1],
                closedBody: closedBody,
                closedPlan: closedPlan
            ),
            rules: rules
        )
    }

    @Test("is done once it was accepted")
    func accepted() {
        var machine = machine()
        #expect(machine.accepted() == .accepted)
        #expect(machine.entry.state == .done)
    }

    @Test("is set aside once it was refused for good")
    func refused() {
        var machine = machine()
        #expect(machine.refused() == .setAside)
        #expect(machine.entry.state == .dead)
    }

    @Test("waits for evidence when its answer was lost, is sent once more and marked, then set aside")
    func lost() {
        var machine = machine()
        #expect(machine.lost(at: now, jitter: 0.5) == .waitForEvidence(until: now + .seconds(30)))
        #expect(machine.entry.state == .unknown)
        #expect(machine.entry.dueAt == now + .seconds(30))
        #expect(machine.evidenceDidNotCome(isTemplate: false) == .retry(at: now + .seconds(30)))
        #expect(machine.entry.state == .ready)
        #expect(machine.entry.isRepeat)
        #expect(machine.lost(at: now + .minutes(1), jitter: 0) == .waitForEvidence(until: now + .seconds(90)))
        #expect(machine.evidenceDidNotCome(isTemplate: false) == .setAside)
        #expect(machine.entry.state == .dead)
    }

    @Test("is done when evidence comes after all, also when it was set aside")
    func lateEvidence() {
        var machine = machine()
        _ = machine.lost(at: now, jitter: 0)
        #expect(machine.accepted() == .accepted)
        #expect(machine.entry.state == .done)
        #expect(!machine.entry.isRepeat)
    }

    @Test("is not sent twice when it is a template, which costs")
    func template() {
        var machine = machine()
        _ = machine.lost(at: now, jitter: 0)
        #expect(machine.evidenceDidNotCome(isTemplate: true) == .setAside)
        #expect(machine.entry.state == .dead)
    }

    @Test("found as being sent after a crash is as uncertain as a lost answer")
    func crashed() {
        var machine = machine()
        #expect(machine.foundSending(at: now) == .waitForEvidence(until: now + .seconds(30)))
        #expect(machine.entry.state == .unknown)
        #expect(machine.entry.attempts == 1)
    }

    @Test("for billing is simply posted again, since the receiver knows its key")
    func billing() {
        var machine = machine(.billing, state: .ready, attempts: 0)
        #expect(machine.lost(at: now, jitter: 0) == .retry(at: now + .seconds(1)))
        #expect(machine.entry.state == .ready)
        #expect(machine.entry.attempts == 1)
        #expect(machine.notSent(wait: nil, at: now, jitter: 0) == .retry(at: now + .seconds(2)))
        #expect(machine.foundSending(at: now) == .retry(at: now + .seconds(4)))
        #expect(machine.lost(at: now, jitter: 0) == .setAside)
        #expect(machine.entry.state == .dead)
    }

    @Test("waits as long as the receiver asks, or longer")
    func asked() {
        var machine = machine()
        #expect(machine.notSent(wait: .minutes(3), at: now, jitter: 0) == .retry(at: now + .minutes(3)))
        #expect(machine.notSent(wait: .milliseconds(1), at: now, jitter: 0) == .retry(at: now + .seconds(1)))
        #expect(machine.entry.attempts == 1)
    }

    @Test("is set aside after its last attempt", arguments: [(1, false), (2, false), (3, true), (9, true)])
    func lastAttempt(attempts: Int, isOver: Bool) {
        var machine = machine(attempts: attempts)
        let outcome = machine.notSent(wait: nil, at: now, jitter: 0)
        #expect((outcome == .setAside) == isOver)
        #expect(machine.entry.state == (isOver ? .dead : .ready))
    }

    @Test("goes as it is while the window is open, with a minute to spare")
    func openWindow() {
        let machine = machine(closedBody: [2], closedPlan: .template)
        #expect(machine.passage(windowClosesAt: now + .hours(1), at: now) == .send([1]))
        #expect(machine.passage(windowClosesAt: now + .milliseconds(60_001), at: now) == .send([1]))
        #expect(machine.passage(windowClosesAt: now + .minutes(1), at: now) == .send([2]))
    }

    @Test("follows its plan once the window has closed", arguments: OutboxEntry.ClosedPlan.allCases)
    func closedWindow(plan: OutboxEntry.ClosedPlan) {
        for closesAt in [nil, now - .hours(1)] {
            let passage = machine(closedBody: [2], closedPlan: plan).passage(windowClosesAt: closesAt, at: now)
            switch (plan, passage) {
            case (.template, .send([2])), (.humanAgentTag, .send([2])), (.wait, .park), (.drop, .drop): break
            default: Issue.record("\(plan) led to \(passage)")
            }
        }
    }

    @Test("waits for the shopper where a template was meant and none is at hand")
    func noTemplate() {
        guard case .park = machine(closedPlan: .template).passage(windowClosesAt: nil, at: now) else {
            Issue.record("an entry without closed body was not parked")
            return
        }
    }

    @Test("for billing knows no window")
    func billingPasses() {
        #expect(machine(.billing, closedPlan: .drop).passage(windowClosesAt: nil, at: now) == .send([1]))
    }

    @Test("comes to rest whatever happens to it, and is repeated at most once", arguments: UInt64(1)...200)
    func anyHistory(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var machine = machine()
        var repeats = 0
        var moment = now
        for _ in 1...60 where machine.entry.state != .done && machine.entry.state != .dead {
            let jitter = Double.random(in: 0..<1, using: &random)
            let wasRepeat = machine.entry.isRepeat
            let wasUnknown = machine.entry.state == .unknown
            switch (wasUnknown, Int.random(in: 0...9, using: &random)) {
            case (true, 0...2): _ = machine.accepted()
            case (true, _): _ = machine.evidenceDidNotCome(isTemplate: false)
            case (false, 0...3): _ = machine.lost(at: moment, jitter: jitter)
            case (false, 4...7): _ = machine.notSent(wait: nil, at: moment, jitter: jitter)
            case (false, 8): _ = machine.accepted()
            default: _ = machine.refused()
            }
            if !wasRepeat, machine.entry.isRepeat { repeats += 1 }
            if machine.entry.state == .ready, !wasUnknown { #expect(machine.entry.dueAt > moment) }
            #expect(machine.entry.state != .unknown || machine.entry.dueAt == moment + .seconds(30))
            moment = max(moment, machine.entry.dueAt)
        }
        #expect(repeats <= 1)
        #expect(machine.entry.key == "m:1:1:0")
        #expect(machine.entry.body == [1])
    }
}

@Suite("Backing off")
struct BackOffTests {
    @Test(
        "doubles with each attempt up to the longest",
        arguments: [(0, 1), (1, 1), (2, 2), (3, 4), (10, 512), (11, 600), (4000, 600)]
    )
    func doubling(attempt: Int, seconds: Int) {
        #expect(RelayRules().backOff(attempt: attempt, jitter: 0) == .seconds(Int64(seconds)))
    }

    @Test("takes off up to half by jitter, whatever the attempt", arguments: UInt64(1)...100)
    func jitter(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let rules = RelayRules()
        let attempt = Int.random(in: -5...100, using: &random)
        let whole = rules.backOff(attempt: attempt, jitter: 0)
        let shortened = rules.backOff(attempt: attempt, jitter: Double.random(in: -1...2, using: &random))
        #expect(shortened <= whole)
        #expect(shortened.milliseconds * 2 >= whole.milliseconds)
    }

    @Test("stays within the longest even for strange rules")
    func strangeRules() {
        let rules = RelayRules(firstBackOff: .days(10_000), longestBackOff: .hours(1))
        #expect((0...64).allSatisfy { rules.backOff(attempt: $0, jitter: 0) == .hours(1) })
    }
}
