import Commerce
import Kernel
import Messaging

/// Articles that are waited for, and news of a parcel.
extension Turn {
    static var backTimer: String { "back:" }

    /// The most articles that one conversation waits for; the oldest wish gives way.
    private static var mostWatched: Int { 20 }

    /// "tell me when it's back": about what was refused last, the variant named, or the article in view.
    mutating func takeBackWish(_ text: String) -> Bool {
        guard CommandReader.asksForReturn(WordStem.words(text)) else { return false }
        if let product = machine.place.productInView(in: catalogue) {
            if let sku = named(in: text, of: product) { tellWhenBack([sku]) } else { waitFor(product) }
        } else if let missed = machine.missed {
            tellWhenBack([missed])
        } else {
            stay(saying: words.reminders.whichArticle)
        }
        return true
    }

    /// The variant of a product whose size or colour stands among the words.
    private func named(in text: String, of product: Product) -> SKU? {
        let spoken = WordStem.words(text)
        let fitting = product.variants.filter { variant in
            guard variant.isListed else { return false }
            let parts = [variant.colour, variant.size].compactMap(\.self).map { WordStem.words($0) }
            return parts.contains { !$0.isEmpty && $0.allSatisfy(spoken.contains) }
        }
        return fitting.count == 1 ? fitting[0].sku : fitting.first { context.obtainable($0.sku) == 0 }?.sku
    }

    private mutating func waitFor(_ product: Product) {
        let missing = product.variants.filter { $0.isListed && context.obtainable($0.sku) == 0 }.map(\.sku)
        if let missed = machine.missed, missing.contains(missed) { return tellWhenBack([missed]) }
        if missing.count == 1 || !isObtainable(product.id) { return tellWhenBack(missing) }
        guard !missing.isEmpty else {
            saysYes = true
            return go(to: .product(product.id))
        }
        go(to: .choosing(VariantChoice(of: product.id)))
    }

    /// Everything of a product that is sold out altogether.
    mutating func tellWhenBack(_ id: ProductID) {
        guard let product = catalogue[id] else { return offerCollections(saying: words.product.gone) }
        guard !isObtainable(id) else { return go(to: .product(id)) }
        tellWhenBack(product.variants.filter(\.isListed).map(\.sku))
    }

    mutating func tellWhenBack(_ skus: [SKU]) {
        guard let first = skus.first, let product = catalogue.product(of: first) else {
            return offerCollections(saying: words.product.gone)
        }
        if skus.count == 1, context.obtainable(first) > 0 {
            saysYes = true
            return go(to: .variant(first))
        }
        watch(watched.filter { !skus.contains($0) } + skus)
        let sentence = words.reminders.watching(skus.count == 1 ? name(of: first) : product.title)
        if consents[.reminders] == nil { consent(to: .reminders, true, reading: sentence) }
        if machine.missed == first { machine.missed = nil }
        stay(saying: sentence)
    }

    mutating func watch(_ skus: [SKU]) {
        watched = Array(skus.suffix(Self.mostWatched))
        effects.removeAll { if case .watch = $0 { true } else { false } }
        effects.append(.watch(watched))
    }

    /// Something waited for can be bought again: told by day, with a way to buy it.
    mutating func takeBackInStock(_ sku: SKU) {
        guard let variant = catalogue[sku], variant.isListed,
            let product = catalogue[variant.product]
        else { return }
        guard context.obtainable(sku) > 0 else { return watch(watched.filter { $0 != sku } + [sku]) }
        if allowsReminders, let morning = endOfQuiet {
            return effects.append(.setTimer(kind: Self.backTimer + sku.text, at: morning))
        }
        forgetSiblings(of: sku, in: product)
        var choices = variantScreen(sku)
        choices.text = words.reminders.isBack + "\n" + choices.text
        let told = [NewsTemplate.Place.product: name(of: sku), .amount: words.money(variant.price(at: context.now))]
        let template = template(for: .backInStock, told)
        let isFree = isWindowOpen
        said.append(
            OutboundMessage(
                .choices(choices),
                category: isFree ? .service : template?.category ?? .service,
                plan: template.map { .template($0.message) } ?? .wait,
                isIndependent: true
            )
        )
        guard facts.owner == .assistant, !machine.place.isCheckout, answer == .nothing else { return }
        machine.place = .variant(sku)
        machine.aside = .none
    }

    /// Who waited for any variant of a product has got one.
    private mutating func forgetSiblings(of sku: SKU, in product: Product) {
        let siblings = Set(product.variants.filter(\.isListed).map(\.sku)).subtracting([sku])
        guard !siblings.isEmpty, siblings.isSubset(of: watched) else { return }
        watch(watched.filter { !siblings.contains($0) })
    }

    /// What offers to wait for something that was just refused.
    func watchOption(isRow: Bool) -> Choices.Option? {
        guard let missed = machine.missed, !watched.contains(missed), catalogue[missed] != nil else { return nil }
        return isRow
            ? Row.make(words.labels.tellMeRow, detail: name(of: missed), .watch(missed))
            : Row.button(words.labels.tellMe, .watch(missed))
    }

    /// The place's screen, with the offer to wait for what was refused.
    var soldOutScreen: Choices {
        var choices = screen(.none)
        let isButtons = choices.options.count <= 3 && choices.options.allSatisfy { $0.detail == nil }
        let offers = choices.options.map { Offer(payload: $0.payload) }
        guard let option = watchOption(isRow: !isButtons), let missed = machine.missed,
            !offers.contains(.watch(missed)), !offers.contains(catalogue[missed].map { .watchAll($0.product) })
        else { return choices }
        let kept =
            isButtons ? Array(choices.options.prefix(2)) : Array(choices.options.prefix(Paging<Variant>.most - 1))
        choices.sections = [Choices.Section(options: kept + [option])]
        return choices
    }

    // MARK: news of a parcel

    /// Whether news outside the window can be offered: there are approved messages, and nobody asked yet.
    var offersNews: Bool {
        consents[.deliveryNews] == nil && shop.templates.contains { !$0.kind.isOffer && $0.approval == .approved }
    }

    var newsButton: Choices.Option { Row.button(words.labels.news, .acceptNews) }

    mutating func acceptNews() {
        consent(to: .deliveryNews, true, reading: words.reminders.newsQuestion)
        stay(saying: words.reminders.newsAccepted)
    }

    mutating func refuseNews() {
        consent(to: .deliveryNews, false, reading: words.reminders.newsRefused)
        stay(saying: words.reminders.newsRefused)
    }
}
