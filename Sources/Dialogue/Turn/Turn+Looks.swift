import Commerce
import Kernel
import Messaging

/// Goods that one picture shows together.
extension Turn {
    /// One thing of a look, in one colour where the merchant named a SKU of several.
    struct Piece: Equatable {
        let product: Product
        let choice: VariantChoice

        static func == (left: Piece, right: Piece) -> Bool { left.choice == right.choice }
    }

    /// What of a look the shop still sells.
    func pieces(of look: PostTable.Look) -> [Piece] {
        pieces(named: look.pieces)
    }

    /// What these SKUs and ids of products name, each once.
    func pieces(named names: [String]) -> [Piece] {
        names.compactMap { piece($0) }.reduce(into: []) { kept, piece in
            if !kept.contains(piece) { kept.append(piece) }
        }
    }

    func pieces(ofLook id: String) -> [Piece] { shop.posts.look(id: id).map { pieces(of: $0) } ?? [] }

    /// A product by its own id, else in the colour of a SKU: the size on the picture is not the shopper's.
    private func piece(_ name: String) -> Piece? {
        if let product = catalogue[ProductID(name)], product.isListed {
            return Piece(product: product, choice: VariantChoice(of: product.id))
        }
        guard let variant = catalogue[SKU(name)], let product = catalogue[variant.product], product.isListed else {
            return nil
        }
        let colour = product.colours.count > 1 ? variant.colour : nil
        return Piece(product: product, choice: VariantChoice(of: product.id, colour: colour))
    }

    func variants(of piece: Piece) -> [Variant] {
        piece.product.variants.filter {
            $0.isListed && (piece.choice.colour == nil || $0.colour == piece.choice.colour)
        }
    }

    func isObtainable(_ piece: Piece) -> Bool { variants(of: piece).contains { obtainable($0.sku) > 0 } }

    func name(of piece: Piece) -> String {
        piece.choice.colour.map { words.product.inColour(piece.product.title, $0) } ?? piece.product.title
    }

    /// Shows the goods of a post; false where nothing of it is sold any more.
    mutating func show(_ look: PostTable.Look) -> Bool {
        let pieces = pieces(of: look)
        guard let only = pieces.first else { return false }
        guard pieces.count == 1 else {
            go(to: .look(look.id))
            return true
        }
        show(only)
        return true
    }

    mutating func showLook(_ id: String) {
        guard let look = shop.posts.look(id: id), show(look) else { return offerCollections(saying: words.look.gone) }
    }

    private mutating func show(_ piece: Piece) {
        guard piece.choice.colour != nil, isObtainable(piece) else { return go(to: .product(piece.product.id)) }
        switch piece.choice.question(in: catalogue) {
        case .chosen(let sku): go(to: .variant(sku))
        case .size, .colour:
            go(to: .choosing(piece.choice))
            stay(.inColour)
        case .gone: go(to: .product(piece.product.id))
        }
    }

    /// Puts the pieces of a look into the cart, from one on; stops where a colour or size has to be asked.
    ///
    /// What is in the cart already is left alone, so that a second tap changes nothing.
    mutating func takeLook(_ id: String, from start: Int) {
        let pieces = pieces(ofLook: id)
        guard !pieces.isEmpty else { return offerCollections(saying: words.look.gone) }
        for (place, piece) in pieces.enumerated().dropFirst(start) where !isInCart(piece) {
            guard isObtainable(piece) else {
                say(words.look.leftOut(name(of: piece)))
                continue
            }
            guard case .chosen(let sku) = piece.choice.question(in: catalogue) else {
                machine.place = .dressing(Dressing(look: id, piece: place, choice: piece.choice))
                answer = .place
                return
            }
            put(sku)
        }
        guard pieces.contains(where: isInCart) else { return go(to: .look(id)) }
        say(pieces.allSatisfy(isInCart) ? words.look.taken : words.look.takenInPart)
        showCart()
    }

    private mutating func put(_ sku: SKU) {
        guard let variant = catalogue[sku] else { return }
        cart.set(sku, to: (cart[sku]?.quantity ?? 0) + 1, at: variant.price(at: context.now))
    }

    private func isInCart(_ piece: Piece) -> Bool { variants(of: piece).contains { cart[$0.sku] != nil } }

    /// Whether a SKU is what a look waits for: then it is put into the cart, and the next piece follows.
    mutating func takesPiece(_ sku: SKU) -> Bool {
        guard case .dressing(let dressing) = machine.place, let variant = catalogue[sku], variant.isListed,
            variant.product == dressing.choice.product
        else { return false }
        guard obtainable(sku) > 0 else {
            say(whyNot(sku))
            answer = .place
            return true
        }
        put(sku)
        takeLook(dressing.look, from: dressing.piece + 1)
        return true
    }

    /// "the whole look", "both", where a look is in view.
    mutating func takeLookWish(_ text: String) -> Bool {
        let id: String
        let start: Int
        switch machine.place {
        case .look(let look): (id, start) = (look, 0)
        case .dressing(let dressing):
            guard LookWords.leaving.contains(TextTools.folded(text)) else { return false }
            takeLook(dressing.look, from: dressing.piece + 1)
            return true
        default: return false
        }
        let said = WordStem.words(text).filter { !LookWords.filler.contains($0) }.joined(separator: " ")
        guard LookWords.wholes.contains(said) else { return false }
        takeLook(id, from: start)
        return true
    }

    /// The only piece of the look in view to which words such as "in 38" fit.
    func pieceInView(for text: String) -> Product? {
        guard case .look(let id) = machine.place else { return nil }
        let fitting = pieces(ofLook: id).map(\.product).filter { product in
            reader(of: product).read(text).map { $0.size != nil || $0.colour != nil } ?? false
        }
        return fitting.count == 1 ? fitting.first : nil
    }
}
