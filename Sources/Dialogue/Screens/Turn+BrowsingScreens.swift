import Commerce
import Kernel
import Messaging

extension Turn {
    /// The first words: the shop's cover and the three best ways on.
    var welcome: Choices {
        Choices(
            text: notes.isEmpty ? words.browsing.menu(shop: shop.name) : words.browsing.howToStart,
            picture: shop.cover,
            listLabel: words.labels.choose,
            options: Array(menuOptions.prefix(3)).map { Choices.Option($0.label, payload: $0.payload) }
        )
    }

    var menuScreen: Choices {
        Choices(text: words.browsing.menu(shop: shop.name), listLabel: words.labels.menu, options: menuOptions)
    }

    /// What the shopper most likely wants first.
    private var menuOptions: [Choices.Option] {
        let (labels, browsing) = (words.labels, words.browsing)
        var options: [Choices.Option] = []
        if !cart.isEmpty { options.append(Row.make(labels.cart, detail: cartDetail, .cart)) }
        if !shop.featured.isEmpty {
            options.append(Row.make(labels.popular, detail: browsing.popularDetail, .shelf(Shelf(.featured))))
        }
        options.append(Row.make(labels.collections, detail: browsing.collectionsDetail, .collections(page: 0)))
        if !orders.isEmpty {
            options.append(Row.make(labels.myOrders, detail: browsing.ordersDetail, .orders(page: 0)))
        }
        options.append(Row.make(labels.questions, detail: browsing.questionsDetail, .questions(page: 0)))
        options.append(Row.make(labels.person, detail: browsing.personDetail, .person))
        return options
    }

    private var cartDetail: String { words.cart.together(pieces: cart.pieces, total: words.money(goodsTotal)) }

    func collectionsScreen(_ page: Int) -> Choices {
        let paging = Paging(catalogue.collections, page: page)
        var rows = paging.items.map {
            Row.make($0.title, detail: $0.line.isEmpty ? nil : $0.line, .shelf(Shelf(.collection($0.id))))
        }
        if let next = paging.next { rows.append(moreRow(paging.left, .collections(page: next))) }
        if rows.isEmpty { rows = [Row.button(words.labels.person, .person), menuButton] }
        return Choices(text: words.browsing.collections, listLabel: words.labels.collections, options: rows)
    }

    private func moreRow(_ left: Int, _ offer: Offer) -> Choices.Option {
        if left == 0 { return Row.make(words.labels.toStart, offer) }
        return Row.make(words.labels.more, detail: words.browsing.rest(left), offer)
    }

    var shelfScreen: Choices {
        guard let shelf = machine.shelf else { return collectionsScreen(0) }
        let all = products(on: shelf)
        guard !all.isEmpty else { return collectionsScreen(0) }
        let paging = Paging(all, page: shelf.page)
        var rows = paging.items.map { Row.make($0.title, detail: detail(of: $0, on: shelf), .product($0.id)) }
        if let next = paging.next { rows.append(moreRow(paging.left, .shelf(Shelf(shelf.source, page: next)))) }
        if rows.count < Paging<Product>.most { rows.append(Row.make(words.labels.collections, .collections(page: 0))) }
        return Choices(text: heading(of: shelf, paging), listLabel: words.labels.choose, options: rows)
    }

    /// The price, or that the size which the list was asked for is sold out.
    private func detail(of product: Product, on shelf: Shelf) -> String {
        guard case .search(let text) = shelf.source, let wish = SizeWish(text), isObtainable(product.id),
            isSoldOut(product, in: wish), let size = wish.size(of: product)
        else { return priceLine(of: product) }
        return words.browsing.soldOut(in: size)
    }

    private func heading(of shelf: Shelf, _ paging: Paging<Product>) -> String {
        let (title, line): (String, String) =
            switch shelf.source {
            case .collection(let id): (catalogue.collection(id)?.title ?? "", catalogue.collection(id)?.line ?? "")
            case .featured: (words.browsing.popular, "")
            case .search(let text): (words.browsing.found(text, count: paging.count), "")
            }
        return words.browsing.shelf(
            title,
            line: line,
            from: paging.start + 1,
            to: paging.start + paging.items.count,
            of: paging.count
        )
    }

    /// A price, the lowest where they differ, with the sale price's former one; or that it is sold out.
    func priceLine(of product: Product) -> String {
        guard isObtainable(product.id) else { return words.product.soldOut }
        let prices = product.variants.filter(\.isListed).map { ($0.price(at: context.now), $0.listPrice) }
        guard let lowest = prices.min(by: { $0.0.minorUnits < $1.0.minorUnits }) else { return words.product.soldOut }
        if prices.contains(where: { $0.0 != lowest.0 }) { return words.product.priceFrom(words.money(lowest.0)) }
        return words.product.price(words.money(lowest.0), before: lowest.0 == lowest.1 ? nil : words.money(lowest.1))
    }
}
