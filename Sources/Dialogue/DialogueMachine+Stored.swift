import Commerce
import Kernel

/// How a position is kept: a small JSON object with one-letter names.
///
/// ```json
/// {"p":"o","a":"DUNA","c":"Black","l":"SHOES","n":1,"t":1795248000}
/// ```
extension DialogueMachine {
    /// Raised when an older program could not read what this one writes.
    package static let stateVersion = 1

    /// The position as JSON, about 60 bytes, 400 at most.
    package var stored: [UInt8] {
        var writer = JSONWriter(capacity: 128)
        writer.object { writer in
            write(place, to: &writer)
            if aside != .none { writer.field("o", aside.rawValue) }
            if let shelf { write(shelf, to: &writer) }
            if heardAt != 0 { writer.field("t", heardAt) }
            if lastText != 0 { writer.field("e", Int64(lastText)) }
            if wasLost { writer.field("x", true) }
            if let wait {
                writer.field("w", wait.since)
                if wait.told != 0 { writer.field("i", wait.told) }
            }
            if !speaker.isEmpty { writer.field("b", speaker) }
            if let missed { writer.field("m", missed.text) }
            if isReminded { writer.field("d", true) }
            answered.write(to: &writer)
        }
        return writer.bytes
    }

    /// Reads a stored position; what another version wrote or what is broken becomes the menu, and the shopper is told once.
    package init(stored: [UInt8], version: Int) {
        self.init()
        guard !stored.isEmpty else { return }
        guard version == Self.stateVersion, let root = try? JSONDocument(stored).root,
            let place = Place(reading: root)
        else {
            isRecovered = true
            return
        }
        self.place = place
        aside = root["o"]?.string.flatMap(Aside.init(rawValue:)) ?? .none
        shelf = Shelf(reading: root)
        heardAt = root["t"]?.int ?? 0
        lastText = root["e"]?.int.flatMap { UInt32(exactly: $0) } ?? 0
        wasLost = root["x"]?.bool ?? false
        wait = root["w"]?.int.map { PersonWait(since: $0, told: Int(clamping: root["i"]?.int ?? 0)) }
        speaker = root["b"]?.string ?? ""
        missed = root["m"]?.string.map { SKU($0) }
        isReminded = root["d"]?.bool ?? false
        answered = DayMemory(reading: root)
    }

    private func write(_ shelf: Shelf, to writer: inout JSONWriter) {
        switch shelf.source {
        case .collection(let id): writer.field("l", id)
        case .featured: writer.field("f", true)
        case .search(let words): writer.field("g", words)
        }
        if shelf.page != 0 { writer.field("n", shelf.page) }
    }

    private func write(_ place: Place, to writer: inout JSONWriter) {
        let (letter, name) = place.spelled
        writer.field("p", letter)
        if let name { writer.field("a", name) }
        switch place {
        case .choosing(let choice):
            if let colour = choice.colour { writer.field("c", colour) }
            if let size = choice.size { writer.field("z", size) }
            if choice.page != 0 { writer.field("q", choice.page) }
            if choice.pieces != 1 { writer.field("k", choice.pieces) }
        case .collections(let page), .lines(let page), .orders(let page), .questions(let page):
            if page != 0 { writer.field("q", page) }
        case .checkout(.reviewing(let review)), .checkout(.changing(let review)): writer.field("q", review.total)
        case .ordered(_, let fingerprint): writer.field("q", Int64(fingerprint))
        case .dressing(let dressing): dressing.write(to: &writer)
        case .amending(_, let amendment): amendment.write(to: &writer)
        case .returning(_, let returning): returning.write(to: &writer)
        default: break
        }
    }
}

extension DialogueMachine: Codable {
    package init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        self.init(stored: Array(text.utf8), version: Self.stateVersion)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(String(decoding: stored, as: UTF8.self))
    }
}

extension Shelf {
    fileprivate init?(reading root: JSONValue) {
        let page = root["n"]?.int.flatMap { Int(exactly: $0) } ?? 0
        if let id = root["l"]?.string {
            self.init(.collection(id), page: page)
        } else if let words = root["g"]?.string {
            self.init(.search(words), page: page)
        } else if root["f"]?.bool == true {
            self.init(.featured, page: page)
        } else {
            return nil
        }
    }
}

extension Place {
    /// The letter that stands for the kind of place, and the thing that it names.
    fileprivate var spelled: (String, String?) {
        switch self {
        case .menu: ("m", nil)
        case .collections: ("c", nil)
        case .shelf: ("s", nil)
        case .product(let id): ("p", id.text)
        case .choosing(let choice): ("o", choice.product.text)
        case .variant(let sku): ("v", sku.text)
        case .basket(let sku): ("b", sku.text)
        case .look(let id): ("L", id)
        case .dressing(let dressing): ("d", dressing.choice.product.text)
        case .cart: ("k", nil)
        case .lines: ("e", nil)
        case .line(let sku): ("t", sku.text)
        case .checkout(.askingAddress): ("A", nil)
        case .checkout(.askingDelivery): ("D", nil)
        case .checkout(.reviewing(let review)): ("R", review.delivery)
        case .checkout(.changing(let review)): ("C", review.delivery)
        case .ordered(let number, _): ("y", number.text)
        case .orders: ("w", nil)
        case .order(let number): ("r", number.text)
        case .amending(let number, _): ("G", number.text)
        case .returning(let number, _): ("B", number.text)
        case .questions: ("h", nil)
        case .person: ("z", nil)
        }
    }

    fileprivate init?(reading root: JSONValue) {
        guard let letter = root["p"]?.string else { return nil }
        let number = root["q"]?.int ?? 0
        if let bare = Place(letter: letter, page: Int(clamping: number)) {
            self = bare
            return
        }
        guard let name = root["a"]?.string, let naming = Place(letter: letter, name: name, number: number, in: root)
        else { return nil }
        self = naming
    }

    private init?(letter: String, page: Int) {
        switch letter {
        case "m": self = .menu
        case "c": self = .collections(page: page)
        case "s": self = .shelf
        case "k": self = .cart
        case "e": self = .lines(page: page)
        case "A": self = .checkout(.askingAddress)
        case "D": self = .checkout(.askingDelivery)
        case "w": self = .orders(page: page)
        case "h": self = .questions(page: page)
        case "z": self = .person
        default: return nil
        }
    }

    private init?(letter: String, name: String, number: Int64, in root: JSONValue) {
        switch letter {
        case "p": self = .product(ProductID(name))
        case "o":
            let pieces = Int(clamping: root["k"]?.int ?? 1)
            self = .choosing(
                VariantChoice(
                    of: ProductID(name),
                    colour: root["c"]?.string,
                    size: root["z"]?.string,
                    page: Int(clamping: number),
                    pieces: pieces
                )
            )
        case "v": self = .variant(SKU(name))
        case "b": self = .basket(SKU(name))
        case "L": self = .look(name)
        case "d": self = .dressing(Dressing(of: ProductID(name), reading: root))
        case "t": self = .line(SKU(name))
        case "R": self = .checkout(.reviewing(Checkout.Review(delivery: name, total: number)))
        case "C": self = .checkout(.changing(Checkout.Review(delivery: name, total: number)))
        case "y": self = .ordered(OrderNumber(name), fingerprint: UInt32(clamping: number))
        case "r": self = .order(OrderNumber(name))
        case "G": self = .amending(OrderNumber(name), Amendment(reading: root))
        case "B": self = .returning(OrderNumber(name), Returning(reading: root))
        default: return nil
        }
    }
}
