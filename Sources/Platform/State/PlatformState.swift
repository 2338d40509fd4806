import Kernel

/// What the platform knows at a moment; it follows from the facts of the ledger and from nothing else.
struct PlatformState: Sendable {
    var people: [PersonID: Person] = [:]
    var byUserID: [String: PersonID] = [:]
    var byPhone: [String: PersonID] = [:]
    var threads: [ChatThread.Key: ChatThread] = [:]
    /// Accepted messages by id.
    var messages: [String: SentMessage] = [:]
    /// The message accepted last in each thread, delivered or not.
    var newest: [ChatThread.Key: String] = [:]
    /// What people said, by id.
    var said: [String: SaidFact] = [:]
    var media: [String: MediaFact] = [:]
    var throughput: [String: Pace] = [:]
    /// Delivered service messages by number and month.
    var deliveredServices: [Quota: Int] = [:]
    var billed: Set<BilledKey> = []
    var pending: [Int: PendingWebhook] = [:]
    /// The last webhook of each person's acts, to deliver it again on demand.
    var lastWebhook: [PersonID: WebhookFact] = [:]
    /// Statuses the platform will report by itself, in the order of their moments.
    var scheduled: [ScheduledReport] = []
    var mintedMessages: UInt64 = 0
    var mintedMedia: UInt64 = 0
    var mintedWebhooks = 0
    /// Orders that are paid in chats.
    var orders: [ChatOrderState.Key: ChatOrderState] = [:]
    /// How often a gateway has spoken.
    var paymentWords: UInt64 = 0
    /// What only Messenger and Instagram have.
    var meta = MetaState()

    /// An accepted message and how far it has come.
    struct SentMessage: Sendable {
        private let kept: Kept
        var reached: Set<ReportedStatus> = []

        /// A message is large and never changes: copies share it.
        private final class Kept: Sendable {
            let fact: AcceptedFact
            init(_ fact: AcceptedFact) { self.fact = fact }
        }

        init(fact: AcceptedFact) { kept = Kept(fact) }

        var fact: AcceptedFact { kept.fact }
        /// Pricing stands on `sent` and on the first of `delivered` and `read`.
        var isDelivered: Bool { reached.contains(.delivered) || reached.contains(.read) || reached.contains(.played) }
    }

    struct ScheduledReport: Sendable {
        var messageID: String
        var status: ReportedStatus
        var at: Timestamp
    }

    struct PendingWebhook: Sendable {
        var fact: WebhookFact
        var due: Timestamp
        var attempts = 0
        var isUnderway = false
    }

    struct Quota: Hashable, Sendable {
        var account: String
        var month: String
    }

    struct BilledKey: Hashable, Sendable {
        var source: String
        var id: String
    }
}

extension PlatformState {
    /// Who has that number, in whichever spelling of it.
    func person(at phone: PhoneNumber) -> PersonID? {
        byPhone[phone.digits] ?? phone.variants.lazy.compactMap { byPhone[$0.digits] }.first
    }
}

/// What each fact changes.
extension PlatformState {
    mutating func apply(_ fact: LedgerFact, of configuration: PlatformConfiguration) {
        switch fact {
        case .joined(let person):
            join(person)
            meta.join(person, configuration)
        case .said(let fact): hear(fact, pace: configuration.pace)
        case .stored(let fact):
            media[fact.id] = fact
            mintedMedia += 1
        case .accepted(let fact): accept(fact, configuration)
        case .reported(let fact): report(fact, zone: configuration.zone)
        case .webhook(let fact): keep(fact)
        case .delivery(let fact): deliver(fact, cap: configuration.redeliveryCap)
        case .preferred(let fact):
            let key = ChatThread.Key(account: fact.account, person: fact.person)
            threads[key, default: ChatThread()].takesMarketing = fact.takesMarketing
            if let blocks = fact.blocks { threads[key]?.isBlocked = blocks }
        case .billed(let fact): billed.insert(BilledKey(source: fact.source, id: fact.id))
        case .profiled(let fact): meta.profile(fact, configuration.metaPace)
        case .subscribed(let fact): meta.subscribe(fact)
        case .ended(let fact): meta.ended.insert(fact.media)
        case .handedOver(let fact):
            let key = ChatThread.Key(account: fact.account, person: fact.person)
            threads[key, default: ChatThread()].holder = fact.app.map { ChatThread.Holder(app: $0, since: fact.at) }
        case .paid(let fact): pay(fact)
        case .removed(let fact): meta.comments[fact.comment]?.isGone = true
        case .refused, .marked, .judged: break
        }
    }

    private mutating func join(_ person: Person) {
        if let known = people.updateValue(person, forKey: person.id) {
            known.userID.map { byUserID[$0] = nil }
            known.phone.map { byPhone[$0] = nil }
        }
        person.userID.map { byUserID[$0] = person.id }
        person.phone.map { byPhone[$0] = person.id }
    }

    private mutating func hear(_ fact: SaidFact, pace: PlatformPace) {
        said[fact.id] = fact
        mintedMessages += 1
        throughput[fact.account, default: Pace()].take(pace.throughput, at: fact.at)
        let key = ChatThread.Key(account: fact.account, person: fact.person)
        threads[key, default: ChatThread()].said.append(fact.id)
        if fact.comment != nil || fact.edits != nil {
            meta.hear(fact)
        } else if fact.type != "reaction" {
            threads[key]?.chips = nil
        }
        // Control that has lapsed does not come back with the next word.
        if threads[key]?.holder(at: fact.at) == nil { threads[key]?.holder = nil }
        if fact.opensWindow { threads[key]?.lastHeard = fact.at }
        if fact.isReferral { threads[key]?.cameByAd = fact.at }
    }

    private mutating func accept(_ fact: AcceptedFact, _ configuration: PlatformConfiguration) {
        let message = fact.message
        messages[message.id] = SentMessage(fact: fact)
        mintedMessages += 1
        throughput[message.account, default: Pace()].take(configuration.pace.throughput, at: message.at)
        schedule(fact, configuration.reports)
        meta.accept(fact, configuration)
        let key = ChatThread.Key(account: message.account, person: message.person)
        newest[key] = message.id
        guard !fact.isToNobody else { return }
        threads[key, default: ChatThread()].pace.take(configuration.pace.pair, at: message.at)
        if fact.failsWith == nil {
            threads[key]?.shown.append(message.id)
            if message.content.reaction == nil { threads[key]?.chips = message.id }
        }
        if fact.failsWith == nil, let order = message.content.order { accept(order: order, of: message) }
        if let opened = fact.opensFreeEntry {
            threads[key]?.freeEntry = opened
            threads[key]?.cameByAd = nil
        }
    }

    private mutating func schedule(_ fact: AcceptedFact, _ habit: ReportHabit) {
        let message = fact.message
        if fact.failsWith != nil { return plan(.failed, message.id, message.at) }
        guard case .automatic(let readAfter) = habit else { return }
        plan(.sent, message.id, message.at)
        // A reaction is never reported beyond `sent`.
        guard message.content.reaction == nil else { return }
        plan(.delivered, message.id, message.at)
        if let readAfter { plan(.read, message.id, message.at + readAfter) }
    }

    private mutating func plan(_ status: ReportedStatus, _ messageID: String, _ at: Timestamp) {
        let place = scheduled.lastIndex { $0.at <= at }.map { $0 + 1 } ?? 0
        scheduled.insert(ScheduledReport(messageID: messageID, status: status, at: at), at: place)
    }

    private mutating func report(_ fact: ReportFact, zone: Zone) {
        if !scheduled.isEmpty {
            scheduled.removeAll { $0.messageID == fact.messageID && $0.status == fact.status }
        }
        let wasDelivered = messages[fact.messageID]?.isDelivered ?? true
        messages[fact.messageID]?.reached.insert(fact.status)
        guard !wasDelivered, let message = messages[fact.messageID], message.isDelivered,
            message.fact.message.content.template == nil, message.fact.pricing.type != "free_entry_point"
        else { return }
        let month = zone.local(fact.at).yearMonth
        deliveredServices[Quota(account: message.fact.message.account, month: month), default: 0] += 1
    }

    private mutating func keep(_ fact: WebhookFact) {
        pending[fact.id] = PendingWebhook(fact: fact, due: fact.due)
        mintedWebhooks = max(mintedWebhooks, fact.id)
        if let person = fact.person { lastWebhook[person] = fact }
    }

    /// At once, then after 1, 2, 4 … seconds.
    private mutating func deliver(_ fact: DeliveryFact, cap: Span) {
        guard !fact.isLast else {
            pending[fact.webhook] = nil
            return
        }
        let pause = fact.attempt == 1 ? Span.zero : Span.seconds(1 << Int64(min(fact.attempt - 2, 20)))
        pending[fact.webhook]?.attempts = fact.attempt
        pending[fact.webhook]?.due = fact.at + min(pause, cap)
        pending[fact.webhook]?.isUnderway = false
    }
}
