import Commerce
import Kernel
import Messaging

extension Turn {
    /// Does what a typed command says, wherever the shopper stands; mere thanks are enjoyed in silence.
    mutating func obey(_ command: CommandWords.Command) {
        switch command {
        case .menu: act(.menu)
        case .back: goBack()
        case .cancel: cancel()
        case .help: stay(.help, saying: words.help.help)
        case .stop: stopOffers()
        case .resume: resumeOffers()
        case .greeting: greet()
        case .thanks where !machine.place.isCheckout: break
        case .fine where !machine.place.asksSomething: break
        case .fine where machine.place == .checkout(.askingDelivery): go(to: machine.place)
        case .thanks, .fine: stay()
        case .agreement: agree()
        case .refusal: refuse()
        default: obeyWish(command)
        }
    }

    private mutating func obeyWish(_ command: CommandWords.Command) {
        switch command {
        case .cart: act(.cart)
        case .checkOut: act(.checkOut)
        case .collections: act(.collections(page: 0))
        case .popular: act(shop.featured.isEmpty ? .collections(page: 0) : .shelf(Shelf(.featured)))
        case .orders: showOrders()
        case .questions: act(.questions(page: 0))
        case .person: handOver(after: "")
        case .assistant: if wasWithPerson { act(.assistant) } else { stay(saying: words.help.alreadyHere) }
        case .front: showFront()
        case .noReminders: setReminders(false)
        case .reminders: setReminders(true)
        case .noNews: refuseNews()
        case .identity: stay(saying: words.help.identity(shop: shop.name))
        case .more: showMore()
        case .again: act(.again)
        case .emptyCart: act(.emptyCart)
        default: act(.menu)
        }
    }

    mutating func greet() {
        isGreeted = true
        if isUnanswered { return }
        if answer == .place { return say(words.browsing.shortGreeting(name: facts.firstName)) }
        guard machine.place == .menu || isReturning else {
            return stay(saying: words.browsing.shortGreeting(name: facts.firstName))
        }
        machine.place = .menu
        say(words.browsing.greeting(shop.greeting, shop: shop.name, name: facts.firstName))
        remindOfCart()
        stay(.welcome)
    }

    private mutating func remindOfCart() {
        guard !cart.isEmpty else { return }
        let changes = reviseCart()
        let total = words.money(goodsTotal)
        if !cart.isEmpty { say(words.browsing.stillInCart(pieces: cart.pieces, total: total)) }
        if !changes.isEmpty { say(([words.cart.changed] + changes).joined(separator: "\n")) }
    }

    /// Whether a "yes" has something to say yes to here.
    var agrees: Bool {
        switch machine.place {
        case .checkout(.reviewing), .cart, .basket, .variant, .product: true
        default: [.person, .inColour, .waiting, .soldOut, .holdSoon].contains(machine.aside)
        }
    }

    /// "yes" to what was asked last.
    private mutating func agree() {
        if machine.aside == .askShop, let number = machine.place.orderInView { return act(.amend(number, .askShop)) }
        switch machine.aside {
        case .person: return handOver(after: "")
        case .waiting: return keepWaiting()
        case .holdSoon: return act(.checkOut)
        case .soldOut: if let missed = machine.missed { return tellWhenBack([missed]) }
        default: break
        }
        switch machine.place {
        case .checkout(.reviewing(let review)): act(.confirm(fingerprint: fingerprint(of: review)))
        case .cart, .basket: act(.checkOut)
        case .variant(let sku): act(.variant(sku))
        case .product(let id): act(.choose(VariantChoice(of: id)))
        case .choosing where machine.aside == .inColour: act(.again)
        case .ordered, .order, .orders, .person: break
        case .checkout(.askingAddress), .checkout(.askingDelivery): go(to: machine.place)
        default: stay()
        }
    }

    /// "order now" where no summary stands: it is done already, or something comes before it.
    mutating func orderOutOfPlace() {
        switch machine.place {
        case .ordered(let number, _) where cart.isEmpty, .order(let number) where cart.isEmpty:
            stay(saying: words.checkout.placedAlready(number.text))
        case .menu, .shelf, .collections, .questions, .ordered, .order, .orders, .person:
            if cart.isEmpty { stay(saying: words.cart.empty) } else { checkOut() }
        default: obey(.agreement)
        }
    }

    /// "no" to what was asked last.
    private mutating func refuse() {
        if machine.aside == .waiting { return act(.assistant) }
        switch machine.place {
        case .checkout: act(.leave)
        case .basket, .variant, .product, .choosing, .cart: lookOn()
        default: stay(saying: words.help.nothingToStop)
        }
    }

    private mutating func cancel() {
        switch machine.place {
        case .checkout: act(.leave)
        case .ordered, .order: askAboutCancelling()
        case .amending, .returning: goBack()
        case .choosing, .variant, .product, .look, .dressing, .basket, .line, .lines: goBack()
        default:
            say(words.help.startAgain)
            go(to: .menu)
        }
    }

    mutating func stopOffers() {
        effects.append(.openTask(TaskDraft(.note, desk.help.noOffersTask)))
        consent(to: .offers, false, reading: words.help.noOffers)
        consent(to: .reminders, false, reading: words.help.noOffers)
        for kind in [Self.cartTimer, Self.holdSoonTimer] { effects.append(.cancelTimer(kind: kind)) }
        stay(saying: words.help.noOffers)
    }

    mutating func resumeOffers() {
        consent(to: .offers, true, reading: words.help.offersAgain)
        consent(to: .reminders, true, reading: words.help.offersAgain)
        stay(saying: words.help.offersAgain)
    }

    /// One step back: to what the place was reached from.
    mutating func goBack() {
        switch machine.place {
        case .menu, .collections, .orders, .questions, .person, .ordered: go(to: .menu)
        case .shelf: go(to: shelfParent)
        case .product, .look: lookOn()
        case .dressing(let dressing): go(to: .look(dressing.look))
        case .choosing(let choice): backFromChoosing(choice)
        case .variant(let sku), .basket(let sku):
            if let product = catalogue.product(of: sku) { go(to: .product(product.id)) } else { lookOn() }
        case .cart: lookOn()
        case .lines, .line: go(to: .cart)
        case .order: go(to: orders.count > 1 ? .orders(page: 0) : .menu)
        case .amending(let number, let amendment): goBack(in: amendment, of: number)
        case .returning(let number, let returning): goBack(in: returning, of: number)
        case .checkout(let checkout): goBack(in: checkout)
        }
    }

    private var shelfParent: Place {
        if case .collection? = machine.shelf?.source { .collections(page: 0) } else { .menu }
    }

    private mutating func backFromChoosing(_ choice: VariantChoice) {
        let hasColours = (catalogue[choice.product]?.colours.count ?? 0) > 1
        if choice.colour != nil, hasColours {
            go(to: .choosing(VariantChoice(of: choice.product, pieces: choice.pieces)))
        } else {
            go(to: .product(choice.product))
        }
    }

    /// The list looked at last, else the collections.
    mutating func lookOn() {
        if machine.shelf != nil { go(to: .shelf) } else { act(.collections(page: 0)) }
    }

    private mutating func showMore() {
        guard let more = options(of: machine.place).last(where: { $0.label == words.labels.more }),
            let offer = Offer(payload: more.payload)
        else { return act(.again) }
        act(offer)
    }
}

extension Place {
    var isCheckout: Bool { if case .checkout = self { true } else { false } }
}
