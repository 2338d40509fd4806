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
        let rest = Self.around(found.range, in: words)
        return rest.allSatisfy(Self.saysNothing) ? nil : (found.question, rest.joined(separator: " "))
    }

    /// Whether a short wording of a question and small words are all that is said: "do you gift wrap".
    func isQuestionAlone(_ text: String) -> Bool {
        let words = WordStem.words(text)
        guard let found = questions.phrase(in: words) else { return false }
        return Self.around(found.range, in: words).allSatisfy(Self.saysNothing)
    }

    private static func around(_ range: Range<Int>, in words: [String]) -> [String] {
        Array(words[..<range.lowerBound] + words[range.upperBound...])
    }

    private static func saysNothing(_ word: String) -> Bool {
        SearchWords.filler.contains(word) || SearchWords.questionFiller.contains(word)
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
