import Commerce
import Kernel
import Partners
import Testing

/// What Stripe is asked, byte for byte.
struct StripeCallTests {
    @Test("a page is asked for with its lines, its order in both metadata, and the key that makes it one")
    func page() throws {
        let request = Wire.link(
            [
                Wire.line("Camiseta & calça 100%", "TEE-RED-S", 2, Wire.brl(5_990)),
                Wire.line("Entrega", nil, 1, Wire.brl(1_500)),
            ],
            total: Wire.brl(13_480)
        )
        let call = try Wire.call(request)
        #expect(call.method == "POST")
        #expect(call.url == "https://api.stripe.com/v1/checkout/sessions")
        #expect(
            call.headers.map { "\($0.name): \($0.value)" } == [
                "Authorization: Bearer sk_test_1", "Content-Type: application/x-www-form-urlencoded",
                "Idempotency-Key: entry-1", "Stripe-Version: 2026-10-28.endive",
            ]
        )
        #expect(
            Wire.fields(call.body) == [
                "mode=payment", "client_reference_id=K7QX2M", "expires_at=1795300000", "locale=pt-BR",
                "success_url=https://gw.example/paid?order=K7QX2M&cs={CHECKOUT_SESSION_ID}",
                "cancel_url=https://gw.example/back?order=K7QX2M",
                "metadata[order]=K7QX2M", "metadata[attempt]=3",
                "payment_intent_data[metadata][order]=K7QX2M", "payment_intent_data[metadata][attempt]=3",
                "line_items[0][quantity]=2", "line_items[0][price_data][currency]=brl",
                "line_items[0][price_data][unit_amount]=5990",
                "line_items[0][price_data][product_data][name]=Camiseta & calça 100%",
                "line_items[0][price_data][product_data][metadata][sku]=TEE-RED-S",
                "line_items[1][quantity]=1", "line_items[1][price_data][currency]=brl",
                "line_items[1][price_data][unit_amount]=1500",
                "line_items[1][price_data][product_data][name]=Entrega",
            ]
        )
    }

    @Test("a page bears the shop's name and colour where they are known")
    func dressed() throws {
        var settings = Wire.settings
        settings.shop = "Loja & Co"
        settings.accent = "#1F6F54"
        let fields = Wire.fields(try Wire.call(Wire.link(over: Wire.brl(100)), settings: settings).body)
        #expect(fields.contains("metadata[shop]=Loja & Co"))
        #expect(fields.contains("metadata[accent]=#1F6F54"))
        settings.shop = ""
        settings.accent = nil
        let bare = Wire.fields(try Wire.call(Wire.link(over: Wire.brl(100)), settings: settings).body)
        #expect(!bare.contains { $0.hasPrefix("metadata[shop]") || $0.hasPrefix("metadata[accent]") })
    }

    @Test("every byte but letters, digits and four signs is percent-encoded")
    func encoding() throws {
        let call = try Wire.call(Wire.link([Wire.line("a b+&=%[]é🙂-._~", "S", 1, Wire.brl(1))], total: Wire.brl(1)))
        let name = String(decoding: call.body, as: UTF8.self).split(separator: "&").first { $0.contains("%5Bname%5D") }
        #expect(
            name == """
                line_items%5B0%5D%5Bprice_data%5D%5Bproduct_data%5D%5Bname%5D=a%20b%2B%26%3D%25%5B%5D%C3%A9%F0%9F%99%82-._~
                """
        )
    }

    @Test("the same request is the same bytes, so that its key fits it")
    func repeated() throws {
        let request = Wire.link(over: Wire.brl(5_990))
        #expect(try Wire.call(request) == Wire.call(request))
    }

    @Test("a page is closed under its own address")
    func closing() throws {
        let call = try Wire.call(.closeLink(order: Wire.order, reference: "cs_test/1?"))
        #expect(call.url == "https://api.stripe.com/v1/checkout/sessions/cs_test%2F1%3F/expire")
        #expect(call.body.isEmpty)
        #expect(call.header("Idempotency-Key") == "entry-1")
    }

    @Test("a refund names the money by payment intent, or by charge where that is all there is")
    func refund() throws {
        let call = try Wire.call(Wire.refund)
        #expect(call.url == "https://api.stripe.com/v1/refunds")
        let known = ["amount=5990", "metadata[order]=K7QX2M", "metadata[key]=K7QX2M:refund:1"]
        #expect(Wire.fields(call.body) == ["payment_intent=pi_1"] + known)
        let charge = PaymentRequest.refund(
            order: Wire.order,
            key: "K7QX2M:refund:1",
            transaction: "ch_1",
            amount: Wire.brl(5_990)
        )
        #expect(Wire.fields(try Wire.call(charge).body) == ["charge=ch_1"] + known)
    }

    @Test("nothing is given back where nothing is named", arguments: [0, -5_990])
    func emptyRefund(minorUnits: Int64) throws {
        let request = PaymentRequest.refund(
            order: Wire.order,
            key: "K7QX2M:refund:1",
            transaction: "pi_1",
            amount: Wire.brl(minorUnits)
        )
        let refusal = #expect(throws: PaymentRefusal.self) { try Wire.call(request) }
        guard case .refund("K7QX2M:refund:1", .failed, _) = refusal?.report?.news else {
            Issue.record("the order must hear that the refund failed: \(String(describing: refusal))")
            return
        }
    }

    @Test(
        "amounts are counted as Stripe counts them",
        arguments: [
            ("5.00", "USD", "500"), ("500", "JPY", "500"), ("500", "KRW", "500"), ("5", "ISK", "500"),
            ("5", "MGA", "5"), ("5.120", "KWD", "5120"), ("5.130", "TND", "5130"), ("12.00", "HUF", "1200"),
            ("0.00", "BRL", "0"),
        ]
    )
    func amounts(row: (decimal: String, currency: String, units: String)) throws {
        let currency = try #require(Currency(code: row.currency))
        let price = try #require(Money(decimal: row.decimal, currency: currency))
        let fields = Wire.fields(try Wire.call(Wire.link(over: price)).body)
        #expect(fields.contains("line_items[0][price_data][unit_amount]=\(row.units)"))
        #expect(fields.contains("line_items[0][price_data][currency]=\(row.currency.lowercased())"))
    }

    @Test(
        "what can't be charged to the last unit is refused, and the order hears so",
        arguments: [
            ("5.124", "KWD"), ("5.50", "MGA"), ("5", "UGX"), ("5.0000", "CLF"), ("5.000", "IQD"), ("-1.00", "BRL"),
            ("92233720368547759", "ISK"),
        ]
    )
    func unchargeable(row: (decimal: String, currency: String)) throws {
        let currency = try #require(Currency(code: row.currency))
        let price = try #require(Money(decimal: row.decimal, currency: currency))
        let refusal = #expect(throws: PaymentRefusal.self) { try Wire.call(Wire.link(over: price)) }
        #expect(refusal?.report?.order == Wire.order)
        #expect(refusal.map { $0.report?.news == .linkRefused(reason: $0.reason, attempt: 3) } == true)
        #expect(refusal?.reason.contains(price.description) == true)
    }

    @Test("lines that don't add up to the total are refused: the shopper would pay something else")
    func sums() {
        let lines = [Wire.line("Camiseta", "TEE", 2, Wire.brl(5_990))]
        #expect(throws: PaymentRefusal.self) { try Wire.call(Wire.link(lines, total: Wire.brl(5_990))) }
        #expect(throws: PaymentRefusal.self) { try Wire.call(Wire.link([], total: Wire.brl(0))) }
        let mixed = lines + [Wire.line("Entrega", nil, 1, Money(minorUnits: 1, currency: .usd))]
        #expect(throws: PaymentRefusal.self) { try Wire.call(Wire.link(mixed, total: Wire.brl(11_981))) }
        let huge = [Wire.line("Camiseta", "TEE", .max, Wire.brl(.max))]
        #expect(throws: PaymentRefusal.self) { try Wire.call(Wire.link(huge, total: Wire.brl(.max))) }
    }

    @Test("more lines than a page takes become one last line with the sum of the rest")
    func manyLines() throws {
        let lines = (1...120).map { Wire.line("Meia \($0)", SKU("SOCK-\($0)"), 2, Wire.brl(Int64($0))) }
        let total = Wire.brl((1...120).reduce(0) { $0 + 2 * Int64($1) })
        let fields = Wire.fields(try Wire.call(Wire.link(lines, total: total)).body)
        #expect(fields.contains("line_items[98][price_data][product_data][name]=Meia 99"))
        let last = fields.filter { $0.hasPrefix("line_items[99]") }
        #expect(last.contains("line_items[99][price_data][unit_amount]=\((100...120).reduce(0) { $0 + 2 * $1 })"))
        #expect(last.contains { $0.contains("[name]=2 × Meia 100, 2 × Meia 101") })
        #expect(!fields.contains { $0.hasPrefix("line_items[100]") })
    }

    @Test("a line without a title bears its SKU, one without pieces is left out, a long title is cut")
    func titles() throws {
        let lines = [
            Wire.line(" ", "TEE", 1, Wire.brl(100)), Wire.line("Nada", "NIL", 0, Wire.brl(900)),
            Wire.line(String(repeating: "palavra ", count: 60), "LONG", 1, Wire.brl(50)),
            Wire.line("", nil, 1, Wire.brl(0)),
        ]
        let fields = Wire.fields(try Wire.call(Wire.link(lines, total: Wire.brl(150))).body)
        let names = fields.compactMap { $0.contains("[name]=") ? $0.split(separator: "=").last : nil }
        #expect(names.count == 3)
        #expect(names.first == "TEE")
        #expect(names.last == "–")
        #expect(names.allSatisfy { $0.utf16.count <= 250 })
    }

    @Test(
        "the page speaks the shopper's language, or the browser's where Stripe has none",
        arguments: [
            ("pt-BR", "pt-BR"), ("pt", "pt"), ("pt-PT", "pt"), ("es", "es"), ("es-ES", "es"), ("es-MX", "es-419"),
            ("en-US", "en"), ("en-GB", "en-GB"), ("fr-CA", "fr-CA"), ("fr-BE", "fr"), ("zh-TW", "zh-TW"), ("nn", "nb"),
            ("hi", "auto"), ("ar", "auto"),
        ]
    )
    func locale(row: (language: String, tag: String)) throws {
        let language = try #require(LanguageTag(row.language))
        let request = Wire.link([Wire.line("A", "A", 1, Wire.brl(1))], total: Wire.brl(1), language: language)
        #expect(Wire.fields(try Wire.call(request).body).contains("locale=\(row.tag)"))
    }
}
