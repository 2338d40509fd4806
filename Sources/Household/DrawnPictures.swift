import Commerce
import Kernel
import PictureMaker
import ShopFolder
import Synchronization
import WebServer

/// Pictures made of words in a shop's colour; each is drawn once and kept for a while.
final class DrawnPictures: Sendable {
    private let kept = Mutex<[TitlePicture: WebPicture]>([:])

    /// About 10 kB each.
    private static let most = 500

    /// The picture of that name; nil where it is none of the shop's, or can't be drawn.
    func picture(_ drawn: DrawnPicture, of loaded: LoadedShop) -> WebPicture? {
        guard let words = Self.words(of: drawn, in: loaded) else { return nil }
        if let known = kept.withLock({ $0[words] }) { return known }
        guard let png = words.png() else { return nil }
        let picture = WebPicture(bytes: png, contentType: "image/png")
        kept.withLock { kept in
            if kept.count >= Self.most { kept.removeAll(keepingCapacity: true) }
            kept[words] = picture
        }
        return picture
    }

    private static func words(of drawn: DrawnPicture, in loaded: LoadedShop) -> TitlePicture? {
        let shop = loaded.shop
        let accent = AccentColour(shop.accentColour)
        let colour = accent.red << 16 | accent.green << 8 | accent.blue
        switch drawn {
        case .cover:
            return TitlePicture(title: shop.name, line: shop.address ?? "", colour: colour)
        case .product(let id):
            guard let product = loaded.catalogue[id] else { return nil }
            return TitlePicture(title: product.title, line: shop.name, colour: colour)
        }
    }
}
