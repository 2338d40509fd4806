import Commerce
import Kernel

/// A hosted page as Stripe is asked for it: lines with amounts that it can charge.
struct StripePage {
    /// A payment page has at most so many lines.
    private static let lineLimit = 100
    /// A product's name on the page, in UTF-16 units.
    private static let nameLimit = 250

    private let link: PaymentLinkRequest
    private let lines: [Line]

    private struct Line {
        var name: String
        var sku: String?
        var quantity: Int
        var units: Int64
    }

    /// Refuses what can't be charged to the last unit.
    init(of link: PaymentLinkRequest) throws(PaymentRefusal) {
        self.link = link
        guard StripeAmount.units(of: link.total) != nil else {
            throw Self.refusal(link, "Stripe can't charge \(link.total). Take another currency or a rounder amount.")
        }
        var sum = Money.zero(link.total.currency)
        var lines: [Line] = []
        for line in link.lines where line.quantity > 0 {
            guard let units = StripeAmount.units(of: line.price) else {
                throw Self.refusal(link, "Stripe can't charge \(line.price) for \(line.sku?.text ?? "a line").")
            }
            guard let next = line.price.multiplied(by: line.quantity).flatMap({ sum.adding($0) }) else {
                throw Self.refusal(link, "The lines are of several currencies, or come to more than can be counted.")
            }
            sum = next
            lines.append(Line(name: Self.name(of: line), sku: line.sku?.text, quantity: line.quantity, units: units))
        }
        guard sum == link.total, !lines.isEmpty else {
            throw Self.refusal(link, "The lines come to \(sum), but the order to \(link.total). This is ours to mend.")
        }
        self.lines = try Self.folded(lines, of: link)
    }

    func form(_ settings: Stripe.Settings) -> FormBody {
        var form = FormBody()
        form.add("mode", "payment")
        form.add("client_reference_id", link.order.text)
        form.add("expires_at", String(link.lapsesAt.wholeSeconds))
        form.add("locale", StripeLocale.tag(for: link.language))
        form.add("success_url", Self.address(settings.successURL, link))
        form.add("cancel_url", Self.address(settings.cancelURL, link))
        // The page's metadata is not handed on to the money's, which has webhooks of its own.
        for prefix in ["metadata", "payment_intent_data[metadata]"] {
            form.add("\(prefix)[order]", link.order.text)
            form.add("\(prefix)[attempt]", String(link.attempt))
        }
        if let shop = settings.shop, !shop.isEmpty { form.add("metadata[shop]", TextTools.prefix(shop, fitting: 500)) }
        if let accent = settings.accent, !accent.isEmpty { form.add("metadata[accent]", accent) }
        let currency = link.total.currency.code.lowercased()
        for (index, line) in lines.enumerated() {
            let prefix = "line_items[\(index)]"
            form.add("\(prefix)[quantity]", String(line.quantity))
            form.add("\(prefix)[price_data][currency]", currency)
            form.add("\(prefix)[price_data][unit_amount]", String(line.units))
            form.add("\(prefix)[price_data][product_data][name]", line.name)
            if let sku = line.sku { form.add("\(prefix)[price_data][product_data][metadata][sku]", sku) }
        }
        return form
    }

    /// Empty names are refused by Stripe.
    private static func name(of line: PaymentLinkRequest.Line) -> String {
        let name = TextTools.prefix(line.title, fitting: nameLimit)
        return name.allSatisfy(\.isWhitespace) ? line.sku?.text ?? "–" : name
    }

    /// What is too much for the page becomes one last line of them all.
    private static func folded(_ lines: [Line], of link: PaymentLinkRequest) throws(PaymentRefusal) -> [Line] {
        guard lines.count > lineLimit else { return lines }
        let rest = lines[(lineLimit - 1)...]
        let words = rest.map { $0.quantity > 1 ? "\($0.quantity) × \($0.name)" : $0.name }.joined(separator: ", ")
        // The sum of all lines was counted without overflow in our units, and Stripe's may be a hundred times as many.
        var units: Int64 = 0
        for line in rest {
            let (product, tooMuch) = line.units.multipliedReportingOverflow(by: Int64(line.quantity))
            let (sum, overflow) = units.addingReportingOverflow(product)
            guard !tooMuch, !overflow else { throw refusal(link, "Stripe can't charge \(link.total).") }
            units = sum
        }
        let last = Line(name: TextTools.prefix(words, fitting: nameLimit), sku: nil, quantity: 1, units: units)
        return lines[..<(lineLimit - 1)] + [last]
    }

    private static func address(_ pattern: String, _ link: PaymentLinkRequest) -> String {
        pattern.replacing("{order}", with: PercentEncoding.encode(link.order.text))
            .replacing("{language}", with: link.language.description)
    }

    private static func refusal(_ link: PaymentLinkRequest, _ reason: String) -> PaymentRefusal {
        PaymentRefusal(of: .openLink(link), reason: reason)
    }
}
