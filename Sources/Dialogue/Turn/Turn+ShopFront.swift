import Commerce
import Kernel
import Messaging

/// "Show me the shop": its face, what it puts forward, and the ways into it.
extension Turn {
    mutating func showFront() {
        machine.place = .menu
        stay(.front)
    }

    var frontScreen: Choices {
        let options = frontOptions
        return Choices(
            text: [shop.name, frontLine, hoursLine, shop.address.map(words.front.at)].compactMap(\.self)
                .filter { !$0.isEmpty }.joined(separator: "\n"),
            picture: shop.cover,
            listLabel: words.labels.choose,
            options: options.isEmpty ? [Row.button(words.labels.person, .person), menuButton] : options
        )
    }

    /// What the greeting says of the shop besides greeting.
    private var frontLine: String? {
        var sentences = [""]
        for word in shop.greeting.split(separator: " ") {
            let before = sentences[sentences.count - 1]
            sentences[sentences.count - 1] = before.isEmpty ? String(word) : before + " " + word
            if let end = word.last, ".!?".contains(end) { sentences.append("") }
        }
        let plain = sentences.filter { !$0.isEmpty && !$0.contains("{name}") && !Self.isHello($0) }
        return plain.isEmpty ? nil : plain.joined(separator: " ")
    }

    private static func isHello(_ sentence: String) -> Bool {
        ["Hello", "Oi", "Olá"].contains { sentence.hasPrefix($0) }
    }

    private var hoursLine: String? {
        let local = shop.zone.local(context.now)
        let today = shop.openingHours.days[local.weekday, default: []]
        if let now = today.first(where: { $0.from <= local.minuteOfDay && local.minuteOfDay < $0.until }) {
            return words.front.openUntil(Self.clock(atMinute: now.until))
        }
        return nextOpening.map { words.front.opens($0.words) }
    }

    /// Up to five articles, then collections; ten rows at most, each name once.
    private var frontOptions: [Choices.Option] {
        let featured = shop.featured.compactMap { catalogue[$0] }.prefix(5)
        var rows = featured.map { Row.make($0.title, detail: priceLine(of: $0), .product($0.id)) }
        let room = Paging<Product>.most - rows.count
        let collections = catalogue.collections
        let shown = collections.count <= room ? collections[...] : collections.prefix(room - 1)
        rows += shown.map {
            Row.make(
                $0.title,
                detail: $0.line.isEmpty ? words.front.collection : $0.line,
                .shelf(Shelf(.collection($0.id)))
            )
        }
        if shown.count < collections.count { rows.append(Row.make(words.labels.collections, .collections(page: 0))) }
        var names: Set<String> = []
        return rows.filter { names.insert($0.label).inserted }
    }
}
