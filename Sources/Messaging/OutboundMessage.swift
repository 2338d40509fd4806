package import Commerce
package import Kernel

/// What is said to a shopper, not how: each channel renders it within its own limits.
package struct OutboundMessage: Hashable, Codable, Sendable {
    package var content: Content
    /// The category under which the channel bills it.
    package var category: PricingCategory
    /// What to do when the customer service window has closed before it could be sent.
    package var plan: ClosedWindowPlan
    /// Whether it goes out even if the message before it was refused.
    package var isIndependent: Bool
    /// Not sent after this moment; nil: there is none.
    package var goodUntil: Timestamp?

    package init(
        _ content: Content,
        category: PricingCategory = .service,
        plan: ClosedWindowPlan = .wait,
        isIndependent: Bool = false,
        goodUntil: Timestamp? = nil
    ) {
        self.content = content
        self.category = category
        self.plan = plan
        self.isIndependent = isIndependent
        self.goodUntil = goodUntil
    }

    /// The things that a shop says.
    package enum Content: Hashable, Codable, Sendable {
        case text(String)
        case choices(Choices)
        case cards([ProductCard], lead: String)
        case media(Attachment)
        case link(LinkOffer)
        case orderDetails(OrderDetails)
        case addressRequest(AddressRequest)
        case receipt(OrderReceipt)
        case orderStatus(OrderNews)
        case template(TemplateMessage)
        case privateReply(comment: String, text: String)
    }
}

/// A text with things to choose from; no option is ever lost on the way to a phone.
package struct Choices: Hashable, Codable, Sendable {
    package var text: String
    /// Shown above the text.
    package var picture: String?
    /// Small print below the text.
    package var footer: String?
    /// The word on the button that opens a long list.
    package var listLabel: String
    package var sections: [Section]

    /// Options under a common title; the only section may go without.
    package struct Section: Hashable, Codable, Sendable {
        package var title: String?
        package var options: [Option]

        package init(title: String? = nil, options: [Option]) {
            self.title = title
            self.options = options
        }
    }

    /// One thing to tap, or to answer by its number or its words.
    package struct Option: Hashable, Codable, Sendable {
        package var label: String
        package var detail: String?
        /// What comes back with the tap: compact, versioned, names what was offered.
        package var payload: String

        package init(_ label: String, detail: String? = nil, payload: String) {
            self.label = label
            self.detail = detail
            self.payload = payload
        }
    }

    package init(
        text: String,
        picture: String? = nil,
        footer: String? = nil,
        listLabel: String = "Choose",
        sections: [Section]
    ) {
        self.text = text
        self.picture = picture
        self.footer = footer
        self.listLabel = listLabel
        self.sections = sections
    }

    package init(
        text: String,
        picture: String? = nil,
        footer: String? = nil,
        listLabel: String = "Choose",
        options: [Option]
    ) {
        self.init(
            text: text,
            picture: picture,
            footer: footer,
            listLabel: listLabel,
            sections: [Section(options: options)]
        )
    }

    package var options: [Option] { sections.flatMap(\.options) }
}

/// One product as a card of its own.
package struct ProductCard: Hashable, Codable, Sendable {
    package var product: ProductID
    package var title: String
    package var subtitle: String
    package var picture: String?
    package var options: [Choices.Option]

    package init(
        product: ProductID,
        title: String,
        subtitle: String,
        picture: String? = nil,
        options: [Choices.Option]
    ) {
        self.product = product
        self.title = title
        self.subtitle = subtitle
        self.picture = picture
        self.options = options
    }
}

/// A file that the shop shows, at a public address.
package struct Attachment: Hashable, Codable, Sendable {
    package var kind: Media.Kind
    package var url: String
    package var caption: String?
    package var fileName: String?

    package init(kind: Media.Kind, url: String, caption: String? = nil, fileName: String? = nil) {
        self.kind = kind
        self.url = url
        self.caption = caption
        self.fileName = fileName
    }
}

/// A text with one button that opens a page.
package struct LinkOffer: Hashable, Codable, Sendable {
    package var text: String
    package var label: String
    package var url: String

    package init(text: String, label: String, url: String) {
        self.text = text
        self.label = label
        self.url = url
    }
}

/// An order as a slip: rows, then what it comes to.
package struct OrderReceipt: Hashable, Codable, Sendable {
    /// All of it, for a channel that has no receipts of its own.
    package var text: String
    package var order: Order
    /// What is said above and below a receipt of the channel's own, which shows the order itself.
    package var before: String?
    package var after: String?
    /// What can be done next; empty: nothing is offered.
    package var options: [Choices.Option]
    /// What the chat shows of the order from now on; nil where it is not paid in the chat.
    package var update: ChatOrderUpdate?

    package init(
        text: String,
        order: Order,
        before: String? = nil,
        after: String? = nil,
        options: [Choices.Option] = [],
        update: ChatOrderUpdate? = nil
    ) {
        self.text = text
        self.order = order
        self.before = before
        self.after = after
        self.options = options
        self.update = update
    }

    /// The receipt as words with the options below them.
    package var inWords: Choices { Choices(text: text, options: options) }
}

/// A step of an order that the shopper hears of.
package struct OrderNews: Hashable, Codable, Sendable {
    package var text: String
    package var order: OrderNumber
    /// What the chat shows of the order from now on; nil where it is not paid in the chat.
    package var update: ChatOrderUpdate?

    package init(text: String, order: OrderNumber, update: ChatOrderUpdate? = nil) {
        self.text = text
        self.order = order
        self.update = update
    }
}

/// An approved message with parameters, for outside the window.
package struct TemplateMessage: Hashable, Codable, Sendable {
    package var name: String
    package var language: LanguageTag
    /// For the body, in the order of its places.
    package var parameters: [String]
    /// What the shopper reads, for our own record.
    package var text: String

    package init(name: String, language: LanguageTag, parameters: [String], text: String) {
        self.name = name
        self.language = language
        self.parameters = parameters
        self.text = text
    }
}

/// What becomes of a message whose window closed before it was sent.
package enum ClosedWindowPlan: Hashable, Codable, Sendable {
    case template(TemplateMessage)
    case humanAgentTag
    /// Kept until the shopper's next line.
    case wait
    case drop
}

/// Under what a message is billed.
///
/// - Source: WhatsApp Business Platform, pricing.
package enum PricingCategory: String, Codable, Sendable, CaseIterable {
    case marketing, utility, authentication, service
}
