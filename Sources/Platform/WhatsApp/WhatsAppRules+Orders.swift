import Kernel

/// `order_details` and `order_status`: a payment asked for in the chat, and what became of the order.
/// - Source: WhatsApp "Payments": amounts are integers with offset 100; the total has to add up.
extension WhatsAppRules {
    func orderDetails(_ action: JSONValue, into content: inout PhoneContent) throws(PlatformRefusal) {
        try action.expect("name", "review_and_pay", at: "interactive.action")
        let details = try action.object("parameters", at: "interactive.action")
        let path = "interactive.action.parameters"
        let reference = try reference(details, at: path)
        guard ["digital-goods", "physical-goods"].contains(try details.text("type", 32, at: path)) else {
            throw .invalid("\(path).type", "digital-goods or physical-goods")
        }
        var ways: [PhoneOrder.Way] = []
        for setting in try details.list("payment_settings", 1...10, at: path) {
            ways.append(try way(setting, at: "\(path).payment_settings"))
        }
        let currency = try details.text("currency", 3, at: path)
        let total = try amount("total_amount", in: details, at: path)
        var request = PhoneOrder.Request(total: total, currency: currency, ways: ways, goods: [])
        if currency == "BRL" { try details.expect("payment_type", "br", at: path) }
        if let order = try details.optionalObject("order", at: path) {
            try order.allow(Self.orderFields, at: "\(path).order")
            request.goods = try checkSum(of: order, total: total, at: "\(path).order")
            request.expiresAt = try expiry(of: order, at: "\(path).order")
            if currency == "INR", order["catalog_id"] == nil { try checkOrigin(of: order, at: "\(path).order.items") }
        } else if currency != "BRL" {
            throw .missing("\(path).order")
        }
        content.asksFor = .order(reference: reference)
        content.links = ways.compactMap {
            if case .link(let url) = $0 { PhoneLink(title: "Review and pay", url: url) } else { nil }
        }
        content.order = PhoneOrder(reference: reference, status: "pending", request: request)
    }

    private static let orderFields = [
        "status", "catalog_id", "items", "subtotal", "tax", "shipping", "discount", "expiration",
    ]

    private func reference(_ details: JSONValue, at path: String) throws(PlatformRefusal) -> String {
        let reference = try details.text("reference_id", limits.orderReference, at: path)
        let signs = reference.utf8.allSatisfy { $0.isLetterOrDigit || [45, 46, 95].contains($0) }
        guard signs else { throw .invalid("\(path).reference_id", "letters, digits, _ . - only") }
        return reference
    }

    /// One of `payment_settings`, whole.
    private func way(_ setting: JSONValue, at path: String) throws(PlatformRefusal) -> PhoneOrder.Way {
        let type = try setting.text("type", 64, at: path)
        try setting.allow(["type", type], at: path)
        let own = try setting.object(type, at: path)
        let place = "\(path).\(type)"
        switch type {
        case "payment_link":
            let url = try own.line("uri", limits.templateURL, at: place)
            guard url.hasPrefix("https://") || url.hasPrefix("http://") else {
                throw .invalid("\(place).uri", "an http or https address")
            }
            return .link(url)
        case "payment_gateway":
            let provider = try own.text("type", 32, at: place)
            guard ["razorpay", "payu", "billdesk", "zaakpay"].contains(provider) else {
                throw .invalid("\(place).type", "razorpay, payu, billdesk or zaakpay")
            }
            let name = try own.line("configuration_name", 60, at: place)
            return .gateway(provider: provider, configuration: name)
        case "pix_dynamic_code":
            for field in ["code", "merchant_name", "key"] { _ = try own.text(field, 512, at: place) }
            guard ["CPF", "CNPJ", "EMAIL", "PHONE", "EVP"].contains(try own.text("key_type", 8, at: place)) else {
                throw .invalid("\(place).key_type", "CPF, CNPJ, EMAIL, PHONE or EVP")
            }
        case "boleto": _ = try own.text("digitable_line", 64, at: place)
        case "offsite_card_pay":
            for field in ["last_four_digits", "credential_id"] { _ = try own.text(field, 128, at: place) }
        case "upi_intent_link": _ = try own.text("link", limits.templateURL, at: place)
        default: throw .invalid("\(path).type", "a documented way to pay, not \"\(type)\"")
        }
        return .elsewhere(type)
    }

    private func expiry(of order: JSONValue, at path: String) throws(PlatformRefusal) -> Timestamp? {
        guard let expiration = try order.optionalObject("expiration", at: path) else { return nil }
        let seconds = try expiration.text("timestamp", 16, at: "\(path).expiration")
        _ = try expiration.optionalText("description", 120, at: "\(path).expiration")
        guard let number = Int64(seconds), number > 0 else {
            throw .invalid("\(path).expiration.timestamp", "seconds since 1970 as text")
        }
        return Timestamp(seconds: number)
    }

    /// Without a catalogue, goods of India name where they come from and who brought them in.
    private func checkOrigin(of order: JSONValue, at path: String) throws(PlatformRefusal) {
        for item in try order.list("items", 1...999, at: path) {
            _ = try item.text("country_of_origin", 64, at: path)
            _ = try item.text("importer_name", 256, at: path)
            _ = try item.object("importer_address", at: path)
        }
    }

    private func amount(
        _ name: String,
        in value: JSONValue,
        at path: String
    ) throws(PlatformRefusal) -> Int64 {
        let amount = try value.object(name, at: path)
        guard let minor = amount["value"]?.int, minor >= 0, minor <= 1_000_000_000_000, amount["offset"]?.int == 100
        else {
            throw .invalid("\(path).\(name)", "an integer value with offset 100")
        }
        return minor
    }

    private func optionalAmount(_ name: String, in value: JSONValue, at path: String) throws(PlatformRefusal) -> Int64 {
        value[name] == nil ? 0 : try amount(name, in: value, at: path)
    }

    /// The goods as a phone shows them, once their sums are right.
    private func checkSum(of order: JSONValue, total: Int64, at path: String) throws(PlatformRefusal) -> [String] {
        try order.expect("status", "pending", at: path)
        var sum: Int64 = 0
        var goods: [String] = []
        for item in try order.list("items", 1...999, at: path) {
            _ = try item.text("retailer_id", limits.retailerID, at: "\(path).items")
            let name = try item.text("name", limits.orderItemName, at: "\(path).items")
            let price = try amount(item["sale_amount"] == nil ? "amount" : "sale_amount", in: item, at: "\(path).items")
            guard let quantity = item["quantity"]?.int, (1...1_000_000).contains(quantity) else {
                throw .invalid("\(path).items.quantity", "a whole number of 1 or more")
            }
            let (line, overflow) = price.multipliedReportingOverflow(by: quantity)
            guard !overflow, line <= Int64.max - sum else {
                throw .invalid("\(path).items", "amounts that can be added")
            }
            sum += line
            goods.append("\(quantity) \u{D7} \(name)")
        }
        let subtotal = try amount("subtotal", in: order, at: path)
        guard subtotal == sum else { throw .invalid("\(path).subtotal", "\(sum), the sum of the items") }
        let expected =
            subtotal + (try amount("tax", in: order, at: path))
            + (try optionalAmount("shipping", in: order, at: path))
            - (try optionalAmount("discount", in: order, at: path))
        guard total == expected else {
            throw .invalid("total_amount", "\(expected), subtotal + tax + shipping - discount")
        }
        return goods
    }

    func orderStatus(_ action: JSONValue, into content: inout PhoneContent) throws(PlatformRefusal) {
        try action.expect("name", "review_order", at: "interactive.action")
        let path = "interactive.action.parameters"
        let parameters = try action.object("parameters", at: "interactive.action")
        try parameters.allow(["reference_id", "order", "payment"], at: path)
        let reference = try reference(parameters, at: path)
        let order = try parameters.object("order", at: path)
        let status = try order.text("status", 32, at: "\(path).order")
        guard Self.orderStatuses.contains(status) else {
            throw .invalid("\(path).order.status", Self.orderStatuses.sorted().joined(separator: ", "))
        }
        _ = try order.optionalText("description", 120, at: "\(path).order")
        content.order = PhoneOrder(reference: reference, status: status)
        guard let payment = try parameters.optionalObject("payment", at: path) else { return }
        let paid = try payment.text("status", 16, at: "\(path).payment")
        guard ["pending", "captured", "failed"].contains(paid) else {
            throw .invalid("\(path).payment.status", "pending, captured or failed")
        }
        guard let moment = payment["timestamp"]?.int, moment > 0 else {
            throw .invalid("\(path).payment.timestamp", "seconds since 1970")
        }
        content.order?.paymentStatus = paid
    }

    private static let orderStatuses: Set<String> = [
        "pending", "processing", "partially_shipped", "shipped", "completed", "canceled",
    ]
}
