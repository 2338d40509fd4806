package import Commerce

/// What must be worked out of a shop before its shoppers can be understood; made once per shop and catalogue.
package final class ShopKnowledge: Sendable {
    package let questions: QuestionIndex
    package let products: ProductIndex
    package let codes: CodeIndex
    /// What the words of the shop's doors lead to, folded.
    let doors: [String: Offer]

    package init(shop: Shop, catalogue: Catalogue) {
        products = ProductIndex(catalogue)
        codes = CodeIndex(catalogue)
        doors = ShopDoors(of: shop, catalogue: catalogue).offers
        questions = QuestionIndex(shop.questions, articles: products.stems)
    }
}
