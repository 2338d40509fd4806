package import Commerce
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
    /// What the sender of an echoed message had put along with it; ours is the key of the stored message.
    package var callbackKey: String?

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
        ignored: String? = nil,
        callbackKey: String? = nil
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
        self.callbackKey = callbackKey
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
        /// A payment provider's or website's word about an order's money.
        case paymentReport(PaymentReport)
        /// A carrier's word about a parcel.
        case parcel(ParcelReport)
        /// Something the shopper waits for can be bought again.
        case backInStock(SKU)
        /// Kept as it came, card digits masked.
        case unknown(type: String, raw: String)
    }

    /// The timer by which the assistant learns that something a person said could not be worked through.
    package static var unansweredTimer: String { "unanswered" }

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
        case .paymentReport: "paymentReport"
        case .parcel: "parcel"
        case .backInStock: "backInStock"
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
            .identityChange, .accountNotice, .templateNotice, .timer, .operatorCommand, .paymentReport, .parcel,
            .backInStock:
            false
        }
    }
}
