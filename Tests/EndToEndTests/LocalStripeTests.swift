import Commerce
import CurlTransport
import Foundation
import Kernel
import Partners
import Ports
import Testing

@Suite(
    "What is said to a payment provider is understood by one that nobody here wrote",
    .serialized,
    .timeLimit(.minutes(2)),
    .enabled(if: LocalStripeServer.program != nil, "localstripe is not installed; pip install localstripe brings it")
)
struct LocalStripeTests {
    private static let secret = "whsec_local"
    private static let key = "sk_test_local"
    private static let order = OrderNumber("K7QX2M")

    /// A server with a webhook to a receiver, and a client.
    private struct Scene {
        let server: LocalStripeServer
        let receiver: LocalStripeReceiver
        let client: CurlClient
        var settings: Stripe.Settings {
            Stripe.Settings(
                baseURL: server.base,
                successURL: "https://shop.example/paid",
                cancelURL: "https://shop.example"
            )
        }

        init() async throws {
            server = try LocalStripeServer()
            receiver = try LocalStripeReceiver()
            guard let client = CurlClient() else { throw SceneError("no client") }
            self.client = client
            let hook = "url=http://127.0.0.1:\(receiver.port)/hook&secret=\(LocalStripeTests.secret)"
            try await waitFor("localstripe", within: .seconds(30)) { [self] in
                await post("/_config/webhooks/shop", hook)?.status == 200
            }
        }

        func post(_ path: String, _ fields: String, key: String = LocalStripeTests.key) async -> HTTPAnswer? {
            let headers = [
                HTTPHeader(name: "Authorization", value: "Bearer \(key)"),
                HTTPHeader(name: "Content-Type", value: "application/x-www-form-urlencoded"),
            ]
            return await send("POST", server.base + path, headers, Array(fields.utf8))
        }

        func send(_ call: PartnerCall) async -> HTTPAnswer? {
            await send(
                call.method,
                call.url,
                call.headers.map { HTTPHeader(name: $0.name, value: $0.value) },
                call.body
            )
        }

        private func send(_ method: String, _ url: String, _ headers: [HTTPHeader], _ body: [UInt8]) async
            -> HTTPAnswer?
        {
            let call = HTTPCall(method: method, url: url, headers: headers, body: body, timeout: .seconds(10))
            guard case .answered(let answer) = await client.send(call) else { return nil }
            return answer
        }

        /// Pays 119.80 BRL by a card; the answer and the payment's id.
        func pay(card: String) async throws -> (answer: HTTPAnswer, id: String?) {
            let method = await post(
                "/v1/payment_methods",
                "type=card&card[number]=\(card)&card[exp_month]=12&card[exp_year]=2030&card[cvc]=123"
            )
            guard let method, let id = try JSONDocument(method.body).root["id"]?.string,
                let customer = await post("/v1/customers", "description=ana"),
                let customerID = try JSONDocument(customer.body).root["id"]?.string
            else { throw SceneError("no card") }
            _ = await post("/v1/payment_methods/\(id)/attach", "customer=\(customerID)")
            let fields =
                "amount=11980&currency=brl&customer=\(customerID)&payment_method=\(id)&confirm=true"
                + "&metadata[order]=\(LocalStripeTests.order.text)"
            guard let answer = await post("/v1/payment_intents", fields) else { throw SceneError("no answer") }
            return (answer, try? JSONDocument(answer.body).root["id"]?.string)
        }
    }

    private var worth: Money { Money(minorUnits: 11_980, currency: .brl) }

    @Test("a payment's webhook is signed as we check it and says what was paid; the money goes back")
    func paidAndRefunded() async throws {
        let scene = try await Scene()
        let paid = try await scene.pay(card: "4242424242424242")
        #expect(paid.answer.status == 200)
        let intent = try #require(paid.id)
        let webhook = try await scene.receiver.waits(for: "payment_intent.succeeded")
        let now = Timestamp.machine
        #expect(Stripe.isSigned(webhook.body, header: webhook.signature, secret: Self.secret, at: now))
        #expect(!Stripe.isSigned(webhook.body, header: webhook.signature, secret: "whsec_other", at: now))
        #expect(!Stripe.isSigned(webhook.body + [32], header: webhook.signature, secret: Self.secret, at: now))
        #expect(!Stripe.isSigned(webhook.body, header: webhook.signature, secret: Self.secret, at: now + .minutes(6)))
        let items = try Stripe.decode(webhook.body).items
        #expect(
            items.map(\.content)
                == [.payment(PaymentReport(order: Self.order, transaction: intent, news: .paid(worth)))]
        )
        let part = Money(minorUnits: 1_980, currency: .brl)
        let request = PaymentRequest.refund(
            order: Self.order,
            key: "K7QX2M:refund:1",
            transaction: intent,
            amount: part
        )
        let call = try Stripe.call(request, key: "k-1", secretKey: Self.key, settings: scene.settings)
        let answer = try #require(await scene.send(call))
        #expect(answer.status == 200)
        let json = try JSONDocument(answer.body).root
        #expect(json["amount"]?.int == 1_980)
        #expect(json["metadata"]?["key"]?.string == "K7QX2M:refund:1")
        guard case .report(let report) = Stripe.verdict(on: request, status: 200, body: answer.body, attempt: 0) else {
            throw SceneError("the refund was not understood")
        }
        #expect(report.order == Self.order)
        #expect(report.news == .refund(key: "K7QX2M:refund:1", .succeeded, reason: nil))
    }

    @Test("a card that is turned down pays nothing, and the webhook says so")
    func declined() async throws {
        let scene = try await Scene()
        let paid = try await scene.pay(card: "4000000000000341")
        #expect(paid.answer.status == 402)
        let webhook = try await scene.receiver.waits(for: "payment_intent.payment_failed")
        #expect(Stripe.isSigned(webhook.body, header: webhook.signature, secret: Self.secret, at: .machine))
        let content = try #require(try Stripe.decode(webhook.body).items.first?.content)
        guard case .payment(let report) = content, case .failed = report.news else {
            throw SceneError("not a failed payment: \(content)")
        }
        #expect(report.order == Self.order)
    }

    @Test("a wrong key, a payment nobody made and a page it does not have are not taken for success")
    func refused() async throws {
        let scene = try await Scene()
        let line = PaymentLinkRequest.Line(
            title: "Camiseta",
            sku: "TEE",
            quantity: 2,
            price: Money(minorUnits: 5_990, currency: .brl)
        )
        let link = PaymentLinkRequest(
            order: Self.order,
            attempt: 1,
            lines: [line],
            total: worth,
            lapsesAt: .machine + .hours(1),
            language: .brazilianPortuguese
        )
        let requests: [(request: PaymentRequest, key: String)] = [
            (.openLink(link), Self.key),
            (.refund(order: Self.order, key: "r", transaction: "pi_none", amount: worth), Self.key),
            (.refund(order: Self.order, key: "r", transaction: "pi_none", amount: worth), "rk_none"),
        ]
        for (request, key) in requests {
            let call = try Stripe.call(request, key: "k", secretKey: key, settings: scene.settings)
            let answer = try #require(await scene.send(call))
            #expect(answer.status >= 400)
            let verdict = Stripe.verdict(on: request, status: answer.status, body: answer.body, attempt: 0)
            switch verdict {
            case .refused, .retry: break
            case .report, .settled: Issue.record("\(answer.status) was taken for \(verdict)")
            }
        }
    }
}
