package import Kernel
package import Platform
import Synchronization

/// The payment provider and the carrier in the world: one value behind a lock, and who receives their webhooks.
///
/// Kept in memory only: a provider that was stopped has forgotten its pages.
package final class LivePartners: WebhookSource {
    private let state: Mutex<State>
    private let now: @Sendable () -> Timestamp
    let pages: PayPages
    /// Rings whenever webhooks may be due.
    let bell: AsyncStream<Void>
    private let ring: AsyncStream<Void>.Continuation

    private struct State {
        var partners: EmulatedPartners
        var receiver: String?
    }

    /// Partners with which nothing happened yet.
    ///
    /// Throws if a template of the hosted pages is broken, which its tests would have told.
    package init(
        _ payments: PaymentsConfiguration = .demo,
        _ carrier: CarrierConfiguration = .demo,
        now: @escaping @Sendable () -> Timestamp
    ) throws {
        state = Mutex(State(partners: EmulatedPartners(payments, carrier)))
        pages = try PayPages()
        self.now = now
        (bell, ring) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    /// Runs a verb at this moment.
    package func perform<Result: Sendable, Failure: Error>(
        _ verb: (inout EmulatedPartners, Timestamp) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        defer { ring.yield() }
        return try performQuietly(verb)
    }

    /// Runs a verb without ringing the bell: for the deliveries, which would wake themselves for ever.
    private func performQuietly<Result: Sendable, Failure: Error>(
        _ verb: (inout EmulatedPartners, Timestamp) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let result = state.withLock { state in
            Swift.Result { () throws(Failure) in try verb(&state.partners, now()) }
        }
        return try result.get()
    }

    /// A look at the partners.
    package func look<Result: Sendable>(_ reading: (EmulatedPartners) -> Result) -> Result {
        state.withLock { reading($0.partners) }
    }

    /// Where the business receives its webhooks, `http://127.0.0.1:8080`; until it is known they wait.
    package func deliver(to baseURL: String) {
        state.withLock { $0.receiver = baseURL }
        ring.yield()
    }

    /// Looks again whether something is due, for instance after the clock was moved.
    package func wake() {
        ring.yield()
    }

    /// Where the hosted pages can be reached.
    func listens(at baseURL: String) {
        state.withLock { $0.partners.payments.configuration.pageBase = baseURL + "/pay" }
    }

    func close() {
        ring.finish()
    }

    func round() async throws -> WebhookRound {
        guard let receiver = state.withLock({ $0.receiver }) else {
            return WebhookRound(receiver: "", webhooks: [], next: nil)
        }
        let (webhooks, next) = performQuietly { (partners, now) throws(Never) in
            (partners.dueWebhooks(at: now), partners.nextDue.map { $0.since(now) })
        }
        return WebhookRound(receiver: receiver, webhooks: webhooks, next: next)
    }

    func answered(_ webhook: Int, status: Int) async throws {
        perform { (partners, now) throws(Never) in partners.webhookAnswered(webhook, status: status, at: now) }
    }
}
