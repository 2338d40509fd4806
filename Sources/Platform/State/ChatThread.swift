import Kernel

/// One person with one business number.
struct ChatThread: Sendable {
    /// Names a thread.
    struct Key: Hashable, Sendable {
        var account: String
        var person: PersonID
    }

    /// Another app that has the conversation.
    struct Holder: Hashable, Sendable {
        var app: String
        var since: Timestamp
    }

    /// When the person last did something that starts the 24 hours.
    var lastHeard: Timestamp?
    /// When the person came by an ad and was not answered yet.
    var cameByAd: Timestamp?
    var freeEntry: FreeEntry?
    var pace = Pace()
    var takesMarketing = true
    /// The person wants to hear nothing.
    var isBlocked = false
    var holder: Holder?
    /// The message whose quick replies still stand on the phone.
    var chips: String?
    /// Messages on the person's phone, oldest first.
    var shown: [String] = []
    /// The person's own messages, oldest first.
    var said: [String] = []

    static let window = Span.hours(24)
    static let freeEntryLength = Span.hours(72)

    /// Whether free-form messages are allowed at that moment.
    func isOpen(at now: Timestamp) -> Bool {
        guard let lastHeard else { return false }
        return now < lastHeard + Self.window
    }

    /// The other app that has the conversation; control lapses 24 hours after it was taken, or after the last message.
    func holder(at now: Timestamp) -> String? {
        guard let holder, now < max(holder.since, lastHeard ?? holder.since) + Self.window else { return nil }
        return holder.app
    }

    /// Whether a person of the business may still answer at that moment.
    func isOpen(to days: Int, at now: Timestamp) -> Bool {
        guard let lastHeard else { return false }
        return now < lastHeard + .days(Int64(days))
    }

    /// Whether a message accepted now opens a free entry window.
    func opensFreeEntry(at now: Timestamp) -> Bool {
        guard let cameByAd else { return false }
        return now < cameByAd + Self.window
    }
}
