/// One bubble that must reach a shopper, as a script writes it.
package struct ExpectedBubble: Sendable, Equatable {
    /// The bubble's words.
    package enum Text: Sendable, Equatable {
        /// A bubble without text.
        case none
        /// Exactly these words.
        case exact(Wording)
        /// These words, in this order, with anything between them (`~ words ~ words`).
        case inOrder([Wording])
    }

    /// A part and the line of the script it stands on, counted from 0.
    package struct Located: Sendable, Equatable {
        package let line: Int
        package let part: BubblePart

        package init(line: Int, part: BubblePart) {
            self.line = line
            self.part = part
        }
    }

    package var shopper: String
    package var text: Text
    /// The lines the text stands on, counted from 0.
    package var textLines: [Int]
    /// Everything else, in the order written; cards follow their own order.
    package var parts: [Located]

    package init(shopper: String, text: Text, textLines: [Int], parts: [Located] = []) {
        self.shopper = shopper
        self.text = text
        self.textLines = textLines
        self.parts = parts
    }
}

/// What can belong to a bubble beside its text.
package enum BubblePart: Sendable, Equatable {
    /// `[Button] [Button]`
    case buttons([Wording])
    /// `= Section`
    case section(Wording)
    /// `- Row / detail`; rows after a receipt are the receipt's.
    case row(Wording, detail: Wording?)
    case photo(Wording)
    case product(Wording)
    /// `(link "Words" url)`
    case link(Wording, url: Wording)
    case template(Wording, language: Wording)
    case receipt([Field<Wording>])
    case file(Wording)
    case form(Wording)
    /// `(order K7QX2M-1 pending)`: an order as the chat shows it, by its name there and how far it is.
    case order(Wording, state: Wording)
    case privateComment
    /// `* Title / subtitle`, with the card's own picture, buttons, links and products.
    case card(Wording, subtitle: Wording?, [ExpectedBubble.Located])
}
