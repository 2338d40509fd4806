/// Plays a script in a world and says where the two part.
package struct TalkRunner: Sendable {
    /// The script and the channels it is played on.
    package let casting: TalkCasting
    /// Whether the script is to be rewritten where it says something else than what happens.
    package let accepts: Bool

    package init(_ casting: TalkCasting, accepts: Bool = false) {
        self.casting = casting
        self.accepts = accepts
    }

    /// Plays the whole script; the world is at the header's clock and nothing has happened in it.
    package func run(in world: some TalkWorld) async -> TalkOutcome {
        var play = TalkPlay(casting, world, accepts: accepts)
        let failure = await play.run()
        let text = play.edits.isEmpty ? nil : play.edits.applied(to: casting.script.lines).joined(separator: "\n")
        return TalkOutcome(failure: failure, rewritten: accepts ? text : nil)
    }
}

/// How a play ended.
package struct TalkOutcome: Sendable, Equatable {
    /// The first difference; `nil` when everything was as written.
    ///
    /// An accepting run fails only where rewriting can't
    /// help, such as at a tap on something that was never offered.
    package let failure: TalkFailure?
    /// The script as it would have to be, when an accepting run changed it.
    package let rewritten: String?

    package init(failure: TalkFailure?, rewritten: String? = nil) {
        self.failure = failure
        self.rewritten = rewritten
    }
}
