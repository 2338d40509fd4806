package import Kernel
package import Messaging

/// What an answer to a send means for the entry, its shopper and the account.
package enum SendVerdict: Sendable, Equatable {
    /// The platform took it; whether it arrives is told by statuses.
    case accepted(Acceptance)
    /// Nothing was sent: try again after a while. Add jitter.
    case retry(after: Span, scope: RetryScope, reason: String)
    /// Sent or not, nobody knows: wait for evidence.
    case mayHaveBeenSent(reason: String)
    /// The request itself is wrong and stays so: set it aside.
    case refused(reason: String, errors: [PlatformError])
    /// The account can send nothing until a person has acted.
    case park(reason: String, errors: [PlatformError])
    /// This shopper can't be reached by this message.
    case giveUp(reason: String, errors: [PlatformError])

    /// Who has to wait before a retry.
    package enum RetryScope: String, Sendable {
        /// All that the account sends.
        case account
        /// All that goes to this shopper.
        case pair
        /// This entry alone.
        case entry
    }

    /// What the platform said when it took a message.
    package struct Acceptance: Sendable, Equatable {
        /// The platform's id of the message; nil for read marks.
        package var externalID: String?
        /// The shopper's number as the platform knows it, which may be spelt differently from ours.
        package var waID: String?
        /// The shopper's business-scoped id, where it was sent to one.
        package var scopedID: String?
        /// Of templates: `accepted`, `held_for_quality_assessment` or `paused`.
        package var messageStatus: String?

        package init(
            externalID: String? = nil,
            waID: String? = nil,
            scopedID: String? = nil,
            messageStatus: String? = nil
        ) {
            self.externalID = externalID
            self.waID = waID
            self.scopedID = scopedID
            self.messageStatus = messageStatus
        }
    }

    /// Whether it was refused because the customer service window is closed, so that the message's plan applies.
    package var isWindowClosed: Bool {
        guard case .refused(_, let errors) = self else { return false }
        return errors.contains {
            $0.code == WhatsAppCodeTable.windowClosed || MetaCodeTable.isWindowClosed($0)
        }
    }
}
