/// `line_items[n]` and `shipping_options[n]` of a session: what is sold, in one currency.
/// - Source: Stripe API, "Create a Checkout Session", `line_items`, `shipping_options`.
struct LineReading: Sendable {
    /// The currency of the first line; all others have to have it.
    private(set) var currency: PaymentCurrency?

    private static let mostLines = 100
    private static let mostShippings = 5
    private static let mostImages = 8

    mutating func lines(_ form: inout FormFields) throws(PaymentRefusal) -> [PaymentSession.Line] {
        let items = try form.items("line_items")
        guard !items.isEmpty else { throw .missing("line_items") }
        guard items.count <= Self.mostLines else { throw .invalid("line_items", "at most \(Self.mostLines) lines") }
        var lines: [PaymentSession.Line] = []
        for item in items { lines.append(try line(item, &form)) }
        return lines
    }

    /// The first way of shipping offered, which is the one the page begins with.
    mutating func shipping(_ form: inout FormFields) throws(PaymentRefusal) -> PaymentSession.Line? {
        let items = try form.items("shipping_options")
        guard items.count <= Self.mostShippings else {
            throw .invalid("shipping_options", "at most \(Self.mostShippings) ways of shipping")
        }
        var ways: [PaymentSession.Line] = []
        for item in items { ways.append(try way(item, &form)) }
        return ways.first
    }

    private mutating func line(_ item: String, _ form: inout FormFields) throws(PaymentRefusal) -> PaymentSession.Line {
        if form.holds("\(item)[price]") {
            guard !form.holds("\(item)[price_data]") else { throw Self.exclusive("\(item)[price]") }
            throw Self.nothing("price", try form.neededText("\(item)[price]"), "\(item)[price]")
        }
        guard form.holds("\(item)[price_data]") else { throw .missing("\(item)[price_data]") }
        guard let quantity = try form.number("\(item)[quantity]") else { throw .missing("\(item)[quantity]") }
        guard (1...999_999).contains(quantity) else { throw .integer("\(item)[quantity]", "1 or more") }
        let unit = try amount("\(item)[price_data]", &form)
        return try product("\(item)[price_data][product_data]", &form, quantity, unit)
    }

    private func product(
        _ path: String,
        _ form: inout FormFields,
        _ quantity: Int64,
        _ unit: Int64
    ) throws(PaymentRefusal) -> PaymentSession.Line {
        let name = try form.neededText("\(path)[name]", upTo: 1_500)
        let detail = try form.text("\(path)[description]")
        let items = try form.items("\(path)[images]")
        guard items.count <= Self.mostImages else { throw .invalid("\(path)[images]", "at most \(Self.mostImages)") }
        var images: [String] = []
        for item in items {
            let image = try form.neededText(item, upTo: 2_048)
            guard SessionReading.isAddress(image) else { throw .invalid(item, "a URL", code: "url_invalid") }
            images.append(image)
        }
        return PaymentSession.Line(
            name: name,
            detail: detail,
            image: images.first,
            quantity: quantity,
            unitAmount: unit,
            metadata: try form.labels("\(path)[metadata]")
        )
    }

    private mutating func way(_ item: String, _ form: inout FormFields) throws(PaymentRefusal) -> PaymentSession.Line {
        let path = "\(item)[shipping_rate_data]"
        let kind = try form.text("\(path)[type]") ?? "fixed_amount"
        guard kind == "fixed_amount" else { throw .invalid("\(path)[type]", "fixed_amount") }
        let name = try form.neededText("\(path)[display_name]", upTo: 100)
        guard let amount = try form.number("\(path)[fixed_amount][amount]") else {
            throw .missing("\(path)[fixed_amount][amount]")
        }
        try take(try form.neededText("\(path)[fixed_amount][currency]"), "\(path)[fixed_amount][currency]")
        try check(amount, "\(path)[fixed_amount][amount]")
        return PaymentSession.Line(
            name: name,
            detail: nil,
            image: nil,
            quantity: 1,
            unitAmount: amount,
            metadata: []
        )
    }

    private mutating func amount(_ path: String, _ form: inout FormFields) throws(PaymentRefusal) -> Int64 {
        try take(try form.neededText("\(path)[currency]"), "\(path)[currency]")
        let whole = try form.number("\(path)[unit_amount]")
        let decimal = try form.text("\(path)[unit_amount_decimal]", upTo: 32)
        switch (whole, decimal) {
        case (let amount?, nil):
            try check(amount, "\(path)[unit_amount]")
            return amount
        case (nil, let text?):
            let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
            guard let amount = Int64(parts[0]), parts.count == 1 || parts[1].allSatisfy({ $0 == "0" }) else {
                throw .invalid("\(path)[unit_amount_decimal]", "a number without a fraction of the smallest unit")
            }
            try check(amount, "\(path)[unit_amount_decimal]")
            return amount
        case (nil, nil): throw .missing("\(path)[unit_amount]")
        default: throw Self.exclusive("\(path)[unit_amount]")
        }
    }

    private mutating func take(_ code: String, _ path: String) throws(PaymentRefusal) {
        guard let read = PaymentCurrency(code: code) else {
            throw .invalid(path, "a currency of the provider in small letters")
        }
        guard currency == nil || currency == read else { throw .invalid(path, "the currency of the other lines") }
        currency = read
    }

    private func check(_ amount: Int64, _ path: String) throws(PaymentRefusal) {
        guard amount >= 0 else { throw .integer(path, "0 or more") }
        guard let currency, amount % currency.step == 0 else {
            let code = currency?.decimals == 2 ? "invalid_charge_amount_no_decimal_compatible" : nil
            throw .invalid(path, "a multiple of \(currency?.step ?? 1)", code: code)
        }
        guard amount <= PaymentCurrency.maximum else {
            throw .invalid(path, "\(PaymentCurrency.maximum) at most", code: "amount_too_large")
        }
    }

    private static func exclusive(_ param: String) -> PaymentRefusal {
        PaymentRefusal(code: "parameters_exclusive", param: param, message: "You may only give one way of the price.")
    }

    private static func nothing(_ object: String, _ id: String, _ param: String) -> PaymentRefusal {
        var refusal = PaymentRefusal.nothing(object, id, param: param)
        refusal.status = 400
        return refusal
    }
}
