/// One bubble as a shopper's phone shows it, whatever the channel.
///
/// A driver fills it from what the emulated phone shows: everything that is read as running text (header, body and
/// footer of an interactive message too) is `text`, its lines joined by line feeds. The label that merely opens a
/// list is no button. Typing, read marks and what the shop's own people wrote are no bubbles.
package struct ReceivedBubble: Sendable, Equatable {
    /// Rows under a title; a list without titles is one section without one.
    package struct Section: Sendable, Equatable {
        package var title: String?
        package var rows: [Row]

        package init(title: String? = nil, rows: [Row]) {
            self.title = title
            self.rows = rows
        }
    }

    /// A row of a list or of a receipt.
    package struct Row: Sendable, Equatable {
        package var title: String
        package var detail: String?

        package init(_ title: String, detail: String? = nil) {
            self.title = title
            self.detail = detail
        }
    }

    /// Words that open a web address.
    package struct Link: Sendable, Equatable {
        package var words: String
        package var url: String

        package init(_ words: String, url: String) {
            self.words = words
            self.url = url
        }
    }

    /// The approved template a bubble was sent as.
    package struct Template: Sendable, Equatable {
        package var name: String
        package var language: String

        package init(name: String, language: String) {
            self.name = name
            self.language = language
        }
    }

    /// A receipt: `order`, `total`, `method` and what was bought.
    package struct Receipt: Sendable, Equatable {
        package var fields: [Field<String>]
        package var rows: [Row]

        package init(fields: [Field<String>], rows: [Row] = []) {
            self.fields = fields
            self.rows = rows
        }
    }

    /// One card of a carousel.
    package struct Card: Sendable, Equatable {
        package var title: String
        package var subtitle: String?
        package var photo: String?
        package var buttons: [String]
        package var links: [Link]
        package var products: [String]

        package init(
            title: String,
            subtitle: String? = nil,
            photo: String? = nil,
            buttons: [String] = [],
            links: [Link] = [],
            products: [String] = []
        ) {
            self.title = title
            self.subtitle = subtitle
            self.photo = photo
            self.buttons = buttons
            self.links = links
            self.products = products
        }
    }

    /// An order as the chat shows it.
    package struct ChatOrder: Sendable, Equatable {
        package var name: String
        package var state: String

        package init(_ name: String, state: String) {
            self.name = name
            self.state = state
        }
    }

    /// The platform's id of the message, which taps and answers name; never compared.
    package var id: String
    package var text: String
    package var buttons: [String]
    package var sections: [Section]
    package var photo: String?
    package var links: [Link]
    package var products: [String]
    package var template: Template?
    package var receipt: Receipt?
    package var file: String?
    package var form: String?
    package var order: ChatOrder?
    /// Whether it is the private answer to a comment.
    package var isPrivateComment: Bool
    package var cards: [Card]

    package init(
        id: String,
        text: String = "",
        buttons: [String] = [],
        sections: [Section] = [],
        photo: String? = nil,
        links: [Link] = [],
        products: [String] = [],
        template: Template? = nil,
        receipt: Receipt? = nil,
        file: String? = nil,
        form: String? = nil,
        order: ChatOrder? = nil,
        isPrivateComment: Bool = false,
        cards: [Card] = []
    ) {
        self.id = id
        self.text = text
        self.buttons = buttons
        self.sections = sections
        self.photo = photo
        self.links = links
        self.products = products
        self.template = template
        self.receipt = receipt
        self.file = file
        self.form = form
        self.order = order
        self.isPrivateComment = isPrivateComment
        self.cards = cards
    }

    /// Everything that can be tapped to answer, in reading order: buttons, rows, the buttons of the cards.
    ///
    /// The position in this list is what `TapTarget.offer` counts.
    package var offers: [String] { buttons + sections.flatMap { $0.rows.map(\.title) } + cards.flatMap(\.buttons) }
}
