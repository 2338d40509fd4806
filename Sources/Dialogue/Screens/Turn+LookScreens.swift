import Commerce
import Kernel
import Messaging

extension Turn {
    /// The pieces of a picture with their prices, and one tap for all of them.
    func lookScreen(_ id: String) -> Choices {
        let pieces = pieces(ofLook: id)
        guard !pieces.isEmpty else { return collectionsScreen(0) }
        let free = pieces.filter { isObtainable($0) }
        let lines = pieces.map { words.product.title(name(of: $0), price: price(of: $0)) }
        let total = together(free)
        let text = [words.look.heading] + lines + (free.count > 1 ? [words.look.together(total)] : [])
        let label = free.count == pieces.count ? words.labels.takeLook : words.labels.takeRest
        let all = free.count > 1 ? [Row.make(label, detail: total, .takeLook(id, from: 0))] : []
        return Choices(
            text: text.joined(separator: "\n"),
            picture: pieces.lazy.compactMap { picture(of: $0) }.first,
            listLabel: words.labels.choose,
            options: all + pieces.map { Row.make(name(of: $0), detail: price(of: $0), offer(of: $0)) }
        )
    }

    private func offer(of piece: Piece) -> Offer {
        guard piece.choice.colour != nil else { return .product(piece.product.id) }
        if case .chosen(let sku) = piece.choice.question(in: catalogue) { return .variant(sku) }
        return .choose(piece.choice)
    }

    private func picture(of piece: Piece) -> String? {
        (piece.choice.colour == nil ? piece.product.picture : nil) ?? variants(of: piece).first?.picture
            ?? piece.product.picture
    }

    /// The lowest price, or that nothing is left.
    private func price(of piece: Piece) -> String {
        guard let lowest = prices(of: piece).min() else { return words.product.soldOut }
        return prices(of: piece).contains { $0 != lowest }
            ? words.product.priceFrom(formatted(lowest)) : formatted(lowest)
    }

    /// What several pieces cost at least, taken together.
    private func together(_ pieces: [Piece]) -> String {
        let total = pieces.reduce(0) { $0 + (prices(of: $1).min() ?? 0) }
        let isOpen = pieces.contains { Set(prices(of: $0)).count > 1 }
        return isOpen ? words.product.priceFrom(formatted(total)) : formatted(total)
    }

    /// In minor units, of what can be had.
    private func prices(of piece: Piece) -> [Int64] {
        variants(of: piece).filter { obtainable($0.sku) > 0 }.map { $0.price(at: context.now).minorUnits }
    }

    private func formatted(_ units: Int64) -> String {
        words.money(Money(minorUnits: units, currency: shop.currency))
    }

    /// The colours or sizes of the piece that is asked for, how far the look is, and the way past this piece.
    func dressingScreen(_ dressing: Dressing) -> Choices {
        var screen = choosingScreen(dressing.choice)
        let count = pieces(ofLook: dressing.look).count
        guard dressing.piece < count else { return screen }
        screen.text = [words.look.progress(dressing.piece + 1, of: count), screen.text].joined(separator: "\n")
        let next = Row.make(words.labels.leaveOut, .takeLook(dressing.look, from: dressing.piece + 1))
        screen.sections = [Choices.Section(options: screen.options + [next])]
        return screen
    }

    /// What a private answer under a picture says of its goods, with their prices.
    func summary(of pieces: [Piece]) -> String {
        let free = pieces.filter { isObtainable($0) }
        let lines = pieces.map { words.product.title(name(of: $0), price: price(of: $0)) }
        return (lines + (free.count > 1 ? [words.look.together(together(free))] : [])).joined(separator: "\n")
    }
}
