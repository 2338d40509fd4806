import Kernel

/// What only Messenger and Instagram have: scoped ids, comments, profiles, subscriptions, paces.
struct MetaState: Sendable {
    /// A person as one account knows them.
    struct ScopedKey: Hashable, Sendable {
        var account: String
        var id: String
    }

    struct Comment: Sendable {
        var account: String
        var person: PersonID
        var place: CommentedPlace
        var at: Timestamp
        var isAnswered = false
        var isGone = false
    }

    var byScopedID: [ScopedKey: PersonID] = [:]
    var comments: [String: Comment] = [:]
    /// Live broadcasts that are over.
    var ended: Set<String> = []
    /// JSON text of the fields that are set, by account.
    var profiles: [String: [String: String]] = [:]
    /// Webhook fields by account, business account, or `object` for what the app chose; who is not in it gets all.
    var subscribed: [String: Set<String>] = [:]
    /// Where the app wants to be told, by `object`.
    var callbacks: [String: String] = [:]
    /// Edits by message.
    var edits: [String: Int] = [:]
    private(set) var sent: [String: Pace] = [:]
    private(set) var media: [String: Pace] = [:]
    private(set) var privateReplies: [String: Pace] = [:]
    private(set) var liveReplies: [String: Pace] = [:]
    private(set) var profileChanges: [String: Pace] = [:]

    mutating func join(_ person: Person, _ configuration: PlatformConfiguration) {
        for account in configuration.accounts where account.channel != .whatsApp {
            let id = configuration.scopedID(of: person, on: account)
            byScopedID[ScopedKey(account: account.phoneNumberID, id: id)] = person.id
        }
    }

    /// Keeps a comment, or counts an edit.
    mutating func hear(_ fact: SaidFact) {
        if let place = fact.comment {
            comments[fact.id] = Comment(account: fact.account, person: fact.person, place: place, at: fact.at)
        }
        if let edited = fact.edits { edits[edited, default: 0] += 1 }
    }

    mutating func accept(_ fact: AcceptedFact, _ configuration: PlatformConfiguration) {
        let message = fact.message
        guard let channel = configuration.metaChannel(of: message.account) else { return }
        let pace = configuration.metaPace
        sent[message.account, default: Pace()].take(pace.messages(on: channel), at: message.at)
        if message.content.isHeavy { media[message.account, default: Pace()].take(pace.media, at: message.at) }
        guard let comment = message.answersComment else { return }
        if comments[comment]?.place.isLive == true {
            liveReplies[message.account, default: Pace()].take(pace.liveReplies, at: message.at)
        } else {
            privateReplies[message.account, default: Pace()].take(pace.privateReplies, at: message.at)
        }
        comments[comment]?.isAnswered = true
    }

    mutating func profile(_ fact: ProfileFact, _ pace: MetaPace) {
        profileChanges[fact.account, default: Pace()].take(pace.profile, at: fact.at)
        for (name, value) in fact.fields { profiles[fact.account, default: [:]][name] = value }
    }

    mutating func subscribe(_ fact: SubscriptionFact) {
        subscribed[fact.account] = Set(fact.fields)
        callbacks[fact.account] = fact.callback
    }

    func person(_ id: String, on account: PlatformAccount) -> PersonID? {
        byScopedID[ScopedKey(account: account.phoneNumberID, id: id)]
    }

    /// Whether the account is told of that webhook field, nil where nobody ever said; on Instagram fields are chosen for the
    /// app, not the account.
    func isSubscribed(_ field: String, _ account: PlatformAccount) -> Bool? {
        guard let fields = subscribed[account.phoneNumberID] else { return nil }
        return account.channel == .instagram ? !fields.isEmpty : fields.contains(field)
    }
}

extension PhoneContent {
    /// Sound and film, which have a pace of their own.
    var isHeavy: Bool { media.map { $0.kind == "audio" || $0.kind == "video" } ?? false }
}

extension PlatformConfiguration {
    /// How that account knows a person.
    func scopedID(of person: Person, on account: PlatformAccount) -> String {
        person.scopedID ?? MintedIDs(seed: seed).scopedID(of: person.id.rawValue, on: account.phoneNumberID)
    }
}

/// Ids of Messenger and Instagram.
extension MintedIDs {
    func scopedID(of person: String, on account: String) -> String {
        "7" + text(of: 6, Self.number(of: person, account), count: 15, signs: Self.digits)
    }

    /// The author of a comment: not the id of a conversation.
    func authorID(of person: String, on account: String) -> String {
        "3" + text(of: 7, Self.number(of: person, account), count: 14, signs: Self.digits)
    }

    func mid(_ number: UInt64, on channel: PlatformChannel) -> String {
        (channel == .instagram ? "aWdfZAG1faXRlbTox" : "m_") + text(of: 8, number, count: 40, signs: Self.base64)
    }

    /// On a Page the id starts with that of the post.
    func comment(_ number: UInt64, on place: CommentedPlace, _ channel: PlatformChannel) -> String {
        let digits = text(of: 9, number, count: 14, signs: Self.digits)
        guard channel == .messenger else { return "179" + digits }
        return (place.media.split(separator: "_").last ?? "") + "_" + digits
    }

    private static func number(of person: String, _ account: String) -> UInt64 {
        (person + "@" + account).utf8.reduce(UInt64(5381)) { ($0 &* 33) ^ UInt64($1) }
    }
}
