import Kernel

/// One item of `messaging[]` or `standby[]`, its members found in one pass.
///
/// ```json
/// {"sender":{"id":"7001"},"recipient":{"id":"1002"},"timestamp":1794989999456,"message":{"mid":"m_1","text":"in M?"}}
/// ```
struct MetaItem {
    let value: JSONValue
    private(set) var sender: JSONValue?
    private(set) var recipient: JSONValue?
    private(set) var timestamp: JSONValue?
    private(set) var message: JSONValue?
    private(set) var referral: JSONValue?
    private(set) var lead: JSONValue?
    /// A comment in a group stands in the item itself.
    private(set) var comment: JSONValue?
    private var isMarkedSelf = false
    /// The member that tells what happened, if it is none of the above.
    private(set) var news: (name: String, value: JSONValue)?

    init(_ value: JSONValue) {
        self.value = value
        for (name, member) in value.members {
            switch name {
            case "sender", "from": sender = sender ?? member
            case "recipient": recipient = recipient ?? member
            case "timestamp", "created_time": timestamp = timestamp ?? member
            case "message": message = message ?? member.unlessNull
            case "referral": referral = referral ?? member.unlessNull
            case "lead": lead = lead ?? member.unlessNull
            case "comment_id": comment = comment ?? member.unlessNull
            case "is_self": isMarkedSelf = member.isTrue
            default: takeNews(member, named: name)
            }
        }
    }

    /// A name that we know wins over one that we don't, and one that says nothing is none.
    private mutating func takeNews(_ member: JSONValue, named name: String) {
        if member.isNull || Self.sideNames.contains(name) { return }
        guard let news else {
            self.news = (name, member)
            return
        }
        if !MetaNews.isKnown(news.name), MetaNews.isKnown(name) { self.news = (name, member) }
    }

    /// Members that only describe, or accompany what happened.
    private static let sideNames: Set<String> = [
        "entry", "field", "group_id", "hop_context", "id", "messaging_type", "object", "parent_id", "post_id",
        "prior_message", "time",
    ]

    var senderID: String? { sender?["id"]?.filled ?? sender?.filled }
    var recipientID: String? { recipient?["id"]?.filled ?? recipient?.filled }
    var mid: String? { message?["mid"]?.filled }

    /// Whether it is a message of the account's own.
    var isEcho: Bool { message?["is_echo"]?.isTrue == true }

    /// Whether the account plays the person, as Instagram lets it do for a test.
    var isSelf: Bool { isMarkedSelf || message?["is_self"]?.isTrue == true }

    /// Whether only a person can have done this, never the account.
    var isOnlyOfPersons: Bool {
        message == nil && !isSelf && (referral != nil || news?.name == "postback" || news?.name == "optin")
    }

    /// Whether the dashboard made it up: it always names the same people and message.
    var isSample: Bool {
        if (message ?? news?.value)?["mid"]?.holds("random_mid") == true { return true }
        return senderID == "12334" && recipientID == "23245"
    }

    /// Whether this looks like an item at all; used where nothing else tells.
    var isConversation: Bool {
        guard value.kind == .object else { return false }
        if message?.kind == .object || referral?.kind == .object { return true }
        return news.map { MetaNews.isKnown($0.name) && $0.value.kind == .object } ?? false
    }
}
