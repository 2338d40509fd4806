import Kernel
package import Commerce
import Messaging

/// Makes the picture names of a shop into addresses that a platform can fetch.
struct PictureAddresses: Sendable {
    let publicURL: String
    let shop: ShopID

    /// The message with absolute picture addresses; without a public address, without pictures.
    func absolute(in message: OutboundMessage) -> OutboundMessage {
        var message = message
        switch message.content {
        case .choices(var choices):
            choices.picture = address(of: choices.picture)
            message.content = .choices(choices)
        case .cards(let cards, let lead):
            message.content = .cards(
                cards.map { card in
                    var card = card
                    card.picture = address(of: card.picture)
                    return card
                },
                lead: lead
            )
        case .media(var media):
            if let url = address(of: media.url) { media.url = url }
            message.content = .media(media)
        case .text, .link, .orderDetails, .addressRequest, .receipt, .orderStatus, .template, .privateReply:
            break
        }
        return message
    }

    private func address(of name: String?) -> String? {
        guard let name, !name.isEmpty else { return nil }
        if name.hasPrefix("https://") || name.hasPrefix("http://") { return name }
        guard !publicURL.isEmpty else { return nil }
        return "\(publicURL)/pictures/\(PictureName(shop: shop, name: name).text)"
    }
}

/// How a picture of a shop is called in public: the shop's number, a slash, and the file's name without its folder.
package struct PictureName: Sendable, Equatable {
    package let shop: ShopID
    package let name: String

    package init(shop: ShopID, name: String) {
        self.shop = shop
        self.name = name.split(separator: "/").last.map(String.init) ?? ""
    }

    /// Reads a public name, such as `3/cover.png`; nil when it is none of ours.
    package init?(_ text: String) {
        let digits = text.prefix { ("0"..."9").contains($0) }
        let rest = text[digits.endIndex...]
        guard let number = Int64(digits), let mark = rest.first, mark == "/", rest.count > 1,
            !rest.dropFirst().contains("/")
        else { return nil }
        self.init(shop: ShopID(number), name: String(rest.dropFirst()))
    }

    package var text: String { "\(shop)/\(name)" }
}
