import Kernel

/// `order_details` and `order_status`: a payment asked for in the chat, and what became of the order.
/// - Source: WhatsApp "Payments": amounts are integers with offset 100; the total has to add up.
extension WhatsAppRules {
    func orderDetails(_ action: JSONValue, into content: inout PhoneContent) throws(PlatformRefusal) {
        try action.expect("name", "review_and_pay", at: "interactive.action")
        let details = try action.object("parameters", at: "interactive.action")
        let path = "interactive.action.parameters"
        content.asksFor = .order(reference: try reference(details, at: path))
        guard ["digital-goods", "physical-goods"].contains(try details.text("type", 32, at: path)) else {
            throw .invalid("\(path).type", "digital-goods or physical-goods")
        }
        _ = try details.list("payment_settings", 1...10, at: path)
        let currency = try details.text("currency", 3, at: path)
        let total = try amount("total_amount", in: details, at: path)
        guard let order = try details.optionalObject("order", at: path) else {
            guard currency == "BRL" else { throw .missing("\(path).order") }
            return
        }
        try checkSum(of: order, total: total, at: "\(path).order")
    }

    private func reference(_ details: JSONValue, at path: String) throws(PlatformRefusal) -> String {
        let reference = try details.text("reference_id", limits.orderReference, at: path)
        let signs = reference.utf8.allSatisfy { $0.isLetterOrDigit || [45, 46, 95].contains($0) }
        guard signs else { throw .invalid("\(path).reference_id", "letters, digits, _ . - only") }
        return reference
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

    private func checkSum(of order: JSONValue, total: Int64, at path: String) throws(PlatformRefusal) {
        try order.expect("status", "pending", at: path)
        var sum: Int64 = 0
        for item in try order.list("items", 1...999, at: path) {
            _ = try item.text("retailer_id", limits.retailerID, at: "\(path).items")
            _ = try item.text("name", limits.orderItemName, at: "\(path).items")
            let price = try amount(item["sale_amount"] == nil ? "amount" : "sale_amount", in: item, at: "\(path).items")
            guard let quantity = item["quantity"]?.int, (1...1_000_000).contains(quantity) else {
                throw .invalid("\(path).items.quantity", "a whole number of 1 or more")
            }
            let (line, overflow) = price.multipliedReportingOverflow(by: quantity)
            guard !overflow, line <= Int64.max - sum else {
                throw .invalid("\(path).items", "amounts that can be added")
            }
            sum += line
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
    }

    func orderStatus(_ action: JSONValue, into content: inout PhoneContent) throws(PlatformRefusal) {
        try action.expect("name", "review_order", at: "interactive.action")
        let path = "interactive.action.parameters"
        let parameters = try action.object("parameters", at: "interactive.action")
        content.asksFor = .order(reference: try reference(parameters, at: path))
        let status = try parameters.object("order", at: path).text("status", 32, at: "\(path).order")
        guard Self.orderStatuses.contains(status) else {
            throw .invalid("\(path).order.status", Self.orderStatuses.sorted().joined(separator: ", "))
        }
    }

    private static let orderStatuses: Set<String> = [
        "pending", "processing", "partially_shipped", "shipped", "completed", "canceled",
    ]
}
