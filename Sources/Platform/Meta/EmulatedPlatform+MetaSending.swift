import Kernel

/// `POST /{page or account}/messages`: messages, private replies, sender actions.
extension EmulatedPlatform {
    mutating func takeMeta(
        _ json: JSONValue,
        for account: PlatformAccount,
        at now: Timestamp
    ) throws(PlatformRefusal) -> PlatformOutcome {
        if json["sender_action"] == nil, let struck = try strikeBeforeAccepting(on: account.channel) { return struck }
        let order = try SendRules(configuration: configuration, account: account).order(json)
        let person = try addressee(of: order.recipient, from: account, at: now)
        let thread = thread(person, account.phoneNumberID)
        guard !thread.isBlocked else { throw .unavailable(on: account.channel) }
        if case .person = order.recipient, thread.holder(at: now) != nil { throw .held(on: account.channel) }
        guard case .say(let content, let metadata) = order.deed else {
            return .answered(try act(order.deed, for: person, thread, account, at: now))
        }
        try checkLeave(order, thread, account, at: now)
        try checkParts(of: content, quoting: order.quotes, at: now)
        try checkMetaPace(content, order, account, at: now)
        var message = PhoneMessage(
            id: ids.mid(state.mintedMessages, on: account.channel),
            account: account.phoneNumberID,
            person: person,
            at: now,
            quotes: order.quotes,
            callbackData: metadata,
            content: content
        )
        if case .comment(let id) = order.recipient { message.answersComment = id }
        acceptMeta(message, json["message"], account)
        advance(to: now)
        let isLost = faults.strike { $0 == .loseAnswer ? true : nil } != nil
        return isLost ? .lost : .answered(delayed(receipt(of: message, to: person, account)))
    }

    private mutating func acceptMeta(_ message: PhoneMessage, _ json: JSONValue?, _ account: PlatformAccount) {
        defer { packIfAlone() }
        let failure = faults.strike { if case .failDelivery(let code) = $0 { code } else { nil } }
        record(
            .accepted(
                AcceptedFact(
                    message: message,
                    isToPhone: false,
                    pricing: MessagePricing(type: "free", category: "message"),
                    failsWith: failure,
                    isToNobody: false
                )
            )
        )
        guard message.content.reaction == nil, let json else { return }
        let echo = EchoPayload(message: message, account: account, scopedID: scopedID(of: message.person, account))
        tell("message_echoes", echo.item(of: json, app: configuration.appID), account, at: message.at, due: message.at)
    }

    /// Seen, typing, or a sign on a message; only signs and typing need the window.
    private mutating func act(
        _ deed: SendRules.Deed,
        for person: PersonID,
        _ thread: ChatThread,
        _ account: PlatformAccount,
        at now: Timestamp
    ) throws(PlatformRefusal) -> PlatformAnswer {
        let newest = thread.said.last { state.said[$0]?.comment == nil }
        switch deed {
        case .see: mark(newest, isTyping: false, account, at: now)
        case .type(false): break
        case .type(true):
            guard thread.isOpen(at: now) else { throw .windowClosed(on: account.channel) }
            mark(newest, isTyping: true, account, at: now)
        case .react(let reaction):
            guard thread.isOpen(at: now) else { throw .windowClosed(on: account.channel) }
            try checkParts(of: PhoneContent(type: "reaction"), quoting: reaction.messageID, at: now)
            var content = PhoneContent(type: "reaction")
            content.reaction = reaction
            let message = PhoneMessage(
                id: ids.mid(state.mintedMessages, on: account.channel),
                account: account.phoneNumberID,
                person: person,
                at: now,
                content: content
            )
            acceptMeta(message, nil, account)
        case .say: break
        }
        return .json(200, Array(#"{"recipient_id":"\#(scopedID(of: person, account))"}"#.utf8))
    }

    private mutating func mark(_ id: String?, isTyping: Bool, _ account: PlatformAccount, at now: Timestamp) {
        guard let id else { return }
        record(.marked(MarkFact(account: account.phoneNumberID, messageID: id, isTyping: isTyping, at: now)))
    }

    /// The ids by which a Page or an Instagram account knows a person: that of the conversation first, then that of
    /// their comments; none on a WhatsApp number.
    package func scopedIDs(of person: PersonID, on account: String) -> [String] {
        guard let account = self.account(account), account.channel != .whatsApp else { return [] }
        return [scopedID(of: person, account), ids.authorID(of: person.rawValue, on: account.phoneNumberID)]
    }

    func scopedID(of person: PersonID, _ account: PlatformAccount) -> String {
        state.people[person].map { configuration.scopedID(of: $0, on: account) } ?? person.rawValue
    }

    private func receipt(of message: PhoneMessage, to person: PersonID, _ account: PlatformAccount) -> PlatformAnswer {
        var json = JSONWriter()
        json.object { json in
            json.field("recipient_id", scopedID(of: person, account))
            json.field("message_id", message.id)
        }
        return .json(200, json.bytes)
    }
}
