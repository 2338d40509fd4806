import Kernel
import Platform

/// A provider with two shops, and what a shop asks of it.
final class PaymentsScene {
    var payments: EmulatedPayments
    var now = PaymentsScene.start

    static let start = Timestamp(seconds: 1_791_201_600)  // 2026-10-05T12:00Z

    init(_ change: (inout PaymentsConfiguration) -> Void = { _ in }) {
        var configuration = PaymentsConfiguration(
            accounts: [PaymentsAccount(name: "demo"), PaymentsAccount(name: "other")]
        )
        change(&configuration)
        payments = EmulatedPayments(configuration)
    }

    /// Fields of a session for two shirts, 119.80 BRL.
    static let shirts = [
        "mode=payment", "client_reference_id=conv-42", "locale=pt-BR",
        "success_url=https://shop.example/paid?cs={CHECKOUT_SESSION_ID}",
        "cancel_url=https://shop.example/back", "metadata[order]=ORD-1", "payment_intent_data[metadata][order]=ORD-1",
        "line_items[0][quantity]=2", "line_items[0][price_data][currency]=brl",
        "line_items[0][price_data][unit_amount]=5990", "line_items[0][price_data][product_data][name]=Camiseta",
        "line_items[0][price_data][product_data][metadata][sku]=TEE-RED-S",
    ]

    @discardableResult
    func post(
        _ path: String,
        _ fields: [String],
        key: String? = nil,
        secret: String = "sk_test_demo"
    ) -> PlatformAnswer? {
        payments.answer(Self.call(path, fields, key: key, secret: secret), at: now).answer
    }

    static func call(_ path: String, _ fields: [String], key: String? = nil, secret: String = "sk_test_demo")
        -> PlatformCall
    {
        var headers = [
            PlatformHeader("Authorization", "Bearer \(secret)"),
            PlatformHeader("Content-Type", "application/x-www-form-urlencoded"),
        ]
        if let key { headers.append(PlatformHeader("Idempotency-Key", key)) }
        return PlatformCall(
            method: "POST",
            target: path,
            headers: headers,
            body: Array(fields.joined(separator: "&").utf8)
        )
    }

    func get(_ path: String, secret: String = "sk_test_demo") -> PlatformAnswer? {
        let call = PlatformCall(
            method: "GET",
            target: path,
            headers: [PlatformHeader("authorization", "Bearer \(secret)")]
        )
        return payments.answer(call, at: now).answer
    }

    /// Opens a page for the two shirts; its id is the answer.
    func open(_ more: [String] = [], secret: String = "sk_test_demo") throws -> String {
        let answer = post("/v1/checkout/sessions", Self.shirts + more, secret: secret)
        guard let id = try answer?.json()["id"]?.string else { throw ActRejection(answer?.text ?? "no answer") }
        return id
    }

    func does(_ deed: PageDeed, on page: String) throws {
        try payments.shopper(deed, on: page, at: now)
    }

    /// The events that are due, answered with 200.
    func events() throws -> [PaymentsEvent] {
        let due = payments.dueWebhooks(at: now)
        for webhook in due { payments.webhookAnswered(webhook.id, status: 200, at: now) }
        return try due.map { try PaymentsEvent($0) }
    }

    /// Their types alone.
    func types() throws -> [String] { try events().map(\.type) }

    /// The payment of a page.
    func intent(of page: String) throws -> String {
        guard let intent = payments.session(page)?.intent else { throw ActRejection("nothing was tried on \(page)") }
        return intent
    }
}

/// An event as a shop gets it.
struct PaymentsEvent {
    let webhook: Webhook
    let type: String
    let object: JSONValue
    let before: JSONValue?

    init(_ webhook: Webhook) throws {
        self.webhook = webhook
        let root = try JSONDocument(webhook.body).root
        guard let type = root["type"]?.string, let object = root["data"]?["object"] else {
            throw ActRejection("no event")
        }
        self.type = type
        self.object = object
        before = root["data"]?["previous_attributes"]
    }
}

extension PlatformAnswer {
    func json() throws -> JSONValue { try JSONDocument(body).root }

    /// Type, code and parameter of an error of the provider, as `400 invalid_request_error parameter_missing mode`.
    var refusal: String? {
        guard let error = try? json()["error"] else { return nil }
        return [String(status), error["type"]?.string, error["code"]?.string, error["param"]?.string]
            .map { $0 ?? "-" }.joined(separator: " ")
    }
}
