import Commerce
import Dialogue
import Gateway
import Kernel
import Messaging
package import Ports
import ShopFolder

extension House {
    /// The pages of our own: after a payment page, with the language behind the shop's number, and receipts; nil for any
    /// other path.
    package func page(_ path: String) async -> WebhookAnswer? {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst().map(String.init)
        let language = parts.count == 3 ? LanguageTag(parts[2]) : nil
        guard parts.count == 2 || language != nil else { return nil }
        switch parts[0] {
        case "paid": return message(\.paid, shop: parts[1], language: language)
        case "back": return message(\.back, shop: parts[1], language: language)
        case "receipts" where language == nil: return await receipt(token: parts[1])
        default: return nil
        }
    }

    private func message(
        _ message: (PageWords) -> HostedPages.Message,
        shop text: String,
        language: LanguageTag?
    ) -> WebhookAnswer? {
        guard let number = Int64(text), let shop = shops.loaded(ShopID(number))?.shop else { return nil }
        let tongue = Tongue(shopper: language, shop: shop.languages)
        return Self.html(pages.message(message(PageWords(tongue: tongue, home: shop.currency)), of: shop, in: tongue))
    }

    /// In the language of the conversation that the order was made in.
    private func receipt(token: String) async -> WebhookAnswer? {
        guard let (shopID, number) = settings.receipts.order(of: token), let shop = shops.loaded(shopID)?.shop else {
            return nil
        }
        do {
            let found = try await store.read { snapshot in
                let stored = try snapshot.order(number, in: shopID)
                return (stored?.order, try stored.flatMap { try snapshot.openTurn($0.conversation)?.conversation })
            }
            guard let order = found.0 else { return nil }
            let tongue = Tongue(
                shopper: found.1?.language,
                phone: found.1?.address.phone,
                shop: shop.languages
            )
            return Self.html(pages.receipt(of: order, in: shop, tongue: tongue))
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
