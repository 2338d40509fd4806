package import Commerce
package import Kernel
package import Messaging

/// All that a turn may know: values read at its start, nothing that could change while it thinks.
///
/// A class, for it is handed on often and is too wide to be copied each time.
package final class TurnContext: Sendable {
    package let now: Timestamp
    package let shop: Shop
    package let catalogue: Catalogue
    package let stock: StockLevels
    package let channel: ChannelKind
    package let shopper: ShopperFacts
    package let cart: Cart
    /// The shopper's own holds, lapsed ones included.
    package let holds: [Hold]
    /// Newest first.
    package let orders: [Order]
    package let consents: [ConsentTopic: Consent]
    /// SKUs that the conversation waits for.
    package let watched: [SKU]
    /// The end of the customer service window; nil when nobody ever wrote.
    package let windowClosesAt: Timestamp?
    /// Until when words that a person of the shop wrote reach the shopper although the window has closed; nil: no longer
    /// than the window.
    package let personMayAnswerUntil: Timestamp?
    /// Where an order's receipt is shown; nil where there is none.
    package let receiptURL: @Sendable (OrderNumber) -> String?
    /// Whether a catalogue of the shop is linked to the account.
    package let hasCatalogue: Bool
    /// 64 random bits of this turn alone; order numbers come from them.
    package let entropy: UInt64
    /// The indices of shop and catalogue; a gateway makes them once and hands them to every turn.
    package let knowledge: ShopKnowledge

    /// Without `knowledge` the indices are made for this turn alone, which takes about a millisecond.
    package init(
        now: Timestamp,
        shop: Shop,
        catalogue: Catalogue,
        stock: StockLevels,
        channel: ChannelKind,
        shopper: ShopperFacts,
        cart: Cart = Cart(),
        holds: [Hold] = [],
        orders: [Order] = [],
        consents: [ConsentTopic: Consent] = [:],
        watched: [SKU] = [],
        windowClosesAt: Timestamp? = nil,
        personMayAnswerUntil: Timestamp? = nil,
        receiptURL: @escaping @Sendable (OrderNumber) -> String? = { _ in nil },
        hasCatalogue: Bool = false,
        entropy: UInt64,
        knowledge: ShopKnowledge? = nil
    ) {
        self.now = now
        self.shop = shop
        self.catalogue = catalogue
        self.stock = stock
        self.channel = channel
        self.shopper = shopper
        self.cart = cart
        self.holds = holds
        self.orders = orders
        self.consents = consents
        self.watched = watched
        self.windowClosesAt = windowClosesAt
        self.personMayAnswerUntil = personMayAnswerUntil
        self.receiptURL = receiptURL
        self.hasCatalogue = hasCatalogue
        self.entropy = entropy
        self.knowledge = knowledge ?? ShopKnowledge(shop: shop, catalogue: catalogue)
    }

    /// Pieces of a SKU that this shopper may still have: what is free, and what is kept for the shopper already.
    package func obtainable(_ sku: SKU) -> Int {
        let own = holds.filter { $0.sku == sku }.reduce(0) { $0 + $1.quantity }
        guard let level = stock[sku] else { return 0 }
        return max(0, level.onHand - max(0, level.held - own))
    }
}

/// What the gateway knows of the person who writes.
package struct ShopperFacts: Sendable, Equatable {
    package var name: String?
    package var language: LanguageTag?
    package var phone: PhoneNumber?
    /// ISO 3166 code of where the channel knows the person to be, such as `BR`; nil where it doesn't say.
    package var country: String?
    package var owner: ConversationOwner
    /// Whether the assistant never thought about anything of theirs before.
    package var isNew: Bool
    package var lastAddress: DeliveryAddress?
    package var lastDelivery: String?

    package init(
        name: String? = nil,
        language: LanguageTag? = nil,
        phone: PhoneNumber? = nil,
        country: String? = nil,
        owner: ConversationOwner = .assistant,
        isNew: Bool = false,
        lastAddress: DeliveryAddress? = nil,
        lastDelivery: String? = nil
    ) {
        self.name = name
        self.language = language
        self.phone = phone
        self.country = country ?? phone?.country
        self.owner = owner
        self.isNew = isNew
        self.lastAddress = lastAddress
        self.lastDelivery = lastDelivery
    }
}

extension ShopperFacts {
    /// What a friendly shop assistant would call the person: the first word of the name.
    var firstName: String? { name?.split(separator: " ").first.map(String.init) }
}
