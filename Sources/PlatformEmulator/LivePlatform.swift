package import Kernel
package import Platform
import Synchronization

/// The emulated platform in the world: one value behind a lock, its ledger on disk, and who listens to it.
package final class LivePlatform: WebhookSource {
    private let state: Mutex<State>
    private let file: LedgerFile?
    private let now: @Sendable () -> Timestamp
    /// Rings whenever webhooks may be due.
    let bell: AsyncStream<Void>
    private let ring: AsyncStream<Void>.Continuation

    private struct State {
        var platform: EmulatedPlatform
        var receiver: String?
        /// Facts handed to the ledger file and the listeners.
        var told = 0
        var listeners: [Int: Listener] = [:]
        var listenersEver = 0
        /// Why the ledger can't be kept any longer.
        var failure: (any Error)?
    }

    private struct Listener {
        var person: PersonID
        var stream: AsyncStream<PhoneEvent>.Continuation
    }

    /// A platform that goes on from the ledger at that path; without a path it keeps none.
    ///
    /// Throws if the ledger can't be opened or a complete line of it can't be read.
    package init(
        _ configuration: PlatformConfiguration,
        ledgerPath: String? = nil,
        now: @escaping @Sendable () -> Timestamp
    ) async throws {
        let file = try ledgerPath.map { try LedgerFile(path: $0) }
        let facts = try await file?.load() ?? []
        var initial = State(platform: EmulatedPlatform(configuration, continuing: facts))
        initial.told = facts.count
        state = Mutex(initial)
        self.file = file
        self.now = now
        (bell, ring) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    /// Runs a verb at this moment; returns once what happened is on disk.
    package func perform<Result: Sendable, Failure: Error>(
        _ verb: @Sendable (inout EmulatedPlatform, Timestamp) throws(Failure) -> Result
    ) async throws -> Result {
        defer { ring.yield() }
        return try await performQuietly(verb)
    }

    /// Runs a verb without ringing the bell: for the deliveries, which would wake themselves for ever.
    private func performQuietly<Result: Sendable, Failure: Error>(
        _ verb: @Sendable (inout EmulatedPlatform, Timestamp) throws(Failure) -> Result
    ) async throws -> Result {
        let (result, mark) = try state.withLock { state in
            let result = Swift.Result { () throws(Failure) in try verb(&state.platform, now()) }
            return (result, try tell(&state))
        }
        if let mark { try await file?.settle(mark) }
        return try result.get()
    }

    /// A look at the platform.
    package func look<Result: Sendable>(_ reading: (EmulatedPlatform) -> Result) -> Result {
        state.withLock { reading($0.platform) }
    }

    /// Where the business receives its webhooks, `http://127.0.0.1:8080`; until it is known they wait.
    package func deliver(to baseURL: String) {
        state.withLock { $0.receiver = baseURL }
        ring.yield()
    }

    /// Where the platform itself can be reached, for downloads of media.
    func listens(at baseURL: String) {
        state.withLock { $0.platform.configuration.mediaHost = baseURL }
    }

    /// Looks again whether something is due, for instance after the clock was moved.
    package func wake() {
        ring.yield()
    }

    /// What reaches a person's phone from now on: bubbles, read marks, the sign that someone is typing.
    package func events(of person: PersonID) -> AsyncStream<PhoneEvent> {
        let (events, stream) = AsyncStream<PhoneEvent>.makeStream()
        let number = state.withLock { state in
            state.listenersEver += 1
            state.listeners[state.listenersEver] = Listener(person: person, stream: stream)
            return state.listenersEver
        }
        stream.onTermination = { [weak self] _ in
            self?.state.withLock { $0.listeners[number] = nil }
        }
        return events
    }

    /// Writes what is left and ends every listener's stream.
    func close() async throws {
        try await performQuietly { (_, _) throws(Never) in }
        let listeners = state.withLock { state in
            defer { state.listeners = [:] }
            return state.listeners.values.map(\.stream)
        }
        for stream in listeners { stream.finish() }
        ring.finish()
    }

    func round() async throws -> WebhookRound {
        guard let receiver = state.withLock({ $0.receiver }) else {
            return WebhookRound(receiver: "", webhooks: [], next: nil)
        }
        let (webhooks, next) = try await performQuietly { (platform, now) throws(Never) in
            (platform.dueWebhooks(at: now), platform.nextDue.map { $0.since(now) })
        }
        return WebhookRound(receiver: receiver, webhooks: webhooks, next: next)
    }

    func answered(_ webhook: Int, status: Int) async throws {
        try await perform { (platform, now) throws(Never) in
            platform.webhookAnswered(webhook, status: status, at: now)
        }
    }

    /// Hands new facts to the ledger file and to the listeners; the number of lines to wait for is the answer.
    private func tell(_ state: inout State) throws -> Int? {
        if let failure = state.failure { throw failure }
        let ledger = state.platform.ledger
        // The platform was told to forget its ledger.
        if state.told > ledger.count { state.told = 0 }
        guard state.told < ledger.count else { return nil }
        let new = ledger[state.told...]
        state.told = ledger.count
        for fact in new where !state.listeners.isEmpty {
            guard let (person, event) = PhoneEvent.of(fact, on: state.platform) else { continue }
            for listener in state.listeners.values where listener.person == person { listener.stream.yield(event) }
        }
        do {
            return try file?.queue(new)
        } catch {
            state.failure = error
            throw error
        }
    }
}

/// What a person notices on their phone.
package enum PhoneEvent: Sendable, Hashable {
    case bubble(PhoneMessage)
    /// The business has read everything up to this message of theirs.
    case read(String)
    /// The business is typing, for 25 seconds or until the next bubble.
    case typing

    static func of(_ fact: LedgerFact, on platform: EmulatedPlatform) -> (PersonID, PhoneEvent)? {
        switch fact {
        case .accepted(let fact) where fact.failsWith == nil && !fact.isToNobody:
            (fact.message.person, .bubble(fact.message))
        case .marked(let fact):
            platform.speaker(of: fact.messageID).map { ($0, fact.isTyping ? .typing : .read(fact.messageID)) }
        default: nil
        }
    }
}
