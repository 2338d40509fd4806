import Commerce
import Kernel
import Messaging

extension Turn {
    /// One product: picture, price, a few words, what can be chosen and what is sold out.
    func productScreen(_ id: ProductID) -> Choices {
        guard let product = catalogue[id] else { return collectionsScreen(0) }
        let text = [
            heading(product.title, price: priceLine(of: product)),
            Self.short(product.description),
            choiceLine(of: product),
        ]
        return Choices(
            text: text.filter { !$0.isEmpty }.joined(separator: "\n"),
            picture: product.picture ?? product.variants.first?.picture,
            listLabel: words.labels.choose,
            options: options(of: product)
        )
    }

    private func heading(_ name: String, price: String) -> String {
        saysYes ? words.product.isThere(name, price: price) : words.product.title(name, price: price)
    }

    /// A product in the colour asked for, with the way to its sizes.
    func inColourScreen(_ choice: VariantChoice) -> Choices {
        guard let product = catalogue[choice.product], let colour = choice.colour else {
            return productScreen(choice.product)
        }
        let variants = product.variants.filter { $0.isListed && $0.colour == colour }
        let text = [
            heading(words.product.inColour(product.title, colour), price: priceLine(of: product)),
            Self.short(product.description),
            sizeLine(of: variants),
        ]
        let others = [Row.button(words.labels.otherColours, .choose(VariantChoice(of: product.id)))]
        let list = Row.button(machine.shelf == nil ? words.labels.collections : words.labels.seeList, lookingOn)
        return Choices(
            text: text.filter { !$0.isEmpty }.joined(separator: "\n"),
            picture: variants.first?.picture ?? product.picture,
            listLabel: words.labels.choose,
            options: [Row.button(words.labels.chooseSize, .choose(choice))]
                + (product.colours.count > 1 ? others : []) + [list]
        )
    }

    /// The first sentences of a description, about two lines of a phone.
    private static func short(_ description: String) -> String {
        var kept = ""
        for sentence in description.split(separator: ". ", omittingEmptySubsequences: true) {
            let next = kept.isEmpty ? String(sentence) : kept + ". " + sentence
            guard next.utf16.count <= 200 else { break }
            kept = next
        }
        if kept.isEmpty { return TextTools.prefix(description, fitting: 200) }
        return kept.hasSuffix(".") ? kept : kept + "."
    }

    func choiceLine(of product: Product) -> String {
        let listed = product.variants.filter(\.isListed)
        guard isObtainable(product.id) else { return "" }
        var lines: [String] = []
        if listed.colours.count > 1 { lines.append(words.product.colours(listed.colours.joined(separator: ", "))) }
        if listed.sizes.count > 1 { lines.append(sizeLine(of: listed)) }
        if listed.count == 1, let only = listed.first { lines.append(leftLine(only)) }
        return lines.filter { !$0.isEmpty }.joined(separator: " ")
    }

    func sizeLine(of variants: [Variant]) -> String {
        let free = variants.filter { obtainable($0.sku) > 0 }.sizes
        let soldOut = variants.sizes.filter { !free.contains($0) }
        return words.product.sizes(
            free.joined(separator: ", "),
            soldOut: soldOut.isEmpty ? nil : soldOut.joined(separator: ", ")
        )
    }

    private func leftLine(_ variant: Variant) -> String {
        let free = obtainable(variant.sku)
        return free <= 3 ? words.product.onlyLeft(free) : ""
    }

    /// Three buttons at most: the choice itself where it is small, else the way to it.
    private func options(of product: Product) -> [Choices.Option] {
        let free = product.variants.filter { $0.isListed && obtainable($0.sku) > 0 }
        let list = Row.button(machine.shelf == nil ? words.labels.collections : words.labels.seeList, lookingOn)
        let after = cart.isEmpty ? [list] : [list, Row.button(words.labels.cart, .cart)]
        guard !free.isEmpty else { return soldOutOptions(of: product) + after }
        let listed = product.variants.filter(\.isListed)
        if listed.count == 1 { return [Row.button(words.labels.buy, .variant(listed[0].sku))] + after }
        if let direct = directOptions(free, listed: listed, of: product) { return Array((direct + after).prefix(3)) }
        let hasColours = listed.colours.count > 1
        let choose = hasColours ? words.labels.chooseColour : words.labels.chooseSize
        return [Row.button(choose, .choose(VariantChoice(of: product.id)))] + after
    }

    /// To hear when something is back of which nothing is left; who waits already needs no further button.
    private func soldOutOptions(of product: Product) -> [Choices.Option] {
        let skus = product.variants.filter(\.isListed).map(\.sku)
        guard let first = skus.first, !skus.contains(where: watched.contains) else {
            return cart.isEmpty ? [menuButton] : []
        }
        return [Row.button(words.labels.tellMe, skus.count == 1 ? .watch(first) : .watchAll(product.id))]
    }

    /// Colours or sizes as buttons, if there are three at most and their names fit.
    private func directOptions(_ free: [Variant], listed: [Variant], of product: Product) -> [Choices.Option]? {
        let colours = free.colours
        if listed.colours.count > 1 {
            guard colours.count <= 3, colours.allSatisfy({ $0.utf16.count <= Row.longestButton }) else { return nil }
            return colours.map { colour in
                let only = listed.filter { $0.colour == colour }
                let offer =
                    only.count == 1
                    ? Offer.variant(only[0].sku) : .choose(VariantChoice(of: product.id, colour: colour))
                return Row.button(colour, offer)
            }
        }
        guard free.count <= 3, free.allSatisfy({ ($0.size ?? "").utf16.count <= Row.longestButton && $0.size != nil })
        else {
            return nil
        }
        return free.map { Row.button($0.size ?? "", .variant($0.sku)) }
    }

    func choosingScreen(_ choice: VariantChoice) -> Choices {
        guard let product = catalogue[choice.product] else { return collectionsScreen(0) }
        switch choice.question(in: catalogue) {
        case .colour(let colours): return coloursScreen(colours, of: product, choice)
        case .size(let variants): return sizesScreen(variants, of: product, choice)
        case .chosen, .gone: return productScreen(product.id)
        }
    }

    /// Rows that a screen of its own puts below the choice.
    private var rowsKept: Int {
        if case .dressing = machine.place { return 1 }
        return machine.aside == .soldOut ? 1 : 0
    }

    private func coloursScreen(_ colours: [String], of product: Product, _ choice: VariantChoice) -> Choices {
        let paging = Paging(colours, page: choice.page, keeping: rowsKept)
        var rows = paging.items.map { colour in
            let variants = product.variants.filter {
                $0.isListed && $0.colour == colour && (choice.size == nil || $0.size == choice.size)
            }
            let isFree = variants.contains { obtainable($0.sku) > 0 }
            let next = VariantChoice(of: product.id, colour: colour, pieces: choice.pieces)
            return Row.make(
                colour,
                detail: isFree ? nil : words.product.soldOut,
                variants.count == 1 ? offer(variants[0].sku, choice) : .choose(next)
            )
        }
        if let next = paging.next { rows.append(moreRow(choice, page: next)) }
        return Choices(
            text: words.product.whichColour(
                choice.size.map { words.product.inSize(product.title, $0) } ?? product.title
            ),
            listLabel: words.product.colourLabel,
            options: rows
        )
    }

    private func sizesScreen(_ variants: [Variant], of product: Product, _ choice: VariantChoice) -> Choices {
        let paging = Paging(variants, page: choice.page, keeping: rowsKept)
        var rows = paging.items.map {
            Row.make($0.size ?? $0.sku.text, detail: stockLine(of: $0), offer($0.sku, choice))
        }
        if let next = paging.next { rows.append(moreRow(choice, page: next)) }
        let title = choice.colour.map {
            product.colours.count > 1 ? words.product.inColour(product.title, $0) : product.title
        }
        return Choices(
            text: words.product.whichSize(title ?? product.title),
            listLabel: words.product.sizeLabel,
            options: rows
        )
    }

    private func moreRow(_ choice: VariantChoice, page: Int) -> Choices.Option {
        var next = choice
        next.page = page
        return Row.make(page == 0 ? words.labels.toStart : words.labels.more, .choose(next))
    }

    /// What a chosen variant stands for: one piece, or as many as were asked for.
    private func offer(_ sku: SKU, _ choice: VariantChoice) -> Offer {
        choice.pieces == 1 ? .variant(sku) : .quantity(sku, choice.pieces)
    }

    private func stockLine(of variant: Variant) -> String {
        let free = obtainable(variant.sku)
        let price = words.money(variant.price(at: context.now))
        if free == 0 { return words.product.soldOut }
        return free <= 3 ? "\(price), \(words.product.left(free))" : price
    }

    /// One variant with its picture, to buy with one tap.
    func variantScreen(_ sku: SKU) -> Choices {
        guard let variant = catalogue[sku], let product = catalogue[variant.product] else {
            return collectionsScreen(0)
        }
        guard obtainable(sku) > 0 else { return productScreen(product.id) }
        let price = variant.price(at: context.now)
        let shown = words.product.price(
            words.money(price),
            before: price == variant.listPrice ? nil : words.money(variant.listPrice)
        )
        let text = [heading(name(of: sku), price: shown), leftLine(variant)]
        let siblings = product.variants.filter(\.isListed).count > 1
        let others = product.sizes.count > 1 ? words.labels.otherSizes : words.labels.otherColours
        let second = siblings ? [Row.button(others, .choose(VariantChoice(of: product.id)))] : []
        return Choices(
            text: text.filter { !$0.isEmpty }.joined(separator: "\n"),
            picture: variant.picture ?? product.picture,
            listLabel: words.labels.choose,
            options: [Row.button(words.labels.buy, .variant(sku))] + second + [
                Row.button(words.labels.keepLooking, lookingOn)
            ]
        )
    }
}
