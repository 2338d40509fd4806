package import Commerce
import Kernel

extension MemoryRows: ShopRows {
    package func shop(named name: String) -> ShopID? { shopNames[name] }

    package func addShop(named name: String) -> ShopID {
        let id = ShopID((shopNames.rows.values.map(\.rawValue).max() ?? 1) + 1)
        shopNames[name] = id
        return id
    }

    package func listing(_ shop: ShopID) -> Set<SKU>? { listings[shop] }

    package func setListing(_ skus: Set<SKU>, of shop: ShopID) { listings[shop] = skus }

    package func templateVerdicts(_ shop: ShopID) -> [KeptVerdict] { verdicts[shop] ?? [] }

    package func setTemplateVerdict(_ kept: KeptVerdict, of shop: ShopID) {
        var all = templateVerdicts(shop).filter { $0.verdict.key != kept.verdict.key }
        all.append(kept)
        verdicts[shop] = all.sorted {
            ($0.verdict.book.rawValue, $0.verdict.name, $0.verdict.language.description)
                < ($1.verdict.book.rawValue, $1.verdict.name, $1.verdict.language.description)
        }
    }

    package func wholeStock(_ shop: ShopID) -> [SKU: KeptStock] {
        var whole: [SKU: KeptStock] = [:]
        for (key, stock) in stock.rows where key.shop == shop { whole[key.sku] = stock }
        return whole
    }
}
