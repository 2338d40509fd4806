import CurlTransport
import Kernel
import Platform
import Ports

/// What a shop asks of the payment provider over HTTP, and what a shopper's browser does.
extension Stage {
    static let lamp = [
        "mode=payment", "locale=pt-BR", "success_url=https://shop.example/paid?cs={CHECKOUT_SESSION_ID}",
        "cancel_url=https://shop.example/back", "metadata[order]=K7QX2M", "metadata[shop]=Loja+Luz",
        "metadata[accent]=%231F6F54", "payment_intent_data[metadata][order]=K7QX2M",
        "line_items[0][quantity]=2", "line_items[0][price_data][currency]=brl",
        "line_items[0][price_data][unit_amount]=18900",
        "line_items[0][price_data][product_data][name]=Lumin%C3%A1ria+Aurora",
        "line_items[0][price_data][product_data][description]=Latão+escovado",
        "line_items[1][quantity]=1", "line_items[1][price_data][currency]=brl",
        "line_items[1][price_data][unit_amount]=1990", "line_items[1][price_data][product_data][name]=Entrega+PAC",
    ]

    /// Calls the API.
    func pay(_ path: String, _ fields: [String], key: String? = nil) async -> HTTPOutcome {
        var headers = [
            HTTPHeader(name: "Authorization", value: "Bearer sk_test_demo"),
            HTTPHeader(name: "Content-Type", value: "application/x-www-form-urlencoded"),
        ]
        if let key { headers.append(HTTPHeader(name: "Idempotency-Key", value: key)) }
        let body = Array(fields.joined(separator: "&").utf8)
        return await client.send(
            HTTPCall(method: "POST", url: base + path, headers: headers, body: body, timeout: .seconds(10))
        )
    }

    /// Opens a page; its path on the emulator is the answer.
    func openPage(_ more: [String] = [], changing changed: [String: String] = [:]) async throws -> String {
        let fields = Self.lamp.map { field in
            changed.first { field.hasPrefix($0.key + "=") }.map { "\($0.key)=\($0.value)" } ?? field
        }
        guard let answer = await pay("/v1/checkout/sessions", fields + more).answer,
            let url = try JSONDocument(answer.body).root["url"]?.string, url.hasPrefix(base)
        else { throw ActRejection("no page") }
        return String(url.dropFirst(base.count))
    }

    /// Presses a button of a page, without a browser; where the browser is sent is the answer.
    func press(_ deed: String, on page: String) async -> String? {
        let answer = await client.send(
            HTTPCall(
                method: "POST",
                url: base + page,
                headers: [HTTPHeader(name: "Content-Type", value: "application/x-www-form-urlencoded")],
                body: Array("deed=\(deed)".utf8),
                timeout: .seconds(10)
            )
        ).answer
        return answer?.status == 303 ? answer?.headers.first { $0.isNamed("location") }?.value : nil
    }

    /// The text of a page.
    func read(_ path: String) async -> String { await get(path)?.text ?? "" }
}
