import Crypto
import Foundation
import Kernel

/// From an act to what is passed on; only what stands on the phone can be tapped, answered or opened.
extension EmulatedPlatform {
    mutating func deeds(
        _ act: PersonAct,
        by person: Person,
        _ account: PlatformAccount,
        at now: Timestamp
    ) throws(ActRejection) -> [MetaDeed] {
        let channel = account.channel
        switch act {
        case .text(let text), .forward(let text, _): return [.text(text)]
        case .tap(let target): return try tap(target, by: person, account)
        case .order(let lines, let note):
            guard channel == .messenger else { throw ActRejection("Instagram has no carts") }
            return [.order(lines, note: note, ids: configuration.catalogIDs)]
        case .askAbout(let product, let text):
            return [.ask(about: configuration.catalogIDs[product] ?? product, text)]
        case .media(let sent): return [.media(sent, at: address(of: sent, at: now), on: channel)]
        case .location(let place): return [.location(place, on: channel)]
        case .contact, .unsupported: return [.unsupported(on: channel)]
        case .react(let emoji, let id): return [.reaction(emoji, to: try quotable(id), on: channel)]
        case .reply(let text, let id):
            return [.reply(text, to: try quotable(id), isOwn: state.said[id] != nil, on: channel)]
        case .unsend(let id):
            let own = try own(id, by: person, account, texts: false)
            return channel == .instagram ? [.unsend(own)] : []
        case .edit(let id, let text): return [try edit(id, to: text, by: person, account)]
        case .referral(let referral, let text): return [.referred(referral, text)]
        case .form(let fields, _):
            guard phone(of: person.id, account: account.phoneNumberID).contains(where: { $0.content.asksFor != nil })
            else { throw ActRejection("\(person.id) has no form on their phone") }
            return [.form(fields)]
        case .unheardOf(let type, let json):
            guard let document = try? JSONDocument(Array(json.utf8)) else { throw ActRejection("not JSON: \(json)") }
            return [.unheardOf(type: type, json: document)]
        case .requestWelcome: return start(referral: nil, person, account).map { [$0] } ?? []
        case .link(let ref, let text): return open(ref, text, person, account)
        case .sharePost(let id, let text): return [.post(id, text, on: channel)]
        case .answerStory(let id, let text):
            guard channel == .instagram else { throw ActRejection("stories are answered on Instagram") }
            return [.storyAnswer(id, text)]
        case .mentionInStory(let id):
            guard channel == .instagram else { throw ActRejection("stories name accounts on Instagram") }
            return [.storyMention(id)]
        case .menu(let label): return try menu(label, person, account)
        case .pay: throw ActRejection("nothing can be paid in this chat")
        case .read, .stopMarketing, .resumeMarketing, .changeUserID, .changePhone, .comment, .deleteComment, .block,
            .unblock:
            return []
        }
    }

    /// Quick replies are gone with the next message of either side; buttons stay.
    private func tap(
        _ target: TapTarget,
        by person: Person,
        _ account: PlatformAccount
    ) throws(ActRejection) -> [MetaDeed] {
        guard let (message, choice) = try tapped(target, by: person, account) else { return [] }
        guard choice.kind == .quickReply else { return [.postback(title: choice.title, payload: choice.id)] }
        let isThere = thread(person.id, account.phoneNumberID).chips == message.id
        guard isThere || !configuration.quickRepliesVanish else {
            throw ActRejection("\(person.id) can't tap \(choice.title): the quick reply is gone")
        }
        return [.quickReply(choice)]
    }

    /// A phone lets a message be changed five times.
    private func edit(
        _ id: String?,
        to text: String,
        by person: Person,
        _ account: PlatformAccount
    ) throws(ActRejection) -> MetaDeed {
        let own = try own(id, by: person, account, texts: true)
        let count = (state.meta.edits[own] ?? 0) + 1
        guard count <= 5 else { throw ActRejection("\(person.id) has changed this message five times already") }
        return .edit(own, to: text, count: count)
    }

    /// Whether the chat is still empty.
    private func isNew(_ person: Person, _ account: PlatformAccount) -> Bool {
        let thread = thread(person.id, account.phoneNumberID)
        return thread.shown.isEmpty && !thread.said.contains { state.said[$0]?.comment == nil }
    }

    /// `Get Started` of an empty chat; nothing where none is set or ice breakers stand in its place.
    private func start(referral: AdReferral?, _ person: Person, _ account: PlatformAccount) -> MetaDeed? {
        guard isNew(person, account), profileField("ice_breakers", of: account) == nil,
            let payload = profileField("get_started", of: account)?["payload"]?.string
        else { return nil }
        return .postback(title: "Get Started", payload: payload, referral: referral)
    }

    /// A link opened: in a chat that exists it stands alone, in a new one with its first message.
    private func open(_ ref: String, _ text: String, _ person: Person, _ account: PlatformAccount) -> [MetaDeed] {
        let referral = AdReferral(adID: "", ref: ref)
        let words = text.isEmpty ? [] : [MetaDeed.text(text)]
        guard isNew(person, account) else { return [.link(ref)] + words }
        if let start = start(referral: referral, person, account) { return [start] + words }
        return text.isEmpty ? [] : [.referred(referral, text)]
    }

    private func menu(_ label: String, _ person: Person, _ account: PlatformAccount) throws(ActRejection) -> [MetaDeed]
    {
        if label == "Get Started", let start = start(referral: nil, person, account) { return [start] }
        let isNew = isNew(person, account)
        for (field, title) in [("ice_breakers", "question"), ("persistent_menu", "title")] {
            guard isNew || field == "persistent_menu", let list = profileField(field, of: account) else { continue }
            for item in list.elements.flatMap({ Array($0["call_to_actions"]?.elements ?? list.elements) }) {
                guard item[title]?.string == label else { continue }
                return item["payload"]?.string.map { [.postback(title: label, payload: $0)] } ?? []
            }
        }
        throw ActRejection("\(person.id) has no \(label) in the menu")
    }

    func profileField(_ name: String, of account: PlatformAccount) -> JSONValue? {
        let text = state.meta.profiles[account.phoneNumberID]?[name]
        return text.flatMap { try? JSONDocument(Array($0.utf8)) }?.root
    }
}

/// Files that people send: at an address that needs no token and is good for an hour.
extension EmulatedPlatform {
    static let sharedPath = "/shared/"
    private static let sharedLife = Span.hours(1)

    private mutating func address(of sent: SentMedia, at now: Timestamp) -> String {
        let fact = store(sent, at: now)
        return "\(configuration.mediaHost)\(Self.sharedPath)\(fact.id)?ext=\(now.wholeSeconds)"
    }

    func shared(_ call: PlatformCall, at now: Timestamp) -> PlatformAnswer {
        guard call.method == "GET",
            let made = call.query("ext").flatMap({ Int64($0) }).map(Timestamp.init(seconds:)),
            made <= now, now.since(made) < Self.sharedLife,
            let media = state.media[String(call.path.dropFirst(Self.sharedPath.count))],
            let bytes = Data(base64Encoded: media.content)
        else { return PlatformAnswer(status: 403) }
        return PlatformAnswer(
            status: 200,
            headers: [PlatformHeader("content-type", media.mediaType)],
            body: Array(bytes)
        )
    }
}
