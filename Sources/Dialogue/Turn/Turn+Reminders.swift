import Commerce
import Kernel
import Messaging

/// A cart that was left alone, and goods that go back soon.
extension Turn {
    static var cartTimer: String { "cart" }
    static var holdSoonTimer: String { "hold-soon" }

    /// Whether the shopper has not asked to be left alone.
    var allowsReminders: Bool { consents[.reminders]?.isGiven ?? true }

    /// Sets the clocks by what the turn did to cart and holds.
    mutating func mindReminders() {
        mindHold()
        guard cart.lines != context.cart.lines else { return }
        if cart.isEmpty {
            machine.isReminded = false
            effects.append(.cancelTimer(kind: Self.cartTimer))
        } else if let span = shop.rules.cartReminder, allowsReminders, !machine.isReminded {
            effects.append(.setTimer(kind: Self.cartTimer, at: context.now + span))
        }
    }

    private mutating func mindHold() {
        for effect in effects {
            switch effect {
            case .setTimer(kind: Self.holdTimer, let until):
                guard let span = shop.rules.holdReminder, allowsReminders, until.since(context.now) >= span + span
                else { continue }
                effects.append(.setTimer(kind: Self.holdSoonTimer, at: until - span))
            case .cancelTimer(kind: Self.holdTimer): effects.append(.cancelTimer(kind: Self.holdSoonTimer))
            default: break
            }
        }
    }

    /// One of the reminders' clocks ran out.
    mutating func takeReminder(_ kind: String) {
        switch kind {
        case Self.personTimer: takePersonTimer()
        case Self.cartTimer: remindOfLeftCart()
        case Self.holdSoonTimer: remindOfHold()
        case InboundEvent.unansweredTimer: ownUp()
        default:
            guard kind.hasPrefix(Self.backTimer) else { return }
            takeBackInStock(SKU(String(kind.dropFirst(Self.backTimer.utf8.count))))
        }
    }

    /// Once for a cart, inside the window, by day, and only if it was really left alone.
    private mutating func remindOfLeftCart() {
        guard let span = shop.rules.cartReminder, !cart.isEmpty, !machine.isReminded, allowsReminders, isWindowOpen,
            facts.owner == .assistant
        else { return }
        let heard = Timestamp(seconds: machine.heardAt)
        if heard + span > context.now { return effects.append(.setTimer(kind: Self.cartTimer, at: heard + span)) }
        if let morning = endOfQuiet {
            if let closing = context.windowClosesAt, morning < closing {
                effects.append(.setTimer(kind: Self.cartTimer, at: morning))
            }
            return
        }
        let before = cart
        let changes = reviseCart()
        guard !cart.isEmpty else { return cart = before }
        if !changes.isEmpty { say(([words.cart.changed] + changes).joined(separator: "\n")) }
        machine.isReminded = true
        machine.place = .cart
        plan = .drop
        answer = .aside(.leftCart)
    }

    private mutating func remindOfHold() {
        guard let until = heldUntil, until > context.now, machine.place.review != nil, facts.owner == .assistant,
            allowsReminders, isWindowOpen
        else { return }
        plan = .drop
        answer = .aside(.holdSoon)
    }

    /// Something that the shopper said could not be worked through, and the shop knows of it already.
    private mutating func ownUp() {
        guard facts.owner == .assistant else { return }
        say(words.help.failed)
        if answer == .nothing { answer = .aside(.person) }
    }

    /// When nobody is disturbed any more, by the shopper's clock; nil when it is day already.
    var endOfQuiet: Timestamp? { shop.rules.endOfQuiet(at: context.now, in: shop.zone(of: facts.phone)) }

    var leftCartScreen: Choices {
        let text = [words.reminders.leftCart] + cartLines + [words.cart.total(words.money(goodsTotal))]
        return Choices(
            text: text.joined(separator: "\n"),
            listLabel: words.labels.choose,
            options: [
                Row.button(words.labels.checkOut, .checkOut),
                Row.button(words.labels.noReminders, .reminders(false)),
            ]
        )
    }

    var holdSoonScreen: Choices {
        Choices(
            text: heldUntil.map { words.reminders.holdSoon(until: clock($0)) } ?? words.checkout.stillOpen,
            listLabel: words.labels.choose,
            options: [Row.button(words.labels.goOn, .checkOut), Row.button(words.labels.letGo, .leave)]
        )
    }

    /// Reminders wished or not: carts, holds and articles that are back.
    mutating func setReminders(_ areWished: Bool) {
        let sentence = areWished ? words.reminders.on : words.reminders.off
        consent(to: .reminders, areWished, reading: sentence)
        if !areWished {
            for kind in [Self.cartTimer, Self.holdSoonTimer] { effects.append(.cancelTimer(kind: kind)) }
            if !watched.isEmpty { watch([]) }
        }
        stay(saying: sentence)
    }

    mutating func consent(to topic: ConsentTopic, _ isGiven: Bool, reading wording: String) {
        let consent = Consent(isGiven: isGiven, at: context.now, wording: wording)
        consents[topic] = consent
        effects.append(.consent(topic, consent))
    }
}
