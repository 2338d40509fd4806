import Gateway
import ShopFolder
import WebServer

extension House {
    /// What `/pictures/NAME` shows: pictures of our shops and nothing else.
    func picture(_ name: String) -> WebPicture? {
        guard let known = PictureName(name), known.shop == Self.shopID,
            let found = shop.pictures.picture(named: known.name)
        else { return nil }
        return WebPicture(bytes: found.bytes, contentType: found.mimeType)
    }
}
