package import Ports
import ServiceLifecycle
import Kernel
package import Logging
import Messaging

/// Loops over the stages in a running gateway: wakes them, makes their calls, ends when asked, the work in hand completed.
package final class StageService: Service, WebhookReceiver {
    private let stages: Stages
    private let transport: any Transport
    private let clock: any WallClock
    private let hook: WaypointHook
    private let giveUp: @Sendable () -> Void
    private let logger: Logger
    private let turnsBell = Doorbell()
    private let relayBell = Doorbell()
    private let isEnding = EndFlag()

    /// The most turns that are thought at once.
    private static let mostTurns = 64
    /// The most calls that one round begins; how many are under way the gates decide.
    private static let mostCalls = 256
    /// How long calls under way may take once the gateway is asked to end; then `giveUp` is called.
    private static let farewell = Duration.seconds(4)
    /// How often the store is looked through for what memory does not know.
    private static let slowTick = Span.seconds(5)
    /// How often old rows are removed.
    private static let tidyTick = Span.minutes(1)

    /// `giveUp` ends the calls that are still under way, so that a silent receiver cannot hold up the end.
    package init(
        stages: Stages,
        transport: any Transport,
        clock: any WallClock,
        hook: @escaping WaypointHook = { _ in },
        giveUp: @escaping @Sendable () -> Void = {},
        logger: Logger
    ) {
        self.giveUp = giveUp
        self.stages = stages
        self.transport = transport
        self.clock = clock
        self.hook = hook
        self.logger = logger
    }

    package func receive(_ call: WebhookCall) async -> WebhookAnswer {
        let outcome = await stages.takeIn(call, at: clock.now)
        let news = outcome.receipt
        if !news.conversations.isEmpty { turnsBell.ring() }
        if !news.entries.isEmpty || !news.sent.isEmpty { relayBell.ring() }
        return outcome.answer
    }

    package func run() async throws {
        try await withGracefulShutdownHandler {
            try await start()
            await withDiscardingTaskGroup { group in
                group.addTask { await self.turnsLoop() }
                group.addTask { await self.relayLoop() }
                group.addTask { await self.clockLoop() }
            }
        } onGracefulShutdown: {
            self.isEnding.raise()
            self.turnsBell.ring()
            self.relayBell.ring()
            Task {
                try? await Task.sleep(for: Self.farewell)
                self.giveUp()
            }
        }
        _ = try await stages.store.commit { try $0.markRunning(false) }
    }

    /// After an unclean end, whatever waited is counted against its items, so that one that kills its turn is set aside.
    private func start() async throws {
        let now = clock.now
        let wasKilled = try await stages.store.commit { try $0.markRunning(true) }
        if wasKilled { try await suspectWhatWaited(at: now) }
        try await stages.recover(at: now, isStart: true)
    }

    private func suspectWhatWaited(at now: Timestamp) async throws {
        let waiting = try await stages.store.read { try $0.waitingConversations(limit: 100_000) }
        for conversation in waiting where !isEnding.isRaised {
            let items = try await stages.store.read { try $0.openTurn(conversation)?.inbox.map(\.id) ?? [] }
            let set = try await stages.store.commit {
                try $0.turnFailed(items, reason: "The gateway stopped while it was being answered.", at: now)
            }
            if !set.isEmpty {
                logger.error(
                    "items quarantined",
                    metadata: ["conversation": "\(conversation)", "items": "\(set.count)"]
                )
            }
            guard items.count > set.count else { continue }
            stages.turns.notice([conversation], at: now)
            // Without read marks: a platform that does not answer must not hold up the start.
            for id in stages.turns.next(at: now, limit: 1) { _ = await closedTurn(id) }
        }
    }

    private func turnsLoop() async {
        await withDiscardingTaskGroup { group in
            while !isEnding.isRaised {
                let room = Self.mostTurns - stages.turns.busyCount
                for id in stages.turns.next(at: clock.now, limit: room) {
                    group.addTask { await self.takeTurn(id) }
                }
                // A turn that ends rings, so that with no room left there is nothing else to wait for.
                let isFull = stages.turns.busyCount >= Self.mostTurns
                await turnsBell.sleep(atMost: untilDue(isFull ? nil : stages.turns.nextDue))
            }
        }
    }

    /// The lane is free before its read mark has arrived, so that a slow answer delays no turn.
    private func takeTurn(_ id: ConversationID) async {
        let marks = await closedTurn(id)
        turnsBell.ring()
        relayBell.ring()
        for mark in marks { _ = await transport.send(mark) }
    }

    /// One step of one lane; returns the read marks to send.
    private func closedTurn(_ id: ConversationID) async -> [HTTPCall] {
        do {
            return try await stages.take(id, at: clock.now)
        } catch {
            logger.error("turn failed", metadata: ["conversation": "\(id)", "reason": "\(error)"])
            return []
        }
    }

    private func relayLoop() async {
        await withDiscardingTaskGroup { group in
            while !isEnding.isRaised {
                do {
                    let round = try await stages.dispatch(at: clock.now, limit: Self.mostCalls)
                    if !round.conversations.isEmpty { turnsBell.ring() }
                    for sending in round.sendings {
                        group.addTask { await self.send(sending) }
                    }
                } catch {
                    logger.error("outbox not written", metadata: ["reason": "\(error)"])
                }
                await relayBell.sleep(atMost: untilDue(stages.relay.nextDue(at: clock.now)))
            }
        }
        await settleWhatCameBack()
    }

    private func send(_ sending: Relay.Sending) async {
        let outcome = await transport.send(sending.call)
        do {
            try hook(.afterSend)
            try stages.relay.finished(sending, outcome, at: clock.now)
        } catch {
            logger.error("outcome not taken in", metadata: ["reason": "\(error)"])
        }
        relayBell.ring()
    }

    /// The last calls have ended; what they came to is written, nothing new goes out.
    private func settleWhatCameBack() async {
        do {
            _ = try await stages.dispatch(at: clock.now, limit: 0)
        } catch {
            logger.error("outbox not written", metadata: ["reason": "\(error)"])
        }
    }

    private func clockLoop() async {
        var (lastLook, lastTidying) = (clock.now, clock.now)
        var lastVersion: Int64?
        while !isEnding.isRaised {
            try? await Task.sleep(for: .milliseconds(250))
            let now = clock.now
            do {
                try await stages.fireTimers(at: now)
                let version = try await stages.store.outsideVersion()
                if version != lastVersion || now.since(lastLook) >= Self.slowTick {
                    try await stages.recover(at: now, isStart: false, hasOutsideNews: version != lastVersion)
                    (lastVersion, lastLook) = (version, now)
                }
                if now.since(lastTidying) >= Self.tidyTick {
                    try await stages.tidy(at: now)
                    lastTidying = now
                }
                turnsBell.ring()
                relayBell.ring()
            } catch {
                logger.error("store not readable", metadata: ["reason": "\(error)"])
            }
        }
    }

    private func untilDue(_ moment: Timestamp?) -> Span {
        guard let moment else { return .seconds(60) }
        return min(.seconds(60), moment.since(clock.now))
    }
}
