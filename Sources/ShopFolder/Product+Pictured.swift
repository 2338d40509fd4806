import Commerce

extension Product {
    /// The same product; without a picture of its own it has the name of one that is drawn.
    var pictured: Product {
        guard picture == nil, let name = DrawnPicture.product(id).name else { return self }
        return Product(
            id: id,
            title: title,
            description: description,
            brand: brand,
            productType: productType,
            picture: name,
            variants: variants
        )
    }
}
