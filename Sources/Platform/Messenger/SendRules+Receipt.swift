import Kernel

/// The receipt template.
/// - Source: Messenger "Receipt template"; amounts are numbers in major units with two decimals at most.
extension SendRules {
    private static let fields = [
        "template_type", "recipient_name", "merchant_name", "order_number", "currency", "payment_method", "order_url",
        "timestamp", "elements", "address", "summary", "adjustments", "sharable",
    ]

    func receipt(_ payload: JSONValue, into content: inout PhoneContent) throws(PlatformRefusal) {
        try payload.allow(Self.fields, at: "payload")
        let currency = try payload.text("currency", 3, at: "payload")
        guard Currency(code: currency) != nil else { throw .invalid("payload.currency", "an ISO 4217 code") }
        let summary = try payload.object("summary", at: "payload")
        try summary.allow(["subtotal", "shipping_cost", "total_tax", "total_cost"], at: "payload.summary")
        for name in ["subtotal", "shipping_cost", "total_tax"] { _ = try optionalAmount(name, in: summary) }
        content.header = try payload.text("recipient_name", 200, at: "payload")
        content.receipt = PhoneReceipt(
            order: try payload.text("order_number", 100, at: "payload"),
            currency: currency,
            method: try payload.text("payment_method", 200, at: "payload"),
            total: try amount("total_cost", in: summary),
            rows: try rows(of: payload)
        )
        _ = try payload.optionalText("merchant_name", 200, at: "payload")
        try checkRest(of: payload)
        guard payload["order_url"] != nil else { return }
        content.links = [PhoneLink(title: "Order", url: try address("order_url", in: payload, at: "payload"))]
    }

    private func rows(of payload: JSONValue) throws(PlatformRefusal) -> [PhoneReceipt.Row] {
        guard payload["elements"] != nil else { return [] }
        var rows: [PhoneReceipt.Row] = []
        for element in try payload.list("elements", 1...limits.receiptRows, at: "payload") {
            let path = "payload.elements"
            try element.allow(["title", "subtitle", "quantity", "price", "currency", "image_url"], at: path)
            if let quantity = element["quantity"] {
                guard let quantity = quantity.int, quantity > 0 else { throw .invalid("\(path).quantity", "1 or more") }
            }
            if element["image_url"] != nil { _ = try link("image_url", in: element, at: path) }
            rows.append(
                PhoneReceipt.Row(
                    title: try element.text("title", 200, at: path),
                    subtitle: try element.optionalText("subtitle", 200, at: path),
                    quantity: element["quantity"]?.int.map { Int($0) },
                    price: try amount("price", in: element)
                )
            )
        }
        return rows
    }

    /// Address, adjustments and the moment.
    private func checkRest(of payload: JSONValue) throws(PlatformRefusal) {
        if let address = try payload.optionalObject("address", at: "payload") {
            try address.allow(
                ["street_1", "street_2", "city", "postal_code", "state", "country"],
                at: "payload.address"
            )
            for name in ["street_1", "city", "postal_code", "state", "country"] {
                _ = try address.text(name, 200, at: "payload.address")
            }
        }
        if payload["adjustments"] != nil {
            for adjustment in try payload.list("adjustments", 1...limits.receiptRows, at: "payload") {
                try adjustment.allow(["name", "amount"], at: "payload.adjustments")
                _ = try adjustment.text("name", 200, at: "payload.adjustments")
                _ = try amount("amount", in: adjustment)
            }
        }
        if let moment = try payload.optionalText("timestamp", 16, at: "payload"), !moment.utf8.allSatisfy(\.isDigit) {
            throw .invalid("payload.timestamp", "seconds as text")
        }
    }

    private func optionalAmount(_ name: String, in value: JSONValue) throws(PlatformRefusal) -> String? {
        value[name] == nil ? nil : try amount(name, in: value)
    }

    private func amount(_ name: String, in value: JSONValue) throws(PlatformRefusal) -> String {
        guard let given = value[name] else { throw .missing(name) }
        let parts = given.decimalText?.split(separator: ".", omittingEmptySubsequences: false) ?? []
        let isMoney = given.kind == .number && parts.first?.hasPrefix("-") == false && (1...2).contains(parts.count)
        guard isMoney, parts.count == 1 || parts[1].utf8.count <= 2, let text = given.decimalText else {
            throw .invalid(name, "a number with two decimals at most")
        }
        return text
    }
}
