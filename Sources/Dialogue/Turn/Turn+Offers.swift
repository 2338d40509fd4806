import Commerce
import Messaging

extension Turn {
    /// Does what a tap stands for if it still can be done, else says what has changed.
    mutating func act(_ offer: Offer) {
        machine.wasLost = false
        switch offer {
        case .menu: go(to: .menu)
        case .again: go(to: machine.place)
        case .back: goBack()
        case .collections(let page): showCollections(page)
        case .shelf(let shelf): show(shelf)
        case .product(let id): show(id)
        case .choose(let choice): choose(named(choice))
        case .variant(let sku): add(sku, pieces: nil)
        case .quantity(let sku, let count): setQuantity(sku, to: count)
        case .question(let id): answerQuestion(id)
        case .questions(let page): showQuestions(page)
        case .person: handOver(after: "")
        case .keepWaiting: keepWaiting()
        case .assistant: go(to: .menu)
        default: actOnCart(offer)
        }
    }

    private mutating func actOnCart(_ offer: Offer) {
        switch offer {
        case .cart: showCart()
        case .lines(let page): showLines(page)
        case .line(let sku): showLine(sku)
        case .emptyCart: emptyCart()
        case .checkOut: checkOut()
        case .delivery(let id): takeDelivery(id)
        case .otherAddress: inCheckout(.otherAddress)
        case .otherDelivery: inCheckout(.otherDelivery)
        case .change: changeSummary()
        case .confirm(let fingerprint, let way): confirm(fingerprint, way: way)
        case .leave: leaveCheckout()
        case .orders(let page): showOrders(page: page)
        case .order(let number): showOrder(number)
        default: actOnOrder(offer)
        }
    }

    private mutating func actOnOrder(_ offer: Offer) {
        switch offer {
        case .pay(let number): pay(number)
        case .payOnDelivery(let number): payOnDelivery(number)
        case .cancelOrder(let number, let isSure): cancelOrder(number, isSure: isSure)
        case .amend(let number, let wish): amend(number, wish)
        case .sendBack(let number, let answer): sendBack(number, answer)
        default: actOnWish(offer)
        }
    }

    private mutating func actOnWish(_ offer: Offer) {
        switch offer {
        case .reminders(let areWished): setReminders(areWished)
        case .watch(let sku): tellWhenBack([sku])
        case .watchAll(let id): tellWhenBack(id)
        case .acceptNews: acceptNews()
        case .shopFront: showFront()
        case .look(let id): showLook(id)
        case .takeLook(let id, let piece): takeLook(id, from: piece)
        default: go(to: .menu)
        }
    }
}
