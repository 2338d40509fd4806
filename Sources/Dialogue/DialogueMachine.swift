package import Commerce
import Kernel
package import Messaging

/// The shop's side of one conversation: events and facts in, effects out, and where the shopper stands afterwards.
///
/// Total: every place has an answer to every event. It holds positions and names only; cart, prices, stock and orders are
/// read from the context of each turn.
package struct DialogueMachine: Sendable, Equatable {
    package internal(set) var place: Place = .menu
    package internal(set) var aside: Aside = .none
    /// The list of products looked at last; "back" and "keep looking" return to it.
    package internal(set) var shelf: Shelf?
    /// When the shopper was last heard, in whole seconds since 1970; 0 before the first word.
    package internal(set) var heardAt: Int64 = 0
    /// A digest of the id of the last text, by which an edit is recognised.
    package internal(set) var lastText: UInt32 = 0
    /// Whether the last answer said that something was not understood.
    package internal(set) var wasLost = false
    /// Whether a stored position could not be read and the shopper has not been told.
    package internal(set) var isRecovered = false
    /// A request to people of the shop that nobody has answered; nil when there is none.
    package internal(set) var wait: PersonWait?
    /// The first name of the person who was introduced last; empty where nobody was.
    package internal(set) var speaker = ""
    /// What was asked for last and could not be had.
    package internal(set) var missed: SKU?
    /// Whether the shopper was reminded of this cart.
    package internal(set) var isReminded = false
    /// What was answered today and needs no second answer.
    var answered = DayMemory()

    package init() {}

    /// Thinks about all that has come in as one turn; answers with one message at most.
    package mutating func handle(_ events: [InboundEvent], in context: TurnContext) -> [Effect] {
        var turn = Turn(machine: self, context: context)
        for event in Gathering.gathered(events, place: place) { turn.take(event) }
        let effects = turn.finish()
        self = turn.machine
        return effects
    }
}
