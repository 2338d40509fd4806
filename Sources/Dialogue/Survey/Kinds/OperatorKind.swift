import Commerce
import Kernel
import Messaging

/// What a merchant can tell a conversation; a new word needs a sort here, and samples, before it compiles.
enum OperatorKind: String, CaseIterable {
    case take, release, say, assign, order, settled
}

extension OperatorCommand {
    var kind: OperatorKind {
        switch self {
        case .take: .take
        case .release: .release
        case .say: .say
        case .assign: .assign
        case .order: .order
        case .settled: .settled
        }
    }
}

extension OperatorKind {
    func samples(of props: SurveyProps) -> [OperatorCommand] {
        switch self {
        case .take: [.take(until: props.now + .hours(12))]
        case .release: [.release]
        case .say: [.say("We have it here; shall I keep one for you?", by: "Bea"), .say("Gladly.", by: nil)]
        case .assign: [.assign(to: "Bea")]
        case .order:
            props.order.map { order in
                OrderWord.allCases.flatMap { $0.samples(of: order) }
                    .map { .order(order.number, $0) }
            } ?? []
        case .settled:
            TaskKind.allCases.flatMap { kind in
                TaskDecision.allCases.flatMap { decision in
                    (kind.isForTheShopper ? [nil, "We are glad to."] : [nil]).map {
                        .settled(kind, order: props.order?.number, decision, words: $0)
                    }
                }
            }
        }
    }
}

extension TaskKind {
    /// Whether what is decided goes with words for the shopper.
    fileprivate var isForTheShopper: Bool {
        switch self {
        case .person, .note, .returnAsked, .changeAsked, .messageWaits: true
        case .paymentDiffers, .latePayment, .paymentUnclear, .refundFailed, .chargedBack, .linkRefused: false
        }
    }
}

/// What a merchant does with an order; a new command needs a word here, and samples, before it compiles.
enum OrderWord: String, CaseIterable {
    case accept, ship, deliver, cancel, refund, decideReturn, receiveReturn
}

extension OrderCommand {
    var word: OrderWord {
        switch self {
        case .accept: .accept
        case .ship: .ship
        case .deliver: .deliver
        case .cancel: .cancel
        case .refund: .refund
        case .decideReturn: .decideReturn
        case .receiveReturn: .receiveReturn
        }
    }
}

extension OrderWord {
    func samples(of order: Order) -> [OrderCommand] {
        let sum = order.total
        let much = Money(minorUnits: sum.minorUnits + 1, currency: sum.currency)
        let number = order.returns.last?.number ?? 1
        return switch self {
        case .accept: [.accept]
        case .ship: [.ship(nil), .ship(SurveyOrders.tracker)]
        case .deliver: [.deliver]
        case .cancel: [.cancel(reason: nil), .cancel(reason: "the last piece was damaged")]
        case .refund: [.refund(nil, reason: nil), .refund(much, reason: nil)]
        case .decideReturn:
            [true, false].flatMap { isApproved in
                [nil, "Please send it within a week."].map {
                    .decideReturn(number: number, isApproved: isApproved, words: $0)
                }
            }
        case .receiveReturn: [.receiveReturn(number: number)]
        }
    }
}
