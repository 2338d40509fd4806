import Foundation
import Kernel
import Platform
import PlatformEmulator
import Ports
import Testing

@Suite("The hosted page and the partners over HTTP", .timeLimit(.minutes(2)))
struct PayPageTests {
    @Test("paying on the page leads to signed webhooks and a way back to the shop")
    func pays() async throws {
        let receiver = Receiver()
        try await Stage.run(receiver: receiver) { stage in
            let page = try await stage.openPage()
            let html = await stage.read(page)
            for word in [
                "Loja Luz", "Luminária Aurora", "2 × R$ 189,00 · Latão escovado", "Entrega PAC", "R$ 397,90",
                "--accent: #1F6F54", #"lang="pt""#, "Pagar R$ 397,90", "Pedido", "K7QX2M", "24 h",
                #"action="\#(page)""#,
            ] {
                #expect(html.localizedCaseInsensitiveContains(word), "\(word)")
            }
            #expect(!html.contains("<script"))
            let next = try #require(await stage.press("pay", on: page))
            let id = try #require(page.split(separator: "/").last)
            let thanks = await stage.read(next)
            #expect(thanks.contains("Obrigado, está pago"))
            #expect(thanks.contains(#"http-equiv="refresh" content="3; url=https:"#))
            #expect(thanks.replacing("&#x2F;", with: "/").contains("https://shop.example/paid?cs=\(id)"))
            let again = await stage.read(page)
            #expect(again.contains("já está pago"))
            #expect(!again.contains("http-equiv=\"refresh\""))
            #expect(!again.contains("<form"))
            let webhooks = try await receiver.waits(for: 4)
            #expect(webhooks.allSatisfy { $0.url == "http://receiver.example/webhooks/payments/demo" })
            for webhook in webhooks {
                let header = webhook.headers.first { $0.isNamed("stripe-signature") }?.value ?? ""
                let time = header.dropFirst(2).prefix { $0 != "," }
                #expect(
                    header
                        == "t=\(time),v1="
                        + HMACSHA256.hex(key: "whsec_demo", body: Array("\(time).".utf8) + webhook.body)
                )
            }
            #expect(stage.partners.look { $0.payments.balance(of: "demo", in: "brl") } == 39_790)
            #expect(await stage.get("/healthz")?.text == #"{"status":"ok","unansweredWebhooks":0}"#)
        }
    }

    @Test("a failed try says so and leaves the buttons, later says that nothing was charged")
    func failsAndWaits() async throws {
        try await Stage.run { stage in
            let page = try await stage.openPage()
            let failed = await stage.read(try #require(await stage.press("fail", on: page)))
            #expect(failed.contains(#"role="alert""#))
            #expect(failed.contains("recusou o pagamento"))
            #expect(failed.contains(#"value="pay""#))
            let waits = await stage.read(try #require(await stage.press("later", on: page)))
            #expect(waits.contains("Nada foi cobrado"))
            #expect(waits.replacing("&#x2F;", with: "/").contains(#"href="https://shop.example/back""#))
            #expect(!failed.contains("shop.example"))
            #expect(waits.contains(#"value="pay""#))
            let slip = await stage.read(try #require(await stage.press("slip", on: page)))
            #expect(slip.contains("Seu pagamento está a caminho"))
            #expect(!slip.contains("<form"))
            #expect(await stage.press("pay", on: page) == page)
            #expect(stage.partners.look { $0.payments.money.isEmpty })
            #expect(await stage.press("dance", on: page) == nil)
            _ = await stage.post("/emulator/payment/K7QX2M", #"{"deed":"bounce"}"#)
            #expect(await stage.read(page).contains("O banco não enviou o dinheiro"))
        }
    }

    @Test("an expired page says so, and so does one that never was")
    func expired() async throws {
        try await Stage.run { stage in
            let page = try await stage.openPage()
            let id = try #require(page.split(separator: "/").last)
            #expect(await stage.pay("/v1/checkout/sessions/\(id)/expire", []).answer?.status == 200)
            #expect(await stage.press("pay", on: page) == page)
            let html = await stage.read(page)
            #expect(html.contains("Esta página expirou"))
            #expect(!html.contains("<form"))
            let unknown = await stage.get("/pay/cs_test_none")
            #expect(unknown?.status == 404)
            #expect(unknown?.text.contains("There is no such page") == true)
            #expect(await stage.press("pay", on: "/pay/cs_test_none") == nil)
            #expect(await stage.get("/pay")?.status == 404)
        }
    }

    @Test("what the shop wrote is shown as text, and only a colour is a colour")
    func escaping() async throws {
        try await Stage.run { stage in
            let page = try await stage.openPage(
                ["line_items[0][price_data][product_data][images][0]=https://shop.example/i.jpg?a=1%26b='"],
                changing: [
                    "line_items[0][price_data][product_data][name]": "%3Cscript%3Ealert(1)%3C/script%3E",
                    "metadata[shop]": "%22%3E%3Cimg src=x%3E", "metadata[accent]": "red;}body{display:none",
                ]
            )
            let html = await stage.read(page)
            #expect(!html.contains("<script"))
            #expect(!html.contains("<img src=x"))
            #expect(!html.contains("display:none"))
            #expect(html.contains("&lt;script&gt;"))
            #expect(html.contains("--accent: #1f4b99"))
            let headers = await stage.get(page)?.headers ?? []
            #expect(
                headers.contains { $0.isNamed("content-security-policy") && $0.value.contains("default-src 'none'") }
            )
        }
    }

    @Test(
        "each language has its own words and writes amounts its own way",
        arguments: [
            ("auto", "Your order", "R$ 397.90"), ("en-GB", "Your order", "R$ 397.90"),
            ("pt", "Seu pedido", "R$ 397,90"),
            ("es-419", "Tu pedido", "R$ 397"), ("de", "Deine Bestellung", "R$ 397,90"),
            ("fr-CA", "Votre commande", "R$ 397,90"), ("ko", "Your order", "R$ 397"),
        ]
    )
    func languages(locale: String, order: String, total: String) async throws {
        try await Stage.run { stage in
            let html = await stage.read(try await stage.openPage(changing: ["locale": locale]))
            #expect(html.contains(order))
            #expect(html.contains(total))
        }
    }

    @Test(
        "text on the accent can be read, whatever the shop chose",
        arguments: ["#000000", "#FFFFFF", "#FFFF00", "#767676", "#1F6F54", "#E11D48", "#00B2FF", "#808080"]
    )
    func contrast(accent: String) async throws {
        try await Stage.run { stage in
            let changed = ["metadata[accent]": accent.replacing("#", with: "%23")]
            let html = await stage.read(try await stage.openPage(changing: changed))
            #expect(html.contains("--accent: \(accent);"))
            let light = Self.luminance(accent)
            let text = html.contains("--on-accent: #ffffff") ? 1.0 : 0.0
            let contrast = (max(light, text) + 0.05) / (min(light, text) + 0.05)
            #expect(contrast >= 4.5)
        }
    }

    private static func luminance(_ colour: String) -> Double {
        let number = Int(colour.dropFirst(), radix: 16) ?? 0
        let parts = [16, 8, 0].map { shift in
            let share = Double(number >> shift & 255) / 255
            return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }

    @Test("a lost answer cuts the connection, and the same key finds what was done")
    func lostAnswer() async throws {
        try await Stage.run { stage in
            #expect(await stage.post("/emulator/payments/fault", #"{"fault":"loseAnswer"}"#).answer?.status == 204)
            let lost = await stage.pay("/v1/checkout/sessions", Stage.lamp, key: "K7QX2M:1")
            guard case .lost = lost else { throw ActRejection("not lost") }
            let found = await stage.pay("/v1/checkout/sessions", Stage.lamp, key: "K7QX2M:1").answer
            #expect(found?.headers.contains { $0.isNamed("idempotent-replayed") } == true)
            #expect(stage.partners.look { $0.payments.sessions.count } == 1)
            _ = await stage.post("/emulator/payments/fault", #"{"fault":"down","for":600000}"#)
            #expect(await stage.pay("/v1/checkout/sessions", Stage.lamp).answer?.status == 503)
        }
    }
}
