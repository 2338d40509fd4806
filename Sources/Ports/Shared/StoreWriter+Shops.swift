package import Commerce
import Kernel

extension RowBacked {
    package func shop(named name: String) throws -> ShopID? {
        name == ShopName.main ? ShopID(1) : try rows.shop(named: name)
    }
}

extension StoreWriter {
    package func registerShop(named name: String) throws -> ShopID {
        try shop(named: name) ?? rows.addShop(named: name)
    }

    package func importCatalogue(_ goods: CatalogueImport) throws -> CatalogueMark {
        let known = try rows.catalogueMark(goods.shop)
        if let known, known.fingerprint == goods.fingerprint { return known }
        let skus = Set(goods.listed.keys)
        let listing = try rows.listing(goods.shop)
        if !goods.allowsShrinking, let listing { try refuseShrinking(from: listing, to: skus) }
        let stock = try rows.wholeStock(goods.shop)
        for (sku, listed) in goods.listed where stock[sku]?.listed != listed {
            var row = stock[sku] ?? KeptStock(onHand: 0)
            row.onHand = listed
            row.listed = listed
            row.version += 1
            try rows.setStock(row, of: sku, in: goods.shop)
        }
        if listing != skus { try rows.setListing(skus, of: goods.shop) }
        let mark = CatalogueMark(revision: (known?.revision ?? 0) + 1, fingerprint: goods.fingerprint)
        try rows.setCatalogueMark(mark, of: goods.shop)
        return mark
    }

    /// A file that lost most of its rows is more often an accident than a decision.
    private func refuseShrinking(from known: Set<SKU>, to new: Set<SKU>) throws {
        let gone = known.subtracting(new).count
        guard gone * 2 > known.count else { return }
        throw StoreError(
            .refused,
            "\(gone) of \(known.count) articles would vanish from the catalogue, so the old one stays. Mend the file, "
                + "or take it over as it is with 'shopkeeper catalogue import FOLDER --allow-shrinking'."
        )
    }
}
