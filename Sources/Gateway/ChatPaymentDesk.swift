import Channels
import Commerce
import Kernel
import Messaging
import Outbox
import Ports

/// Asks a channel what became of a request in a chat, where its own word may have been lost.
struct ChatPaymentDesk: Sendable {
    private let calls: RelayCalls
    private let board: ShopBoard
    private let mostAttempts: Int

    init(settings: GatewaySettings, board: ShopBoard) {
        calls = RelayCalls(settings: settings)
        self.board = board
        mostAttempts = 4
    }

    /// The call of a question; without an account that may ask there is none, and the order lapses as it would anyway.
    func call(for request: PaymentRequest, of entry: OutboxEntry) -> Result<HTTPCall, PaymentDesk.Unsendable> {
        guard case .lookUp(_, let reference, let configuration) = request,
            let account = entry.account.flatMap(board.account), account.kind == .whatsapp,
            let call = calls.lookUp(reference, configuration: configuration, at: account)
        else {
            let reason = "No app is set up that may look payments of this chat up."
            return .failure(PaymentDesk.Unsendable(.dead(reason: reason, errors: [])))
        }
        return .success(call)
    }

    /// What an answer means: money that came or is coming is reported, anything else lets the order lapse.
    func fate(
        of request: PaymentRequest,
        _ entry: OutboxEntry,
        _ outcome: HTTPOutcome,
        at now: Timestamp
    ) -> PaymentDesk.Fate {
        guard case .lookUp(let order, let reference, _) = request else {
            return .settled(.dropped(reason: "It is no question about a chat."))
        }
        guard case .answered(let answer) = outcome, answer.status < 500, answer.status != 429 else {
            return again(entry, "The payment in the chat could not be looked up.")
        }
        guard (200..<300).contains(answer.status),
            let news = WhatsApp.paymentNews(lookedUp: answer.body, reference: reference)
        else {
            let reason = "The channel answered a payment's lookup with \(answer.status) and nothing that can be read."
            return .settled(.dead(reason: reason, errors: []))
        }
        let nothing = PaymentReport(order: order, reference: reference, news: .lapsed)
        let report = news.report.flatMap { $0.news.isMoney ? $0 : nil } ?? nothing
        return .settled(.answered(InboundEvent(answering: entry, report, at: now)))
    }

    /// Another try after 2, 4, 8 seconds, then no more.
    private func again(_ entry: OutboxEntry, _ reason: String) -> PaymentDesk.Fate {
        guard entry.attempts < mostAttempts else { return .settled(.dead(reason: reason, errors: [])) }
        return .retry(after: .seconds(2) * Int64(1 << entry.attempts), reason: reason)
    }
}

extension PaymentReport.News {
    /// Whether it tells of money that came, is coming, or was here.
    fileprivate var isMoney: Bool {
        switch self {
        case .paid, .settling, .refundedInAll: true
        default: false
        }
    }
}
