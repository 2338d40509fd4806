public import Kernel

/// One shopper talking with one channel account: the thing that ids, turns and windows belong to.
public enum Conversation {}

/// The number by which the store knows a conversation: minted once, never derived from an address.
public typealias ConversationID = Identifier<Conversation>

/// A person across conversations; cart, holds and orders belong to it.
public enum Shopper {}

/// The number by which the store knows a shopper.
public typealias ShopperID = Identifier<Shopper>

/// A system on which people chat with shops.
package enum ChannelKind: String, Codable, Sendable, CaseIterable, CodingKeyRepresentable {
    case whatsapp, messenger, instagram
}

/// The number by which the store knows a channel account.
package typealias AccountID = Identifier<ChannelAccount>

/// A connected WhatsApp number, Page or Instagram account; it belongs to one shop.
package struct ChannelAccount: Hashable, Codable, Sendable {
    package let id: AccountID
    package let shop: Int64
    package let kind: ChannelKind
    /// The channel's own id: a WhatsApp `phone_number_id`, a Page id, an Instagram account id.
    package let externalID: String
    /// What people see: a phone number or a name.
    package let label: String
    /// The platform app whose secret signs this account's webhooks.
    package let app: String

    package init(id: AccountID, shop: Int64, kind: ChannelKind, externalID: String, label: String, app: String) {
        self.id = id
        self.shop = shop
        self.kind = kind
        self.externalID = externalID
        self.label = label
        self.app = app
    }
}

/// Who answers a conversation.
package enum ConversationOwner: String, Codable, Sendable, CaseIterable {
    case assistant, person, nobody
}

/// How a channel names a person in one message; at least one of the ids is there, or the item has no sender.
package struct ShopperAddress: Hashable, Codable, Sendable {
    /// The id that the channel scopes to the business: BSUID, PSID, IGSID.
    package var scopedID: String?
    /// The id that spans a portfolio of businesses.
    package var parentScopedID: String?
    package var phone: PhoneNumber?
    /// Shown only; people change it.
    package var username: String?

    package init(
        scopedID: String? = nil,
        parentScopedID: String? = nil,
        phone: PhoneNumber? = nil,
        username: String? = nil
    ) {
        self.scopedID = scopedID
        self.parentScopedID = parentScopedID
        self.phone = phone
        self.username = username
    }

    /// The scoped id, else the digits, else the portfolio's id; nil when the item names nobody.
    package var primary: String? { scopedID ?? phone?.digits ?? parentScopedID }

    /// ISO 3166 code of the phone's country, else the one in front of a business-scoped id such as `BR.7712`.
    package var country: String? { phone?.country ?? scopedID.flatMap(Self.country(ofScopedID:)) }

    private static func country(ofScopedID id: String) -> String? {
        guard let dot = id.firstIndex(of: "."), id.distance(from: id.startIndex, to: dot) == 2 else { return nil }
        return id[..<dot].uppercased()
    }

    package var isEmpty: Bool { scopedID == nil && phone == nil && parentScopedID == nil }

    /// Every name under which this person may be found, the surest first.
    package var aliases: [AddressAlias] {
        var found: [AddressAlias] = []
        if let scopedID { found.append(AddressAlias(kind: .scopedID, value: scopedID)) }
        if let parentScopedID { found.append(AddressAlias(kind: .parentScopedID, value: parentScopedID)) }
        if let phone { found.append(AddressAlias(kind: .phone, value: phone.canonical.digits)) }
        return found
    }
}

/// One name of a person within a channel account, as it stands in the store: a phone in its canonical form.
package struct AddressAlias: Hashable, Codable, Sendable {
    /// What sort of name this is.
    package enum Kind: String, Codable, Sendable {
        case scopedID, parentScopedID, phone
    }

    package let kind: Kind
    package let value: String

    package init(kind: Kind, value: String) {
        self.kind = kind
        self.value = value
    }
}
