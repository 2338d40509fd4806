import Kernel

/// One play of a script: what is known and what waits to be matched.
struct TalkPlay<World: TalkWorld> {
    let casting: TalkCasting
    let world: World
    let accepts: Bool
    /// What was captured so far.
    var captures: Captures = [:]
    /// What stands on each shopper's phone.
    var threads: [String: ShopperThread] = [:]
    /// What reached each shopper and no line has claimed.
    var unclaimed: [String: [ReceivedBubble]] = [:]
    /// Billing records no `bill:` has claimed.
    var unbilled: [BillRecord] = []
    /// How many of them were there before the line that acted last.
    var billedBeforeLastLine = 0
    /// Tasks no `see:` has claimed.
    var tasks: [RaisedTask] = []
    var edits = ScriptEdits()
    var lastDelivery: TalkDelivery?
    /// Whether somebody sent something since the clock was moved.
    var hasSent = false
    var random: SeededGenerator

    var script: TalkScript { casting.script }

    init(_ casting: TalkCasting, _ world: World, accepts: Bool) {
        self.casting = casting
        self.world = world
        self.accepts = accepts
        random = SeededGenerator(seed: casting.script.header.seed)
    }

    /// Plays every entry in order; the first difference ends it.
    mutating func run() async -> TalkFailure? {
        for index in script.entries.indices {
            if let failure = await outcome(
                at: script.entries[index].lines,
                { play throws in try await play.play(index) }
            ) {
                return failure
            }
        }
        let last = script.entries.last?.lines ?? 0..<0
        return await outcome(at: last) { play throws in try await play.finish() }
    }

    private mutating func outcome(
        at lines: Range<Int>,
        _ step: (inout TalkPlay) async throws -> Void
    ) async -> TalkFailure? {
        do {
            try await step(&self)
            return nil
        } catch let failure as TalkFailure {
            return failure
        } catch {
            return TalkFailure(script, at: lines, reason: "\(error)")
        }
    }

    private mutating func play(_ index: Int) async throws {
        let entry = script.entries[index]
        try await collect()
        switch entry.step {
        case .sends, .staffSends:
            billedBeforeLastLine = unbilled.count
            try await send(entry)
        case .again(let times, let late):
            billedBeforeLastLine = unbilled.count
            try await again(times, late)
        case .notice:
            try checkNothingUnexpected(before: index)
            billedBeforeLastLine = unbilled.count
            try await send(entry)
        case .shuffled(let inner):
            if inner.contains(where: \.step.isNotice) { try checkNothingUnexpected(before: index) }
            billedBeforeLastLine = unbilled.count
            try await shuffle(inner)
        case .clock(let move):
            try checkNothingUnexpected(before: index)
            billedBeforeLastLine = unbilled.count
            try await moveClock(move, entry)
        case .fault(let fault): try await world.arm(fault)
        case .expects, .bills, .sees, .silence: try await check(index)
        }
    }

    /// The lines that let the world come to rest and then look at it.
    private mutating func check(_ index: Int) async throws {
        let entry = script.entries[index]
        let known = entry.step == .silence ? billedBeforeLastLine : unbilled.count
        try await settle()
        switch entry.step {
        case .expects(let bubble): try expect(bubble, at: index)
        case .bills(let expected): try compareBills(expected, entry)
        case .sees(let shopper, let facts):
            try checkNoMoreBubbles(before: index)
            try await compareFacts(facts, of: shopper, entry)
            try checkNothingUnexpected(before: index)
        default:
            try checkNothingUnexpected(before: index)
            try checkNothingBilled(since: known, before: index)
        }
        billedBeforeLastLine = unbilled.count
    }

    /// After the last line: nothing may be left over.
    private mutating func finish() async throws {
        try await settle()
        let end = script.entries.count
        try checkNothingUnexpected(before: end)
        if casting.countsBills { try checkNothingBilled(since: 0, before: end) }
        let faults = await world.waitingFaults()
        guard let fault = faults.first else { return }
        let entry = script.entries.last { $0.step == .fault(fault) }
        throw TalkFailure(script, at: entry?.lines ?? 0..<0, reason: "'fault: \(fault)' never struck")
    }
}

extension ScriptStep {
    /// Whether it is a `from` line.
    var isNotice: Bool {
        if case .notice = self { true } else { false }
    }
}
