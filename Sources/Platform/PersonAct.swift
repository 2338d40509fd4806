/// What a person does on their phone.
package enum PersonAct: Sendable, Hashable {
    case text(String)
    /// Taps a reply button or list row that stands on their phone.
    case tap(TapTarget)
    /// Sends a cart from the catalogue, with the prices their phone showed.
    case order([CartLine], note: String)
    /// Writes from a product's page.
    case askAbout(product: String, text: String)
    case media(SentMedia)
    case location(SentPlace)
    case contact(name: String, phone: String)
    /// Nil takes the reaction away.
    case react(String?, to: String)
    case reply(String, to: String)
    case forward(String, often: Bool)
    /// Takes back a message of theirs; nil: the newest.
    case unsend(String?)
    /// Changes a message of theirs; nil: the newest text.
    case edit(String?, to: String)
    /// Comes by an ad and writes.
    case referral(AdReferral, text: String)
    /// Answers a form; nil: the newest one on their phone.
    case form([FormField], of: String?)
    /// Opens the empty chat.
    case requestWelcome
    /// Sends something the platform can't pass on, such as `poll_creation`.
    case unsupported(String)
    /// Sends something of a type nobody has heard of; the JSON stands under the type's name.
    case unheardOf(type: String, json: String)
    /// Looks at the chat: every delivered message is reported as read.
    case read
    case stopMarketing, resumeMarketing
    /// Opens an `m.me` or `ig.me` link and writes; no words: only opens it.
    case link(ref: String, text: String)
    /// Writes below a post or in a live broadcast; the answer is the comment's id.
    case comment(String, on: CommentedPlace)
    /// Takes a comment of theirs away; nil: the newest.
    case deleteComment(String?)
    /// Shares a post of the business, with words or without.
    case sharePost(String, text: String)
    /// Answers a story of the business.
    case answerStory(String, text: String)
    /// Names the business in a story of their own.
    case mentionInStory(String)
    /// Taps what bears these words in the menu, among the ice breakers, or `Get Started`.
    case menu(String)
    /// Deals with an order they were asked to pay in the chat; nil: the newest.
    case pay(PageDeed, reference: String?)
    /// No longer wants to hear from the business, or does again.
    case block, unblock
    /// Gets another business-scoped user id.
    case changeUserID(String)
    /// Moves to another phone number, given as digits.
    case changePhone(String)
}

/// Where a comment stands.
package struct CommentedPlace: Sendable, Hashable, Codable {
    /// Id of the post, reel or broadcast.
    package var media: String
    /// A live broadcast: answers are taken while it lasts.
    package var isLive: Bool

    /// A post or reel.
    package static func post(_ id: String) -> CommentedPlace { CommentedPlace(media: id, isLive: false) }

    /// A live broadcast.
    package static func live(_ id: String) -> CommentedPlace { CommentedPlace(media: id, isLive: true) }
}

/// Which choice is tapped.
package enum TapTarget: Sendable, Hashable {
    /// By the id it carries, in the newest message that offers it.
    case id(String)
    /// By the id it carries, in that message.
    case choice(String, of: String)
    /// By what can be read on it: the `number`th such choice of a message, `before` messages before the newest that has it.
    case label(String, number: Int = 1, before: Int = 0)
}

/// A line of a cart.
package struct CartLine: Sendable, Hashable {
    /// `product_retailer_id`, the SKU.
    package var retailerID: String
    /// Pieces, 1 or more.
    package var quantity: Int
    /// Price in major units as the phone showed it, a JSON number's own text: `49.90`.
    package var price: String
    /// ISO 4217 code.
    package var currency: String

    /// A line with the price the phone showed.
    package init(retailerID: String, quantity: Int, price: String, currency: String) {
        self.retailerID = retailerID
        self.quantity = quantity
        self.price = price
        self.currency = currency
    }
}

/// A picture, voice note, film, document or sticker a person sends.
package struct SentMedia: Sendable, Hashable {
    /// The platform's kinds; a voice note is `audio` with `voice: true`.
    package enum Kind: String, Sendable, Hashable, Codable {
        case image, video, audio, voice, document, sticker

        /// The type name a webhook carries.
        package var wireName: String { self == .voice ? "audio" : rawValue }

        /// The usual media type of the kind.
        package var mediaType: String {
            switch self {
            case .image: "image/jpeg"
            case .video: "video/mp4"
            case .audio: "audio/mpeg"
            case .voice: "audio/ogg; codecs=opus"
            case .document: "application/pdf"
            case .sticker: "image/webp"
            }
        }
    }

    /// What it is.
    package var kind: Kind
    /// Its name.
    package var name: String
    /// Words below it.
    package var caption: String?
    /// What a download gives; made up from the name when nobody says otherwise.
    package var bytes: [UInt8]

    /// Something to send.
    package init(_ kind: Kind, name: String = "", caption: String? = nil, bytes: [UInt8]? = nil) {
        self.kind = kind
        self.name = name
        self.caption = caption
        self.bytes = bytes ?? Array("\(kind.rawValue) \(name)".utf8)
    }
}

/// A place a person sends; a name and address only for a place picked from the map.
package struct SentPlace: Sendable, Hashable {
    /// Decimal degrees as text, `52.5163`.
    package var latitude: String
    /// Decimal degrees as text.
    package var longitude: String
    /// Its name.
    package var name: String?
    /// Postal address of a place on the map.
    package var address: String?

    /// A place.
    package init(latitude: String, longitude: String, name: String? = nil, address: String? = nil) {
        self.latitude = latitude
        self.longitude = longitude
        self.name = name
        self.address = address
    }
}

/// The ad or post a person came by.
package struct AdReferral: Sendable, Hashable {
    /// `source_id` of the ad or post.
    package var adID: String
    /// `ctwa_clid`; absent for ads in the status feed.
    package var clickID: String?
    /// Headline of the ad.
    package var headline: String
    /// `ref` of a link.
    package var ref: String?
    /// `post` instead of `ad`.
    package var isPost: Bool

    /// An ad with its click.
    package init(
        adID: String,
        clickID: String? = nil,
        headline: String = "",
        ref: String? = nil,
        isPost: Bool = false
    ) {
        self.adID = adID
        self.clickID = clickID
        self.headline = headline
        self.ref = ref
        self.isPost = isPost
    }
}

/// A field of a form and what was filled in.
package struct FormField: Sendable, Hashable {
    /// Its name.
    package var name: String
    /// What was filled in.
    package var value: String

    /// A filled field.
    package init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }
}

/// Why a person can't do that: it was never on offer, or they are unknown.
package struct ActRejection: Error, Sendable, Hashable, CustomStringConvertible {
    /// The sentence, for a log or a failing script.
    package var description: String

    /// A sentence that says what could not be done.
    package init(_ description: String) { self.description = description }
}
