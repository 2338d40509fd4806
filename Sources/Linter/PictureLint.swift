import Commerce
import Messaging

/// Looks at the addresses of pictures, as far as they tell what no platform fetches or shows.
struct PictureLint {
    let shop: Shop
    let catalogue: Catalogue

    var findings: [LintFinding] {
        let goods = catalogue.products.flatMap { [$0.picture] + $0.variants.map(\.picture) }
        let addresses = ([shop.cover] + goods).compactMap(\.self).filter { $0.contains("://") }.uniqued()
        return addresses.compactMap { insecure($0) ?? foreign($0) }
    }

    /// Platforms fetch pictures over https only.
    private func insecure(_ address: String) -> LintFinding? {
        guard !address.hasPrefix("https://") else { return nil }
        return finding(address, "no platform fetches the picture \(address.quoted)", "Give its address with https://.")
    }

    /// A name that says what the picture is; one that says nothing may be anything.
    ///
    /// - Source: WhatsApp Cloud API, media: jpeg and png; Instagram messaging: png and jpeg; 2026.
    private func foreign(_ address: String) -> LintFinding? {
        let path = address.prefix { $0 != "?" && $0 != "#" }
        guard let sort = path.split(separator: ".").last?.lowercased(), Self.unseen.contains(sort) else { return nil }
        return finding(
            address,
            "no phone is shown the picture \(address.quoted): WhatsApp and Instagram take PNG and JPEG only",
            "Save it as .jpg or .png, and give that address."
        )
    }

    private static let unseen: Set<String> = [
        "avif", "bmp", "gif", "heic", "heif", "ico", "jxl", "pdf", "psd", "svg", "tif", "tiff", "webp",
    ]

    private func finding(_ address: String, _ what: String, _ remedy: String) -> LintFinding {
        LintFinding(
            .pictureAddress,
            what,
            cause: ShopText(address == shop.cover ? .cover : .picture, address),
            remedy: remedy,
            channels: Set(ChannelKind.allCases),
            count: 0
        )
    }
}
