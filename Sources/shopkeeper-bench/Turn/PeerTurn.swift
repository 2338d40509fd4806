import NIOCore

/// One turn under way at the peer: text, reply, `sent`, `delivered`, bill; then the next shopper's.
struct PeerTurn {
    /// Who answers or is answered next.
    enum Stage {
        case idle, text, sent, delivered
    }

    var stage = Stage.idle
    var shopper = 0
    var startedAt = NIODeadline.uptimeNanoseconds(0)
    var messageID: String?
    var key: String?
    var isTextAnswered = false
    var areStatusesAnswered = false
    var isBilled = false

    var isWhole: Bool { areStatusesAnswered && isBilled }
}
