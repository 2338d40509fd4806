import Kernel
import Platform
import Testing

@Suite("Hosted pages are made by a call")
struct PaymentsSessionTests {
    private static let refused = "400 invalid_request_error"

    @Test("a session shows what was asked for, and its address leads back to it")
    func made() throws {
        let scene = PaymentsScene()
        let answer = try #require(scene.post("/v1/checkout/sessions", PaymentsScene.shirts))
        #expect(answer.status == 200)
        let session = try answer.json()
        #expect(session["object"]?.string == "checkout.session")
        #expect(session["status"]?.string == "open")
        #expect(session["payment_status"]?.string == "unpaid")
        #expect(session["amount_total"]?.int == 11_980)
        #expect(session["currency"]?.string == "brl")
        #expect(session["client_reference_id"]?.string == "conv-42")
        #expect(session["metadata"]?["order"]?.string == "ORD-1")
        #expect(session["payment_intent"]?.isNull == true)
        #expect(session["expires_at"]?.int == PaymentsScene.start.wholeSeconds + 86_400)
        let id = try #require(session["id"]?.string)
        let url = try #require(session["url"]?.string)
        #expect(id.hasPrefix("cs_test_"))
        #expect(url == "https://pay.example/pay/\(id)")
        #expect(scene.payments.session(at: url + "?x=1")?.id == id)
        #expect(scene.payments.newestSession(for: "ORD-1")?.id == id)
        #expect(scene.payments.session(id)?.successAddress == "https://shop.example/paid?cs=\(id)")
        #expect(try scene.get("/v1/checkout/sessions/\(id)")?.json()["id"]?.string == id)
        let lines = try scene.get("/v1/checkout/sessions/\(id)/line_items")?.json()
        #expect(lines?["data"]?[0]?["amount_total"]?.int == 11_980)
        #expect(try scene.types() == [])
    }

    @Test("percent escapes and raw brackets mean the same")
    func escapes() throws {
        let scene = PaymentsScene()
        let escaped = PaymentsScene.shirts.map { field in
            field.split(separator: "").map { $0 == "[" ? "%5B" : $0 == "]" ? "%5d" : String($0) }.joined()
        }
        let answer = scene.post("/v1/checkout/sessions", escaped + ["metadata[word]=ol%C3%A1+mundo%26"])
        #expect(try answer?.json()["metadata"]?["word"]?.string == "olá mundo&")
        #expect(try answer?.json()["amount_total"]?.int == 11_980)
    }

    @Test(
        "what can't be taken is refused by type, code and parameter",
        arguments: [
            (["mode=setup"], "- mode"), (["mode=rent"], "- mode"), (["ui_mode=embedded"], "- ui_mode"),
            (["success_url=javascript:alert(1)"], "url_invalid success_url"),
            (["success_url=shop.example"], "url_invalid success_url"),
            (["success_url="], "parameter_invalid_empty success_url"),
            (["cancel_url=https://a b"], "url_invalid cancel_url"),
            (["expires_at=1791203399"], "- expires_at"), (["expires_at=1791288001"], "- expires_at"),
            (["expires_at=soon"], "parameter_invalid_integer expires_at"),
            (["client_reference_id=" + String(repeating: "x", count: 201)], "- client_reference_id"),
            (["locale=xx"], "- locale"), (["customer_email=ana"], "email_invalid customer_email"),
            (["metadata[" + String(repeating: "k", count: 41) + "]=v"], "- metadata"),
            (["metadata[k]=" + String(repeating: "v", count: 501)], "- metadata[k]"), (["metadata=x"], "- metadata"),
            ((1...50).map { "metadata[k\($0)]=v" }, "- metadata"),
            (["line_items[0][quantity]=0"], "parameter_invalid_integer line_items[0][quantity]"),
            (["line_items[0][quantity]=1.5"], "parameter_invalid_integer line_items[0][quantity]"),
            (
                ["line_items[0][price_data][unit_amount]=-1"],
                "parameter_invalid_integer line_items[0][price_data][unit_amount]"
            ),
            (
                ["line_items[0][price_data][unit_amount]=59.90"],
                "parameter_invalid_integer line_items[0][price_data][unit_amount]"
            ),
            (
                ["line_items[0][price_data][unit_amount_decimal]=5990"],
                "parameters_exclusive line_items[0][price_data][unit_amount]"
            ),
            (["line_items[0][price_data][currency]=BRL"], "- line_items[0][price_data][currency]"),
            (["line_items[0][price_data][currency]=xau"], "- line_items[0][price_data][currency]"),
            (["line_items[0][price_data][unit_amount]=50000000"], "amount_too_large line_items"),
            (["line_items[0][price_data][unit_amount]=24"], "amount_too_small line_items"),
            (["line_items[0][price]=price_1"], "parameters_exclusive line_items[0][price]"),
            (["line_items[2][quantity]=1"], "- line_items"), (["line_items[x][quantity]=1"], "- line_items"),
            (["line_items[1][quantity]=1"], "parameter_missing line_items[1][price_data]"),
            (
                ["line_items[0][price_data][product_data][images][0]=x"],
                "url_invalid line_items[0][price_data][product_data][images][0]"
            ),
            (
                ["shipping_address_collection[allowed_countries][0]=br"],
                "- shipping_address_collection[allowed_countries][0]"
            ),
            (["phone_number_collection[enabled]=yes"], "- phone_number_collection[enabled]"),
            (["discounts[0][coupon]=TEN"], "resource_missing discounts[0][coupon]"),
            (["payment_method=card"], "parameter_unknown payment_method"),
            (["line_items[0][colour]=red"], "parameter_unknown line_items[0][colour]"),
        ]
    )
    func refusals(fields: [String], refusal: String) throws {
        let scene = PaymentsScene()
        let names = Set(fields.map { $0.prefix { $0 != "=" } })
        let kept = PaymentsScene.shirts.filter { !names.contains($0.prefix { $0 != "=" }) }
        let answer = scene.post("/v1/checkout/sessions", kept + fields)
        #expect(answer?.refusal == "\(Self.refused) \(refusal)")
        #expect(scene.payments.sessions.isEmpty)
    }

    @Test(
        "what has to be there and is not is named",
        arguments: [
            ("mode", "mode"), ("success_url", "success_url"), ("line_items[0][quantity]", "line_items[0][quantity]"),
            ("line_items[0][price_data][currency]", "line_items[0][price_data][currency]"),
            ("line_items[0][price_data][unit_amount]", "line_items[0][price_data][unit_amount]"),
            (
                "line_items[0][price_data][product_data][name]",
                "line_items[0][price_data][product_data][name]"
            ), ("line_items", "line_items"),
        ]
    )
    func missing(field: String, param: String) {
        let scene = PaymentsScene()
        let answer = scene.post("/v1/checkout/sessions", PaymentsScene.shirts.filter { !$0.hasPrefix(field) })
        #expect(answer?.refusal == "\(Self.refused) parameter_missing \(param)")
    }

    @Test(
        "a form that can be read in two ways is not read",
        arguments: [
            "mode=payment&mode=payment", "metadata[a]=1&metadata[a][b]=2", "a[=1", "a]=1", "[a]=1", "a[]=1", "a[b]c=1",
            "=1",
            "a=%G1", "a=%4", "a=%FF",
        ]
    )
    func forms(body: String) {
        let scene = PaymentsScene()
        let answer = scene.post("/v1/checkout/sessions", [body])
        #expect(answer?.status == 400)
        #expect(answer?.refusal?.contains("parameter_missing") == false)
        #expect(answer?.refusal?.contains("parameter_unknown") == false)
    }

    @Test(
        "each currency is counted as the provider counts it",
        arguments: [
            ("jpy", 50, true), ("jpy", 49, false), ("isk", 500, true), ("isk", 550, false), ("ugx", 500, true),
            ("kwd", 5120, true), ("kwd", 5124, false), ("mga", 5, true), ("gbp", 30, true), ("gbp", 29, false),
            ("brl", 50, true), ("brl", 0, true),
        ]
    )
    func currencies(code: String, amount: Int, isTaken: Bool) {
        let scene = PaymentsScene()
        let fields = [
            "mode=payment", "success_url=https://a.example", "line_items[0][quantity]=1",
            "line_items[0][price_data][currency]=\(code)", "line_items[0][price_data][unit_amount]=\(amount)",
            "line_items[0][price_data][product_data][name]=x",
        ]
        #expect((scene.post("/v1/checkout/sessions", fields)?.status == 200) == isTaken)
    }

    @Test(
        "amounts of the provider are worth what ISO says",
        arguments: [
            ("brl", 11_980, "119.80 BRL"), ("jpy", 500, "500 JPY"), ("isk", 500, "5 ISK"), ("mga", 5, "5.00 MGA"),
            ("kwd", 5120, "5.120 KWD"),
        ]
    )
    func worth(code: String, amount: Int64, money: String) throws {
        #expect(try #require(PaymentCurrency(code: code)).money(amount)?.description == money)
    }

    @Test("lines of two currencies, a hundred and one lines and six ways of shipping are refused")
    func bounds() {
        let scene = PaymentsScene()
        func line(_ number: Int, _ currency: String) -> [String] {
            [
                "line_items[\(number)][quantity]=1", "line_items[\(number)][price_data][currency]=\(currency)",
                "line_items[\(number)][price_data][unit_amount]=100",
                "line_items[\(number)][price_data][product_data][name]=n",
            ]
        }
        func way(_ number: Int) -> [String] {
            let path = "shipping_options[\(number)][shipping_rate_data]"
            return [
                "\(path)[display_name]=PAC", "\(path)[type]=fixed_amount", "\(path)[fixed_amount][amount]=1990",
                "\(path)[fixed_amount][currency]=brl",
            ]
        }
        let mixed = scene.post("/v1/checkout/sessions", PaymentsScene.shirts + line(1, "usd"))
        #expect(mixed?.refusal == "\(Self.refused) - line_items[1][price_data][currency]")
        let many = (1...100).flatMap { line($0, "brl") }
        #expect(
            scene.post("/v1/checkout/sessions", PaymentsScene.shirts + many)?.refusal == "\(Self.refused) - line_items"
        )
        let fits = scene.post("/v1/checkout/sessions", PaymentsScene.shirts + many.dropLast(4))
        #expect(fits?.status == 200)
        let shipped = scene.post("/v1/checkout/sessions", PaymentsScene.shirts + (0..<5).flatMap(way))
        #expect((try? shipped?.json()["amount_total"]?.int) == 13_970)
        let ways = scene.post("/v1/checkout/sessions", PaymentsScene.shirts + (0..<6).flatMap(way))
        #expect(ways?.refusal == "\(Self.refused) - shipping_options")
    }

    @Test("calls without the account's own key are 401, and another account's page is unknown")
    func keys() throws {
        let scene = PaymentsScene()
        for secret in ["pk_test_demo", "rk_test_demo", "sk_test_else", ""] {
            #expect(scene.post("/v1/checkout/sessions", PaymentsScene.shirts, secret: secret)?.status == 401)
        }
        let basic = PlatformCall(
            method: "POST",
            target: "/v1/checkout/sessions",
            headers: [
                PlatformHeader("authorization", "Basic c2tfdGVzdF9kZW1vOg=="),
                PlatformHeader("content-type", "application/x-www-form-urlencoded; charset=utf-8"),
            ],
            body: Array(PaymentsScene.shirts.joined(separator: "&").utf8)
        )
        #expect(scene.payments.answer(basic, at: scene.now).answer?.status == 200)
        let page = try scene.open()
        #expect(
            scene.get("/v1/checkout/sessions/\(page)", secret: "sk_test_other")?.refusal
                == "404 invalid_request_error resource_missing session"
        )
        #expect(scene.post("/v1/checkout/sessions/\(page)/expire", [], secret: "sk_test_other")?.status == 404)
        #expect(scene.post("/v1/payment_links", [])?.status == 404)
        #expect(scene.get("/v1/checkout/sessions")?.status == 404)
        var json = basic
        json.headers[1] = PlatformHeader("content-type", "application/json")
        #expect(scene.payments.answer(json, at: scene.now).answer?.status == 400)
        var patch = basic
        patch.method = "PATCH"
        #expect(scene.payments.answer(patch, at: scene.now).answer?.status == 404)
    }
}
