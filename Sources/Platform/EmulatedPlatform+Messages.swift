import Kernel

/// `POST /{phone-number-id}/messages`: messages, read marks, typing.
extension EmulatedPlatform {
    mutating func take(
        _ call: PlatformCall,
        for account: PlatformAccount,
        at now: Timestamp
    ) throws(PlatformRefusal) -> PlatformOutcome {
        let json = try Self.json(of: call)
        guard let product = json["messaging_product"] else {
            throw .parameter("The parameter messaging_product is required.")
        }
        guard product.holds("whatsapp") else { throw .parameter("Param messaging_product must be one of {WHATSAPP}") }
        if json["status"] != nil { return .answered(try mark(json, for: account, at: now)) }
        if let struck = try strikeBeforeAccepting(on: account.channel) { return struck }
        let rules = WhatsAppRules(configuration: configuration)
        let answer = try accept(try rules.message(json), for: account, at: now)
        advance(to: now)
        let isLost = faults.strike { $0 == .loseAnswer ? true : nil } != nil
        return isLost ? .lost : .answered(delayed(answer))
    }

    static func json(of call: PlatformCall) throws(PlatformRefusal) -> JSONValue {
        guard call.header("content-type")?.lowercased().hasPrefix("application/json") == true else {
            throw .parameter("The body must be sent as application/json")
        }
        guard let document = try? JSONDocument(call.body), document.root.kind == .object else {
            throw .parameter("The body is not a JSON object")
        }
        return document.root
    }

    mutating func strikeBeforeAccepting(on channel: PlatformChannel) throws(PlatformRefusal) -> PlatformOutcome? {
        let fault = faults.strike { fault -> PlatformFault? in
            switch fault {
            case .refuse, .turnAway, .garble, .loseCall: fault
            default: nil
            }
        }
        switch fault {
        case .refuse(let code, let status, let subcode):
            throw PlatformRefusal(code, RefusedFact.onDemand, subcode: subcode, status: status)
        case .turnAway(let status):
            guard let code = PlatformRefusal.usualCode(of: status, on: channel) else { return Self.garbled(status) }
            throw PlatformRefusal(code, RefusedFact.onDemand, status: status)
        case .garble(let status): return Self.garbled(status)
        case .loseCall: return .lost
        default: return nil
        }
    }

    private static func garbled(_ status: Int) -> PlatformOutcome {
        let page = Array("<html><body>Bad gateway</body></html>".utf8)
        return .answered(.json(status, page, type: "text/html"))
    }

    mutating func delayed(_ answer: PlatformAnswer) -> PlatformAnswer {
        guard let delay = faults.strike({ if case .slow(let delay) = $0 { delay } else { nil } }) else { return answer }
        var answer = answer
        answer.delay = delay
        return answer
    }

    /// Marks a person's message, and all before it, as read.
    private mutating func mark(
        _ json: JSONValue,
        for account: PlatformAccount,
        at now: Timestamp
    ) throws(PlatformRefusal) -> PlatformAnswer {
        try json.allow(["messaging_product", "status", "message_id", "typing_indicator"], at: "message")
        try json.expect("status", "read", at: "message")
        let id = try json.text("message_id", 512, at: "message")
        let oldest = now - .days(Int64(configuration.limits.daysToReact))
        let isKnown = state.said[id].map { $0.account == account.phoneNumberID && $0.at >= oldest }
        guard isKnown ?? configuration.meetsStrangers else {
            throw .invalid("message_id", "a message received on this number in the last 30 days")
        }
        let typing = try json.optionalObject("typing_indicator", at: "message")
        try typing?.expect("type", "text", at: "typing_indicator")
        record(.marked(MarkFact(account: account.phoneNumberID, messageID: id, isTyping: typing != nil, at: now)))
        return .json(200, Array(#"{"success":true}"#.utf8))
    }
}

/// What happens to a message whose form is right.
extension EmulatedPlatform {
    private mutating func accept(
        _ message: WhatsAppRules.Message,
        for account: PlatformAccount,
        at now: Timestamp
    ) throws(PlatformRefusal) -> PlatformAnswer {
        if configuration.meetsStrangers { meet(message.recipient) }
        let addressee = try addressee(of: message.recipient, from: account)
        let key = ChatThread.Key(account: account.phoneNumberID, person: addressee.id)
        let thread = state.threads[key] ?? ChatThread()
        try checkReferences(message, from: account, at: now)
        let isStranger = state.people[addressee.id]?.isStranger ?? false
        var failure = isStranger ? nil : try checkWindow(message.content, thread, at: now)
        try checkPreference(message.content, thread)
        try checkPace(thread, account, at: now)
        if failure == nil, let code = faults.strike({ if case .failDelivery(let code) = $0 { code } else { nil } }) {
            failure = code
        }
        try checkOrder(message.content.order, to: addressee.id, from: account, at: now)
        if failure == nil, !addressee.isKnown || isOutsideMarket(message.content.order, person: addressee.id) {
            failure = 131_026
        }
        let shown = PhoneMessage(
            id: ids.message(state.mintedMessages),
            account: account.phoneNumberID,
            person: addressee.id,
            at: now,
            quotes: message.quotes,
            callbackData: message.callbackData,
            content: message.content
        )
        record(.accepted(accepted(shown, to: addressee, in: thread, failing: failure, at: now)))
        return .json(200, response(to: shown, addressee))
    }

    /// Lets somebody join under an address that nobody has.
    private mutating func meet(_ recipient: WhatsAppRules.Message.Recipient) {
        var stranger: Person
        switch recipient {
        case .phone(let phone, _):
            guard state.person(at: phone) == nil else { return }
            stranger = Person(PersonID(phone.digits), name: phone.digits, phone: phone.digits)
        case .userID(let userID):
            guard state.byUserID[userID] == nil else { return }
            stranger = Person(PersonID(userID), name: userID, userID: userID)
        }
        stranger.isStranger = true
        record(.joined(stranger))
    }

    private func accepted(
        _ message: PhoneMessage,
        to addressee: Addressee,
        in thread: ChatThread,
        failing: Int?,
        at now: Timestamp
    ) -> AcceptedFact {
        let opened =
            thread.opensFreeEntry(at: now)
            ? FreeEntry(conversationID: ids.conversation(state.mintedMessages), until: now + ChatThread.freeEntryLength)
            : nil
        let month = configuration.zone.local(now).yearMonth
        let used = state.deliveredServices[PlatformState.Quota(account: message.account, month: month)] ?? 0
        let pricing = WhatsAppPricing(zone: configuration.zone, marking: configuration.freeQuota)
            .pricing(of: message.content, in: thread, freeEntry: opened ?? thread.freeEntry, freeUsed: used, at: now)
        return AcceptedFact(
            message: message,
            isToPhone: addressee.isByPhone,
            pricing: pricing,
            opensFreeEntry: opened,
            failsWith: failing,
            isToNobody: !addressee.isKnown
        )
    }

    /// Whom a call reaches.
    private struct Addressee {
        /// Their name here; for an address nobody has, its digits or user id.
        var id: PersonID
        var input: String
        var waID: String?
        var isByPhone: Bool
        var isKnown: Bool
    }

    private func addressee(
        of recipient: WhatsAppRules.Message.Recipient,
        from account: PlatformAccount
    ) throws(PlatformRefusal) -> Addressee {
        switch recipient {
        case .phone(let phone, let input):
            guard phone.digits != account.displayNumber else {
                throw PlatformRefusal(131_021, "to: the sender's own number")
            }
            guard let person = state.person(at: phone) else {
                return Addressee(
                    id: PersonID(phone.digits),
                    input: input,
                    waID: phone.digits,
                    isByPhone: true,
                    isKnown: false
                )
            }
            return Addressee(
                id: person,
                input: input,
                waID: state.people[person]?.phone,
                isByPhone: true,
                isKnown: true
            )
        case .userID(let userID):
            guard let person = state.byUserID[userID] else {
                return Addressee(id: PersonID(userID), input: userID, isByPhone: false, isKnown: false)
            }
            return Addressee(id: person, input: userID, isByPhone: false, isKnown: true)
        }
    }

    /// What is quoted or reacted to must exist.
    private func checkReferences(
        _ message: WhatsAppRules.Message,
        from account: PlatformAccount,
        at now: Timestamp
    ) throws(PlatformRefusal) {
        if let quoted = message.quotes, state.said[quoted] == nil, state.messages[quoted] == nil {
            throw .invalid("context.message_id", "a message of this chat")
        }
        guard let reaction = message.content.reaction else { return }
        let oldest = now - .days(Int64(configuration.limits.daysToReact))
        let said = state.said[reaction.messageID].map { $0.type != "reaction" && $0.at >= oldest }
        let sent = state.messages[reaction.messageID].map {
            $0.fact.message.content.reaction == nil && $0.fact.message.at >= oldest
        }
        guard said ?? sent ?? false else {
            throw .invalid("reaction.message_id", "a message of the last 30 days that is not a reaction itself")
        }
    }

    /// Free-form only inside the window; how it fails outside is a setting.
    private func checkWindow(
        _ content: PhoneContent,
        _ thread: ChatThread,
        at now: Timestamp
    ) throws(PlatformRefusal) -> Int? {
        guard content.template == nil, !thread.isOpen(at: now) else { return nil }
        guard configuration.closedWindow == .refused else { return 131_047 }
        throw PlatformRefusal(131_047, "More than 24 hours have passed since the recipient last replied.")
    }

    private func checkPreference(_ content: PhoneContent, _ thread: ChatThread) throws(PlatformRefusal) {
        guard content.template?.category == .marketing, !thread.takesMarketing else { return }
        throw PlatformRefusal(131_050, "The recipient stopped marketing messages")
    }

    private func checkPace(
        _ thread: ChatThread,
        _ account: PlatformAccount,
        at now: Timestamp
    ) throws(PlatformRefusal) {
        guard thread.pace.allows(configuration.pace.pair, at: now) else {
            throw PlatformRefusal(131_056, "Too many messages to this recipient in a short time.", subcode: 2_494_055)
        }
        let number = state.throughput[account.phoneNumberID] ?? Pace()
        guard number.allows(configuration.pace.throughput, at: now) else {
            throw PlatformRefusal(130_429, "Throughput of the number is exceeded")
        }
    }

    private func response(to message: PhoneMessage, _ addressee: Addressee) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.field("messaging_product", "whatsapp")
            json.arrayField("contacts") { contacts in
                contacts.object { contact in
                    contact.field("input", addressee.input)
                    addressee.isByPhone
                        ? contact.field("wa_id", addressee.waID) : contact.field("user_id", addressee.input)
                }
            }
            json.arrayField("messages") { messages in
                messages.object { entry in
                    entry.field("id", message.id)
                    if message.content.template != nil { entry.field("message_status", "accepted") }
                }
            }
        }
        return json.bytes
    }
}
