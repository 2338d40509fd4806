import Commerce
import Kernel
import Messaging

extension Turn {
    /// Understands a text: what was asked just now, then commands, then everything a shop can be asked.
    mutating func takeText(_ text: String) {
        if CardMask.isMasked(text) { return stay(saying: shop.cardNote ?? words.help.cardRemoved) }
        if text.allSatisfy(\.isWhitespace) { return stay(saying: words.media.empty) }
        if CommandReader.isWordless(text) { return takeSigns(text) }
        if takeLanguageWish(text) { return }
        let wasLost = machine.wasLost
        machine.wasLost = false
        let reader = OptionReader(offered)
        if takeAnswer(text, reader) || takeLookWish(text) || takeSaleAnswer(text) || takeOrderWish(text) { return }
        if takeCommand(text) || takeDoor(text) || takeCartWish(text) || takeBackWish(text) { return }
        if takeOption(text, reader) || takeOrdinal(text) || takeCheaper(text) || takeCheapest(text)
            || takeClearAddress(text)
        {
            return
        }
        if takeQuestionApart(text) { return }
        if takeVariant(text) || takeStockQuestion(text) || takeDetailQuestion(text) { return }
        if takeUrgentConcern(text) || takeProductByName(text) { return }
        if takePlainSearch(text) || takeQuestion(text) || takeAddress(text) || takeSearch(text) { return }
        if takeConcern(text) || takeMood(text) || takeLongGreeting(text) { return }
        machine.wasLost = wasLost
        unclear.append(text)
    }

    /// Texts that meant nothing one by one are tried as one; what is then still dark is admitted.
    mutating func resolveUnclear() {
        guard !unclear.isEmpty, answer == .nothing else { return }
        let together = unclear.count > 1 ? unclear.joined(separator: " ") : nil
        unclear = []
        if let together { takeText(together) }
        guard answer == .nothing, !isUnanswered else { return }
        if case .checkout(.askingAddress) = machine.place { return stay(saying: words.checkout.shortAddress) }
        if isOfUnknownPost { return stay(saying: words.story.whichArticle) }
        if isFirstContact { return greet() }
        stay(
            machine.wasLost ? .person : .wayOn,
            saying: machine.wasLost ? words.help.notUnderstoodAgain : words.help.notUnderstood
        )
        machine.wasLost = true
    }

    /// The label of what is on offer, an order's number, or a number of pieces where that was asked.
    private mutating func takeAnswer(_ text: String, _ reader: OptionReader) -> Bool {
        if let option = reader.exact(text), let offer = Offer(payload: option.payload) {
            act(offer)
            return true
        }
        if case .line(let sku) = machine.place, let count = Int(text.filter { !$0.isWhitespace }) {
            setQuantity(sku, to: count)
            return true
        }
        guard let number = orderNumber(in: text) else { return false }
        showOrder(number)
        return true
    }

    private mutating func takeCommand(_ text: String) -> Bool {
        let folded = TextTools.folded(text)
        if CommandWords.total.contains(folded) { return tellTotal() }
        guard let command = CommandReader.command(folded) else { return false }
        if command == .agreement, !agrees, CommandReader.orders(folded) {
            orderOutOfPlace()
        } else {
            obey(command)
        }
        return true
    }

    /// "whats the total": the summary, the order or the cart that is in view.
    private mutating func tellTotal() -> Bool {
        switch machine.place {
        case .checkout(.reviewing), .ordered, .order: go(to: machine.place)
        default: showCart()
        }
        return true
    }

    /// The words of a door: where a channel sends them instead of our payload, or somebody types a command.
    private mutating func takeDoor(_ text: String) -> Bool {
        guard let offer = context.knowledge.doors[TextTools.folded(text)] else { return false }
        act(offer)
        return true
    }

    /// "hello there my friend": a greeting with words that say nothing to us.
    private mutating func takeLongGreeting(_ text: String) -> Bool {
        let words = WordStem.words(text)
        guard (1...3).contains(where: { CommandReader.command(words.prefix($0).joined(separator: " ")) == .greeting })
        else { return false }
        greet()
        return true
    }

    /// A number of the list, a size that is one, or a label that is nearly right.
    private mutating func takeOption(_ text: String, _ reader: OptionReader) -> Bool {
        let folded = TextTools.folded(text)
        if folded.isNumber, isSize(folded) { return takeVariant(text) }
        let found = reader.number(text) ?? reader.near(text)
        if let offer = found.flatMap({ Offer(payload: $0.payload) }) {
            act(offer)
            return true
        }
        guard folded.isNumber, folded.utf8.count <= 3, !takesNumberElsewhere(text) else { return false }
        stay(saying: words.help.noSuchNumber)
        return true
    }

    private func isSize(_ folded: String) -> Bool {
        guard let product = machine.place.productInView(in: catalogue) else { return false }
        return reader(of: product).read(folded)?.size != nil
    }

    private func takesNumberElsewhere(_ text: String) -> Bool {
        machine.place.productInView(in: catalogue).map { !$0.sizes.isEmpty } ?? false
    }

    /// Signs without words: thumbs and hearts mean something, everything else is friendly.
    private mutating func takeSigns(_ text: String) {
        if let option = OptionReader(offered).exact(text), let offer = Offer(payload: option.payload) {
            return act(offer)
        }
        switch CommandReader.emoji(text) {
        case .thanks? where isFinished, .agreement? where isFinished: break
        case .agreement? where agrees: obey(.agreement)
        case let command? where command == .greeting || command == .cart: obey(command)
        default: stay(saying: words.media.emoji)
        }
    }

    /// Whether an order is just placed and nothing is asked.
    private var isFinished: Bool { if case .ordered = machine.place { true } else { false } }

    private func orderNumber(in text: String) -> OrderNumber? {
        guard !orders.isEmpty else { return nil }
        let tokens = text.split(whereSeparator: { !$0.isLetter && !$0.isNumber }).map { $0.uppercased() }
        return orders.first { tokens.contains($0.number.text) }?.number
    }

    private mutating func takeClearAddress(_ text: String) -> Bool {
        guard machine.place.takesAddress else { return takeEarlyAddress(text) }
        guard AddressReader.isEvident(text), let address = AddressReader.read(text) else { return false }
        takeAddress(address)
        return true
    }

    /// An address where none was asked for: kept, and what comes before it is named.
    private mutating func takeEarlyAddress(_ text: String) -> Bool {
        guard AddressReader.isPostal(text), let address = AddressReader.read(text) else { return false }
        takeUnasked(address)
        return true
    }

    /// An address where none was asked for changes the order in view, or waits for one.
    mutating func takeUnasked(_ address: DeliveryAddress) {
        switch machine.place {
        case .ordered(let number, _), .order(let number):
            if let order = order(number), mayChange(order), !order.delivery.isPickup {
                changeAddress(of: number, to: address)
            } else {
                stay(.person, saying: words.concern.addressLater)
            }
        case .orders: stay(.person, saying: words.concern.addressLater)
        case .cart, .lines, .line: if cart.isEmpty { keep(address) } else { takeAddress(address) }
        default: keep(address)
        }
    }

    /// Words that can be delivered to, where an address was asked for.
    private mutating func takeAddress(_ text: String) -> Bool {
        let isAsked = machine.place == .checkout(.askingAddress)
        guard !CommandReader.beginsLikeWish(text), isAsked || machine.place.isBasket else { return false }
        guard isAsked || machine.place.takesAddress && !text.contains("?"), let address = AddressReader.read(text),
            isAsked || context.knowledge.products.find(text).products.isEmpty
        else { return false }
        takeAddress(address)
        return true
    }

    /// A question that must not be heard as the name of an article, in one breath with something else: both are answered.
    private mutating func takeQuestionApart(_ text: String) -> Bool {
        guard let apart = context.knowledge.questionApart(in: text) else { return false }
        let note = answer(to: apart.question)
        let before = notes.count
        say(note)
        let rest = apart.rest
        if takeVariant(rest) || takeStockQuestion(rest) || takeUrgentConcern(rest) || takeProductByName(rest) {
            return true
        }
        if takePlainSearch(rest) || takeQuestion(rest) || takeSearch(rest) { return true }
        notes.removeSubrange(before...)
        answerQuestion(apart.question)
        return true
    }

    private mutating func takeQuestion(_ text: String) -> Bool {
        guard let found = context.knowledge.questions.find(text) else { return false }
        answerQuestion(found.question)
        return true
    }
}
