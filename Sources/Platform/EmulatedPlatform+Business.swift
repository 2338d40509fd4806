package import Kernel

/// What people of the business type in the platform's own app.
extension EmulatedPlatform {
    /// Somebody of the business writes to a person there; the receiver hears it as an echo.
    ///
    /// - Source: WhatsApp "Webhooks", `smb_message_echoes`.
    @discardableResult
    package mutating func business(
        writes text: String,
        to name: PersonID,
        from account: String? = nil,
        at now: Timestamp,
        arriving delay: Span = .zero
    ) throws(ActRejection) -> String {
        advance(to: now)
        guard let person = state.people[name] else { throw ActRejection("\(name) has not joined") }
        guard let account = account.map({ self.account($0) }) ?? configuration.accounts.first else {
            throw ActRejection("there is no such business number")
        }
        defer { packIfAlone() }
        let number = Self.firstEcho + UInt64(state.mintedWebhooks)
        guard account.channel == .whatsApp else {
            let id = ids.mid(number, on: account.channel)
            return inbox(writes: text, to: person, account, id: id, at: now, due: now + delay)
        }
        let id = ids.message(number)
        var json = JSONWriter(capacity: 256)
        json.object { item in
            item.field("from", account.displayNumber)
            item.field("to", person.phone)
            item.field("to_user_id", person.userID)
            item.field("id", id)
            item.field("timestamp", String(now.wholeSeconds))
            item.field("type", "text")
            item.objectField("text") { $0.field("body", text) }
        }
        hold(update(.message_echoes, json.bytes, of: person, account, at: now, due: now + delay))
        return id
    }

    /// Far behind the numbers of messages, so that no echo bears the id of one.
    private static var firstEcho: UInt64 { 1_000_000_000 }
}
