import Kernel
import Logging
import Platform
import Ports

/// Delivers webhooks to the business until they are taken.
struct WebhookDelivery: Sendable {
    let source: any WebhookSource
    let transport: any Transport
    let logger: Logger
    /// Deliveries under way at the same time.
    let concurrency: Int

    private static let timeout = Span.seconds(10)

    /// Delivers until cancelled: what is due now, then whenever the bell rings or the next pause is over.
    func run() async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            var underWay = 0
            var pause: Task<Void, any Error>?
            defer { pause?.cancel() }
            for await _ in source.bell {
                let round = try await source.round()
                for webhook in round.webhooks {
                    if underWay >= concurrency { try await group.next() } else { underWay += 1 }
                    group.addTask { try await deliver(webhook, to: round.receiver) }
                }
                pause?.cancel()
                pause = round.next.map { wait in
                    Task {
                        try await Task.sleep(for: .milliseconds(max(1, wait.milliseconds)))
                        source.wake()
                    }
                }
            }
            group.cancelAll()
        }
    }

    private func deliver(_ webhook: Webhook, to receiver: String) async throws {
        let call = HTTPCall(
            method: "POST",
            url: receiver + webhook.path,
            headers: webhook.headers.map { HTTPHeader(name: $0.name, value: $0.value) },
            body: webhook.body,
            timeout: Self.timeout
        )
        let status =
            switch await transport.send(call) {
            case .answered(let answer): answer.status
            case .notSent, .lost: 0
            }
        if status != 200 {
            logger.info(
                "webhook not taken",
                metadata: ["webhook": "\(webhook.id)", "attempt": "\(webhook.attempt)", "status": "\(status)"]
            )
        }
        try await source.answered(webhook.id, status: status)
    }
}
