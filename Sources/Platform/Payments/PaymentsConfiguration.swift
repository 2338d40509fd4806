package import Kernel

/// What the emulated payment provider knows of the shops that use it, and how it behaves.
package struct PaymentsConfiguration: Sendable, Equatable, CustomStringConvertible {
    /// One account per shop; what belongs to one is unknown to every other.
    package var accounts: [PaymentsAccount]
    /// Where the hosted pages are; a session's address is this, a slash and its id.
    ///
    /// The emulator sets its own address.
    package var pageBase = "https://pay.example/pay"
    /// `api_version` of every event.
    package var apiVersion = "2026-10-28.endive"
    /// Every minted id follows from it.
    package var seed: UInt64 = 1
    /// How refunds end.
    package var refunds = RefundHabit.succeedAtOnce
    /// Longest pause between two deliveries of one webhook.
    package var redeliveryCap = Span.seconds(64)
    /// How long an unanswered webhook is delivered again before it is dropped.
    package var redeliveryEnds = Span.days(3)

    /// A provider for those accounts.
    package init(accounts: [PaymentsAccount]) {
        self.accounts = accounts
    }

    /// One account with invented secrets: what scripts and the terminal chat use.
    package static var demo: PaymentsConfiguration {
        PaymentsConfiguration(accounts: [PaymentsAccount(name: "demo")])
    }

    /// Names the accounts, hides the secrets.
    package var description: String {
        "payments of " + accounts.map(\.name).joined(separator: ", ") + ", secrets [hidden]"
    }
}

/// A shop's account with the payment provider.
///
/// All secrets are invented ones of an emulator; they still print as `[hidden]`.
package struct PaymentsAccount: Sendable, Equatable, CustomStringConvertible {
    /// What control paths and the ledger call it.
    package var name: String
    /// What every call shows, as a bearer token or as the user name of a Basic authorisation.
    package var secretKey: String
    /// Key of `Stripe-Signature`.
    package var webhookSecret: String
    /// Path of the shop's webhook receiver.
    package var receiverPath: String

    /// An account; what is left out follows from the name.
    package init(
        name: String,
        secretKey: String? = nil,
        webhookSecret: String? = nil,
        receiverPath: String? = nil
    ) {
        self.name = name
        self.secretKey = secretKey ?? "sk_test_" + name
        self.webhookSecret = webhookSecret ?? "whsec_" + name
        self.receiverPath = receiverPath ?? "/webhooks/payments/" + name
    }

    /// Its name.
    package var description: String { "payments account \(name), secrets [hidden]" }
}

/// How refunds end.
package enum RefundHabit: Sendable, Hashable {
    /// `succeeded` in the answer itself.
    case succeedAtOnce
    /// `pending` until somebody says how it ended.
    case stayPending
    /// `pending`, and `succeeded` that long afterwards.
    case succeed(after: Span)
    /// `pending`, and `failed` that long afterwards: the money is back with the shop.
    case fail(after: Span)
}

/// What can go wrong with calls to the provider; each waits for the next call and strikes once.
package enum PaymentsFault: Sendable, Hashable {
    /// The call is answered so. `isKept`: the answer stands under the call's idempotency key from then on.
    case refuse(status: Int, type: String = "api_error", code: String? = nil, isKept: Bool = false)
    /// The call is carried out, its answer never arrives.
    case loseAnswer
    /// The call never arrives.
    case loseCall
    /// The answer is 200 and no JSON; the call is carried out.
    case garble
    /// Every call before that moment finds nobody.
    case down(until: Timestamp)
}
