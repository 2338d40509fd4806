package import Kernel

/// The world a script is played in: the clock, the store, the gateway's steps and the emulated platform.
///
/// It moves only when told. What happens in it reaches the runner through the `take…` verbs, each thing once, in the
/// order it happened.
package protocol TalkWorld: AnyObject {
    /// The moment on the world's clock.
    func now() async -> Timestamp

    /// When something falls due next (a delivery, a hold-back, a retry, a gate, a timer); `nil` when nothing waits.
    func nextDue() async throws -> Timestamp?

    /// Moves the clock to that moment, which is not before `now()`, and does what is due by then.
    func advance(to moment: Timestamp) async throws

    /// The deed is done now, on the phone or at the sender's: its webhook exists with its own time, signed, but
    /// nobody has received it yet.
    func prepare(_ deed: TalkDeed) async throws -> TalkDelivery

    /// Hands a prepared webhook to the receiver, at once or so much later; may be asked for more than once.
    func deliver(_ delivery: TalkDelivery, after late: Span) async throws

    /// Lets a fault wait for its moment, behind those that wait already.
    func arm(_ fault: Fault) async throws

    /// The faults that have not struck.
    func waitingFaults() async -> [Fault]

    /// What reached shoppers since this was last asked.
    func takeBubbles() async throws -> [ReachedBubble]

    /// The billing records made since this was last asked.
    func takeBills() async throws -> [BillRecord]

    /// The tasks raised for the merchant since this was last asked.
    func takeTasks() async throws -> [RaisedTask]

    /// What is the case where the fact says something: a fact of the same kind about the same thing, or `nil` when
    /// there is no such thing. `stored` gives the fact itself where that text is kept.
    func find(_ fact: Fact<String>, of shopper: String?) async throws -> Fact<String>?
}

/// Something somebody does, with every slot filled.
package enum TalkDeed: Sendable, Equatable {
    /// A shopper acts on the phone; `target` is the message that is tapped, quoted or reacted to.
    case shopper(String, Act<String>, target: TalkTarget?)
    /// A person of the shop writes to a shopper in the platform's own inbox.
    case staff(String, shopper: String, text: String)
    /// Somebody else's webhook, or a command of the merchant.
    case notice(Notice<String>)
}

/// A message on a shopper's phone, and what of it is tapped.
package struct TalkTarget: Sendable, Equatable {
    /// The platform's id of the message.
    package let messageID: String
    /// The position in `ReceivedBubble.offers`; `nil` when the message as a whole is meant.
    package let offer: Int?

    package init(messageID: String, offer: Int? = nil) {
        self.messageID = messageID
        self.offer = offer
    }
}

/// A webhook that can be delivered.
package struct TalkDelivery: Sendable, Hashable {
    /// The world's number of it.
    package let id: Int
    /// The platform's id of the message in it, for later answers and reactions; `nil` for other webhooks.
    package let messageID: String?

    package init(id: Int, messageID: String? = nil) {
        self.id = id
        self.messageID = messageID
    }
}

/// A bubble and whom it reached.
package struct ReachedBubble: Sendable, Equatable {
    package let shopper: String
    package let bubble: ReceivedBubble

    package init(shopper: String, bubble: ReceivedBubble) {
        self.shopper = shopper
        self.bubble = bubble
    }
}

/// Something that waits for a person of the shop, and whom it is about.
package struct RaisedTask: Sendable, Equatable {
    package let shopper: String
    /// What sort of thing it is, such as `person`.
    package let kind: String

    package init(shopper: String, kind: String) {
        self.shopper = shopper
        self.kind = kind
    }
}
