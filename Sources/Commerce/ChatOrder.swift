package import Kernel

/// An order as it stands in a chat that can be paid in: named, and moved forward by our words about it.
package struct ChatOrder: Hashable, Codable, Sendable {
    package let method: InChatMethod
    /// How often it was asked to be paid, from 1.
    package private(set) var count: Int
    /// What the newest request is called, such as `K7QX2M-1`: no other of the number is called so.
    package private(set) var reference: String
    package var stage: Stage
    /// Whether the gateway was asked what became of the newest request.
    package var wasLookedUp: Bool
    /// Whether the channel says that it was paid, and nobody knows how much; nil: no.
    package var isUnclear: Bool?

    /// What the chat shows of the order; the last two are final.
    ///
    /// - Source: WhatsApp Business Platform, order status messages. That a paid order can't be cancelled there is
    ///   unverified; nothing here relies on more than that it moves forward.
    package enum Stage: String, Codable, Sendable, CaseIterable {
        case pending, processing, shipped, completed, canceled

        /// Whether the chat may show that next.
        package func canBecome(_ next: Stage) -> Bool {
            switch (self, next) {
            case (.pending, .processing), (.pending, .shipped), (.pending, .completed), (.pending, .canceled): true
            case (.processing, .shipped), (.processing, .completed), (.shipped, .completed): true
            default: false
            }
        }
    }

    /// The first request of an order.
    package init(_ method: InChatMethod, of order: OrderNumber) {
        self.method = method
        count = 1
        reference = Self.reference(order, 1)
        stage = .pending
        wasLookedUp = false
    }

    /// The same order asked to be paid once more, under a name of its own.
    package func askedAgain(of order: OrderNumber) -> ChatOrder {
        var next = ChatOrder(method, of: order)
        next.count = count + 1
        next.reference = Self.reference(order, next.count)
        return next
    }

    private static func reference(_ order: OrderNumber, _ count: Int) -> String { "\(order)-\(count)" }

    /// The order that a request belongs to; nil for a name that we don't give.
    package static func order(of reference: String) -> OrderNumber? {
        guard let dash = reference.lastIndex(of: "-"), dash > reference.startIndex,
            let count = Int(reference[reference.index(after: dash)...]), count > 0
        else { return nil }
        return OrderNumber(String(reference[..<dash]))
    }
}

/// What the chat shows of an order from now on.
package struct ChatOrderUpdate: Hashable, Codable, Sendable {
    package let reference: String
    package let stage: ChatOrder.Stage
    /// When its money came, where this is the news.
    package let paidAt: Timestamp?

    package init(reference: String, stage: ChatOrder.Stage, paidAt: Timestamp? = nil) {
        self.reference = reference
        self.stage = stage
        self.paidAt = paidAt
    }
}
