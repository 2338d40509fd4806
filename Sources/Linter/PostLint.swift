import Commerce
import Kernel
import Messaging

/// Looks at `posts.csv`: what people come for who saw a post, and can't have.
struct PostLint {
    let shop: Shop
    let catalogue: Catalogue
    let listed: [SKU: Int]

    var findings: [LintFinding] {
        shop.posts.looks.flatMap { look in [soldOut(look), pictureless(look)].compactMap(\.self) }
    }

    private func soldOut(_ look: PostTable.Look) -> LintFinding? {
        let gone = look.pieces.filter { piece in
            let variants = variants(of: piece).filter(\.isListed)
            return variants.allSatisfy { listed[$0.sku] == 0 }
        }
        guard !gone.isEmpty else { return nil }
        let all = gone.count == look.pieces.count ? "nothing of it can be bought" : "it can't be bought whole"
        return finding(
            .soldOut,
            "the post \(look.post.quoted) shows \(gone.joined(separator: ", ")), which is sold out: \(all)",
            look,
            "Put others in place of what is gone, or delete the row once the post is old."
        )
    }

    /// Who taps a picture expects to see it again.
    private func pictureless(_ look: PostTable.Look) -> LintFinding? {
        let bare = look.pieces.filter { piece in
            let product = catalogue[ProductID(piece)] ?? catalogue.product(of: SKU(piece))
            return product.map { $0.picture == nil && $0.variants.allSatisfy { $0.picture == nil } } ?? false
        }
        guard !bare.isEmpty else { return nil }
        return finding(
            .pictureLeftOut,
            "the post \(look.post.quoted) leads to \(bare.joined(separator: ", ")), which the chat has no picture of",
            look,
            "Give an image_link in catalogue.csv."
        )
    }

    private func variants(of piece: String) -> [Variant] {
        if let product = catalogue[ProductID(piece)] { return product.variants }
        return [catalogue[SKU(piece)]].compactMap(\.self)
    }

    private func finding(
        _ rule: LintFinding.Rule,
        _ what: String,
        _ look: PostTable.Look,
        _ remedy: String
    ) -> LintFinding {
        LintFinding(
            rule,
            what,
            cause: ShopText(.post, look.post),
            remedy: remedy,
            channels: Set(ChannelKind.allCases),
            count: 0
        )
    }
}
