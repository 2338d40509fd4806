import Foundation
import Kernel
import Platform
import PlatformEmulator
import Ports
import Testing

/// With `SHOPKEEPER_TEST_PICTURES` set to a folder, pictures of the pages are kept there.
@Suite(
    "The hosted page in a browser whose scripts are off",
    .serialized,
    .timeLimit(.minutes(3)),
    .enabled(if: PayBrowser.program != nil, "Chromium is not installed; apt-get install chromium brings it")
)
struct PayBrowserTests {
    private func keep(_ browser: PayBrowser, _ name: String) async throws {
        let picture = try await browser.picture()
        #expect(picture.starts(with: [0x89, 0x50, 0x4E, 0x47]))
        guard let folder = ProcessInfo.processInfo.environment["SHOPKEEPER_TEST_PICTURES"] else { return }
        try picture.write(to: URL(filePath: folder).appending(path: "\(name).png"))
    }

    @Test("a finger on Pay moves the money and leads back to the shop")
    func pays() async throws {
        let receiver = Receiver()
        try await Stage.run(receiver: receiver) { stage in
            let back = stage.base + "/healthz?paid={CHECKOUT_SESSION_ID}"
            let page = try await stage.openPage(changing: ["success_url": back])
            let browser = try PayBrowser()
            try await browser.open(stage.base + page)
            try await keep(browser, "open")
            #expect(
                try await browser.names(of: "button")
                    == ["Pagar R$ 397,90", "Deixar o pagamento falhar", "Agora não", "Pagar com boleto (leva dias)"]
            )
            #expect(try await browser.names(of: "heading") == ["Seu pedido"])
            #expect(try await browser.width() <= 390)
            try await browser.press("button[value=pay]")
            #expect(try await browser.html().contains("Obrigado, está pago"))
            try await keep(browser, "paid")
            #expect(stage.partners.look { $0.payments.balance(of: "demo", in: "brl") } == 39_790)
            #expect(try await receiver.waits(for: 4).count == 4)
            let id = try #require(page.split(separator: "/").last)
            try await browser.waits { $0 == "\(stage.base)/healthz?paid=\(id)" }
            try await browser.open(stage.base + page)
            #expect(try await browser.html().contains("já está pago"))
            try await keep(browser, "already")
        }
    }

    @Test("a finger on Fail says so and leaves the page, one on Later too")
    func fails() async throws {
        try await Stage.run { stage in
            let page = try await stage.openPage(changing: ["locale": "en", "metadata[accent]": "%23FFC107"])
            let browser = try PayBrowser()
            try await browser.open(stage.base + page)
            try await browser.press("button[value=fail]")
            #expect(try await browser.names(of: "alert").count == 1)
            #expect(try await browser.html().contains("Your bank has declined the payment"))
            try await keep(browser, "failed")
            try await browser.press("button[value=later]")
            #expect(try await browser.html().contains("Nothing was charged. You can come back"))
            #expect(stage.partners.look { $0.payments.money.isEmpty })
            let id = try #require(page.split(separator: "/").last)
            _ = await stage.pay("/v1/checkout/sessions/\(id)/expire", [])
            try await browser.press("button[value=pay]")
            #expect(try await browser.html().contains("This page has expired"))
            try await keep(browser, "expired")
            #expect(stage.partners.look { $0.payments.money.isEmpty })
        }
    }

    @Test("a long basket with long names fits a phone")
    func longBasket() async throws {
        try await Stage.run { stage in
            let long = (2...12).flatMap { number in
                let path = "line_items[\(number)]"
                return [
                    "\(path)[quantity]=\(number)", "\(path)[price_data][currency]=brl",
                    "\(path)[price_data][unit_amount]=123456",
                    "\(path)[price_data][product_data][name]=Donaudampfschifffahrtsgesellschaftskapit%C3%A4nskaj%C3%BCte+\(number)",
                ]
            }
            let page = try await stage.openPage(long, changing: ["locale": "de"])
            let browser = try PayBrowser()
            try await browser.open(stage.base + page)
            #expect(try await browser.width() <= 390)
            try await keep(browser, "long")
            try await browser.press("button[value=slip]")
            #expect(try await browser.html().contains("Deine Zahlung ist unterwegs"))
            try await keep(browser, "underway")
        }
    }
}
