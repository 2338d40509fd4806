import Kernel

/// What a shopper looks for: a kind of article, and the size, colour and price that it shall have.
struct SearchWish: Equatable {
    /// The words without the price.
    let kind: String
    let size: SizeWish?
    let colour: ColourWish?
    let price: PriceWish?

    /// A wish that articles fulfil or don't.
    enum Part: Hashable { case size, colour, price }

    init(_ text: String, in currency: Currency) {
        let price = PriceWish(text, in: currency)
        let kind = price?.rest ?? text
        (self.kind, self.price) = (kind, price)
        size = SizeWish(kind)
        colour = ColourWish(kind)
    }

    /// The words that say what is looked for, folded.
    var content: [String] {
        WordStem.words(kind).filter { $0.utf8.count > 2 && !SearchWords.filler.contains($0) && $0 != size?.word }
    }

    /// The wish in few words, without what can't be fulfilled; read again it means the same.
    func written(as words: BrowsingWords, leaving missed: Set<Part>) -> String {
        var bounds = ""
        if let size, !missed.contains(.size) { bounds += words.inSize(size.word) }
        if let price, !missed.contains(.price) { bounds += " " + price.phrase }
        let room = Shelf.longestSearch - bounds.utf8.count
        let said = missed.contains(.colour) ? content.filter { $0 != colour?.word } : content
        var kept = ""
        for word in said where kept.utf8.count + word.utf8.count < room { kept += (kept.isEmpty ? "" : " ") + word }
        if kept.isEmpty { kept = TextTools.prefix(said.first ?? "", fitting: max(0, room)) }
        return TextTools.prefix(
            kept.isEmpty ? String(bounds.drop { $0 == " " }) : kept + bounds,
            fitting: Shelf.longestSearch
        )
    }
}
