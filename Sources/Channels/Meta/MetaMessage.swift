import Kernel
import Messaging

/// The `message` of an item: what a person or the account itself said.
///
/// ```json
/// {"mid":"m_q1","text":"Size M","quick_reply":{"payload":"size:M"},"reply_to":{"mid":"m_prev"},"attachments":[…]}
/// ```
enum MetaMessage {
    /// A part of a message, which is one event.
    struct Part {
        var content: InboundEvent.Content
        var story: String?
        var ignored: String?
    }

    static func events(of message: JSONValue, item: MetaItem, in context: MetaContext) -> [InboundEvent] {
        let sender = context.shopper(of: item)
        guard message.kind == .object else {
            return [context.event(item.value.unknown("message"), of: item.value, at: item.timestamp, from: sender)]
        }
        let referral = (message["referral"]?.unlessNull ?? item.referral).flatMap(MetaReferral.referral)
        let parts = self.parts(of: message, item: item, isOurs: isOurs(item, of: context.account), referral)
        guard let first = parts.first else { return [] }
        let id = id(of: item, first.content)
        var event = context.event(first.content, id: id, at: item.timestamp, from: sender)
        let answered = message["reply_to"]
        event.replyTo = (answered?["mid"]?.filled).map { MessageReference(externalID: $0) }
        event.referral = referral
        if case .echo = first.content { event.callbackKey = message["metadata"]?.filled }
        let story = story(of: answered?["story"])
        return parts.enumerated().map { place, part in
            event.externalID = place == 0 ? id : "\(id):\(place)"
            event.content = part.content
            event.story = part.story ?? story
            event.ignored = part.ignored
            return event
        }
    }

    /// A message from the account to somebody else is its own, even where nothing marks it; a note to itself is said, not
    /// sent.
    private static func isOurs(_ item: MetaItem, of account: WebhookAccount) -> Bool {
        if item.isEcho { return true }
        guard let sender = item.senderID, sender == account.externalID else { return false }
        return sender != item.recipientID && !item.isSelf
    }

    private static func id(of item: MetaItem, _ content: InboundEvent.Content) -> String {
        guard let mid = item.mid else { return MadeID.of(item.value, kind: content.kind) }
        if case .deletion = content { return mid + ":deleted" }
        // A note to oneself may be told twice under one id: as said and as sent.
        if case .echo = content, let sender = item.senderID, sender == item.recipientID { return mid + ":echo" }
        return mid
    }

    /// Its id, for that outlives the link.
    private static func story(of value: JSONValue?) -> String? {
        value?["id"]?.filled ?? value?["url"]?.filled
    }

    private static func parts(
        of message: JSONValue,
        item: MetaItem,
        isOurs: Bool,
        _ referral: Referral?
    ) -> [Part] {
        if message["is_deleted"]?.isTrue == true { return [Part(content: .deletion(of: item.mid))] }
        if isOurs { return [Part(content: .echo(text: message["text"]?.filled, by: message["app_id"]?.filled))] }
        if message["is_unsupported"]?.isTrue == true { return [Part(content: item.value.unknown("is_unsupported"))] }
        let text = message["text"]?.text
        if let payload = message["quick_reply"]?["payload"]?.filled {
            let tap = Part(content: .tap(Tap(payload: payload, label: text)))
            return [tap] + MetaAttachment.parts(of: message, words: nil)
        }
        let attached = MetaAttachment.parts(of: message, words: text.flatMap { $0.isEmpty ? nil : $0 })
        return attached.isEmpty ? [Part(content: words(text, of: message, item, referral))] : attached
    }

    /// What a message without attachments is.
    private static func words(
        _ text: String?,
        of message: JSONValue,
        _ item: MetaItem,
        _ referral: Referral?
    ) -> InboundEvent.Content {
        if let product = MetaReferral.product(message["referral"]) {
            return .productQuestion(ProductQuestion(productID: product, text: text))
        }
        if let text { return .text(text) }
        if let sticker = message["sticker_id"]?.filled { return .sticker(mediaID: sticker) }
        return referral == nil ? item.value.unknown("message") : .referral
    }
}
