import Commerce
import Dialogue
import Messaging

/// Looks at the words for which comments are answered in private.
struct CommentLint {
    let shop: Shop

    var findings: [LintFinding] { shop.commentWords.compactMap { tooCommon($0) ?? needless($0) } }

    private func tooCommon(_ word: String) -> LintFinding? {
        CommentChatter.line(answeredBy: word).map { line in
            finding(
                word,
                "the comment word \(word.quoted) answers people who want nothing, such as \(line.quoted)",
                "Take a word that only buyers write, such as 'price' or 'size'."
            )
        }
    }

    private func needless(_ word: String) -> LintFinding? {
        CommentChatter.word(within: word, among: shop.commentWords).map { other in
            finding(
                word,
                "the comment word \(word.quoted) changes nothing, since \(other.quoted) stands in it",
                "Delete one of the two."
            )
        }
    }

    private func finding(_ word: String, _ what: String, _ remedy: String) -> LintFinding {
        LintFinding(
            .commentWord,
            what,
            cause: ShopText(.commentWord, word),
            remedy: remedy,
            channels: [.messenger, .instagram],
            count: 0
        )
    }
}
