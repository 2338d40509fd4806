package import Kernel

/// What people do on their phones.
extension EmulatedPlatform {
    /// A person joins, or changes; without a user id one is minted.
    package mutating func join(_ person: Person, at now: Timestamp) {
        var person = person
        if person.userID == nil, person.phone == nil {
            person.userID = ids.userID(of: person.id.rawValue, country: "US")
        }
        record(.joined(person))
    }

    /// A user id as the platform would mint it for someone of that country (two capitals).
    package func mintedUserID(for person: PersonID, country: String) -> String {
        ids.userID(of: person.rawValue, country: country)
    }

    /// A person does something; the webhook that reports it is due `delay` later.
    ///
    /// - Returns: the message's id, or nil for what the business does not hear of (a link opened, the chat read).
    @discardableResult
    package mutating func person(
        _ name: PersonID,
        does act: PersonAct,
        with account: String? = nil,
        at now: Timestamp,
        arriving delay: Span = .zero
    ) throws(ActRejection) -> String? {
        advance(to: now)
        guard let person = state.people[name] else { throw ActRejection("\(name) has not joined") }
        guard let account = account.map({ self.account($0) }) ?? configuration.accounts.first else {
            throw ActRejection("there is no such business number")
        }
        defer { packIfAlone() }
        if account.channel != .whatsApp { return try metaPerson(person, does: act, account, at: now, due: now + delay) }
        switch act {
        case .read: readAll(person, account, at: now)
        case .stopMarketing: prefer(false, person, account, at: now, due: now + delay)
        case .resumeMarketing: prefer(true, person, account, at: now, due: now + delay)
        case .changeUserID(let id): changeUserID(of: person, to: id, account, at: now, due: now + delay)
        case .changePhone(let digits): changePhone(of: person, to: digits, account, at: now, due: now + delay)
        case .pay(let deed, let reference):
            try pay(deed, reference: reference, by: person, account, at: now, due: now + delay)
        default:
            guard let spoken = try spoken(act, by: person, account, at: now) else { return nil }
            return say(spoken, person, account, at: now, due: now + delay)
        }
        return nil
    }

    /// Delivers the last webhook of a person's acts again, with the same bytes.
    package mutating func again(_ name: PersonID, times: Int = 1, at now: Timestamp, arriving delay: Span = .zero)
        throws(ActRejection)
    {
        guard let last = state.lastWebhook[name] else { throw ActRejection("\(name) has not done anything yet") }
        for _ in 0..<max(0, times) {
            var copy = last
            copy.id = state.mintedWebhooks + 1
            copy.at = now
            copy.due = now + delay
            record(.webhook(copy))
        }
    }

    @discardableResult
    private mutating func say(
        _ spoken: SpokenAct,
        _ person: Person,
        _ account: PlatformAccount,
        at now: Timestamp,
        due: Timestamp
    ) -> String {
        let id = ids.message(state.mintedMessages)
        let masked = CardMask.mask(spoken.words)
        let fact = SaidFact(
            id: id,
            account: account.phoneNumberID,
            person: person.id,
            at: now,
            type: spoken.type,
            text: masked.text,
            opensWindow: spoken.opensWindow,
            isReferral: spoken.referral != nil
        )
        record(.said(fact))
        let payload = PersonPayload(person: person)
        hold(
            WebhookUpdate(
                account: account,
                list: .messages,
                item: payload.item(spoken, id: id, at: now, to: account),
                contact: spoken.hasContact ? payload.contact() : nil,
                person: person.id,
                at: now,
                due: due,
                carriesCard: masked.found
            )
        )
        return id
    }

    private mutating func readAll(_ person: Person, _ account: PlatformAccount, at now: Timestamp) {
        let thread = thread(person.id, account.phoneNumberID)
        for id in thread.shown where state.messages[id]?.isDelivered == true && !reached(id).contains(.read) {
            report(.read, of: id, at: now)
        }
    }

    private mutating func prefer(
        _ takes: Bool,
        _ person: Person,
        _ account: PlatformAccount,
        at now: Timestamp,
        due: Timestamp
    ) {
        record(
            .preferred(
                PreferenceFact(account: account.phoneNumberID, person: person.id, takesMarketing: takes, at: now)
            )
        )
        var json = JSONWriter()
        json.object { item in
            item.field("wa_id", person.phone)
            item.field("user_id", person.userID)
            item.field("detail", takes ? "User resumed marketing messages" : "User asked to stop marketing messages")
            item.field("category", "marketing_messages")
            item.field("value", takes ? "resume" : "stop")
            item.field("timestamp", now.wholeSeconds)
        }
        hold(update(.user_preferences, json.bytes, of: person, account, at: now, due: due))
    }

    /// Both the system message and the field report a new user id.
    private mutating func changeUserID(
        of person: Person,
        to userID: String,
        _ account: PlatformAccount,
        at now: Timestamp,
        due: Timestamp
    ) {
        var changed = person
        changed.userID = userID
        record(.joined(changed))
        say(
            .system(
                type: "user_changed_user_id",
                body: "\(person.name) changed the user id",
                phone: person.phone,
                userID: userID
            ),
            person,
            account,
            at: now,
            due: due
        )
        var json = JSONWriter()
        json.object { item in
            item.field("wa_id", person.phone)
            item.field("detail", "The user id changed.")
            item.objectField("user_id") { id in
                id.field("previous", person.userID)
                id.field("current", userID)
            }
            item.field("timestamp", String(now.wholeSeconds))
        }
        hold(update(.user_id_update, json.bytes, of: changed, account, at: now, due: due))
    }

    private mutating func changePhone(
        of person: Person,
        to digits: String,
        _ account: PlatformAccount,
        at now: Timestamp,
        due: Timestamp
    ) {
        var changed = person
        changed.phone = digits
        record(.joined(changed))
        say(
            .system(
                type: "user_changed_number",
                body: "\(person.name) changed from \(person.phone ?? "a hidden number") to \(digits)",
                phone: digits,
                userID: person.userID
            ),
            person,
            account,
            at: now,
            due: due
        )
    }

    func update(
        _ list: WebhookUpdate.List,
        _ item: [UInt8],
        of person: Person,
        _ account: PlatformAccount,
        at now: Timestamp,
        due: Timestamp
    ) -> WebhookUpdate {
        WebhookUpdate(
            account: account,
            list: list,
            item: item,
            contact: PersonPayload(person: person).contact(),
            person: person.id,
            at: now,
            due: due
        )
    }
}
