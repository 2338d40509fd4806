package import Kernel

/// One bubble as it stands on a person's phone.
package struct PhoneMessage: Sendable, Hashable, Codable {
    /// The platform's message id, `wamid.…`.
    package var id: String
    /// `phone_number_id` it came from.
    package var account: String
    /// Whom it concerns.
    package var person: PersonID
    /// When it was accepted.
    package var at: Timestamp
    /// The message it quotes.
    package var quotes: String?
    /// `biz_opaque_callback_data` of the business, at most 512 signs; not shown.
    package var callbackData: String?
    /// What it shows.
    package var content: PhoneContent
    /// The comment it answers privately.
    package var answersComment: String?

    /// Everything that answers a tap with a webhook: buttons, rows, template buttons, cards' buttons.
    package var choices: [PhoneChoice] {
        content.choices + content.sections.flatMap(\.rows) + content.cards.flatMap(\.choices)
    }
}

/// What a bubble shows; parts it does not have are empty.
package struct PhoneContent: Sendable, Hashable, Codable {
    /// The kind, such as `text`, `image`, `interactive.button` or `template`.
    package var type: String
    /// Words above the body.
    package var header: String?
    /// Picture, film, sound or document above the words.
    package var media: PhoneMedia?
    /// The words: body or caption.
    package var text = ""
    /// Small words below the body.
    package var footer: String?
    /// Reply buttons, also a template's quick replies.
    package var choices: [PhoneChoice] = []
    /// What opens the list.
    package var listLabel: String?
    /// What the list holds once opened.
    package var sections: [PhoneSection] = []
    /// Buttons that open an address; a tap on them sends nothing.
    package var links: [PhoneLink] = []
    /// Products of the catalogue it shows.
    package var products: [PhoneProduct] = []
    /// Cards of a carousel, in order.
    package var cards: [PhoneCard] = []
    /// What it asks for with a button of its own.
    package var asksFor: PhoneRequest?
    /// The template it was made from.
    package var template: PhoneTemplateName?
    /// A pin on the map.
    package var place: PhonePlace?
    /// Contact cards: name and numbers.
    package var contacts: [String] = []
    /// A sign put on another message.
    package var reaction: PhoneReaction?
    /// What was bought.
    package var receipt: PhoneReceipt?
    /// An order to be paid in the chat, or news of one.
    package var order: PhoneOrder?

    /// A bubble with words only.
    package init(type: String, text: String = "") {
        self.type = type
        self.text = text
    }
}

/// A picture, film, sound or document the business sent: by address or by uploaded id.
package struct PhoneMedia: Sendable, Hashable, Codable {
    /// `image`, `video`, `audio`, `document` or `sticker`.
    package var kind: String
    /// Public address of the file.
    package var link: String?
    /// Id of an uploaded file.
    package var mediaID: String?
    /// Name shown with a document.
    package var filename: String?

    /// Something to look at or listen to.
    package init(kind: String, link: String? = nil, mediaID: String? = nil, filename: String? = nil) {
        self.kind = kind
        self.link = link
        self.mediaID = mediaID
        self.filename = filename
    }
}

/// Something that can be tapped and is answered with its id.
package struct PhoneChoice: Sendable, Hashable, Codable {
    /// What a tap is reported as.
    package enum Kind: String, Sendable, Hashable, Codable {
        case button, row, templateButton
        /// A message with the title, on Messenger and Instagram.
        case quickReply
        /// A postback of Messenger and Instagram.
        case postback
    }

    /// What a tap on it is reported as.
    package var kind: Kind
    /// What a tap sends back.
    package var id: String
    /// The words that can be read on it.
    package var title: String
    /// Smaller words below the title of a row.
    package var detail: String?

    /// A choice.
    package init(_ kind: Kind, id: String, title: String, detail: String? = nil) {
        self.kind = kind
        self.id = id
        self.title = title
        self.detail = detail
    }
}

/// Rows of a list under one title.
package struct PhoneSection: Sendable, Hashable, Codable {
    /// The words that can be read on it.
    package var title: String?
    /// What can be chosen, in order.
    package var rows: [PhoneChoice]

    /// A section.
    package init(title: String?, rows: [PhoneChoice]) {
        self.title = title
        self.rows = rows
    }
}

/// A button that opens an address.
package struct PhoneLink: Sendable, Hashable, Codable {
    /// The words that can be read on it.
    package var title: String
    /// The address it opens.
    package var url: String

    /// A link.
    package init(title: String, url: String) {
        self.title = title
        self.url = url
    }
}

/// A product shown from the catalogue.
package struct PhoneProduct: Sendable, Hashable, Codable {
    /// The catalogue it stands in.
    package var catalogID: String
    /// Empty for the whole catalogue.
    package var retailerID: String
    /// Title of the section it is listed under.
    package var section: String?

    /// A product, under the title of its section if it has one.
    package init(catalogID: String, retailerID: String, section: String? = nil) {
        self.catalogID = catalogID
        self.retailerID = retailerID
        self.section = section
    }
}

/// One card of a carousel.
package struct PhoneCard: Sendable, Hashable, Codable {
    /// Picture or film on top.
    package var media: PhoneMedia?
    /// Words on the card.
    package var text = ""
    /// Its reply buttons.
    package var choices: [PhoneChoice] = []
    /// Its link buttons.
    package var links: [PhoneLink] = []
    /// The product it shows.
    package var product: PhoneProduct?

    /// An empty card.
    package init() {}
}

/// What a bubble asks for with a button of its own.
package enum PhoneRequest: Sendable, Hashable, Codable {
    case location, contact, address
    /// A form: the words on its button, and the token its answer carries back.
    case form(title: String, token: String)
    /// A payment, by the merchant's reference.
    case order(reference: String)
}

/// Which template a bubble was made from.
package struct PhoneTemplateName: Sendable, Hashable, Codable {
    /// Its name.
    package var name: String
    /// Language code of the template.
    package var language: String
    /// What belongs to its price.
    package var category: PlatformTemplate.Category
}

/// A pin on the map.
package struct PhonePlace: Sendable, Hashable, Codable {
    /// Decimal degrees as text.
    package var latitude: String
    /// Decimal degrees as text.
    package var longitude: String
    /// Its name.
    package var name: String?
    /// Postal address.
    package var address: String?
}

/// A receipt as Messenger shows it; amounts are major units as text.
package struct PhoneReceipt: Sendable, Hashable, Codable {
    /// One line of it.
    package struct Row: Sendable, Hashable, Codable {
        /// What it is.
        package var title: String
        /// Smaller words.
        package var subtitle: String?
        /// Pieces.
        package var quantity: Int?
        /// Price, `40.50`.
        package var price: String
    }

    /// The merchant's order number.
    package var order: String
    /// ISO 4217 code.
    package var currency: String
    /// How it was paid.
    package var method: String
    /// What was paid.
    package var total: String
    /// What was bought, in order.
    package var rows: [Row]
}

/// A sign put on another message; nil takes it away.
package struct PhoneReaction: Sendable, Hashable, Codable {
    /// The sign; nil takes it away.
    package var emoji: String?
    /// The message it is put on.
    package var messageID: String
}
