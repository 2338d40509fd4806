import Channels
import Commerce
import Dialogue
import Kernel
import Messaging

/// A shop as its shoppers of one language read it: the language's own texts, the first language's where those are missing.
struct SpokenShop: Sendable {
    let language: LanguageTag
    /// What the assistant itself speaks with them.
    let tongue: Tongue
    let shop: Shop
    let catalogue: Catalogue
    let texts: ShopTexts
    let names: OfferedNames

    init(of shop: Shop, _ catalogue: Catalogue, in language: LanguageTag) {
        self.language = language
        tongue = Tongue(shopper: language, shop: shop.languages)
        self.shop = shop.spoken(in: tongue.tag)
        self.catalogue = catalogue.spoken(in: tongue.tag)
        texts = ShopTexts(of: self.shop, self.catalogue)
        names = OfferedNames(shop: self.shop, catalogue: self.catalogue)
    }

    /// Whether the assistant speaks the language at all.
    var isSpoken: Bool { tongue.tag.language == language.language }

    /// With receipts that name the ways of payment as the shop does.
    var settings: ChannelSettings {
        ChannelSettings(
            meta: MetaSettings(
                recipientName: "Ana Souza",
                paymentWords: Dictionary(
                    shop.paymentOptions.map { ($0.way, $0.title) },
                    uniquingKeysWith: { first, _ in first }
                )
            )
        )
    }
}
