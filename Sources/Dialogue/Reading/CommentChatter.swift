import Kernel

/// What people write under posts who want nothing of the shop.
///
/// A shop's own comment words are held against it: a word that stands in such a line would answer half of all comments,
/// and each answer reaches somebody who only meant to be kind.
package enum CommentChatter {
    /// A line that a comment word would have answered; nil for a word that only buyers use.
    package static func line(answeredBy word: String) -> String? {
        let wanted = Phrases([TextTools.folded(word)])
        return lines.first { wanted.occur(in: WordStem.words($0)) }
    }

    /// The word among others that stands in a longer one, so that the longer one changes nothing; nil where none does.
    package static func word(within word: String, among others: [String]) -> String? {
        let words = WordStem.words(word)
        return others.first { $0 != word && Phrases([TextTools.folded($0)]).occur(in: words) }
    }

    private static let lines = [
        "I love it so much, thank you!", "This is so beautiful", "What a lovely colour, wow", "You are the best",
        "Happy birthday to you and all of the team", "That looks great on her", "Good morning from the beach",
        "My favourite of them all", "Nice picture", "We had such a good time at your shop", "Perfect as always",
        "So cute, not for me but for my sister", "Congratulations, it was worth it", "Amazing work, guys",
        "Que lindo, amei!", "Eu amo essa loja", "Muito linda essa foto", "Maravilhosa demais", "Um sonho de verão",
        "Parabéns pelo trabalho de vocês", "Bom dia, gente", "Feliz aniversário para toda a equipe", "A minha cara",
        "Não é para mim, mas é perfeito", "Ficou ótimo nela", "O mais bonito do ano", "Obrigada, meninas, adorei tudo",
        "Com as amigas na praia", "Foi uma tarde incrível com a minha irmã no sábado", "Os melhores da cidade",
    ]
}
