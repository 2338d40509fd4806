package import Kernel

/// What the merchant may tell a conversation.
package enum OperatorCommand: Hashable, Codable, Sendable {
    /// A person takes the conversation; the assistant is silent until then.
    case take(until: Timestamp)
    /// The assistant answers again.
    case release
}
