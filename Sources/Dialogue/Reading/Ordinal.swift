/// A place in a list, said in words and nothing else: "the second one", "o primeiro", "a última opção".
enum Ordinal: Equatable {
    case at(Int)
    case last

    /// Counted from 0; of no meaning for the last.
    var index: Int { if case .at(let index) = self { index } else { 0 } }

    /// Nil where more is said than a place.
    init?(_ words: [String]) {
        guard words.count <= 6, let place = words.lazy.compactMap({ Self.places[$0] }).first else { return nil }
        guard words.count(where: { Self.places[$0] != nil }) == 1,
            words.allSatisfy({ Self.places[$0] != nil || Self.around.contains($0) })
        else { return nil }
        self = place
    }

    private static let places: [String: Ordinal] = [
        "first": .at(0), "1st": .at(0), "second": .at(1), "2nd": .at(1), "third": .at(2), "3rd": .at(2),
        "fourth": .at(3),
        "4th": .at(3), "fifth": .at(4), "5th": .at(4), "sixth": .at(5), "seventh": .at(6), "eighth": .at(7),
        "last": .last,
        "primeiro": .at(0), "primeira": .at(0), "segundo": .at(1), "segunda": .at(1), "terceiro": .at(2),
        "terceira": .at(2), "quarto": .at(3), "quarta": .at(3), "quinto": .at(4), "quinta": .at(4), "sexto": .at(5),
        "sexta": .at(5), "setimo": .at(6), "oitavo": .at(7), "ultimo": .last, "ultima": .last,
    ]

    private static let around: Set<String> = [
        "the", "one", "please", "pls", "i", "ll", "d", "take", "want", "like", "would", "show", "me", "give", "open",
        "that",
        "option", "number", "see", "from", "list", "o", "a", "opcao", "quero", "queria", "ver", "mostra", "esse",
        "essa",
        "por", "favor", "da", "lista", "do", "numero", "manda", "vou", "levar", "de", "my", "product", "produto",
    ]
}
