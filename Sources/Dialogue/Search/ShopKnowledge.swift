package import Commerce

/// What must be worked out of a shop before its shoppers can be understood; made once per shop and catalogue.
package final class ShopKnowledge: Sendable {
    package let questions: QuestionIndex
    package let products: ProductIndex
    package let codes: CodeIndex
    let comments: CommentReader
    /// What the words of the shop's doors lead to, folded.
    let doors: [String: Offer]

    package init(shop: Shop, catalogue: Catalogue) {
        products = ProductIndex(catalogue)
        codes = CodeIndex(catalogue)
        comments = CommentReader(name: shop.name, codes: codes, words: Phrases(shop.commentWords))
        doors = ShopDoors(of: shop, catalogue: catalogue).offers
        questions = QuestionIndex(Self.questions(of: shop), articles: products.stems)
    }

    /// A question of the shop's in which a word sounds like an article, and what else is wished: "gift wrapping" is no wish
    /// for a wrap dress.
    func questionApart(in text: String) -> (question: ShopQuestion, rest: String)? {
        let words = WordStem.words(text)
        guard let found = questions.phrase(in: words), products.sounds(in: words[found.range]) else { return nil }
        let rest = words[..<found.range.lowerBound] + words[found.range.upperBound...]
        let isMore = rest.contains { !SearchWords.filler.contains($0) && !SearchWords.questionFiller.contains($0) }
        guard isMore else { return nil }
        return (found.question, rest.joined(separator: " "))
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
