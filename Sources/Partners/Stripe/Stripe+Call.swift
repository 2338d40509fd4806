package import Commerce
import Kernel

extension Stripe {
    /// The call that asks Stripe for what an order needs.
    ///
    /// - Parameters:
    ///   - request: What is asked. Its amounts must be such as Stripe can charge, a page's lines must add up to its total.
    ///   - key: Under which Stripe knows the request; asking again under it does nothing twice for a day.
    ///   - secretKey: The account's `sk_…`; stands in a header and in no description.
    ///   - settings: The shop's account.
    /// - Returns: The whole call.
    /// - Throws: A request that could only be refused.
    package static func call(
        _ request: PaymentRequest,
        key: String,
        secretKey: String,
        settings: Settings
    ) throws(PaymentRefusal) -> PartnerCall {
        var form = FormBody()
        let path: String
        switch request {
        case .openLink(let link):
            path = "/v1/checkout/sessions"
            form = try StripePage(of: link).form(settings)
        case .closeLink(_, let reference):
            path = "/v1/checkout/sessions/\(PercentEncoding.encode(reference))/expire"
        case .refund(let order, let ownKey, let transaction, let amount):
            path = "/v1/refunds"
            guard let units = StripeAmount.units(of: amount), units > 0 else {
                throw PaymentRefusal(of: request, reason: "Stripe can't give back \(amount).")
            }
            // Charges are older than payment intents and still stand where a refund names money.
            form.add(transaction.hasPrefix("pi_") ? "payment_intent" : "charge", transaction)
            form.add("amount", String(units))
            form.add("metadata[order]", order.text)
            form.add("metadata[key]", ownKey)
        case .lookUp: throw PaymentRefusal(of: request, reason: "Stripe knows nothing of requests in a chat.")
        }
        return PartnerCall(
            method: "POST",
            url: settings.baseURL + path,
            headers: [
                PartnerCall.Header("Authorization", "Bearer \(secretKey)"),
                PartnerCall.Header("Content-Type", "application/x-www-form-urlencoded"),
                PartnerCall.Header("Idempotency-Key", key),
                PartnerCall.Header("Stripe-Version", settings.version),
            ],
            body: form.bytes
        )
    }
}

extension Stripe {
    /// A call that changes nothing and is answered with 200 only to a key that opens an account.
    package static func lookAtKey(secretKey: String, settings: Settings) -> PartnerCall {
        PartnerCall(
            method: "GET",
            url: settings.baseURL + "/v1/balance",
            headers: [
                PartnerCall.Header("Authorization", "Bearer \(secretKey)"),
                PartnerCall.Header("Stripe-Version", settings.version),
            ]
        )
    }
}
