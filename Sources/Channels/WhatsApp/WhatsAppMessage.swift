import Kernel
import Messaging

/// One item of `messages[]`: what a person said.
///
/// ```json
/// {"from":"491713920044","from_user_id":"DE.771209348812","id":"wamid.T1","timestamp":"1795248010","type":"text",
///  "text":{"body":"size M, please"}}
/// ```
/// - Source: WhatsApp Cloud API, webhooks reference, messages.
enum WhatsAppMessage {
    /// Exactly one event, whatever the item holds.
    static func event(of value: JSONValue, in context: WhatsAppContext) -> InboundEvent {
        let item = WhatsAppItem(value)
        // Only what the shop itself says names whom it goes to.
        if item.to != nil, context.isOwn(item.from) { return WhatsAppNews.echo(value, in: context) }
        let previousID = item.type?.holds("system") == true ? item["system"]?["previous_user_id"] : nil
        let userID = item.userID?.unlessNull ?? previousID
        var sender = context.sender(phone: item.from, userID: userID, parentID: item.parentID)
        let product = item.context?["referred_product"]
        let type = item.type?.filled ?? typeTold(by: value)
        let content = content(of: item, type: type, about: product) ?? value.unknown(type ?? "message")
        if case .identityChange(let known?, _) = content {
            sender.address = WhatsAppIdentity.completed(sender.address, by: known)
        }
        var event = context.event(content, of: value, id: item.id, timestamp: item.timestamp, from: sender)
        event.group = item.groupID?.filled
        if let referral = item.referral, referral.kind == .object { event.referral = self.referral(referral) }
        guard let quoted = item.context else { return event }
        event.replyTo = (quoted["id"]?.filled ?? quoted["message_id"]?.filled).map {
            MessageReference(externalID: $0)
        }
        event.isForwarded = quoted["forwarded"]?.isTrue == true || quoted["frequently_forwarded"]?.isTrue == true
        if let sku = product?["product_retailer_id"]?.filled, event.kind != "productQuestion" {
            event.referral = event.referral ?? Referral()
            event.referral?.product = sku
        }
        return event
    }

    /// What was said, nil if this isn't understood.
    private static func content(
        of item: WhatsAppItem,
        type: String?,
        about product: JSONValue?
    ) -> InboundEvent.Content? {
        guard let type else { return nil }
        switch type {
        case "text": return text(item, about: product)
        case "interactive": return item["interactive"].flatMap(WhatsAppReply.content)
        case "button": return tap(item["button"], payload: "payload", label: "text")
        case "order": return item["order"].flatMap(CartReading.whatsapp.content)
        case "image", "video", "audio", "voice", "document", "sticker":
            return item[type].flatMap { WhatsAppMedia.content(of: $0, type: type) }
        case "location": return item["location"].flatMap(location)
        case "contacts": return item["contacts"].flatMap(contacts)
        case "reaction": return item["reaction"].flatMap(reaction)
        case "system": return WhatsAppIdentity.content(of: item)
        case "edit": return item["edit"].flatMap(edit)
        case "revoke": return (item["revoke"]?["original_message_id"]?.filled).map { .deletion(of: $0) }
        case "request_welcome": return .tap(Tap(payload: nil, label: nil))
        default: return nil
        }
    }

    /// Of a message without a type, the first member that has the name of one.
    private static func typeTold(by value: JSONValue) -> String? {
        value.members.first { typeNames.contains($0.key) && !$0.value.isNull }?.key
    }

    private static let typeNames: Set<String> = [
        "text", "interactive", "button", "order", "image", "video", "audio", "voice", "document", "sticker", "location",
        "contacts", "reaction", "system", "edit", "revoke", "unsupported",
    ]

    private static func text(_ item: WhatsAppItem, about product: JSONValue?) -> InboundEvent.Content? {
        guard let body = item["text"]?["body"]?.text else { return nil }
        let sku = product?["product_retailer_id"]?.filled
        // Some write an empty product on whatever quotes a message.
        guard sku != nil || product?["catalog_id"]?.filled != nil else { return .text(body) }
        return .productQuestion(ProductQuestion(sku: sku, text: body))
    }

    /// A choice with the payload that we gave out; nil if neither payload nor label is there.
    static func tap(_ value: JSONValue?, payload: String, label: String) -> InboundEvent.Content? {
        let tap = Tap(payload: value?[payload]?.filled, label: value?[label]?.filled)
        return tap.payload == nil && tap.label == nil ? nil : .tap(tap)
    }

    private static func location(_ value: JSONValue) -> InboundEvent.Content? {
        guard let latitude = value["latitude"]?.degrees, let longitude = value["longitude"]?.degrees,
            abs(latitude) <= 90, abs(longitude) <= 180
        else { return nil }
        return .location(
            Location(
                latitude: latitude,
                longitude: longitude,
                name: value["name"]?.filled,
                address: value["address"]?.filled
            )
        )
    }

    private static func contacts(_ value: JSONValue) -> InboundEvent.Content? {
        let isCard = value["name"] != nil || value["phones"] != nil
        guard value.kind == .array || isCard else { return nil }
        return .contact(
            value.oneOrMore.map { card in
                let phones = card["phones"]?.elements.map { $0["phone"]?.filled ?? $0["wa_id"]?.filled } ?? []
                return ContactCard(name: name(of: card["name"]), phones: phones.compactMap(\.self))
            }
        )
    }

    private static func name(of value: JSONValue?) -> String? {
        if let whole = value?.filled ?? value?["formatted_name"]?.filled { return whole }
        let parts = [value?["first_name"]?.filled, value?["middle_name"]?.filled, value?["last_name"]?.filled]
        let name = parts.compactMap(\.self).joined(separator: " ")
        return name.isEmpty ? nil : name
    }

    private static func reaction(_ value: JSONValue) -> InboundEvent.Content? {
        guard let message = value["message_id"]?.filled else { return nil }
        return .reaction(emoji: value["emoji"]?.filled, to: message)
    }

    private static func edit(_ value: JSONValue) -> InboundEvent.Content? {
        guard let message = value["original_message_id"]?.filled else { return nil }
        return .edit(of: message, text: value["message"].flatMap(words))
    }

    /// The text or caption of a message inside another item.
    static func words(of message: JSONValue) -> String? {
        if let body = (message["text"] ?? message["interactive"]?["body"])?.either("body", "text")?.filled {
            return body
        }
        return (message["type"]?.string).flatMap { message[$0]?["caption"]?.filled }
    }

    /// Where the person came from; the click id is not the ad's id.
    private static func referral(_ value: JSONValue) -> Referral {
        let source = value["source_type"]?.filled
        let id = value["source_id"]?.filled
        let isPost = source == "post"
        return Referral(
            source: source,
            ad: isPost ? nil : id,
            click: value["ctwa_clid"]?.filled,
            ref: value["ref"]?.filled,
            post: isPost ? id : nil
        )
    }
}
