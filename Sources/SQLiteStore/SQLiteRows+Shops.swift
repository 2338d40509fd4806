import Commerce
import Kernel
import Ports

extension SQLiteRows {
    func shop(named name: String) throws -> ShopID? {
        try prepare("SELECT id FROM shop WHERE name = ?1").add(name).first { ShopID($0.int(0)) }
    }

    func addShop(named name: String) throws -> ShopID {
        try prepare("INSERT INTO shop (id, name) VALUES ((SELECT ifnull(max(id), 1) + 1 FROM shop), ?1)").add(name)
            .run()
        return try shop(named: name) ?? ShopID(0)
    }

    func listing(_ shop: ShopID) throws -> Set<SKU>? {
        try prepare("SELECT skus FROM listing WHERE shop = ?1").add(shop)
            .first { Set($0.text(0).split(separator: "\n").map { SKU(String($0)) }) }
    }

    func setListing(_ skus: Set<SKU>, of shop: ShopID) throws {
        try prepare(
            "INSERT INTO listing (shop, skus) VALUES (?1, ?2) ON CONFLICT (shop) DO UPDATE SET skus = excluded.skus"
        ).add(shop).add(skus.map(\.text).sorted().joined(separator: "\n")).run()
    }

    func templateVerdicts(_ shop: ShopID) throws -> [KeptVerdict] {
        try prepare(
            """
            SELECT name, language, approval, at, book FROM template_verdict WHERE shop = ?1
            ORDER BY book, name, language
            """
        ).add(shop).all { row -> KeptVerdict? in
            guard let language = LanguageTag(row.text(1)) else { return nil }
            let verdict = TemplateVerdict(
                name: row.text(0),
                language: language,
                approval: try row.word(2),
                book: try row.word(4)
            )
            return KeptVerdict(verdict: verdict, at: row.moment(3))
        }.compactMap(\.self)
    }

    func setTemplateVerdict(_ kept: KeptVerdict, of shop: ShopID) throws {
        try prepare(
            """
            INSERT INTO template_verdict (shop, name, language, approval, at, book) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
            ON CONFLICT (shop, book, name, language) DO UPDATE SET approval = excluded.approval, at = excluded.at
            """
        ).add(shop).add(kept.verdict.name).add(kept.verdict.language.description).add(kept.verdict.approval.rawValue)
            .add(kept.at).add(kept.verdict.book.rawValue).run()
    }

    func wholeStock(_ shop: ShopID) throws -> [SKU: KeptStock] {
        let pairs = try prepare("SELECT sku, on_hand, held, version, listed FROM stock WHERE shop = ?1").add(shop)
            .all { row in
                let stock = KeptStock(
                    onHand: Int(row.int(1)),
                    held: Int(row.int(2)),
                    version: row.int(3),
                    listed: row.optionalInt(4).map { Int($0) }
                )
                return (SKU(row.text(0)), stock)
            }
        return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }
}
