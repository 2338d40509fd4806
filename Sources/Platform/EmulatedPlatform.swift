package import Kernel

/// WhatsApp as its users and businesses meet it, as a value: a call in, an answer and webhooks out.
///
/// No IO and no clock: every verb is told the moment. Each verb adds facts to the ledger, and the ledger alone makes the
/// state, so a platform that was stopped goes on from its facts. Webhooks wait in a queue (`dueWebhooks`) until the
/// driver says how each was answered (`webhookAnswered`).
/// ```swift
/// var platform = EmulatedPlatform(.demo)
/// platform.join(Person("ana", name: "Ana Souza", phone: "5511987654321"), at: now)
/// try platform.person("ana", does: .text("hello"), at: now)
/// for webhook in platform.dueWebhooks(at: now) { platform.webhookAnswered(webhook.id, status: 200, at: now) }
/// ```
package struct EmulatedPlatform: Sendable {
    /// May be changed between two verbs.
    package var configuration: PlatformConfiguration
    /// Everything that happened, oldest first.
    package private(set) var ledger: [LedgerFact] = []
    var state = PlatformState()
    var faults = WaitingFaults()
    /// Updates that are not in a webhook yet.
    var held: [WebhookUpdate] = []
    let signingKey: HMACSHA256.Key

    /// A platform on which nothing happened yet, or which goes on from the facts of an earlier ledger.
    package init(_ configuration: PlatformConfiguration, continuing facts: [LedgerFact] = []) {
        self.configuration = configuration
        signingKey = HMACSHA256.Key(configuration.appSecret)
        ledger = facts
        for fact in facts {
            state.apply(fact, of: configuration)
            if case .judged(let fact) = fact { self.configuration.judge(fact) }
        }
    }

    /// Faults that wait for their moment.
    package var waitingFaults: [PlatformFault] { faults.waiting }

    /// Asks for a fault; several wait in the order they were asked for.
    package mutating func arm(_ fault: PlatformFault) {
        faults.waiting.append(fault)
    }

    /// Takes back every fault that did not strike.
    package mutating func disarm() {
        faults.waiting = []
    }

    /// Forgets the facts written so far, but not what follows from them; for long runs that keep no ledger.
    package mutating func forgetLedger() {
        ledger = []
    }

    mutating func record(_ fact: LedgerFact) {
        ledger.append(fact)
        state.apply(fact, of: configuration)
    }

    var ids: MintedIDs { MintedIDs(seed: configuration.seed) }

    /// The account of that id.
    func account(_ phoneNumberID: String) -> PlatformAccount? {
        configuration.accounts.first { $0.phoneNumberID == phoneNumberID }
    }
}

/// What can be seen of it.
extension EmulatedPlatform {
    /// A person who joined.
    package func person(_ id: PersonID) -> Person? { state.people[id] }

    /// Everyone who joined, by name.
    package var people: [Person] { state.people.values.sorted { $0.id.rawValue < $1.id.rawValue } }

    /// The bubbles of the business on a person's phone, oldest first.
    package func phone(of person: PersonID, account: String? = nil) -> [PhoneMessage] {
        thread(person, account).shown.compactMap { state.messages[$0]?.fact.message }
    }

    /// The newest accepted message to a person, delivered or not.
    package func newestMessage(to person: PersonID, account: String? = nil) -> PhoneMessage? {
        guard let account = account ?? configuration.accounts.first?.phoneNumberID else { return nil }
        let newest = state.newest[ChatThread.Key(account: account, person: person)]
        return newest.flatMap { state.messages[$0]?.fact.message }
    }

    /// Who said the message of that id.
    package func speaker(of messageID: String) -> PersonID? { state.said[messageID]?.person }

    /// How far a message has come.
    package func reached(_ messageID: String) -> Set<ReportedStatus> { state.messages[messageID]?.reached ?? [] }

    /// Whether the business may write to the person freely at that moment, by the platform's own clock.
    package func windowIsOpen(to person: PersonID, account: String? = nil, at now: Timestamp) -> Bool {
        thread(person, account).isOpen(at: now)
    }

    func thread(_ person: PersonID, _ account: String?) -> ChatThread {
        guard let account = account ?? configuration.accounts.first?.phoneNumberID else { return ChatThread() }
        return state.threads[ChatThread.Key(account: account, person: person)] ?? ChatThread()
    }
}
