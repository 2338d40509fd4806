import Kernel

/// `POST /v1/checkout/sessions`: the parameters of a hosted page, checked one by one.
/// - Source: Stripe API, "Create a Checkout Session".
struct SessionReading: Sendable {
    let lines: [PaymentSession.Line]
    let shipping: PaymentSession.Line?
    let currency: PaymentCurrency
    let expiresAt: Timestamp
    let clientReference: String?
    let metadata: [PaymentLabel]
    let intentMetadata: [PaymentLabel]
    let locale: String
    let successURL: String
    let cancelURL: String?
    let email: String?

    static let shortestLife = Span.minutes(30)
    static let longestLife = Span.hours(24)

    init(_ form: consuming FormFields, at now: Timestamp) throws(PaymentRefusal) {
        var form = form
        try Self.checkMode(&form)
        successURL = try Self.address("success_url", &form, isNeeded: true) ?? ""
        cancelURL = try Self.address("cancel_url", &form)
        var reading = LineReading()
        lines = try reading.lines(&form)
        shipping = try reading.shipping(&form)
        guard let currency = reading.currency else { throw .missing("line_items") }
        self.currency = currency
        expiresAt = try Self.expiry(&form, at: now)
        clientReference = try form.text("client_reference_id", upTo: 200)
        metadata = try form.labels("metadata")
        intentMetadata = try form.labels("payment_intent_data[metadata]")
        locale = try Self.locale(&form)
        email = try Self.email(&form)
        try Self.checkExtras(&form)
        try form.checkRest()
        try Self.checkTotal(lines, shipping, currency)
    }

    private static func checkMode(_ form: inout FormFields) throws(PaymentRefusal) {
        switch try form.neededText("mode") {
        case "payment": break
        case "setup", "subscription": throw .invalid("mode", "payment: the emulated provider has no other")
        default: throw .invalid("mode", "one of payment, setup or subscription")
        }
        let ui = try form.text("ui_mode") ?? "hosted_page"
        guard ui == "hosted_page" || ui == "hosted" else { throw .invalid("ui_mode", "hosted_page") }
    }

    private static func address(
        _ name: String,
        _ form: inout FormFields,
        isNeeded: Bool = false
    ) throws(PaymentRefusal) -> String? {
        guard let text = try form.text(name) else {
            if isNeeded { throw .missing(name) }
            return nil
        }
        guard isAddress(text) else { throw .invalid(name, "a URL with its scheme", code: "url_invalid") }
        return text
    }

    /// `https://host…` or `http://host…` in printable ASCII.
    static func isAddress(_ text: String) -> Bool {
        let schemes = ["https://", "http://"]
        guard let scheme = schemes.first(where: { text.lowercased().hasPrefix($0) }) else { return false }
        let host = text.dropFirst(scheme.count).prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        return !host.isEmpty && text.utf8.allSatisfy { (33...126).contains($0) && !#""<>"#.utf8.contains($0) }
    }

    private static func expiry(_ form: inout FormFields, at now: Timestamp) throws(PaymentRefusal) -> Timestamp {
        guard let seconds = try form.number("expires_at") else { return now + longestLife }
        // The provider counts in whole seconds, so both ends are compared in them.
        let life = seconds.subtractingReportingOverflow(now.wholeSeconds)
        guard !life.overflow, shortestLife.wholeSeconds <= life.partialValue,
            life.partialValue <= longestLife.wholeSeconds
        else {
            throw .invalid("expires_at", "30 minutes to 24 hours after the session is made")
        }
        return Timestamp(seconds: seconds)
    }

    private static func locale(_ form: inout FormFields) throws(PaymentRefusal) -> String {
        guard let locale = try form.text("locale") else { return "auto" }
        guard locales.contains(locale) else { throw .invalid("locale", "auto or a language the pages have") }
        return locale
    }

    private static func email(_ form: inout FormFields) throws(PaymentRefusal) -> String? {
        guard let email = try form.text("customer_email", upTo: 800) else { return nil }
        let parts = email.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }), !email.contains(" ") else {
            throw .invalid("customer_email", "an e-mail address", code: "email_invalid")
        }
        return email
    }

    private static func checkExtras(_ form: inout FormFields) throws(PaymentRefusal) {
        for item in try form.items("shipping_address_collection[allowed_countries]") {
            let country = try form.neededText(item)
            guard country.utf8.count == 2, country.utf8.allSatisfy({ (65...90).contains($0) }) else {
                throw .invalid(item, "a country of two capitals")
            }
        }
        _ = try form.flag("phone_number_collection[enabled]")
        _ = try form.flag("allow_promotion_codes")
        _ = try form.flag("automatic_tax[enabled]")
        for item in try form.items("discounts") {
            let coupon = try form.neededText("\(item)[coupon]")
            var refusal = PaymentRefusal.nothing("coupon", coupon, param: "\(item)[coupon]")
            refusal.status = 400
            throw refusal
        }
    }

    private static func checkTotal(
        _ lines: [PaymentSession.Line],
        _ shipping: PaymentSession.Line?,
        _ currency: PaymentCurrency
    ) throws(PaymentRefusal) {
        let total = lines.reduce(shipping?.amount ?? 0) { $0 + $1.amount }
        guard total <= PaymentCurrency.maximum else {
            throw .invalid(
                "line_items",
                "\(PaymentCurrency.maximum) \(currency.code) at most",
                code: "amount_too_large"
            )
        }
        guard total == 0 || total >= currency.minimum else {
            throw .invalid("line_items", "\(currency.minimum) \(currency.code) at least", code: "amount_too_small")
        }
    }

    private static let locales: Set<String> = [
        "auto", "bg", "cs", "da", "de", "el", "en", "en-GB", "es", "es-419", "et", "fi", "fil", "fr", "fr-CA", "hi-IN",
        "hr", "hu", "id", "it", "ja", "ko", "lt", "lv", "ms", "mt", "nb", "nl", "pl", "pt", "pt-BR", "ro", "ru", "sk",
        "sl", "sv", "th", "tr", "vi", "zh", "zh-HK", "zh-TW",
    ]
}
