import Commerce
import Kernel
import Messaging

/// Asking for a person, and the wait until one answers.
extension Turn {
    static var personTimer: String { "person" }

    /// Hands the conversation to a person, with the shopper's last words and cart; asking again only reminds.
    mutating func handOver(after text: String) {
        let asked = machine.wait
        if let asked {
            machine.wait = PersonWait(since: asked.since)
            if asked.since != context.now.wholeSeconds { say(words.person.askedAgain(since: moment(asked.begin))) }
        } else {
            let last = text.isEmpty ? words.labels.person : text
            openWait(desk.help.task(words: TextTools.prefix(last, fitting: 300), cart: cartInOneLine))
            say(whenSomeoneAnswers)
        }
        waitForPerson()
        go(to: .person)
    }

    /// The shopper would rather wait than talk to the assistant.
    mutating func keepWaiting() {
        guard machine.wait != nil else { return handOver(after: "") }
        say(words.person.kept)
        waitForPerson()
        go(to: .person)
    }

    /// The assistant is silent from now on, and looks at the clock for the shopper.
    private mutating func waitForPerson() {
        facts.owner = .person
        effects.append(.setOwner(.person, until: context.now + shop.rules.personLease))
        setPersonTimer()
    }

    private mutating func openWait(_ task: String) {
        machine.wait = PersonWait(since: context.now.wholeSeconds)
        effects.append(.openTask(TaskDraft(.person, task)))
    }

    /// Nobody can be expected to answer before the shop opens.
    private mutating func setPersonTimer() {
        guard let wait = machine.wait, wait.told < PersonWait.mostTold else { return }
        effects.append(.setTimer(kind: Self.personTimer, at: (nextOpening?.at ?? context.now) + shop.rules.personWait))
    }

    private var cartInOneLine: String? {
        guard !cart.isEmpty else { return nil }
        return cart.lines.map { "\($0.quantity) \u{D7} \(name(of: $0.sku))" }.joined(separator: ", ")
    }

    /// Nobody has answered in the time that the shop set itself: said twice at most, with a way back.
    mutating func takePersonTimer() {
        guard var wait = machine.wait, wait.told < PersonWait.mostTold, isWindowOpen,
            facts.owner == .person || machine.place == .person
        else { return }
        wait.told += 1
        machine.wait = wait
        say(wait.told == 1 ? words.person.unanswered(since: moment(wait.begin)) : words.person.stillUnanswered)
        if let opening = nextOpening { say(words.person.opens(opening.words)) }
        setPersonTimer()
        plan = .drop
        answer = .aside(.waiting)
    }

    /// What a shopper says to the person who answers: it waits for them, and they must learn of it.
    mutating func hearForPerson(_ event: InboundEvent) {
        machine.heardAt = max(machine.heardAt, context.now.wholeSeconds)
        switch wish(of: event) {
        case .keepWaiting?: return keepWaiting()
        case .person?: return handOver(after: "")
        default: break
        }
        guard !respectsRefusal(in: event), machine.wait == nil, event.content.isFromPerson, !event.isCourtesy else {
            return
        }
        let said = TextTools.prefix(event.words ?? event.kind, fitting: 300)
        openWait(desk.person.followUp(said, cart: cartInOneLine))
        setPersonTimer()
    }

    /// What is wished of the assistant while a person has the conversation: a tap, a word for its menu, an answer to its
    /// question whether to wait on.
    func wish(of event: InboundEvent) -> Offer? {
        switch event.content {
        case .tap(let tap): return tap.payload.flatMap(Offer.init(payload:))
        case .text(let text):
            if machine.aside == .waiting {
                let reader = OptionReader(offered)
                let option = reader.exact(text) ?? reader.number(text)
                if let offer = option.flatMap({ Offer(payload: $0.payload) }) { return offer }
            }
            let command = CommandReader.command(TextTools.folded(text))
            return command == .menu || command == .assistant ? .assistant : nil
        default: return nil
        }
    }

    /// While a person owns the conversation only who asks for the assistant gets it.
    mutating func comesBack(with event: InboundEvent) -> Bool {
        guard let wish = wish(of: event), wish != .person, wish != .keepWaiting else { return false }
        facts.owner = .assistant
        effects.append(.setOwner(.assistant, until: nil))
        effects.append(.cancelTimer(kind: Self.personTimer))
        leavePersonPlace()
        say(words.help.backAgain)
        return true
    }

    /// The person's time ran out: if nobody answered in it, that is said before anything else.
    mutating func returnFromPerson(hearing event: InboundEvent) {
        guard facts.owner != .person, machine.place == .person else { return }
        let wish = wish(of: event)
        leavePersonPlace()
        guard let wait = machine.wait, wish == nil else { return }
        say(words.person.stillWaiting(since: moment(wait.begin)))
        isUnanswered = true
    }

    /// Whom nobody answers any more stands where an assistant can go on.
    mutating func leavePersonPlace() {
        guard machine.place == .person else { return }
        wasWithPerson = true
        machine.place = cart.isEmpty ? .menu : .cart
    }

    /// The ways on of somebody who waits.
    var waitingOptions: [Choices.Option] {
        [Row.button(words.labels.keepWaiting, .keepWaiting), Row.button(words.labels.assistant, .assistant)]
    }
}

extension InboundEvent {
    /// Mere politeness, for which nobody must be called.
    fileprivate var isCourtesy: Bool {
        guard let words else { return false }
        let command = CommandReader.command(TextTools.folded(words))
        return command == .thanks || command == .fine || CommandReader.isWordless(words)
    }

    /// What was written, if it was.
    fileprivate var words: String? {
        switch content {
        case .text(let text): text
        case .tap(let tap): tap.label
        case .media(let media): media.caption
        default: nil
        }
    }
}
