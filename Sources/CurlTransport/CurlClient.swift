import Foundation
package import Ports
import Synchronization

/// The transport over libcurl: one thread, one multi handle, connections kept and shared.
///
/// Redirects are answers like any other, certificates are always verified, and a request leaves this machine at most
/// once for each `send`: libcurl's own repeat on a fresh connection is refused.
package final class CurlClient: Transport {
    static let closedWords = "the transport is closed"

    private let multi: MultiHandle
    private let queue = CallQueue()
    private let lastNumber = Atomic<UInt64>(0)

    /// Starts the thread; nil if libcurl can't be started, which only a lack of memory causes.
    package init?(limits: CurlLimits = CurlLimits()) {
        guard let multi = MultiHandle(limits: limits) else { return nil }
        self.multi = multi
        let thread = Thread { [queue] in CurlLoop(multi: multi, queue: queue, limits: limits).run() }
        thread.name = "curl"
        thread.start()
    }

    deinit { close() }

    /// Makes the call, waiting for a free connection at most half of its time; if the caller's task is cancelled, ends it early and tells whether it may have arrived.
    package func send(_ request: HTTPCall) async -> HTTPOutcome {
        let number = lastNumber.add(1, ordering: .relaxed).newValue
        return await withTaskCancellationHandler {
            await withCheckedContinuation { caller in
                let after = queue.add(CallJob(number: number, call: request, caller: caller))
                if after == .refuse { return caller.resume(returning: .notSent(Self.closedWords)) }
                follow(after)
                // A cancellation before the call stood in the queue found nothing to give up.
                if Task.isCancelled { follow(queue.giveUp(number)) }
            }
        } onCancel: {
            follow(queue.giveUp(number))
        }
    }

    /// Ends every call under way, as lost or not sent, and refuses further ones; may be called again.
    package func close() {
        follow(queue.close())
    }

    private func follow(_ after: CallQueue.AfterAdding) {
        if after == .wakeUp { multi.wakeUp() }
    }
}
