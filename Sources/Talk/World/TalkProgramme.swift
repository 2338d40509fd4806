package import Commerce
package import Kernel
import Platform
package import Ports

/// A kind of store on which scripts are played: each play has one of its own.
package struct TalkStage: Sendable {
    /// How reports call it, such as `memory`.
    package let name: String
    /// Opens an empty store; what comes with it closes it and takes it away.
    package let open: @Sendable () throws -> (store: any Store, close: @Sendable () async -> Void)

    package init(
        name: String,
        open: @escaping @Sendable () throws -> (store: any Store, close: @Sendable () async -> Void)
    ) {
        self.name = name
        self.open = open
    }

    /// The store that keeps nothing.
    package static let memory = TalkStage(name: "memory") { (MemoryStore(), {}) }
}

/// Plays scripts on every stage and every channel, undisturbed and then, where asked, with seeded disturbances.
package struct TalkProgramme: Sendable {
    package let stages: [TalkStage]
    /// How many more times each script is played with repeats, crashes and small delays.
    package let disturbances: Int
    /// Gives a shop that a script names, under the number given.
    package let shop: @Sendable (TalkScript, ScriptHeader.Shop, ShopID) throws -> TalkShop
    /// The moment on the machine's clock, for how long a play took.
    package let clock: @Sendable () -> Timestamp

    package init(
        stages: [TalkStage],
        disturbances: Int = 0,
        shop: @escaping @Sendable (TalkScript, ScriptHeader.Shop, ShopID) throws -> TalkShop,
        clock: @escaping @Sendable () -> Timestamp
    ) {
        self.stages = stages
        self.disturbances = disturbances
        self.shop = shop
        self.clock = clock
    }

    /// Every play of a script.
    package func play(_ script: TalkScript) async -> [TalkReport.Case] {
        var cases: [TalkReport.Case] = []
        for stage in stages {
            for casting in TalkCasting.all(of: script) {
                cases.append(await play(casting, on: stage, disturbedBy: nil))
                for number in 0..<max(0, disturbances) {
                    cases.append(await play(casting, on: stage, disturbedBy: seed(number, of: script)))
                }
            }
        }
        return cases
    }

    /// Plays a script once, on the first stage, and returns it as it would have to be.
    package func accept(_ script: TalkScript) async -> TalkOutcome {
        guard let stage = stages.first, let casting = TalkCasting.all(of: script).first else {
            return TalkOutcome(failure: nil)
        }
        return await outcome(of: casting, on: stage, disturbedBy: nil, accepts: true)
    }

    private func seed(_ number: Int, of script: TalkScript) -> UInt64 {
        script.header.seed &* 1_000_003 &+ UInt64(number) &+ 1
    }

    private func play(_ casting: TalkCasting, on stage: TalkStage, disturbedBy seed: UInt64?) async -> TalkReport.Case {
        let start = clock()
        let outcome = await outcome(of: casting, on: stage, disturbedBy: seed, accepts: false)
        let places = [casting.anyChannel?.rawValue, stage.name, seed.map { "disturbed by \($0)" }]
        let place = places.compactMap(\.self).joined(separator: ", ")
        return TalkReport.Case(
            file: casting.script.file,
            name: "\(casting.script.title) (\(place))",
            duration: clock().since(start),
            failure: outcome.failure.map { "\($0)\n(on \(place))" }
        )
    }

    private func outcome(
        of casting: TalkCasting,
        on stage: TalkStage,
        disturbedBy seed: UInt64?,
        accepts: Bool
    ) async -> TalkOutcome {
        let script = casting.script
        do {
            let (store, close) = try stage.open()
            let outcome = await outcome(of: casting, over: store, disturbedBy: seed, accepts: accepts)
            await close()
            return outcome
        } catch {
            return TalkOutcome(failure: TalkFailure(script, refused: error))
        }
    }

    private func outcome(
        of casting: TalkCasting,
        over store: any Store,
        disturbedBy seed: UInt64?,
        accepts: Bool
    ) async -> TalkOutcome {
        do {
            let script = casting.script
            let world = try await StagesWorld(
                casting,
                shop: { try shop(script, $0, $1) },
                store: store,
                disturbedBy: seed
            )
            let outcome = await TalkRunner(casting, accepts: accepts).run(in: world)
            guard outcome.failure == nil, let refusal = world.refusals.first else { return outcome }
            return TalkOutcome(failure: TalkFailure(script, refused: refusal), rewritten: outcome.rewritten)
        } catch {
            return TalkOutcome(failure: TalkFailure(casting.script, refused: error))
        }
    }
}

extension TalkFailure {
    /// Everything was said as written, and yet the gateway sent what the platform did not take.
    fileprivate init(_ script: TalkScript, refused call: RefusedFact) {
        self.init(
            script,
            at: 0..<min(1, script.lines.count),
            reason:
                "at \(call.at.iso8601) the platform refused a call with \(call.status)/\(call.code): \(call.details)"
        )
    }

    /// The play could not begin.
    fileprivate init(_ script: TalkScript, refused error: any Error) {
        guard let finding = error as? ScriptFinding else {
            self.init(script, at: 0..<min(1, script.lines.count), reason: "\(error)")
            return
        }
        let index = finding.line - 1
        self.init(script, at: index..<index + 1, reason: finding.remedy)
    }
}
