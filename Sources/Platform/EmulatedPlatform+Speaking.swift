import Kernel

/// From an act to what the platform passes on; only what stands on the phone can be tapped, answered or quoted.
extension EmulatedPlatform {
    mutating func spoken(
        _ act: PersonAct,
        by person: Person,
        _ account: PlatformAccount,
        at now: Timestamp
    ) throws(ActRejection) -> SpokenAct? {
        switch act {
        case .text(let text): return .text(text)
        case .tap(let target): return try tap(target, by: person, account)
        case .order(let lines, let note): return .order(lines, note: note, catalogue: configuration.catalogID)
        case .askAbout(let product, let text):
            var spoken = SpokenAct.text(text)
            spoken.context = .product(catalogue: configuration.catalogID, retailerID: product)
            return spoken
        case .media(let sent): return .media(sent, stored: store(sent, at: now))
        case .location(let place): return .location(place)
        case .contact(let name, let phone): return .contact(name: name, phone: phone)
        case .react(let emoji, let id): return .reaction(emoji, to: try quotable(id))
        case .reply(let text, let id):
            var spoken = SpokenAct.text(text)
            spoken.context = .quote(try quotable(id), isOurs: state.messages[id] != nil)
            return spoken
        case .forward(let text, let often):
            var spoken = SpokenAct.text(text)
            spoken.context = .forwarded(often: often)
            return spoken
        case .unsend(let id): return .unsend(try own(id, by: person, account, texts: false))
        case .edit(let id, let text): return .edit(try own(id, by: person, account, texts: true), to: text)
        case .referral(let referral, let text):
            var spoken = SpokenAct.text(text)
            spoken.referral = referral
            return spoken
        case .form(let fields, let id): return try form(fields, of: id, by: person, account)
        case .requestWelcome: return SpokenAct(type: "request_welcome", opensWindow: false)
        case .unsupported(let kind): return .unsupported(kind)
        case .unheardOf(let type, let json):
            guard let document = try? JSONDocument(Array(json.utf8)) else { throw ActRejection("not JSON: \(json)") }
            return .unheardOf(type: type, json: document)
        case .read, .stopMarketing, .resumeMarketing, .changeUserID, .changePhone, .pay: return nil
        case .link, .comment, .deleteComment, .sharePost, .answerStory, .mentionInStory, .menu, .block, .unblock:
            throw ActRejection("WhatsApp has no entry links, comments, shared posts, stories and menus")
        }
    }

    func quotable(_ id: String) throws(ActRejection) -> String {
        guard state.messages[id] != nil || state.said[id] != nil else {
            throw ActRejection("there is no message \(id)")
        }
        return id
    }

    func own(
        _ id: String?,
        by person: Person,
        _ account: PlatformAccount,
        texts: Bool
    ) throws(ActRejection) -> String {
        let mine = thread(person.id, account.phoneNumberID).said
        let found = mine.last { said in
            if let id { return said == id }
            return texts ? state.said[said]?.type == "text" : !Self.notes.contains(state.said[said]?.type ?? "")
        }
        guard let found else { throw ActRejection("\(person.id) has said nothing that could be changed") }
        return found
    }

    /// What stands in the chat without being a message of its own.
    private static let notes: Set<String> = [
        "edit", "revoke", "reaction", "system", "request_welcome", "comment", "referral", "optin",
    ]

    private func tap(
        _ target: TapTarget,
        by person: Person,
        _ account: PlatformAccount
    ) throws(ActRejection) -> SpokenAct? {
        try tapped(target, by: person, account).map { .tap($0.choice, on: $0.message) }
    }

    /// What a tap meets; nil when it opens a link.
    func tapped(
        _ target: TapTarget,
        by person: Person,
        _ account: PlatformAccount
    ) throws(ActRejection) -> (message: PhoneMessage, choice: PhoneChoice)? {
        let shown = newestFirst(on: person, account)
        if case .label(let label, _, 0) = target, opensSomething(label, in: shown) { return nil }
        guard let (message, choice) = Self.offer(target, in: shown) else {
            throw ActRejection("\(person.id) can't tap \(target): it is not on their phone")
        }
        return (message, choice)
    }

    /// The bubbles on a person's phone, each looked up when it is come to.
    private func newestFirst(on person: Person, _ account: PlatformAccount) -> some Sequence<PhoneMessage> {
        let messages = state.messages
        return thread(person.id, account.phoneNumberID).shown.reversed().lazy.compactMap { messages[$0]?.fact.message }
    }

    /// A link opens an address: nobody hears of it.
    private func opensSomething(_ label: String, in shown: some Sequence<PhoneMessage>) -> Bool {
        let newest = shown.first(where: { message in
            let links = message.content.links + message.content.cards.flatMap(\.links)
            return links.contains { $0.title == label } || message.choices.contains { $0.title == label }
        })
        return newest.map { message in !message.choices.contains { $0.title == label } } ?? false
    }

    /// The choice a tap means; messages newest first.
    private static func offer(
        _ target: TapTarget,
        in shown: some Sequence<PhoneMessage>
    ) -> (PhoneMessage, PhoneChoice)? {
        switch target {
        case .id(let id):
            for message in shown {
                if let choice = message.choices.first(where: { $0.id == id }) { return (message, choice) }
            }
        case .choice(let id, let messageID):
            let message = shown.first(where: { $0.id == messageID })
            return message.flatMap { message in message.choices.first { $0.id == id }.map { (message, $0) } }
        case .label(let label, let number, let before):
            let bearing = shown.lazy.filter { $0.choices.contains { $0.title == label } }
            guard before >= 0, let message = bearing.dropFirst(before).first(where: { _ in true }) else { return nil }
            let same = message.choices.filter { $0.title == label }
            guard same.indices.contains(number - 1) else { return nil }
            return (message, same[number - 1])
        }
        return nil
    }

    private func form(
        _ fields: [FormField],
        of id: String?,
        by person: Person,
        _ account: PlatformAccount
    ) throws(ActRejection) -> SpokenAct {
        let shown = phone(of: person.id, account: account.phoneNumberID)
        for message in shown.reversed() where id.map({ $0 == message.id }) ?? true {
            switch message.content.asksFor {
            case .form(_, let token): return .form(fields, token: token, on: message)
            case .address: return .form(fields, token: "", on: message)
            default: continue
            }
        }
        throw ActRejection("\(person.id) has no form on their phone")
    }
}
