import Kernel
import Platform

/// A line that begins with a slash.
struct SlashLine {
    private let name: String
    private let rest: String
    private let shelf: ShelfPrices

    init(_ line: String, shelf: ShelfPrices) {
        let word = line.dropFirst().prefix { !$0.isWhitespace }
        name = word.lowercased()
        rest = line.dropFirst(word.count + 1).trimmed
        self.shelf = shelf
    }

    var reading: ChatReading {
        switch name {
        case "help", "?": .request(.help)
        case "status": .request(.status)
        case "bill": .request(.bill)
        case "again": .request(.again)
        case "quit", "exit", "q": .request(.quit)
        case "pay", "ship", "parcel", "shop", "tasks": TradeLine(name, rest).reading
        case let name where AppLine.names.contains(name): AppLine(name, rest).reading
        case "later": later
        case "as": pickUp
        case "photo": .act(.media(SentMedia(.image, name: "photo.jpg", caption: caption)), shown: worded("(photo)"))
        case "voice": .act(.media(SentMedia(.voice, name: "voice.ogg")), shown: "(voice note)")
        case "location": location
        case "cart": cart
        case "form": form
        case "ad": ad
        default: .refused("I don't know /\(name). /help shows what there is; \\/\(name) types it as a text.")
        }
    }

    private var caption: String? { rest.isEmpty ? nil : rest }

    private func worded(_ what: String) -> String { rest.isEmpty ? what : "\(what) \(rest)" }

    private var later: ChatReading {
        guard let span = SpanReading.span(rest), span > .zero, span <= .days(366) else {
            return .refused(
                "How much later? For instance: /later 90s, /later 15min, /later 25h, /later 2d (a year at most)."
            )
        }
        return .request(.later(span))
    }

    private var pickUp: ChatReading {
        let name = rest.lowercased()
        guard !name.isEmpty, name.count <= 20, name.allSatisfy({ $0.isLetter || $0.isNumber }) else {
            return .refused("Whose phone? One name of letters and digits: /as ben.")
        }
        return .request(.pickUp(PersonID(name)))
    }

    private var location: ChatReading {
        let parts = rest.split(separator: ",", omittingEmptySubsequences: false).map(\.trimmed)
        guard parts.count == 2, let latitude = Double(parts[0]), let longitude = Double(parts[1]),
            (-90...90).contains(latitude), (-180...180).contains(longitude)
        else { return .refused("A place is two numbers, degrees north and east: /location -23.43,-45.07.") }
        let place = SentPlace(latitude: "\(latitude)", longitude: "\(longitude)")
        return .act(.location(place), shown: "(location \(latitude), \(longitude))")
    }

    private var form: ChatReading {
        let fields = rest.split(separator: ",").map(\.trimmed).compactMap { pair -> FormField? in
            let name = pair.prefix { $0 != "=" }
            guard name.count < pair.count, !name.trimmed.isEmpty else { return nil }
            return FormField(name.trimmed, pair.dropFirst(name.count + 1).trimmed)
        }
        guard !fields.isEmpty, fields.count == rest.split(separator: ",").count else {
            return .refused("What is filled in? /form street=Rua do Porto, number=12, city=Santos.")
        }
        return .act(.form(fields, of: nil), shown: "(form) \(rest)")
    }

    private var ad: ChatReading {
        let sku = rest.prefix { !$0.isWhitespace }
        guard !sku.isEmpty else {
            return .refused("An ad for what? For instance: /ad SKU I saw this, is it still there?")
        }
        let words = rest.dropFirst(sku.count).trimmed
        let said = words.isEmpty ? "Hello! Can I get more info on this?" : words
        let product = shelf.spelling(of: String(sku)) ?? String(sku)
        let referral = AdReferral(adID: "77", clickID: "click-\(product)", headline: product, ref: product)
        return .act(.referral(referral, text: said), shown: "(ad for \(product)) \(said)")
    }

    private var cart: ChatReading {
        let items = rest.split(separator: ",").map(\.trimmed).filter { !$0.isEmpty }
        guard !items.isEmpty else { return .refused("What is in the cart? For instance: /cart SKU*2@189.00, SKU.") }
        var lines: [CartLine] = []
        for item in items {
            guard let line = CartItemReading(item, shelf: shelf).line else {
                return .refused(
                    "I can't read \(item): it is /cart SKU, SKU*2 or SKU*2@189.00. What this shop doesn't sell needs a price."
                )
            }
            lines.append(line)
        }
        let shown = lines.map { "\($0.quantity) × \($0.retailerID) at \($0.price)" }.joined(separator: "\n")
        return .act(.order(lines, note: ""), shown: "(cart)\n\(shown)")
    }
}

/// An article of a typed cart: `SKU`, `SKU*2`, `SKU*2@189.00`.
private struct CartItemReading {
    /// Nil where the words make no sense or no price is known.
    let line: CartLine?

    init(_ words: String, shelf: ShelfPrices) {
        let halves = words.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false).map(\.trimmed)
        let parts = halves[0].split(separator: "*", maxSplits: 1, omittingEmptySubsequences: false).map(\.trimmed)
        let sku = shelf.spelling(of: parts[0]) ?? parts[0]
        let price = halves.count > 1 ? halves[1] : shelf.prices[sku]
        let quantity = parts.count > 1 ? Int(parts[1]) : 1
        guard !sku.isEmpty, let price, Self.isPrice(price), let quantity, (1...999).contains(quantity) else {
            line = nil
            return
        }
        line = CartLine(retailerID: sku, quantity: quantity, price: price, currency: shelf.currency)
    }

    private static func isPrice(_ text: String) -> Bool {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        return (1...2).contains(parts.count) && text.count <= 12
            && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy { $0.isASCII && $0.isNumber } }
    }
}
