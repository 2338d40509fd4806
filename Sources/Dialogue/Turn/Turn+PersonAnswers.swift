import Commerce
import Kernel
import Messaging

/// What people of the shop say and decide.
extension Turn {
    /// A person's words, exactly as they were written; the first of somebody say who it is.
    mutating func passOn(_ text: String, by name: String?) {
        guard text.contains(where: { !$0.isWhitespace }) else { return }
        fallSilent(until: context.now + shop.rules.personLease)
        endWait()
        let first = name?.split(separator: " ").first.map { TextTools.prefix(String($0), fitting: Self.longestName) }
        let isNew = first != nil && first != machine.speaker
        machine.speaker = first ?? machine.speaker
        passedOn += nudge.map { [$0] } ?? []
        let said = isNew ? words.person.introduced(first ?? "", saying: text) : text
        passedOn.append(Self.byPerson(said))
    }

    /// What a person wrote goes out for longer than what the assistant says, where the platform knows the difference.
    private static func byPerson(_ text: String) -> OutboundMessage {
        OutboundMessage(.text(text), plan: .humanAgentTag, isIndependent: true)
    }

    /// Words that have to wait for the shopper may be told of by an approved message.
    private var nudge: OutboundMessage? {
        let mayAnswer = context.personMayAnswerUntil.map { $0 > context.now } ?? false
        guard !isWindowOpen, !mayAnswer, let template = template(for: .personAnswered) else { return nil }
        return OutboundMessage(
            .template(template.message),
            category: template.category,
            plan: .drop,
            isIndependent: true
        )
    }

    private static var longestName: Int { 20 }

    /// The merchant wrote in the platform's own app: the same as an answer, except that it is on the phone already.
    mutating func hearEcho(of event: InboundEvent) {
        endWait()
        let until = event.at + shop.rules.personLease
        if until > context.now { fallSilent(until: until) }
    }

    /// The platform's own inbox has taken the conversation, or gives it back: people of the shop work there.
    mutating func hearHandover(from former: String?, to next: String?, at moment: Timestamp) {
        if InboxApp.isAmong(next) {
            let until = moment + InboxApp.control
            if until > context.now { fallSilent(until: until) }
        } else if InboxApp.isAmong(former) {
            handBack()
        }
    }

    /// A person has the conversation; what the assistant was about to say is theirs to say now.
    mutating func fallSilent(until: Timestamp) {
        facts.owner = .person
        effects.append(.setOwner(.person, until: until))
        guard placed == nil else { return }
        answer = .nothing
        notes = []
        unclear = []
    }

    /// Somebody has answered.
    private mutating func endWait() {
        machine.wait = nil
        effects.append(.settleTasks(.person))
        effects.append(.cancelTimer(kind: Self.personTimer))
    }

    /// The assistant answers again, and says how to go on.
    mutating func handBack(saying note: String? = nil) {
        let wasAway = facts.owner == .person || machine.wait != nil || machine.place == .person
        facts.owner = .assistant
        effects.append(.setOwner(.assistant, until: nil))
        guard wasAway else { return }
        endWait()
        machine.speaker = ""
        leavePersonPlace()
        guard isWindowOpen else { return }
        plan = .drop
        if let note { say(note) }
        stay(saying: words.person.released)
    }

    /// What the merchant decided of a matter that is between people.
    mutating func takeDecision(_ decision: TaskDecision, of kind: TaskKind, saying text: String?) {
        let text = text.flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
        switch kind {
        case .person:
            if let text { passedOn.append(Self.byPerson(text)) }
            handBack(saying: text == nil ? words.person.settled : nil)
        case .changeAsked: tell(text ?? words.person.change(decision))
        case .note, .messageWaits: tell(text)
        default: break
        }
    }

    /// Tells the shopper something of the shop, with a way on unless a person goes on.
    private mutating func tell(_ text: String?) {
        guard let text else { return }
        if facts.owner == .person {
            passedOn.append(Self.byPerson(text))
        } else {
            stay(saying: text)
        }
    }
}
