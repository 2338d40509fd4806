import Commerce
import Kernel
import Messaging

extension Turn {
    mutating func showCollections(_ page: Int) {
        guard !catalogue.collections.isEmpty else { return stay(.person, saying: words.browsing.noCollections) }
        go(to: .collections(page: page))
    }

    mutating func offerCollections(saying note: String) {
        say(note)
        showCollections(0)
    }

    mutating func show(_ shelf: Shelf) {
        guard !products(on: shelf).isEmpty else { return offerCollections(saying: words.browsing.shelfGone) }
        machine.shelf = shelf
        go(to: .shelf)
    }

    mutating func show(_ id: ProductID) {
        guard catalogue[id] != nil else { return offerCollections(saying: words.product.gone) }
        go(to: .product(id))
    }

    /// The products of a list that the shop still has.
    func products(on shelf: Shelf) -> [Product] {
        switch shelf.source {
        case .collection(let id): (catalogue.collection(id)?.products ?? []).compactMap { catalogue[$0] }
        case .featured: shop.featured.compactMap { catalogue[$0] }
        case .search(let text): found(wish(in: text)).products
        }
    }

    /// Goes on choosing a variant as far as there is a choice; an only variant goes into the cart.
    mutating func choose(_ wanted: VariantChoice) {
        let choice = keepingSize(wanted)
        switch choice.question(in: catalogue) {
        case .gone: offerCollections(saying: words.product.gone)
        case .chosen(let sku): add(sku, pieces: choice.pieces == 1 ? nil : choice.pieces)
        case .colour, .size:
            guard isObtainable(choice.product) else { return go(to: .product(choice.product)) }
            go(to: .choosing(choice))
        }
    }

    /// A further page of colours, or all of them, for a size that was said before.
    private func keepingSize(_ choice: VariantChoice) -> VariantChoice {
        let current = currentChoice(of: choice.product)
        guard choice.colour == nil, current.size != nil else { return choice }
        return VariantChoice(of: choice.product, size: current.size, page: choice.page, pieces: current.pieces)
    }

    func isObtainable(_ id: ProductID) -> Bool {
        catalogue[id]?.variants.contains { $0.isListed && obtainable($0.sku) > 0 } ?? false
    }

    /// Colour, size or number of pieces of the product in view.
    mutating func takeVariant(_ text: String) -> Bool {
        guard let product = machine.place.productInView(in: catalogue) ?? pieceInView(for: text),
            let request = reader(of: product).read(text)
        else { return false }
        if case .line(let sku) = machine.place, request.colour == nil, request.size == nil, let count = request.quantity
        {
            setQuantity(sku, to: count)
        } else {
            take(request, of: product)
        }
        return true
    }

    /// Reads what is said of a product's variants, in whatever language of the shop.
    func reader(of product: Product) -> VariantReader {
        let others = context.catalogue.translations.isEmpty ? [] : context.catalogue.tellings(of: product.id)
        return VariantReader(of: product, called: others)
    }

    /// An article called by its name, with or without colour, size and number of pieces.
    mutating func takeProductByName(_ text: String) -> Bool {
        let finding = context.knowledge.products.find(text)
        guard finding.namesTitle, finding.products.count == 1, let product = catalogue[finding.products[0]] else {
            return false
        }
        guard let request = reader(of: product).read(text) else {
            guard isNameOnly(text, of: product) else { return false }
            show(product, as: wish(in: text))
            return true
        }
        take(request, of: product, isNamed: true)
        return true
    }

    /// Whether no word of a question stands beside the name.
    private func isNameOnly(_ text: String, of product: Product) -> Bool {
        let words = WordStem.words(text)
        let asksForGoods = VariantWords.asksForPrice(words) || VariantWords.asksForChoice(words)
        let isAboutShipping = !Set(words).isDisjoint(with: ConcernWords.delivery)
        return asksForGoods && !isAboutShipping || context.knowledge.questions.find(text) == nil
    }

    mutating func take(_ request: VariantRequest, of product: Product, isNamed: Bool = false) {
        if let unknown = request.unknown { return sayNotMade(unknown, of: product) }
        var choice = currentChoice(of: product.id)
        if let quantity = request.quantity { choice.pieces = min(max(1, quantity), Cart.mostPieces) }
        if (request.quantity ?? 0) > Cart.mostPieces { say(words.cart.atMost(Cart.mostPieces)) }
        var outcome = VariantChoice.Outcome.ask(choice.question(in: catalogue))
        if let colour = request.colour { outcome = choice.handle(.colour(colour), in: catalogue) }
        if let size = request.size { outcome = choice.handle(.size(size), in: catalogue) }
        let isLook = request.isQuestion && !request.isOrder || isNamed && !request.isOrder && request.quantity == nil
        follow(outcome, of: choice, in: product, isLook: isLook, request: request)
    }

    private mutating func follow(
        _ outcome: VariantChoice.Outcome,
        of choice: VariantChoice,
        in product: Product,
        isLook: Bool,
        request: VariantRequest
    ) {
        switch outcome {
        case .notMade(let wanted):
            sayNotMade(wanted, of: product)
        case .ask(.chosen(let sku)), .chosen(let sku):
            if isLook {
                look(at: sku, asked: request.isQuestion)
            } else {
                add(sku, pieces: request.quantity ?? choice.pieces)
            }
        case .ask(.gone): offerCollections(saying: words.product.gone)
        case .ask:
            guard isObtainable(product.id) else { return go(to: .product(product.id)) }
            if let colour = request.colour { return show(choice, in: colour, of: product, request: request) }
            go(to: .choosing(choice))
        }
    }

    /// A colour of a product: shown in full where the product wasn't in view, else the sizes at once.
    private mutating func show(
        _ choice: VariantChoice,
        in colour: String,
        of product: Product,
        request: VariantRequest
    ) {
        let name = words.product.inColour(product.title, colour)
        guard product.variants.contains(where: { $0.colour == colour && obtainable($0.sku) > 0 }) else {
            say(words.product.soldOutChoice(name))
            return go(to: .product(product.id))
        }
        let isFirstSight = viewed != product.id && request.quantity == nil
        if !isFirstSight, request.isQuestion { say(words.product.comesIn(product.title, colour)) }
        go(to: .choosing(choice))
        if isFirstSight { stay(.inColour) }
    }

    /// A colour or size that the product never has, with those that it has.
    private mutating func sayNotMade(_ wanted: String, of product: Product) {
        machine.place = .product(product.id)
        say(words.product.notMade(product.title, wanted))
        stay(saying: choiceLine(of: product))
    }

    private func currentChoice(of product: ProductID) -> VariantChoice {
        guard case .choosing(let choice) = machine.place, choice.product == product else {
            return VariantChoice(of: product)
        }
        return VariantChoice(of: product, colour: choice.colour, size: choice.size, pieces: choice.pieces)
    }

    /// One variant is asked for: yes with a way to buy it, or why not.
    private mutating func look(at sku: SKU, asked: Bool) {
        guard let variant = catalogue[sku], let product = catalogue[variant.product] else {
            return offerCollections(saying: words.product.gone)
        }
        guard obtainable(sku) > 0 else { return refuse(sku, of: product) }
        saysYes = asked
        go(to: .variant(sku))
    }

    /// "is this still there?" about what is in view.
    mutating func takeStockQuestion(_ text: String) -> Bool {
        guard VariantReader.asksWhetherThere(text), let product = machine.place.productInView(in: catalogue) else {
            return false
        }
        switch machine.place {
        case .variant(let sku), .basket(let sku), .line(let sku): look(at: sku, asked: true)
        default:
            saysYes = isObtainable(product.id)
            go(to: .product(product.id))
        }
        return true
    }

    /// "how big is it", "what is it made of": answered with all that the shop wrote about what is in view.
    mutating func takeDetailQuestion(_ text: String) -> Bool {
        guard let product = machine.place.productInView(in: catalogue), !product.description.isEmpty,
            DetailWords.asking.occur(in: WordStem.words(text)), !context.knowledge.questions.isOwnWording(text)
        else { return false }
        stay(saying: words.product.title(product.title, price: TextTools.prefix(product.description, fitting: 1_000)))
        return true
    }

    /// Says why a variant can't be had and offers its siblings.
    mutating func refuse(_ sku: SKU, of product: Product) {
        say(whyNot(sku))
        machine.missed = sku
        defer { if answer == .place { answer = .aside(.soldOut) } }
        let colour = product.colours.count > 1 ? catalogue[sku]?.colour : nil
        let siblings = product.variants.filter { colour == nil || $0.colour == colour }
        let hasSibling = siblings.contains { obtainable($0.sku) > 0 && $0.isListed }
        if hasSibling, siblings.count > 1 {
            go(to: .choosing(VariantChoice(of: product.id, colour: colour)))
        } else {
            go(to: .product(product.id))
        }
    }

    /// Sold out, just sold, or in someone else's checkout.
    func whyNot(_ sku: SKU) -> String {
        guard let level = context.stock[sku], level.onHand > 0 else {
            return words.product.soldOutChoice(name(of: sku))
        }
        return words.product.inCheckout(name(of: sku), until: clock(context.now + shop.holdTime))
    }

    /// A variant's name as it is said: the title, and what tells it from its siblings.
    func name(of sku: SKU) -> String {
        guard let variant = catalogue[sku], let product = catalogue[variant.product] else { return sku.text }
        return words.product.inChoice(product.title, choice(of: variant, in: product))
    }

    /// Colour and size as far as the product comes in several.
    func choice(of variant: Variant, in product: Product) -> String {
        let colour = product.colours.count > 1 ? variant.colour : nil
        let size = product.sizes.count > 1 ? variant.size : nil
        return [colour, size].compactMap(\.self).joined(separator: ", ")
    }

    /// A moment as the clock in the shop shows it.
    func clock(_ moment: Timestamp) -> String { shop.zone.local(moment).clock }
}
