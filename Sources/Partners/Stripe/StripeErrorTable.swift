/// Stripe's error codes as far as a page, its closing or a refund can meet them.
/// - Source: Stripe, "Error codes" and "Errors"; Stripe, "Supported currencies" for amounts.
enum StripeErrorTable {
    /// What a code means, and what a merchant reads about it.
    struct Rule: Sendable, Equatable {
        let codes: [String]
        /// Whether asking again may help.
        let isPassing: Bool
        let sentence: String
    }

    static let badKey = "Stripe does not take the secret key. Put in a valid one of this account."

    static func rule(for code: String) -> Rule? { ruleByCode[code] }

    static let rules: [Rule] = passing + account + amounts + refunds + requests

    private static let passing = [
        Rule(
            codes: ["rate_limit", "lock_timeout"],
            isPassing: true,
            sentence: "Too many calls at once; it is tried again more slowly."
        ),
        Rule(
            codes: ["idempotency_key_in_use"],
            isPassing: true,
            sentence: "The same request is still being worked on; its outcome is asked for again."
        ),
    ]

    private static let account = [
        Rule(
            codes: ["api_key_expired", "platform_api_key_expired", "secret_key_required"],
            isPassing: false,
            sentence: badKey
        ),
        Rule(
            codes: ["testmode_charges_only", "account_invalid", "country_unsupported"],
            isPassing: false,
            sentence: "The account at Stripe may not take payments yet. Complete it in Stripe's dashboard."
        ),
        Rule(
            codes: ["livemode_mismatch"],
            isPassing: false,
            sentence: "A test key was used for real money, or the other way round."
        ),
        Rule(
            codes: ["tls_version_unsupported"],
            isPassing: false,
            sentence: "The connection is older than Stripe takes. Renew the system's TLS library."
        ),
    ]

    private static let amounts = [
        Rule(
            codes: ["amount_too_small"],
            isPassing: false,
            sentence: "The amount is below the least that Stripe charges in this currency."
        ),
        Rule(
            codes: ["amount_too_large"],
            isPassing: false,
            sentence: "The amount is above the most that Stripe takes in this currency."
        ),
        Rule(
            codes: [
                "invalid_charge_amount", "invalid_charge_amount_no_decimal_compatible",
                "parameter_invalid_integer",
            ],
            isPassing: false,
            sentence: "Stripe can't charge this amount in this currency. This is ours to mend."
        ),
        Rule(
            codes: ["currency_not_supported", "invalid_currency"],
            isPassing: false,
            sentence: "The account at Stripe does not take this currency."
        ),
    ]

    private static let refunds = [
        Rule(
            codes: ["charge_already_refunded"],
            isPassing: false,
            sentence: "All of this money went back before. Look at the payment in Stripe's dashboard."
        ),
        Rule(
            codes: ["charge_disputed", "refund_disputed_payment"],
            isPassing: false,
            sentence: "The shopper's bank has taken this money back already; it can't be given back twice."
        ),
        Rule(
            codes: ["balance_insufficient", "insufficient_funds"],
            isPassing: false,
            sentence: "There is not enough money in the account at Stripe. Top it up, then give the money back again."
        ),
        Rule(
            codes: ["payment_intent_unexpected_state", "charge_expired_for_capture"],
            isPassing: false,
            sentence: "This money has not arrived, so it can't go back."
        ),
    ]

    private static let requests = [
        Rule(
            codes: ["resource_missing"],
            isPassing: false,
            sentence: "Stripe does not know the page or payment. Was the account or its key changed?"
        ),
        Rule(
            codes: ["url_invalid"],
            isPassing: false,
            sentence: "The addresses to return to must begin with https:// and be reachable. Check the shop's settings."
        ),
        Rule(
            codes: [
                "parameter_invalid_empty", "parameter_invalid_string_blank", "parameter_invalid_string_empty",
                "parameter_missing", "parameter_unknown", "parameters_exclusive",
            ],
            isPassing: false,
            sentence: "Stripe did not understand the request. This is ours to mend."
        ),
    ]

    private static let ruleByCode = Dictionary(
        rules.flatMap { rule in rule.codes.map { ($0, rule) } },
        uniquingKeysWith: { first, _ in first }
    )
}
