import Kernel
import Messaging

/// What to do about an error's code; the letters are those of the protocol's classes.
enum CodeAction: Equatable {
    /// R: nothing was sent; wait `base`, each time `factor` times as long.
    case retry(base: Span, factor: Int64, scope: SendVerdict.RetryScope)
    /// R once: then it is refused.
    case retryOnce(after: Span)
    /// T: it may have been sent.
    case uncertain
    /// W: the account waits for a person.
    case park
    /// F: the request is wrong.
    case refuse
    /// X: this shopper can't be reached.
    case giveUp

    /// The verdict on an error; waits grow with the tries before.
    func verdict(on error: PlatformError, reason: String, attempt: Int) -> SendVerdict {
        switch self {
        case .retry(let base, let factor, let scope):
            .retry(after: Self.wait(base, factor, attempt), scope: scope, reason: reason)
        case .retryOnce(let wait):
            attempt == 0
                ? .retry(after: wait, scope: .entry, reason: reason) : .refused(reason: reason, errors: [error])
        case .uncertain: .mayHaveBeenSent(reason: reason)
        case .park: .park(reason: reason, errors: [error])
        case .refuse: .refused(reason: reason, errors: [error])
        case .giveUp: .giveUp(reason: reason, errors: [error])
        }
    }

    /// `base`, multiplied by `factor` for each earlier try, an hour at most.
    private static func wait(_ base: Span, _ factor: Int64, _ attempt: Int) -> Span {
        var wait = base
        for _ in 0..<max(0, min(attempt, 12)) where wait < .hours(1) { wait = wait * factor }
        return min(wait, .hours(1))
    }
}

extension SendVerdict {
    /// An error without a code: all that is left is the status.
    init(onStatus status: Int, of platform: String) {
        let reason = "\(platform) refused it without a code (HTTP \(status))."
        switch status {
        case 401, 403: self = .park(reason: reason, errors: [])
        case 429: self = .retry(after: .minutes(1), scope: .account, reason: reason)
        case 400..<500: self = .refused(reason: reason, errors: [])
        default: self = .mayHaveBeenSent(reason: reason)
        }
    }
}
