import Commerce

/// What a shopper said about colour, size and number of pieces of a product.
struct VariantRequest: Equatable {
    var colour: String?
    var size: String?
    var quantity: Int?
    /// A colour or size that the product never has, as it was written.
    var unknown: String?
    /// Whether stock was asked for rather than ordered.
    var isQuestion = false
    /// Whether a word such as "buy" or "take" orders it.
    var isOrder = false

    var saysNothing: Bool { colour == nil && size == nil && quantity == nil && unknown == nil }
}

/// Reads "38", "size M?", "do you have it in white", "2 of the praia in 38" against one product.
struct VariantReader {
    private let colours: [(words: [String], name: String)]
    private let sizes: [(words: [String], name: String)]
    private let names: Set<String>

    /// `others` is the same product in further languages: its colours and names are understood too.
    init(of product: Product, called others: [Product] = []) {
        let spoken = Dictionary(product.variants.map { ($0.sku, $0.colour) }, uniquingKeysWith: { first, _ in first })
        let foreign = others.flatMap(\.variants).compactMap { variant -> (words: [String], name: String)? in
            guard let name = variant.colour, let own = spoken[variant.sku] ?? nil, own != name else { return nil }
            return (WordStem.words(name), own)
        }
        colours = (product.colours.map { (WordStem.words($0), $0) } + foreign.unrepeated)
            .sorted { $0.words.count > $1.words.count }
        sizes = product.sizes.map { (WordStem.words($0), $0) }.sorted { $0.words.count > $1.words.count }
        let titles = ([product] + others).flatMap { [$0.title, $0.productType ?? ""] }
        names = Set(titles.flatMap(WordStem.words).map(WordStem.stem))
    }

    /// Nil when the words are about more than this product's variants.
    func read(_ text: String) -> VariantRequest? {
        var words = WordStem.words(text)
        var request = VariantRequest()
        let asksByWords = VariantWords.asking.contains { words.starts(with: $0) }
        request.isOrder = words.contains { VariantWords.ordering.contains($0) } && !asksByWords
        request.isQuestion = asksByWords || text.contains("?")
        request.colour =
            take(colours, from: &words) ?? takeColourByMeaning(from: &words) ?? takeMisspeltColour(from: &words)
        let sizeMarked = words.contains { Self.sizeMarks.contains($0) }
        let pieces = takePieces(from: &words)
        request.size = takeSize(from: &words)
        request.quantity = pieces
        if pieces == nil { takeNumbers(from: &words, sizeMarked: sizeMarked, into: &request) }
        if request.size == nil, request.unknown == nil { takeForeignLetters(from: &words, into: &request) }
        words.removeAll { VariantWords.filler.contains($0) || isName($0) }
        if request.colour != nil { words.removeAll { ColourNames.isColour($0) || VariantWords.shades.contains($0) } }
        if words.isEmpty { return request.saysNothing && !isBareOrder(text, request) ? nil : request }
        return takeUnknown(words, from: WordStem.words(text), into: request)
    }

    /// "buy it", "I take the praia": an order that leaves colour and size open.
    private func isBareOrder(_ text: String, _ request: VariantRequest) -> Bool {
        request.isOrder && WordStem.words(text).contains { VariantWords.buying.contains($0) }
    }

    /// A number of pieces said clearly: "2 of", "2x", "x 2", "two".
    private func takePieces(from words: inout [String]) -> Int? {
        for (index, word) in words.enumerated() {
            let next = index + 1 < words.count ? words[index + 1] : ""
            let before = index > 0 ? words[index - 1] : ""
            if let count = Int(word), VariantWords.pieceWords.contains(next) || before == "x" {
                words.remove(at: index)
                return count
            }
            if word.last == "x", let count = Int(word.dropLast()) {
                words.remove(at: index)
                return count
            }
            let isCount = !VariantWords.smallNumbers.contains(word) || VariantWords.pieceWords.contains(next)
            if let count = VariantWords.numbers[word], isCount {
                words.remove(at: index)
                return count
            }
        }
        return nil
    }

    private func takeSize(from words: inout [String]) -> String? {
        if let size = take(sizes, from: &words) { return size }
        for (index, word) in words.enumerated() {
            guard let letters = VariantWords.sizes[word], let size = sizes.first(where: { $0.words == [letters] })
            else {
                continue
            }
            words.remove(at: index)
            return size.name
        }
        return takeHalfOfSize(from: &words)
    }

    /// "38" for a size that is written "37/38".
    private func takeHalfOfSize(from words: inout [String]) -> String? {
        let ranges = sizes.filter { $0.words.count == 2 }
        for (index, word) in words.enumerated() {
            guard let size = ranges.first(where: { $0.words.contains(word) || isWithin(word, $0.words) }) else {
                continue
            }
            words.remove(at: index)
            return size.name
        }
        return nil
    }

    private func isWithin(_ word: String, _ bounds: [String]) -> Bool {
        guard let number = Int(word), let low = Int(bounds[0]), let high = Int(bounds[1]), low < high else {
            return false
        }
        return (low...high).contains(number)
    }

    private func take(_ known: [(words: [String], name: String)], from words: inout [String]) -> String? {
        for (phrase, name) in known where !phrase.isEmpty && phrase.count <= words.count {
            for start in 0...(words.count - phrase.count) where Array(words[start..<(start + phrase.count)]) == phrase {
                words.removeSubrange(start..<(start + phrase.count))
                return name
            }
        }
        return nil
    }

    private static let sizeMarks = VariantWords.sizeWords.union(VariantWords.inWords).union(["number"])

    /// "preta" for what is called black here.
    private func takeColourByMeaning(from words: inout [String]) -> String? {
        for (index, word) in words.enumerated() {
            guard let meaning = ColourNames.meaning(word) else { continue }
            let same = colours.first { $0.words.compactMap(ColourNames.meaning) == [meaning] }
            guard let colour = same ?? colours.first(where: { ColourNames.isKin($0.words, of: meaning) }) else {
                continue
            }
            words.remove(at: index)
            return colour.name
        }
        return nil
    }

    private func takeMisspeltColour(from words: inout [String]) -> String? {
        for (index, word) in words.enumerated() {
            guard
                let colour = colours.first(where: { $0.words.contains { Nearness.isNear(word, $0) } && word.count > 2 })
            else { continue }
            words.remove(at: index)
            return colour.name
        }
        return nil
    }

    /// A number left over: pieces if it is small and a size is known, else a size that isn't made.
    private func takeNumbers(from words: inout [String], sizeMarked: Bool, into request: inout VariantRequest) {
        words.removeSoundedNumbers()
        guard let index = words.firstIndex(where: \.isNumber), let number = Int(words[index]) else { return }
        let isPieces =
            (request.size != nil || sizes.isEmpty || !sizeMarked && request.isOrder) && (1...999).contains(number)
        let isSize = words.contains { VariantWords.sizeWords.contains($0) } || words[index].utf8.count <= longestNumber
        guard isPieces || !sizes.isEmpty && isSize else { return }
        if isPieces { request.quantity = number } else { request.unknown = words[index] }
        words.remove(at: index)
    }

    /// "size M" of a product that is numbered: a size that isn't made.
    private func takeForeignLetters(from words: inout [String], into request: inout VariantRequest) {
        let marked = words.indices.dropFirst().first {
            VariantWords.sizeWords.contains(words[$0 - 1]) && VariantWords.isLetterSize(words[$0])
        }
        guard !sizes.isEmpty, let index = marked else { return }
        request.unknown = words[index].uppercased()
        words.remove(at: index)
    }

    /// One foreign word is a colour that isn't made, where it comes after "in" or the product comes in colours.
    private func takeUnknown(_ left: [String], from all: [String], into request: VariantRequest) -> VariantRequest? {
        guard left.count == 1, let word = left.first, let index = all.firstIndex(of: word), ColourNames.isColour(word),
            !colours.isEmpty || index > 0 && VariantWords.inWords.contains(all[index - 1])
        else { return nil }
        var request = request
        request.unknown = word
        return request
    }

    /// The digits of the product's longest number, 2 at least: more can't be a size.
    private var longestNumber: Int {
        max(2, sizes.flatMap(\.words).filter(\.isNumber).map(\.utf8.count).max() ?? 0)
    }

    /// "is this still there?", "do you have it": words about stock that name nothing.
    static func asksWhetherThere(_ text: String) -> Bool {
        let words = WordStem.words(text)
        let isAsked = text.contains("?") || VariantWords.asking.contains { words.starts(with: $0) }
        guard isAsked, words.allSatisfy({ VariantWords.filler.contains($0) || VariantWords.things.contains($0) }) else {
            return false
        }
        if words.contains(where: { VariantWords.presence.contains($0) }) { return true }
        if VariantWords.Portuguese.stillThere.occur(in: words) { return true }
        return words.contains { ["have", "there", "still", "tem", "ainda", "ha"].contains($0) }
            && words.contains { VariantWords.things.contains($0) }
    }

    /// Whether words ask for price, size, colour or stock rather than for what the shop does.
    static func isAboutGoods(_ text: String) -> Bool {
        let words = WordStem.words(text)
        guard Set(words).isDisjoint(with: ConcernWords.delivery) else { return false }
        return VariantWords.asksForPrice(words) || VariantWords.goods.occur(in: words)
            || words.contains { VariantWords.presence.contains($0) }
    }

    private func isName(_ word: String) -> Bool {
        let stem = WordStem.stem(word)
        return names.contains(stem) || word.count > 3 && names.contains { Nearness.isNear(stem, $0) }
    }
}

extension [String] {
    /// Takes out "4 the" and "2 u", which are words by their sound.
    fileprivate mutating func removeSoundedNumbers() {
        let sounded = indices.dropLast().filter {
            VariantWords.sounded.contains(self[$0]) && VariantWords.behindSounded.contains(self[$0 + 1])
        }
        for index in sounded.reversed() { remove(at: index) }
    }
}

extension [(words: [String], name: String)] {
    /// Each way of calling a colour once.
    fileprivate var unrepeated: Self {
        var seen: Set<[String]> = []
        return filter { seen.insert($0.words).inserted }
    }
}
