import Commerce
import Kernel

/// Reads `ice-breakers` and `menu` of `shop.yaml`: what people can tap before they write.
///
/// ```yaml
/// ice-breakers:
///   - popular
///   - opens: question abroad
///     title: Do you ship abroad?
/// ```
struct FrontReader {
    /// What has been read, with the lines of what names something of the shop.
    struct Reading {
        var front = ShopFront()
        var names: [Name] = []
    }

    /// A collection, product or question that has to exist.
    struct Name {
        let room: ShopFront.Room
        let line: Int
    }

    private let key: String
    private let most: Int
    private let longestTitle: Int
    private let mayLink: Bool

    static func read(_ reader: inout MappingReader, log: inout FindingLog) -> Reading {
        var reading = Reading()
        let questions = FrontReader(key: "ice-breakers", most: 4, longestTitle: 80, mayLink: false)
        let menu = FrontReader(key: "menu", most: 20, longestTitle: 30, mayLink: true)
        reading.front.iceBreakers = questions.doors(&reader, &reading.names, &log)
        reading.front.menu = menu.doors(&reader, &reading.names, &log)
        return reading
    }

    /// Nil where the key is absent; an empty list shows none.
    private func doors(
        _ reader: inout MappingReader,
        _ names: inout [Name],
        _ log: inout FindingLog
    ) -> [ShopFront.Door]? {
        guard let value = reader.value(key) else { return nil }
        let doors = value.items.filter { !$0.isNothing }.compactMap { door($0, &names, &log) }
        if doors.count > most {
            log.remark(
                reader.line(key),
                expected: "at most \(most) entries under \(key)",
                remedy: "The first \(most) are shown. Put those first that matter most."
            )
        }
        return doors
    }

    private func door(_ item: YAMLValue, _ names: inout [Name], _ log: inout FindingLog) -> ShopFront.Door? {
        var title: String?
        var words = item.text
        if let mapping = item.mapping {
            var reader = MappingReader(mapping, subject: "an entry of \(key)")
            words = reader.requiredText("opens", example: "opens: popular", log: &log)
            title = reader.text("title", log: &log)
            reader.checkLength(title, of: "title", limit: longestTitle, log: &log)
            reader.checkKeys(log: &log)
        }
        guard let words, let room = room(words, item.line, &log) else { return nil }
        if case .link = room, title == nil {
            log.fault(item.line, expected: "a title for the link", remedy: "Add a line such as 'title: Our web shop'.")
            return nil
        }
        names.append(Name(room: room, line: item.line))
        return ShopFront.Door(room, title: title)
    }

    private func room(_ text: String, _ line: Int, _ log: inout FindingLog) -> ShopFront.Room? {
        if let place: ShopFront.Place = KnownWords.read(text) { return .place(place) }
        let parts = text.split(separator: " ", maxSplits: 1).map(String.init)
        if mayLink, text.hasPrefix("https://") { return .link(text) }
        if parts.count == 2 {
            switch parts[0].lowercased() {
            case "collection": return .collection(parts[1])
            case "product": return .product(ProductID(parts[1]))
            case "question": return .question(parts[1])
            default: break
            }
        }
        let known = KnownWords.names(ShopFront.Place.self)
        log.fault(
            line,
            expected: "one of \(known.joined(separator: ", ")), or collection, product or question with its id"
                + (mayLink ? ", or a https:// address" : ""),
            remedy: "\(text.quoted) opens nothing.\(Nearest.question(text, among: known))"
        )
        return nil
    }
}

extension FrontReader.Reading {
    /// The front without what leads nowhere; each such entry leaves a remark.
    func checked(
        collections: Set<String>,
        products: Set<ProductID>,
        questions: Set<String>,
        log: inout FindingLog
    ) -> ShopFront {
        let missing = names.filter { name in
            switch name.room {
            case .collection(let id): !collections.contains(id)
            case .product(let id): !products.contains(id)
            case .question(let id): !questions.contains(id)
            case .place, .link: false
            }
        }
        for name in missing {
            let (words, known) = Self.described(name.room, collections, products, questions)
            log.remark(
                name.line,
                expected: "a \(words) of this shop",
                remedy:
                    "There is none of this id, so the entry is left out.\(Nearest.question(name.room.id, among: known))"
            )
        }
        let gone = Set(missing.map(\.room))
        return ShopFront(
            iceBreakers: front.iceBreakers?.filter { !gone.contains($0.room) },
            menu: front.menu?.filter { !gone.contains($0.room) }
        )
    }

    private static func described(
        _ room: ShopFront.Room,
        _ collections: Set<String>,
        _ products: Set<ProductID>,
        _ questions: Set<String>
    ) -> (words: String, known: [String]) {
        switch room {
        case .collection: ("collection", collections.sorted())
        case .product: ("product", products.map(\.text).sorted())
        default: ("question", questions.sorted())
        }
    }
}

extension ShopFront.Room {
    /// What it names; empty for a room that every shop has.
    fileprivate var id: String {
        switch self {
        case .collection(let id), .question(let id): id
        case .product(let id): id.text
        case .place, .link: ""
        }
    }
}
