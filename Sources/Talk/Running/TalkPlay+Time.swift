import Kernel

extension TalkPlay {
    /// How long the world may have nothing to do before it counts as at rest.
    private static var rest: Span { .seconds(10) }

    /// How far apart two sends are.
    static var pace: Span { .milliseconds(200) }

    /// Far more steps than any conversation takes until it rests.
    private static var mostSteps: Int { 100_000 }

    /// Runs the world until nothing is due within ten seconds.
    mutating func settle() async throws {
        try await run { now in now + Self.rest }
        try await collect()
    }

    /// Moves the clock to a moment; what is due on the way happens in its order.
    mutating func advance(to moment: Timestamp) async throws {
        try await run { _ in moment }
        if await world.now() < moment { try await world.advance(to: moment) }
        try await collect()
    }

    /// Does what is due up to a limit that may move with the clock.
    private func run(until limit: (Timestamp) -> Timestamp) async throws {
        for _ in 0..<Self.mostSteps {
            let now = await world.now()
            guard let due = try await world.nextDue(), due <= limit(now) else { return }
            try await world.advance(to: max(due, now))
        }
        throw Restlessness(steps: Self.mostSteps)
    }

    /// Takes over what has happened in the world.
    mutating func collect() async throws {
        for reached in try await world.takeBubbles() {
            unclaimed[reached.shopper, default: []].append(reached.bubble)
            threads[reached.shopper, default: ShopperThread()].show(reached.bubble)
        }
        unbilled += try await world.takeBills()
        tasks += try await world.takeTasks()
    }

    /// Does what `at` says.
    mutating func moveClock(_ move: ClockMove, _ entry: ScriptEntry) async throws {
        let now = await world.now()
        let moment =
            switch move {
            case .on(let span): now + span
            case .to(let moment): moment
            }
        guard moment >= now else {
            throw TalkFailure(script, at: entry.lines, reason: "the clock already stands at \(now.iso8601)")
        }
        try await advance(to: moment)
        hasSent = false
    }
}

/// A world that never comes to rest.
struct Restlessness: Error, CustomStringConvertible {
    let steps: Int

    var description: String { "the world doesn't come to rest: something was due within 10 s \(steps) times in a row" }
}
