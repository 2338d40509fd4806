package import Kernel

/// One thing that happened in a conversation, whichever channel told it.
///
/// Every item of every webhook becomes one of these: what is set aside keeps its reason in `ignored`,
/// what is not understood is `.unknown` with its raw JSON.
package struct InboundEvent: Hashable, Codable, Sendable {
    /// The channel's own id, else a made one that repeats with the same body: never empty.
    package var externalID: String
    /// The platform's own time, not that of arrival.
    package var at: Timestamp
    package var sender: ShopperAddress
    /// What the person calls itself, where the channel tells it.
    package var name: String?
    package var content: Content
    package var replyTo: MessageReference?
    package var referral: Referral?
    /// The story that a reply or mention is about: its id or link.
    package var story: String?
    package var isForwarded: Bool
    /// The group in which it was said; a group is never answered.
    package var group: String?
    /// Another app holds the conversation; we only listen.
    package var isStandby: Bool
    /// A sample that the platform's dashboard sends.
    package var isTest: Bool
    /// Why the item is set aside although it was understood.
    package var ignored: String?

    package init(
        externalID: String,
        at: Timestamp,
        sender: ShopperAddress = ShopperAddress(),
        name: String? = nil,
        content: Content,
        replyTo: MessageReference? = nil,
        referral: Referral? = nil,
        story: String? = nil,
        isForwarded: Bool = false,
        group: String? = nil,
        isStandby: Bool = false,
        isTest: Bool = false,
        ignored: String? = nil
    ) {
        self.externalID = externalID
        self.at = at
        self.sender = sender
        self.name = name
        self.content = content
        self.replyTo = replyTo
        self.referral = referral
        self.story = story
        self.isForwarded = isForwarded
        self.group = group
        self.isStandby = isStandby
        self.isTest = isTest
        self.ignored = ignored
    }

    /// What a person, a platform or our own clock said.
    package enum Content: Hashable, Codable, Sendable {
        case text(String)
        case tap(Tap)
        case media(Media)
        case sticker(mediaID: String?)
        case location(Location)
        case contact([ContactCard])
        case reaction(emoji: String?, to: String?)
        case form(Form)
        case cart(SentCart)
        case productQuestion(ProductQuestion)
        /// A referral that came with nothing else; otherwise it rides on the event.
        case referral
        case optIn(topic: String?)
        case optOut(topic: String?)
        case status(StatusUpdate)
        case payment(PaymentNews)
        case receipt(ReadReceipt)
        case echo(text: String?, by: String?)
        case edit(of: String?, text: String?)
        case deletion(of: String?)
        case handover(action: String, from: String?, to: String?)
        case comment(Comment)
        case identityChange(from: String?, to: String?)
        case accountNotice(event: String)
        case templateNotice(event: String)
        case call(event: String?)
        /// One of our own timers ran out.
        case timer(kind: String)
        /// The merchant's word, from a command or the inbox.
        case operatorCommand(OperatorCommand)
        /// Kept as it came, card digits masked.
        case unknown(type: String, raw: String)
    }

    /// The kind as it stands in columns, logs and `normalise`.
    package var kind: String { content.kind }
}

/// A message that this one answers or quotes.
package struct MessageReference: Hashable, Codable, Sendable {
    package var externalID: String?
    package init(externalID: String?) { self.externalID = externalID }
}

/// A choice made on a message of ours: the payload is what we gave out, the label what the person saw.
package struct Tap: Hashable, Codable, Sendable {
    package var payload: String?
    package var label: String?

    package init(payload: String?, label: String?) {
        self.payload = payload
        self.label = label
    }
}

/// A file that a person sent; the bytes stay with the platform until they are fetched.
package struct Media: Hashable, Codable, Sendable {
    /// What sort of file it is.
    package enum Kind: String, Codable, Sendable, CaseIterable {
        case image, video, audio, voice, document, reel, post, story, ephemeral
    }

    package var kind: Kind
    package var mediaID: String?
    package var url: String?
    package var mimeType: String?
    package var caption: String?
    package var fileName: String?

    package init(
        kind: Kind,
        mediaID: String? = nil,
        url: String? = nil,
        mimeType: String? = nil,
        caption: String? = nil,
        fileName: String? = nil
    ) {
        self.kind = kind
        self.mediaID = mediaID
        self.url = url
        self.mimeType = mimeType
        self.caption = caption
        self.fileName = fileName
    }
}

/// A place in degrees, with the name and address that a map gave it.
package struct Location: Hashable, Codable, Sendable {
    package var latitude: Double
    package var longitude: Double
    package var name: String?
    package var address: String?

    package init(latitude: Double, longitude: Double, name: String? = nil, address: String? = nil) {
        self.latitude = latitude
        self.longitude = longitude
        self.name = name
        self.address = address
    }
}

/// A card from an address book.
package struct ContactCard: Hashable, Codable, Sendable {
    package var name: String?
    package var phones: [String]

    package init(name: String?, phones: [String]) {
        self.name = name
        self.phones = phones
    }
}

/// Answers that a person filled into a form of ours; values as text, in the order of the form.
package struct Form: Hashable, Codable, Sendable {
    package var name: String?
    package var fields: [String: String]

    package init(name: String?, fields: [String: String]) {
        self.name = name
        self.fields = fields
    }
}

/// A cart that was filled on the phone and sent; its prices are what the phone showed, not what we charge.
package struct SentCart: Hashable, Codable, Sendable {
    /// One row of the cart; the price keeps its own digits, in major units.
    package struct Item: Hashable, Codable, Sendable {
        package var sku: String
        package var quantity: Int
        package var price: String?
        package var currency: String?

        package init(sku: String, quantity: Int, price: String? = nil, currency: String? = nil) {
            self.sku = sku
            self.quantity = quantity
            self.price = price
            self.currency = currency
        }
    }

    package var items: [Item]
    package var note: String?

    package init(items: [Item], note: String? = nil) {
        self.items = items
        self.note = note
    }
}

/// A question sent from a product's own page.
package struct ProductQuestion: Hashable, Codable, Sendable {
    package var sku: String?
    package var productID: String?
    package var text: String?

    package init(sku: String? = nil, productID: String? = nil, text: String? = nil) {
        self.sku = sku
        self.productID = productID
        self.text = text
    }
}

/// Where a person came from; click id and ad id are never taken for one another.
package struct Referral: Hashable, Codable, Sendable {
    package var source: String?
    package var ad: String?
    package var click: String?
    package var ref: String?
    package var product: String?
    package var post: String?

    package init(
        source: String? = nil,
        ad: String? = nil,
        click: String? = nil,
        ref: String? = nil,
        product: String? = nil,
        post: String? = nil
    ) {
        self.source = source
        self.ad = ad
        self.click = click
        self.ref = ref
        self.product = product
        self.post = post
    }
}

/// A word of the platform's about a payment inside the chat.
package struct PaymentNews: Hashable, Codable, Sendable {
    package var of: String?
    package var status: String?
    package var reference: String?
    package var transaction: String?

    package init(of: String?, status: String?, reference: String?, transaction: String?) {
        self.of = of
        self.status = status
        self.reference = reference
        self.transaction = transaction
    }
}

/// Messages of ours that reached or were read, by ids or by everything up to a moment.
package struct ReadReceipt: Hashable, Codable, Sendable {
    package var isRead: Bool
    package var of: [String]
    package var watermark: Timestamp?

    package init(isRead: Bool, of: [String], watermark: Timestamp?) {
        self.isRead = isRead
        self.of = of
        self.watermark = watermark
    }
}

/// What somebody wrote under a post or a live broadcast.
package struct Comment: Hashable, Codable, Sendable {
    package var id: String?
    package var post: String?
    package var live: String?
    package var author: String?
    package var text: String?
    package var parent: String?

    package init(
        id: String? = nil,
        post: String? = nil,
        live: String? = nil,
        author: String? = nil,
        text: String? = nil,
        parent: String? = nil
    ) {
        self.id = id
        self.post = post
        self.live = live
        self.author = author
        self.text = text
        self.parent = parent
    }
}

/// What the merchant may tell a conversation.
package enum OperatorCommand: Hashable, Codable, Sendable {
    /// A person takes the conversation; the assistant is silent until then.
    case take(until: Timestamp)
    /// The assistant answers again.
    case release
}

extension InboundEvent.Content {
    package var kind: String {
        switch self {
        case .text: "text"
        case .tap: "tap"
        case .media: "media"
        case .sticker: "sticker"
        case .location: "location"
        case .contact: "contact"
        case .reaction: "reaction"
        case .form: "form"
        case .cart: "cart"
        case .productQuestion: "productQuestion"
        case .referral: "referral"
        case .optIn: "optIn"
        case .optOut: "optOut"
        case .status: "status"
        case .payment: "payment"
        case .receipt: "receipt"
        case .echo: "echo"
        case .edit: "edit"
        case .deletion: "deletion"
        case .handover: "handover"
        case .comment: "comment"
        case .identityChange: "identityChange"
        case .accountNotice: "accountNotice"
        case .templateNotice: "templateNotice"
        case .call: "call"
        case .timer: "timer"
        case .operatorCommand: "operatorCommand"
        case .unknown: "unknown"
        }
    }

    /// Whether a person said it, so that it opens the customer service window and may be answered.
    package var isFromPerson: Bool {
        switch self {
        case .text, .tap, .media, .sticker, .location, .contact, .form, .cart, .productQuestion, .referral, .optIn,
            .call, .unknown:
            true
        case .reaction, .optOut, .status, .payment, .receipt, .echo, .edit, .deletion, .handover, .comment,
            .identityChange, .accountNotice, .templateNotice, .timer, .operatorCommand:
            false
        }
    }
}
