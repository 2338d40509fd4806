/// Something a shopper does on the phone.
///
/// In a script the words are `Wording`; what the world is told has plain `String`s, every slot filled.
package enum Act<Words: Sendable & Equatable>: Sendable, Equatable {
    case text(Words)
    /// Taps what bears the label: the `ordinal`th (from 1) in the newest message that has it, or in the one `before`.
    case tap(label: Words, ordinal: Int, before: Bool)
    case photo(file: String, caption: Words?)
    case voice(file: String)
    case file(name: String)
    case sticker
    /// A cart sent from the catalogue, with the prices the phone showed.
    case order([OrderLine], note: Words?)
    /// A question asked from a product's page.
    case product(sku: String, Words?)
    /// The first message after a tapped advertisement; fields such as `click`, `ad`, `product`.
    case ad([Field<Words>], Words?)
    /// The first message after an entry link; the field `ref`.
    case link([Field<Words>], Words?)
    /// A shared post of the shop.
    case post(id: String, Words?)
    /// An answer to a story of the shop.
    case story(id: String, Words?)
    case comment(CommentPlace, id: String, Words)
    /// An answer that quotes the message with these words.
    case reply(to: Words, Words)
    /// Degrees as written.
    case location(latitude: String, longitude: String)
    case contact([Field<Words>])
    /// A filled-in form.
    case form([Field<Words>])
    /// An entry of the persistent menu.
    case menu(label: Words)
    /// An emoji put on the message with these words, or taken away (`nil`).
    case react(emoji: String?, to: Words)
    /// New words for the shopper's last text.
    case edit(Words)
    /// The shopper's last text is taken back.
    case unsend
    case forward(Words)

    /// All words in it, in the order written.
    package var wordings: [Words] {
        var all: [Words] = []
        _ = map { words in
            all.append(words)
            return words
        }
        return all
    }

    /// The same act in other words.
    package func map<Other, Failure>(_ change: (Words) throws(Failure) -> Other) throws(Failure) -> Act<Other> {
        switch self {
        case .text(let words): .text(try change(words))
        case .tap(let label, let ordinal, let before): .tap(label: try change(label), ordinal: ordinal, before: before)
        case .photo(let file, let caption): .photo(file: file, caption: try caption.changed(change))
        case .voice(let file): .voice(file: file)
        case .file(let name): .file(name: name)
        case .sticker: .sticker
        case .order(let lines, let note): .order(lines, note: try note.changed(change))
        case .product(let sku, let words): .product(sku: sku, try words.changed(change))
        case .ad(let fields, let words): .ad(try fields.changed(change), try words.changed(change))
        case .link(let fields, let words): .link(try fields.changed(change), try words.changed(change))
        case .post(let id, let words): .post(id: id, try words.changed(change))
        case .story(let id, let words): .story(id: id, try words.changed(change))
        case .comment(let place, let id, let words): .comment(place, id: id, try change(words))
        case .reply(let quote, let words): .reply(to: try change(quote), try change(words))
        case .location(let latitude, let longitude): .location(latitude: latitude, longitude: longitude)
        case .contact(let fields): .contact(try fields.changed(change))
        case .form(let fields): .form(try fields.changed(change))
        case .menu(let label): .menu(label: try change(label))
        case .react(let emoji, let quote): .react(emoji: emoji, to: try change(quote))
        case .edit(let words): .edit(try change(words))
        case .unsend: .unsend
        case .forward(let words): .forward(try change(words))
        }
    }
}

/// Where a comment stands: under a broadcast or under a post.
package enum CommentPlace: String, Sendable {
    case live, post
}

/// One line of a cart: `PRAIA-38*2@189.00`.
package struct OrderLine: Sendable, Equatable {
    package var sku: String
    package var quantity: Int
    /// The price of one as the phone showed it, a decimal as written; `nil` is the shop's.
    package var price: String?

    package init(sku: String, quantity: Int = 1, price: String? = nil) {
        self.sku = sku
        self.quantity = quantity
        self.price = price
    }
}

extension Optional {
    /// `map` for a closure with a typed error.
    func changed<Other, Failure>(_ change: (Wrapped) throws(Failure) -> Other) throws(Failure) -> Other? {
        guard let self else { return nil }
        return try change(self)
    }
}

extension Array {
    /// The fields with their values in other words.
    func changed<Words, Other, Failure>(
        _ change: (Words) throws(Failure) -> Other
    ) throws(Failure) -> [Field<Other>] where Element == Field<Words> {
        var fields: [Field<Other>] = []
        for field in self { fields.append(try field.map(change)) }
        return fields
    }
}
