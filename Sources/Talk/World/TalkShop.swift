package import Billing
package import Commerce
package import Kernel

/// The shop that a script plays in, as its caller has read it.
package struct TalkShop: Sendable {
    /// What shoppers see.
    package var shop: Shop
    /// What is sold.
    package var catalogue: Catalogue
    /// Pieces on hand by SKU.
    package var listed: [SKU: Int]
    /// Changes when the goods do; any text.
    package var fingerprint: String
    /// The rules of billing in a zone, with so many free messages a month.
    package var billing: @Sendable (Zone, Int) throws -> BillingRules

    package init(
        shop: Shop,
        catalogue: Catalogue,
        listed: [SKU: Int],
        fingerprint: String,
        billing: @escaping @Sendable (Zone, Int) throws -> BillingRules
    ) {
        self.shop = shop
        self.catalogue = catalogue
        self.listed = listed
        self.fingerprint = fingerprint
        self.billing = billing
    }
}

extension TalkShop {
    /// The shop with other prices; what is not sold here is refused.
    func priced(_ prices: [Field<String>]) throws(WorldTrouble) -> TalkShop {
        var changed: [SKU: Money] = [:]
        for field in prices {
            let sku = try known(field.key)
            guard let price = Money(decimal: field.value, currency: shop.currency) else {
                throw WorldTrouble("'\(field.value)' is no price in \(shop.currency.code): write 209.00, for instance")
            }
            changed[sku] = price
        }
        var shop = self
        shop.catalogue = catalogue.priced(changed)
        return shop
    }

    /// A SKU of this shop.
    func known(_ text: String) throws(WorldTrouble) -> SKU {
        let sku = SKU(text)
        guard catalogue[sku] == nil else { return sku }
        let near = catalogue.products.flatMap(\.variants).map(\.sku.text)
            .filter { $0.hasPrefix(text.prefix { $0 != "-" }) }
            .prefix(6)
        let hint = near.isEmpty ? "" : "; there are \(near.joined(separator: ", "))"
        throw WorldTrouble("nothing is sold here as \(text)\(hint)")
    }

    /// A number of pieces.
    static func pieces(_ field: Field<String>) throws(WorldTrouble) -> Int {
        guard let pieces = Int(field.value), pieces >= 0 else {
            throw WorldTrouble("'\(field.value)' is no number of pieces: write \(field.key)=3, for instance")
        }
        return pieces
    }
}

extension Catalogue {
    /// The next revision, with other prices and without sales on them.
    fileprivate func priced(_ prices: [SKU: Money]) -> Catalogue {
        let products = products.map { product in
            Product(
                id: product.id,
                title: product.title,
                description: product.description,
                brand: product.brand,
                productType: product.productType,
                picture: product.picture,
                variants: product.variants.map { variant in
                    prices[variant.sku].map { variant.priced($0) } ?? variant
                }
            )
        }
        return Catalogue(
            revision: revision + 1,
            products: products,
            collections: collections,
            translations: translations.mapValues { $0.priced(prices) }
        )
    }
}

extension Variant {
    fileprivate func priced(_ price: Money) -> Variant {
        Variant(
            sku: sku,
            product: product,
            colour: colour,
            size: size,
            listPrice: price,
            picture: picture,
            isListed: isListed
        )
    }
}

extension Shop {
    /// The same shop as the settings of a script want it.
    func changed(by settings: [Field<String>]) throws(WorldTrouble) -> Shop {
        var shop = self
        if let name = settings["zone"] { shop.zone = try Zone(written: name) }
        if let rule = settings["late-payment"] {
            guard let known = ShopRules.LatePayment(rawValue: rule) else {
                throw WorldTrouble("'\(rule)' is no rule for late payments: write honour or refund")
            }
            shop.rules.latePayment = known
        }
        if let pays = settings["website"] {
            guard pays == "yes" else { throw WorldTrouble("'\(pays)' says nothing of a website: write website=yes") }
            shop.website = Website(cartURL: "https://shop.example/cart?items={items}&order={order}")
            shop.paymentWays.append(.website)
            shop.paymentOptions.append(PaymentOption(way: .website, title: "Pay on our website"))
        }
        if let pays = settings["in-chat"] {
            guard pays == "yes" else { throw WorldTrouble("'\(pays)' says nothing of paying: write in-chat=yes") }
            shop.paymentWays.append(.inChat)
            shop.paymentOptions.append(PaymentOption(way: .inChat, title: "Pay here"))
        }
        if let form = settings["address-form"] { shop.addressForm = form }
        for (language, translation) in translations {
            shop.translations[language] = try translation.changed(by: settings)
        }
        return shop
    }
}
