package import Kernel

/// One bubble as it stands on a person's phone.
package struct PhoneMessage: Sendable, Hashable, Codable {
    /// The platform's message id, `wamid.…`.
    package var id: String
    /// `phone_number_id` it came from.
    package var account: String
    package var person: PersonID
    /// When it was accepted.
    package var at: Timestamp
    /// The message it quotes.
    package var quotes: String?
    /// `biz_opaque_callback_data` of the business, at most 512 signs; not shown.
    package var callbackData: String?
    package var content: PhoneContent

    /// Everything that answers a tap with a webhook: buttons, rows, template buttons, cards' buttons.
    package var choices: [PhoneChoice] {
        content.choices + content.sections.flatMap(\.rows) + content.cards.flatMap(\.choices)
    }
}

/// What a bubble shows; parts it does not have are empty.
package struct PhoneContent: Sendable, Hashable, Codable {
    /// The kind, such as `text`, `image`, `interactive.button` or `template`.
    package var type: String
    package var header: String?
    /// Picture, film, sound or document above the words.
    package var media: PhoneMedia?
    /// The words: body or caption.
    package var text = ""
    package var footer: String?
    /// Reply buttons, also a template's quick replies.
    package var choices: [PhoneChoice] = []
    /// What opens the list.
    package var listLabel: String?
    package var sections: [PhoneSection] = []
    /// Buttons that open an address; a tap on them sends nothing.
    package var links: [PhoneLink] = []
    package var products: [PhoneProduct] = []
    package var cards: [PhoneCard] = []
    /// What it asks for with a button of its own.
    package var asksFor: PhoneRequest?
    package var template: PhoneTemplateName?
    package var place: PhonePlace?
    package var contacts: [String] = []
    package var reaction: PhoneReaction?

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
    package var link: String?
    package var mediaID: String?
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
    }

    package var kind: Kind
    package var id: String
    package var title: String
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
    package var title: String?
    package var rows: [PhoneChoice]

    /// A section.
    package init(title: String?, rows: [PhoneChoice]) {
        self.title = title
        self.rows = rows
    }
}

/// A button that opens an address.
package struct PhoneLink: Sendable, Hashable, Codable {
    package var title: String
    package var url: String

    /// A link.
    package init(title: String, url: String) {
        self.title = title
        self.url = url
    }
}

/// A product shown from the catalogue.
package struct PhoneProduct: Sendable, Hashable, Codable {
    package var catalogID: String
    /// Empty for the whole catalogue.
    package var retailerID: String
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
    package var media: PhoneMedia?
    package var text = ""
    package var choices: [PhoneChoice] = []
    package var links: [PhoneLink] = []
    package var product: PhoneProduct?

    /// An empty card.
    package init() {}
}

/// What a bubble asks for with a button of its own.
package enum PhoneRequest: Sendable, Hashable, Codable {
    case location, contact, address
    /// A form: the words on its button, and the token its answer carries back.
    case form(title: String, token: String)
    /// A payment or the state of an order, by the merchant's reference.
    case order(reference: String)
}

/// Which template a bubble was made from.
package struct PhoneTemplateName: Sendable, Hashable, Codable {
    package var name: String
    package var language: String
    package var category: PlatformTemplate.Category
}

/// A pin on the map.
package struct PhonePlace: Sendable, Hashable, Codable {
    package var latitude: String
    package var longitude: String
    package var name: String?
    package var address: String?
}

/// A sign put on another message; nil takes it away.
package struct PhoneReaction: Sendable, Hashable, Codable {
    package var emoji: String?
    package var messageID: String
}
