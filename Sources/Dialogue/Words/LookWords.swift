/// Several things that one picture shows.
struct LookWords: Sendable {
    let tongue: Tongue

    var heading: String { tongue.says(english: "This is what you see there:", portuguese: "É isto que aparece ali:") }
    func together(_ price: String) -> String {
        tongue.says(english: "All together \(price).", portuguese: "Tudo junto, \(price).")
    }
    func progress(_ piece: Int, of count: Int) -> String {
        tongue.says(english: "Piece \(piece) of \(count).", portuguese: "Peça \(piece) de \(count).")
    }
    func leftOut(_ item: String) -> String {
        tongue.says(
            english: "\(item) is sold out, so I leave it out.",
            portuguese: "\(item) esgotou, então deixei de fora."
        )
    }
    var taken: String {
        tongue.says(english: "The whole look is in your cart.", portuguese: "O look inteiro está no seu carrinho.")
    }
    var takenInPart: String {
        tongue.says(
            english: "What you chose of the look is in your cart.",
            portuguese: "O que você escolheu do look está no seu carrinho."
        )
    }
    var gone: String {
        tongue.says(
            english: "What that post showed is not in the shop any more.",
            portuguese: "O que aquele post mostrava não está mais na loja."
        )
    }

    /// What stands for all pieces of a look, folded, without small words; in every language that is understood.
    static let wholes: Set<String> = [
        "all", "all of it", "all of them", "both", "everything", "look", "outfit", "set", "whole look",
        "whole outfit", "whole set", "whole thing", "complete look", "full look", "entire look", "all three",
        "look inteiro",
        "look completo", "tudo", "todos", "todas", "os dois", "as duas", "ambos", "conjunto", "conjunto inteiro",
    ]

    /// What may stand around it.
    static let filler: Set<String> = [
        "a", "buy", "get", "give", "i", "ill", "in", "it", "like", "ll", "me", "my", "need", "o", "order", "please",
        "pls",
        "quero", "s", "take", "the", "them", "want", "would", "d", "levo", "vou", "levar", "yes", "sim", "eu",
    ]

    /// Words that go past a piece, folded.
    static let leaving: Set<String> = [
        "leave it", "leave it out", "leave out", "no", "no thanks", "next", "not this", "not this one", "skip",
        "skip it",
        "without", "nao", "pular", "pula", "sem", "deixa", "esse nao", "essa nao",
    ]
}
