import Kernel

/// A payment provider with hosted pages as shops and shoppers meet it, as a value: calls and deeds in, answers and webhooks out.
///
/// No IO and no clock: every verb is told the moment. Webhooks wait in a queue (`dueWebhooks`) until the driver says how
/// each was answered; money that moved stands in `money`.
/// ```swift
/// var payments = EmulatedPayments(.demo)
/// let answer = payments.answer(call, at: now).answer          // POST /v1/checkout/sessions
/// try payments.shopper(.pay, on: "cs_test_…", at: now)
/// for webhook in payments.dueWebhooks(at: now) { payments.webhookAnswered(webhook.id, status: 200, at: now) }
/// ```
/// - Source: Stripe API, "Checkout", "Refunds", "Webhooks".
package struct EmulatedPayments: Sendable, Equatable {
    /// May be changed between two verbs.
    package var configuration: PaymentsConfiguration
    /// All money that moved, oldest first.
    package internal(set) var money: [MoneyFact] = []
    /// Sessions by their id.
    var pages: [String: PaymentSession] = [:]
    /// Their ids, oldest first.
    var pageIDs: [String] = []
    var intents: [String: PaymentIntent] = [:]
    var refunds: [String: PaymentRefund] = [:]
    /// When pages expire and refunds end, soonest first.
    var deadlines: [Deadline] = []
    var keptAnswers: [KeptAnswer.Key: KeptAnswer] = [:]
    var faults: [PaymentsFault] = []
    var queue = WebhookQueue()
    /// Ids minted so far.
    var minted: UInt64 = 0
    /// Calls answered so far.
    var calls: UInt64 = 0

    /// A moment at which something happens by itself.
    struct Deadline: Sendable, Equatable {
        var at: Timestamp
        var event: Event

        enum Event: Sendable, Equatable {
            case expiry(session: String)
            case refund(String)
        }
    }

    /// A provider with which nothing happened yet.
    package init(_ configuration: PaymentsConfiguration) {
        self.configuration = configuration
    }

    /// Asks for a fault; several wait in the order they were asked for.
    package mutating func arm(_ fault: PaymentsFault) {
        faults.append(fault)
    }

    /// Takes back every fault that did not strike.
    package mutating func disarm() {
        faults = []
    }

    /// Faults that wait for their moment.
    package var waitingFaults: [PaymentsFault] { faults }

    func account(_ name: String) -> PaymentsAccount? { configuration.accounts.first { $0.name == name } }
}

/// What can be seen of it.
extension EmulatedPayments {
    /// Every session, oldest first.
    package var sessions: [PaymentSession] { pageIDs.compactMap { pages[$0] } }

    /// The session of that id.
    package func session(_ id: String) -> PaymentSession? { pages[id] }

    /// The newest session for an order: its `metadata[order]`, or its `client_reference_id`.
    package func newestSession(for order: String? = nil, account: String? = nil) -> PaymentSession? {
        pageIDs.lazy.reversed().compactMap { self.pages[$0] }.first { session in
            (account == nil || session.account == account)
                && (order == nil || session.label("order") == order || session.clientReference == order)
        }
    }

    /// The session a hosted page's address leads to.
    package func session(at url: String) -> PaymentSession? {
        url.split(separator: "/").last.flatMap { pages[String($0.prefix { $0 != "?" && $0 != "#" })] }
    }

    /// Refunds of a session that have not ended yet, oldest first.
    package func pendingRefunds(of session: String? = nil) -> [String] {
        refunds.values
            .filter { $0.status == .pending && (session == nil || intents[$0.intent]?.session == session) }
            .sorted { ($0.createdAt, $0.id) < ($1.createdAt, $1.id) }
            .map(\.id)
    }

    /// What an account has of a currency (three small letters): in from shoppers, less what went back.
    package func balance(of account: String, in currency: String) -> Int64 {
        money.reduce(0) { $1.account == account && $1.currency == currency ? $0 + $1.change : $0 }
    }

    /// What is left with the shop of one session's money.
    package func kept(of session: String) -> Int64 {
        money.reduce(0) { $1.session == session ? $0 + $1.change : $0 }
    }
}

/// Ids: each follows from the seed and its number.
extension EmulatedPayments {
    private static let signs = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789".utf8)

    mutating func mint(_ prefix: String, count: Int = 24) -> String {
        minted += 1
        return prefix + MintedIDs(seed: configuration.seed).text(of: 6, minted, count: count, signs: Self.signs)
    }
}
