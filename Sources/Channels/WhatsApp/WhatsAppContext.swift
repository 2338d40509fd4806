import Kernel
import Messaging

/// What the items of one `value` share: the account, the people named beside them, and a time for those without one.
struct WhatsAppContext {
    let account: WebhookAccount
    private let contacts: WhatsAppContacts
    private let at: Timestamp
    let isStandby: Bool

    /// Outside of any `value`.
    init(account: WebhookAccount, at: Timestamp) {
        self.account = account
        self.at = at
        contacts = WhatsAppContacts(nil)
        isStandby = false
    }

    /// The people and the number that a value names; one without metadata concerns the whole business account.
    init(_ parts: WhatsAppValue, of owner: WebhookAccount, at: Timestamp, isStandby: Bool) {
        let number = parts.metadata?["phone_number_id"]?.filled ?? parts.metadata?["id"]?.filled
        let label = parts.metadata?["display_phone_number"] ?? parts.displayNumber
        account = WebhookAccount(
            externalID: number ?? owner.externalID,
            label: label?.filled ?? "",
            isTest: owner.isTest || number == Self.sampleNumber
        )
        contacts = WhatsAppContacts(parts.contacts)
        self.at = parts.timestamp?.moment ?? at
        self.isStandby = isStandby
    }

    /// The `phone_number_id` of the samples that the dashboard sends.
    private static var sampleNumber: String { "123456123" }

    /// Whether a number is the account's own, so that what it says is said by the shop.
    func isOwn(_ number: JSONValue?) -> Bool {
        guard let number = number?.filled.flatMap({ PhoneNumber($0) }) else { return false }
        return number == PhoneNumber(account.label)
    }

    /// When an item happened; the envelope's time if it doesn't say.
    func time(_ timestamp: JSONValue?) -> Timestamp { timestamp?.moment ?? at }

    /// An event about an item: its id, or a made one, its time and its sender.
    func event(
        _ content: InboundEvent.Content,
        of item: JSONValue,
        from sender: WhatsAppSender? = nil
    ) -> InboundEvent {
        event(content, of: item, id: item["id"], timestamp: item["timestamp"], from: sender)
    }

    /// An event about an item whose id and time have been found.
    func event(
        _ content: InboundEvent.Content,
        of item: JSONValue,
        id: JSONValue?,
        timestamp: JSONValue?,
        from sender: WhatsAppSender?
    ) -> InboundEvent {
        InboundEvent(
            externalID: id?.filled ?? MadeID.of(item, kind: content.kind),
            at: time(timestamp),
            sender: sender?.address ?? ShopperAddress(),
            name: sender?.name,
            content: content,
            isStandby: isStandby,
            isTest: account.isTest
        )
    }

    /// Who an item names by phone and business-scoped id; what it leaves out is taken from `contacts`.
    func sender(phone: JSONValue?, userID: JSONValue?, parentID: JSONValue? = nil) -> WhatsAppSender {
        let contact = contacts.contact(phone: phone, userID: userID)
        return WhatsAppSender(phone: phone, userID: userID, parentID: parentID, contact: contact)
    }
}

/// A person as an item and its contact name them.
struct WhatsAppSender {
    var address: ShopperAddress
    var name: String?

    init(phone: JSONValue?, userID: JSONValue?, parentID: JSONValue?, contact: JSONValue?) {
        let profile = contact?["profile"]
        let number = phone?.filled ?? contact?["wa_id"]?.filled
        address = ShopperAddress(
            scopedID: userID?.filled ?? contact?["user_id"]?.filled,
            parentScopedID: parentID?.filled ?? contact?["parent_user_id"]?.filled,
            phone: number.flatMap { PhoneNumber($0) },
            username: profile?["username"]?.filled
        )
        // What is no phone number still names somebody: kept as an id rather than lost.
        if address.phone == nil, address.scopedID == nil { address.scopedID = number }
        name = profile?["name"]?.filled
    }
}

/// The people named beside the items of a value; found by their ids, never by position.
struct WhatsAppContacts {
    private let list: JSONValue?
    /// By phone and by business-scoped id; only where searching the list each time would be slow.
    private let index: [String: JSONValue]

    init(_ list: JSONValue?) {
        self.list = list
        var index: [String: JSONValue] = [:]
        if list?[Self.scanLimit] != nil, let list {
            for contact in list.elements {
                for key in [contact["wa_id"]?.filled, contact["user_id"]?.filled].compactMap(\.self) {
                    if index[key] == nil { index[key] = contact }
                }
            }
        }
        self.index = index
    }

    private static var scanLimit: Int { 4 }

    func contact(phone: JSONValue?, userID: JSONValue?) -> JSONValue? {
        guard let list else { return nil }
        guard index.isEmpty else {
            return (userID?.filled).flatMap { index[$0] } ?? (phone?.filled).flatMap { index[$0] }
        }
        func isMeant(_ contact: JSONValue) -> Bool {
            if let userID, let other = contact["user_id"], userID.names(other) { return true }
            if let phone, let other = contact["wa_id"], phone.names(other) { return true }
            return false
        }
        // One contact may stand in the place of a list.
        if list.kind == .object { return isMeant(list) ? list : nil }
        return list.elements.first(where: isMeant)
    }
}
