import Commerce
import Gateway
import Kernel
package import Ports
import ShopFolder

extension House {
    /// The pages of our own: after a payment page, and receipts; nil for any other path.
    package func page(_ path: String) async -> WebhookAnswer? {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst().map(String.init)
        guard parts.count == 2 else { return nil }
        switch parts[0] {
        case "paid": return message(Self.paid, shop: parts[1])
        case "back": return message(Self.back, shop: parts[1])
        case "receipts": return await receipt(token: parts[1])
        default: return nil
        }
    }

    private static let paid = HostedPages.Message(
        heading: "Thank you!",
        words: "Your payment is being confirmed. You will read it in the chat in a moment.",
        next: "You can close this page and go back to the chat."
    )

    private static let back = HostedPages.Message(
        heading: "Nothing was charged",
        words: "Your order is still there for a while: open the link in the chat again whenever you are ready.",
        next: "You can close this page and go back to the chat."
    )

    private func message(_ message: HostedPages.Message, shop text: String) -> WebhookAnswer? {
        guard let number = Int64(text), let shop = shops.loaded(ShopID(number))?.shop else { return nil }
        return Self.html(pages.message(message, of: shop))
    }

    private func receipt(token: String) async -> WebhookAnswer? {
        guard let (shopID, number) = settings.receipts.order(of: token), let shop = shops.loaded(shopID)?.shop else {
            return nil
        }
        do {
            guard let stored = try await store.read({ try $0.order(number, in: shopID) }) else { return nil }
            return Self.html(pages.receipt(of: stored.order, in: shop))
        } catch {
            return WebhookAnswer(status: 503, body: Array("The store does not answer.\n".utf8))
        }
    }

    /// A page that nobody keeps, and that loads nothing but our own pictures.
    private static func html(_ text: String) -> WebhookAnswer {
        WebhookAnswer(
            status: 200,
            contentType: "text/html; charset=utf-8",
            body: Array(text.utf8),
            headers: [
                HTTPHeader(name: "Cache-Control", value: "no-store"),
                HTTPHeader(
                    name: "Content-Security-Policy",
                    value: "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' https:"
                ),
                HTTPHeader(name: "Referrer-Policy", value: "no-referrer"),
                HTTPHeader(name: "X-Content-Type-Options", value: "nosniff"),
            ]
        )
    }
}
