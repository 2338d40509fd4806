import Commerce
import Kernel
import Messaging

/// The working copy of one turn: what was read, what is thought, what shall be done.
struct Turn {
    /// What the turn says in the end.
    enum Answer: Equatable {
        case nothing
        /// The options of where the shopper stands.
        case place
        /// The notes alone, with other options than those of the place.
        case aside(Aside)
    }

    var machine: DialogueMachine
    let context: TurnContext
    /// What is said, in the language that this shopper speaks at this point of the turn.
    private(set) var words: Phrasebook
    /// The shop and its goods as they are called in that language.
    private(set) var shop: Shop
    private(set) var catalogue: Catalogue
    /// The shop's languages that the assistant speaks.
    let spoken: [Tongue]
    /// What the shopper was found to speak, before or in this turn; nil while it is only guessed.
    private(set) var settled: Tongue?
    /// What the people of the shop read, in the shop's own language.
    let desk: Phrasebook
    var cart: Cart
    var facts: ShopperFacts
    /// What is held for the shopper at this moment; lapsed holds are left out.
    var holds: [Hold]
    /// The shopper's orders as this turn leaves them, newest first.
    var orders: [Order]
    var effects: [Effect] = []
    /// Sentences that stand before the answer, one paragraph each.
    var notes: [String] = []
    var answer = Answer.nothing
    /// Texts that were not understood on their own.
    var unclear: [String] = []
    var isLate = false
    /// Whether a greeting of this turn is said already.
    var isGreeted = false
    /// Whether it was asked if the thing in view is there, so that its screen begins with a yes.
    var saysYes = false
    /// How long the shopper was silent before this turn; nil before the first word.
    let silence: Span?
    /// Messages of their own that go out before the answer.
    var said: [OutboundMessage] = []
    /// People's words, which go out exactly as they are, before everything else.
    var passedOn: [OutboundMessage] = []
    /// What becomes of the answer if the window closes first.
    var plan = ClosedWindowPlan.wait
    var consents: [ConsentTopic: Consent]
    /// What is waited for until it can be bought again.
    var watched: [SKU]
    /// Whether the time of a person ran out in silence, so that a mere hello is answered with a way on.
    var isUnanswered = false
    /// Whether a person had the conversation when the turn began.
    var wasWithPerson = false
    /// Whether the words are about a story or post that the shop's table doesn't know.
    var isOfUnknownPost = false
    /// The order placed in this turn.
    var placed: Order?
    /// The product that was in view before this turn.
    let viewed: ProductID?
    private let expectedDigits: Bool

    init(machine: DialogueMachine, context: TurnContext) {
        self.machine = machine
        self.context = context
        spoken = Tongue.spoken(of: context.shop.languages)
        let tongue = Tongue(shopper: context.shopper.language, phone: context.shopper.phone, spoken: spoken)
        words = Phrasebook(tongue: tongue, home: context.shop.currency)
        shop = context.shop.spoken(in: tongue.tag)
        catalogue = context.catalogue.spoken(in: tongue.tag)
        settled = context.shopper.isNew ? nil : context.shopper.language.flatMap(Tongue.init(speaking:))
        desk = Phrasebook(tongue: Tongue(shopper: nil, spoken: spoken), home: context.shop.currency)
        cart = context.cart
        facts = context.shopper
        if context.shop.tone == .calm { facts.name = nil }
        consents = context.consents
        watched = context.watched
        holds = context.holds.filter { $0.until > context.now }
        orders = context.orders
        silence = machine.heardAt == 0 ? nil : context.now.since(Timestamp(seconds: machine.heardAt))
        viewed = machine.place.productInView(in: context.catalogue)?.id
        expectedDigits = machine.place.expectsDigits
        nameColours()
    }

    /// Goes on in a language that the shopper was found to speak, for this conversation and from here on.
    mutating func speak(_ tongue: Tongue) {
        settled = tongue
        guard tongue != words.tongue else { return }
        words = Phrasebook(tongue: tongue, home: context.shop.currency)
        shop = context.shop.spoken(in: tongue.tag)
        catalogue = context.catalogue.spoken(in: tongue.tag)
        nameColours()
    }

    /// A colour that was chosen in another language is called as in this one.
    private mutating func nameColours() {
        guard case .choosing(let choice) = machine.place, choice.colour != nil else { return }
        machine.place = .choosing(named(choice))
    }

    /// A choice whose colour is called as in the language spoken now.
    func named(_ choice: VariantChoice) -> VariantChoice {
        guard let colour = choice.colour, !context.catalogue.translations.isEmpty else { return choice }
        let called = catalogue.colour(colour, of: choice.product, elsewhere: context.catalogue) ?? colour
        return VariantChoice(
            of: choice.product,
            colour: called,
            size: choice.size,
            page: choice.page,
            pieces: choice.pieces
        )
    }

    /// The shop's own tag of the language spoken, where it was found out in this turn.
    private var learnt: LanguageTag? {
        guard let settled, settled.tag.language != context.shopper.language?.language else { return nil }
        return context.shop.languages.first { $0.language == settled.tag.language } ?? settled.tag
    }

    /// A day of this shopper's life in the chat begins anew after six hours of silence.
    var isReturning: Bool { silence.map { $0 > .hours(6) } ?? true }

    /// Whether nobody of this name ever wrote before: whatever is said, a greeting comes first.
    var isFirstContact: Bool { facts.isNew && silence == nil }

    mutating func say(_ note: String) { if !note.isEmpty, !notes.contains(note) { notes.append(note) } }

    /// Moves the shopper and shows what is there.
    mutating func go(to place: Place) {
        machine.place = place.within(machine.place)
        answer = .place
    }

    /// Says something beside the way and stays where the shopper stood.
    mutating func stay(_ aside: Aside = .wayOn, saying note: String? = nil) {
        if let note { say(note) }
        answer = .aside(aside)
    }

    /// All effects of the turn, the answer last; none of them without the others.
    mutating func finish() -> [Effect] {
        resolveUnclear()
        if isUnanswered, answer == .nothing { answer = .aside(.waiting) }
        if cart.lines != context.cart.lines { effects.insert(.setCart(cart.lines), at: 0) }
        giveBackRemoved()
        writeOrders()
        mindReminders()
        if expectedDigits != machine.place.expectsDigits { effects.append(.expectNumber(machine.place.expectsDigits)) }
        let reply = reply()
        if let learnt { effects.append(.setLanguage(learnt)) }
        effects += said.map { .reply($0) }
        if let reply { effects.append(.reply(OutboundMessage(content(of: reply), plan: plan))) }
        let tone = shop.tone
        effects = effects.map { $0.said(in: tone) }
        return passedOn.isEmpty ? effects : effects.saying(passedOn)
    }

    /// The confirmation of an order that was placed in this turn is its receipt; an address is asked with the shop's form.
    private func content(of reply: Choices) -> OutboundMessage.Content {
        if let request = addressRequest(of: reply) { return .addressRequest(request) }
        guard answer == .place, let number = placed?.number, case .ordered(number, _) = machine.place,
            let order = order(number), order.state == .placed,
            let rows = reply.text.firstRange(of: orderLines(order).joined(separator: "\n"))
        else { return .choices(reply) }
        let place = order.delivery.isPickup ? destination(of: order.delivery, order.address) : []
        let after = place + reply.text[rows.upperBound...].split(separator: "\n").map(String.init)
        return .receipt(
            OrderReceipt(
                text: reply.text,
                order: order,
                before: reply.text[..<rows.lowerBound].split(separator: "\n").joined(separator: "\n"),
                after: after.joined(separator: "\n"),
                options: reply.options
            )
        )
    }

    private mutating func reply() -> Choices? {
        let aside: Aside
        switch answer {
        case .nothing: return nil
        case .place: aside = .none
        case .aside(let chosen): aside = chosen
        }
        machine.aside = aside
        if isFirstContact, !isGreeted { notes.insert(words.browsing.shortGreeting(name: facts.firstName), at: 0) }
        if isLate { notes.insert(words.help.late, at: 0) }
        if machine.isRecovered { notes.insert(words.help.recovered, at: 0) }
        machine.isRecovered = false
        var choices = screen(aside)
        choices.text = text(above: choices)
        return choices
    }

    /// The notes and what the place says; notes that have no room above the options go out before them.
    private mutating func text(above choices: Choices) -> String {
        let longest = choices.options.count <= 3 ? Self.longestShort : Self.longestLong
        let note = notes.joined(separator: "\n\n")
        let whole = [note, choices.text].filter { !$0.isEmpty }.joined(separator: "\n\n")
        if whole.isEmpty { return words.help.goOn }
        guard whole.utf16.count > longest, !note.isEmpty else { return whole }
        said.append(OutboundMessage(.text(note), plan: plan))
        return choices.text.isEmpty ? words.help.goOn : choices.text
    }

    /// The longest text above buttons and above a list, in UTF-16 units.
    ///
    /// - Source: WhatsApp Cloud API, interactive messages, length limits.
    private static var longestShort: Int { 1_024 }
    private static var longestLong: Int { 4_096 }

    /// Pieces that left the cart while they were held go back to the others at once.
    private mutating func giveBackRemoved() {
        let isHoldSaid = effects.contains { if case .hold = $0 { true } else { false } }
        let isPlaced = effects.contains { if case .place = $0 { true } else { false } }
        guard !isHoldSaid, !isPlaced, cart.lines != context.cart.lines, !holds.isEmpty else { return }
        let kept = holds.compactMap { hold in
            cart[hold.sku].map { Hold(sku: hold.sku, quantity: min(hold.quantity, $0.quantity), until: hold.until) }
        }
        if kept != holds { effects.append(.hold(kept)) }
    }
}

extension Effect {
    /// Whatever the assistant says is said in the shop's tone.
    fileprivate func said(in tone: Shop.Tone) -> Effect {
        guard case .reply(let message) = self else { return self }
        return .reply(tone.finished(message))
    }
}

extension [Effect] {
    /// With these messages before all others.
    fileprivate func saying(_ messages: [OutboundMessage]) -> [Effect] {
        let first = firstIndex { if case .reply = $0 { true } else { false } } ?? endIndex
        return Array(self[..<first]) + messages.map { .reply($0) } + Array(self[first...])
    }
}
