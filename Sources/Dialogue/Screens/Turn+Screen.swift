import Commerce
import Messaging

extension Turn {
    /// What is shown where the shopper stands, or beside it.
    func screen(_ aside: Aside) -> Choices {
        switch aside {
        case .none: screen(of: machine.place)
        case .welcome: welcome
        case .inColour: inColourChoices
        case .leftCart: leftCartScreen
        case .holdSoon: holdSoonScreen
        case .soldOut: soldOutScreen
        case .front: frontScreen
        case .wayOn, .person, .oneMore, .help, .waiting, .askShop, .closed:
            Choices(text: reminder(for: aside), listLabel: words.labels.choose, options: options(beside: aside))
        }
    }

    /// The options of the newest message: what numbers and labels are about.
    var offered: [Choices.Option] {
        switch machine.aside {
        case .none: options(of: machine.place)
        case .welcome: welcome.options
        case .inColour, .leftCart, .holdSoon, .soldOut, .front: screen(machine.aside).options
        default: options(beside: machine.aside)
        }
    }

    private var inColourChoices: Choices {
        guard case .choosing(let choice) = machine.place else { return screen(of: machine.place) }
        return inColourScreen(choice)
    }

    func options(of place: Place) -> [Choices.Option] { screen(of: place).options }

    private func screen(of place: Place) -> Choices {
        switch place {
        case .menu: menuScreen
        case .collections(let page): collectionsScreen(page)
        case .shelf: shelfScreen
        case .product(let id): productScreen(id)
        case .choosing(let choice): choosingScreen(choice)
        case .variant(let sku): variantScreen(sku)
        case .look(let id): lookScreen(id)
        case .dressing(let dressing): dressingScreen(dressing)
        case .basket(let sku): basketScreen(sku)
        case .cart: cartScreen
        case .lines(let page): linesScreen(page)
        case .line(let sku): lineScreen(sku)
        case .checkout(let checkout): checkoutScreen(checkout)
        case .ordered(let number, _): orderedScreen(number)
        case .orders(let page): ordersScreen(page)
        case .order(let number): orderScreen(number)
        case .amending(let number, let amendment): amendmentScreen(number, amendment)
        case .returning(let number, let returning): returningScreen(number, returning)
        case .questions(let page): questionsScreen(page)
        case .person: personScreen
        }
    }

    private func options(beside aside: Aside) -> [Choices.Option] {
        switch aside {
        case .none, .welcome, .inColour, .leftCart, .holdSoon, .soldOut, .front, .wayOn: wayOn
        case .waiting: waitingOptions
        case .person:
            [Row.button(words.labels.person, .person), Row.button(words.labels.again, .again), menuButton].deduplicated(
                unless: machine.place == .menu
            )
        case .help:
            [
                Row.button(words.labels.questions, .questions(page: 0)), Row.button(words.labels.person, .person),
                menuButton,
            ]
        case .oneMore: oneMoreOptions
        case .askShop: askShopOptions
        case .closed: closedOptions
        }
    }

    var menuButton: Choices.Option { Row.button(words.labels.menu, .menu) }

    /// Three ways on at most: those of the place where they are few, else back to its list.
    private var wayOn: [Choices.Option] {
        if machine.place == .menu { return welcome.options }
        let options = options(of: machine.place)
        if options.count <= 3 { return options }
        let again = Row.button(listLabel, .again)
        let cartOption = cart.isEmpty ? [] : [Row.button(words.labels.cart, .cart)]
        return [again] + cartOption + [menuButton]
    }

    /// What the place's list is called on the button that leads back to it.
    private var listLabel: String {
        guard case .choosing(let choice) = machine.place else { return words.labels.seeList }
        if case .colour = choice.question(in: catalogue) { return words.labels.seeColours }
        return words.labels.seeSizes
    }

    private var askShopOptions: [Choices.Option] {
        guard let number = machine.place.orderInView else { return wayOn }
        return [
            Row.button(words.labels.askShop, .amend(number, .askShop)), Row.button(words.labels.keepIt, .order(number)),
            menuButton,
        ]
    }

    private var oneMoreOptions: [Choices.Option] {
        guard case .basket(let sku) = machine.place, let line = cart[sku], line.quantity < Cart.mostPieces else {
            return wayOn
        }
        return [
            Row.button(words.labels.checkOut, .checkOut),
            Row.button(words.labels.makeIt(line.quantity + 1), .quantity(sku, line.quantity + 1)),
            Row.button(words.labels.keepLooking, lookingOn),
        ]
    }

    /// The question that is still open where something was said beside the way.
    private func reminder(for aside: Aside) -> String {
        guard aside == .wayOn, case .checkout(let checkout) = machine.place else { return "" }
        switch checkout {
        case .askingAddress: return words.checkout.remindAddress
        case .askingDelivery: return words.checkout.remindDelivery
        case .reviewing, .changing:
            return heldUntil.map { words.checkout.stillHeld(until: clock($0)) } ?? words.checkout.stillOpen
        }
    }

    /// The list looked at last, else the collections.
    var lookingOn: Offer { machine.shelf.map { .shelf($0) } ?? .collections(page: 0) }
}

extension [Choices.Option] {
    /// Without "show again" where there is nothing to show again.
    fileprivate func deduplicated(unless isMenu: Bool) -> [Choices.Option] { isMenu ? [self[0], self[2]] : self }
}
