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
        questions = QuestionIndex(Self.questions(of: shop), articles: products.stems)
    }

    /// The questions with their wordings in all languages of the shop; which one is spoken doesn't matter to being understood.
    private static func questions(of shop: Shop) -> [ShopQuestion] {
        let others = shop.translations.sorted { $0.key < $1.key }.map(\.value.questions)
        return shop.questions.map { question in
            let same = others.compactMap { questions in questions.first { $0.id == question.id } }
            return ShopQuestion(
                id: question.id,
                title: question.title,
                question: question.question,
                otherWordings: (question.otherWordings + same.flatMap { [$0.question] + $0.otherWordings }).uniqued(),
                keywords: (question.keywords + same.flatMap(\.keywords)).uniqued(),
                answer: question.answer
            )
        }
    }
}
