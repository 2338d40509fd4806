import Gateway
package import ShopFolder
package import WebServer

extension House {
    /// What `/pictures/SHOP/NAME` shows: pictures of our shops and nothing else.
    package func picture(_ path: String) -> WebPicture? {
        guard let known = PictureName(path), let shop = shops.loaded(known.shop) else { return nil }
        if let drawn = DrawnPicture(named: known.name) { return drawings.picture(drawn, of: shop) }
        guard let found = shop.pictures.picture(named: known.name)
        else { return nil }
        return WebPicture(bytes: found.bytes, contentType: found.mimeType)
    }

    /// The shop of a gateway that has only one, else the first.
    package var onlyShop: LoadedShop { shops.first }
}
