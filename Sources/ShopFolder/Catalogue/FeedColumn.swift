/// The columns of a product feed that a chat needs, under all the names that exporters give them.
/// - Source: Meta Commerce Platform, "Supported fields for products"; Google Merchant Center, "Product data specification".
enum FeedColumn: Int, CaseIterable {
    case id, group, title, description, richDescription, availability, price, image, brand, colour, size, material,
        pattern
    case variantAttribute, salePrice, saleWindow, quantity, productType, label, status, gtin

    /// The name in Meta's own template.
    var name: String { names[0] }

    /// Normalised names, Meta's own first.
    var names: [String] {
        switch self {
        case .id: ["id", "retailer_id", "sku", "product_id"]
        case .group: ["item_group_id", "group_id", "parent_id"]
        case .title: ["title", "name"]
        case .description: ["description"]
        case .richDescription: ["rich_text_description"]
        case .availability: ["availability"]
        case .price: ["price"]
        case .image: ["image_link", "image[0].url", "image_url", "image"]
        case .brand: ["brand"]
        case .colour: ["color", "colour"]
        case .size: ["size"]
        case .material: ["material"]
        case .pattern: ["pattern"]
        case .variantAttribute: ["additional_variant_attribute"]
        case .salePrice: ["sale_price"]
        case .saleWindow: ["sale_price_effective_date"]
        case .quantity: ["quantity_to_sell_on_facebook", "quantity_to_sell_on_fb", "inventory", "quantity"]
        case .productType: ["product_type"]
        case .label: ["custom_label_0"]
        case .status: ["status", "visibility"]
        case .gtin: ["gtin"]
        }
    }

    /// Columns whose words shoppers read.
    static let spoken: [FeedColumn] = [.title, .description, .colour]

    /// A name of the header line made comparable: lower case, without `g:`, with `_` for blanks and hyphens.
    static func normalised(_ name: String) -> String {
        var name = name.trimmed.lowercased()
        if name.hasPrefix("g:") { name.removeFirst(2) }
        return String(name.map { $0 == " " || $0 == "-" ? "_" : $0 })
    }

    /// Every known name.
    static let byName: [String: FeedColumn] = {
        var table: [String: FeedColumn] = [:]
        for column in allCases {
            for name in column.names { table[name] = column }
        }
        return table
    }()

    /// Columns of feeds that mean nothing to a chat and deserve no remark.
    static let ignored: Set<String> = [
        "condition", "link", "gender", "age_group", "mpn", "google_product_category", "fb_product_category",
        "mobile_link",
        "additional_image_link", "shipping", "shipping_weight", "tax", "commerce_tax_category", "availability_date",
        "expiration_date", "offer_disclaimer", "offer_disclaimer_url", "identifier_exists", "custom_label_1",
        "custom_label_2", "custom_label_3", "custom_label_4", "origin_country", "unit_price", "override", "adult",
        "product_detail", "product_highlight", "installment", "loyalty_program", "is_bundle", "multipack",
        "canonical_link",
    ]
}
