import Kernel
import Talk

/// A world that answers as it is told: each text, tap label or event has its bubbles, a second after it arrives.
final class FakeWorld: TalkWorld {
    private struct Waiting {
        let due: Timestamp
        let happens: (FakeWorld) -> Void
    }

    private var clock = ScriptHeader.usualClock
    private var waiting: [Waiting] = []
    private var answers: [String: [ReceivedBubble]]
    private var bubbles: [ReachedBubble] = []
    private var bills: [BillRecord] = []
    private var tasks: [RaisedTask] = []
    private var faults: [Fault] = []
    private var delivered: Set<Int> = []
    private var prepared: [TalkDeed] = []
    /// What each fact that is asked for is.
    var facts: [String: Fact<String>] = [:]
    /// What every bubble costs; `nil` when nothing is billed.
    var price: Int64?
    /// Whether the second delivery of a webhook is answered too.
    var answersTwice = false
    /// Texts that raise a task.
    var worries: Set<String> = []
    /// Whether an armed fault strikes at the next delivery.
    var faultsStrike = true
    /// How long an answer takes.
    var delay = Span.seconds(1)
    /// Every deed in the order it was prepared, with its moment.
    private(set) var deeds: [(deed: TalkDeed, at: Timestamp)] = []
    /// The deeds in the order they arrived.
    private(set) var arrivals: [TalkDeed] = []

    init(answers: [String: [ReceivedBubble]] = [:]) {
        self.answers = answers
    }

    func now() -> Timestamp { clock }

    func nextDue() -> Timestamp? { waiting.map(\.due).min() }

    func advance(to moment: Timestamp) {
        clock = moment
        let due = waiting.filter { $0.due <= moment }.sorted { $0.due < $1.due }
        waiting.removeAll { $0.due <= moment }
        for item in due { item.happens(self) }
    }

    func prepare(_ deed: TalkDeed) -> TalkDelivery {
        deeds.append((deed, clock))
        prepared.append(deed)
        return TalkDelivery(id: prepared.count - 1, messageID: "in.\(prepared.count)")
    }

    func deliver(_ delivery: TalkDelivery, after late: Span) {
        later(late) { world in world.receive(delivery) }
    }

    func arm(_ fault: Fault) { faults.append(fault) }

    func waitingFaults() -> [Fault] { faults }

    func takeBubbles() -> [ReachedBubble] {
        defer { bubbles = [] }
        return bubbles
    }

    func takeBills() -> [BillRecord] {
        defer { bills = [] }
        return bills
    }

    func takeTasks() -> [RaisedTask] {
        defer { tasks = [] }
        return tasks
    }

    func find(_ fact: Fact<String>, of shopper: String?) -> Fact<String>? {
        switch fact {
        case .order: facts["order"]
        case .stock: facts["stock"]
        case .cart: facts["cart"]
        case .taskOpen: facts["task"]
        default: facts["other"]
        }
    }

    /// Something happens so much later.
    func later(_ span: Span, _ happens: @escaping (FakeWorld) -> Void) {
        waiting.append(Waiting(due: clock + span, happens: happens))
    }

    /// Bubbles reach a shopper now.
    func show(_ shown: [ReceivedBubble], to shopper: String) {
        for bubble in shown {
            bubbles.append(ReachedBubble(shopper: shopper, bubble: bubble))
            if let price { bill(BillRecord(category: "service", market: "BR", microUnits: price)) }
        }
    }

    /// Something is billed now.
    func bill(_ record: BillRecord) { bills.append(record) }

    private func receive(_ delivery: TalkDelivery) {
        let deed = prepared[delivery.id]
        arrivals.append(deed)
        if faultsStrike, !faults.isEmpty { faults.removeFirst() }
        guard delivered.insert(delivery.id).inserted || answersTwice else { return }
        let (key, shopper) = Self.key(of: deed)
        if worries.contains(key) { tasks.append(RaisedTask(shopper: shopper, kind: "note")) }
        guard let answer = answers[key] else { return }
        later(delay) { world in world.show(answer, to: shopper) }
    }

    private static func key(of deed: TalkDeed) -> (String, shopper: String) {
        switch deed {
        case .shopper(let shopper, .tap(let label, _, _), _): (label, shopper)
        case .shopper(let shopper, let act, _): (act.wordings.joined(separator: "\n"), shopper)
        case .staff(_, let shopper, let text): (text, shopper)
        case .notice(.payment(let word, _)): (word.rawValue, "ana")
        case .notice(.carrier(let event, _)): (event, "ana")
        case .notice(let notice): (notice.shopper ?? "shop", notice.shopper ?? "ana")
        }
    }
}
