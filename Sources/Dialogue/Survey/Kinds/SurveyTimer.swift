import Commerce
import Messaging

/// The clocks of the assistant's own; a survey lets each run out.
package enum SurveyTimer: String, Sendable, CaseIterable {
    case hold, holdSoon, cart, person, page, pay, back, unanswered

    /// The timer's kind as a turn sets it.
    func kind(of props: SurveyProps) -> String {
        switch self {
        case .hold: Turn.holdTimer
        case .holdSoon: Turn.holdSoonTimer
        case .cart: Turn.cartTimer
        case .person: Turn.personTimer
        case .page: Turn.pageTimer(props.number)
        case .pay: Turn.payTimer(props.number)
        case .back: Turn.backTimer + props.goods.first.sku.text
        case .unanswered: InboundEvent.unansweredTimer
        }
    }

    /// The clock that a kind belongs to; nil for one that no survey knows.
    package init?(kind: String) {
        let number = OrderNumber("")
        switch kind {
        case Turn.holdTimer: self = .hold
        case Turn.holdSoonTimer: self = .holdSoon
        case Turn.cartTimer: self = .cart
        case Turn.personTimer: self = .person
        case InboundEvent.unansweredTimer: self = .unanswered
        case _ where kind.hasPrefix(Turn.pageTimer(number)): self = .page
        case _ where kind.hasPrefix(Turn.payTimer(number)): self = .pay
        case _ where kind.hasPrefix(Turn.backTimer): self = .back
        default: return nil
        }
    }
}
