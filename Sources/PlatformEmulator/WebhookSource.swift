import Kernel
import Platform

/// Something that has webhooks to deliver: the platform, or the payment provider with the carrier.
protocol WebhookSource: Sendable {
    /// Rings whenever webhooks may be due.
    var bell: AsyncStream<Void> { get }

    /// The webhooks to deliver now with the receiver's address, and when to look again.
    func round() async throws -> WebhookRound

    /// How a delivery was answered; 0 when nobody answered.
    func answered(_ webhook: Int, status: Int) async throws

    /// Looks again whether something is due.
    func wake()
}

/// What is to be delivered now.
struct WebhookRound: Sendable {
    /// Where the receiver listens.
    var receiver: String
    var webhooks: [Webhook]
    /// How long until something else is due.
    var next: Span?
}
