package import Kernel

/// What a Page or an Instagram account is told.
extension EmulatedPlatform {
    /// Holds an item for the receiver, if the account has subscribed to its field.
    mutating func tell(
        _ field: String,
        _ item: [UInt8],
        in list: WebhookUpdate.List = .messaging,
        _ account: PlatformAccount,
        of person: PersonID? = nil,
        at now: Timestamp,
        due: Timestamp,
        carriesCard: Bool = false
    ) {
        let field = list == .standby ? "standby" : field
        guard state.meta.isSubscribed(field, account) ?? configuration.startsSubscribed,
            isChosen(field, on: account.channel)
        else { return }
        hold(
            WebhookUpdate(
                account: account,
                list: list,
                item: item,
                person: person,
                at: now,
                due: due,
                carriesCard: carriesCard
            )
        )
    }

    /// Receipts: Messenger by watermark, Instagram by the newest message read, and nothing of deliveries there.
    mutating func tell(
        _ fact: ReportFact,
        of message: PhoneMessage,
        _ account: PlatformAccount,
        at now: Timestamp,
        due: Timestamp
    ) {
        defer { packIfAlone() }
        let scoped = scopedID(of: message.person, account)
        let id = account.phoneNumberID
        let list = self.list(of: message.person, account, at: now)
        switch (fact.status, account.channel) {
        case (.delivered, .messenger):
            // It covers what was sent before it.
            let watermark = max(now.milliseconds, message.at.milliseconds + 1)
            let item = MetaEnvelope.item(from: scoped, to: id, at: nil) { item in
                item.objectField("delivery") { delivery in
                    delivery.arrayField("mids") { $0.string(message.id) }
                    delivery.field("watermark", watermark)
                }
            }
            tell("message_deliveries", item, in: list, account, at: now, due: due)
        case (.read, .messenger):
            let item = MetaEnvelope.item(from: scoped, to: id, at: now) { item in
                item.objectField("read") { $0.field("watermark", now.milliseconds) }
            }
            tell("message_reads", item, in: list, account, at: now, due: due)
        case (.read, .instagram):
            let item = MetaEnvelope.item(from: scoped, to: id, at: now) { item in
                item.objectField("read") { $0.field("mid", message.id) }
            }
            tell("messaging_seen", item, in: list, account, at: now, due: due)
        default: break
        }
    }

    /// Everything that was delivered is read; one receipt tells it.
    mutating func metaReadAll(_ person: Person, _ account: PlatformAccount, at now: Timestamp, due: Timestamp) {
        let unread = thread(person.id, account.phoneNumberID).shown.filter {
            state.messages[$0]?.isDelivered == true && !reached($0).contains(.read)
        }
        guard let newest = unread.last else { return }
        for id in unread.dropLast() {
            record(.reported(ReportFact(messageID: id, status: .read, at: now, isLost: false)))
        }
        report(.read, of: newest, at: now, arriving: due.since(now))
    }

    /// Somebody of the business writes in the platform's own inbox; the receiver hears an echo.
    mutating func inbox(
        writes text: String,
        to person: Person,
        _ account: PlatformAccount,
        id: String,
        at now: Timestamp,
        due: Timestamp
    ) -> String {
        let message = PhoneMessage(
            id: id,
            account: account.phoneNumberID,
            person: person.id,
            at: now,
            content: PhoneContent(type: "text", text: text)
        )
        let echo = EchoPayload(message: message, account: account, scopedID: scopedID(of: person.id, account))
        let item = echo.item(typed: text, inbox: Self.pageInbox)
        tell("message_echoes", item, in: list(of: person.id, account, at: now), account, at: now, due: due)
        return id
    }

    /// App id of the Page Inbox in echoes.
    static var pageInbox: Int64 { 263_902_037_430_900 }

    /// Where the news of a conversation stands: apart, while another app has it.
    func list(of person: PersonID, _ account: PlatformAccount, at now: Timestamp) -> WebhookUpdate.List {
        thread(person, account.phoneNumberID).holder(at: now) == nil ? .messaging : .standby
    }

    /// A live broadcast ends: comments in it can no longer be answered.
    package mutating func end(broadcast media: String, at now: Timestamp) {
        advance(to: now)
        record(.ended(BroadcastFact(media: media, at: now)))
    }
}
