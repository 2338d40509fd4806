package import Commerce

/// Finds products by words of people: titles, kinds, collections and colours, singular or plural, also misspelt.
package struct ProductIndex: Sendable {
    /// What a search brought to light, best first.
    package struct Finding: Sendable, Equatable {
        package let products: [ProductID]
        /// Whether a word of a title was among the words.
        package let namesTitle: Bool
        /// Whether nothing but articles, their colours and small words were among the words.
        package let isWhole: Bool
    }

    private struct Posting {
        let product: Int
        let weight: Int
    }

    private let ids: [ProductID]
    private let postings: [String: [Posting]]
    private let vocabulary: Vocabulary
    /// For each product its title as stems, in every language.
    private let titles: [[Set<String>]]
    /// The titles word by word, in every language.
    private let wholeTitles: Set<[String]>

    package init(_ catalogue: Catalogue) {
        ids = catalogue.products.map(\.id)
        let tellings = [catalogue] + catalogue.translations.values
        let spoken = catalogue.products.map { product in tellings.compactMap { $0[product.id]?.title } }
        titles = spoken.map { titles in titles.map { Set(Self.content(of: $0).map(WordStem.stem)) } }
        wholeTitles = Set(spoken.joined().map(WordStem.words))
        var found: [String: [Int: Int]] = [:]
        for (number, product) in catalogue.products.enumerated() {
            let tellings = [catalogue] + catalogue.translations.values
            let texts = tellings.flatMap { telling in telling[product.id].map { Self.texts(of: $0, in: telling) } ?? []
            }
            for (weight, text) in texts {
                for word in Self.content(of: text) {
                    let stem = WordStem.stem(word)
                    found[stem, default: [:]][number] = max(weight, found[stem]?[number] ?? 0)
                }
            }
        }
        postings = found.mapValues { $0.sorted { $0.key < $1.key }.map { Posting(product: $0.key, weight: $0.value) } }
        vocabulary = Vocabulary(found.keys)
    }

    private static let titleWeight = 4
    private static let typeWeight = 3

    private static func texts(of product: Product, in catalogue: Catalogue) -> [(Int, String)] {
        let collections = catalogue.collections.filter { $0.products.contains(product.id) }.map { (2, $0.title) }
        return [(titleWeight, product.title), (typeWeight, product.productType ?? "")] + collections
            + product.variants.colours.map { (1, $0) }
    }

    /// The words that may say what a thing is.
    private static func content(of text: String) -> [String] {
        WordStem.words(text).filter { $0.utf8.count > 2 && !SearchWords.filler.contains($0) }
    }

    /// Whether a word stands in the name, kind, colour or collection of something sold here.
    func names(_ word: String) -> Bool { postings[WordStem.stem(word)] != nil }

    /// Whether words are the title of something sold here, and nothing but numbers beside it.
    func isTitle(_ words: [String]) -> Bool { wholeTitles.contains(words.filter { !$0.isNumber }) }

    /// Whether words name something sold here by a part of its title only, as "wrap" does a "Mar Wrap Dress".
    func sounds(in words: some Sequence<String>) -> Bool {
        let stems = Set(words.map(WordStem.stem))
        let hits = stems.compactMap { postings[$0] }.flatMap(\.self)
        guard !hits.isEmpty else { return false }
        return hits.allSatisfy { hit in titles[hit.product].allSatisfy { !$0.isSubset(of: stems) } }
    }

    /// The stems by which products are found.
    var stems: Set<String> { Set(postings.keys) }

    /// Products that fit the words; empty when most of the words are about something else.
    package func find(_ text: String) -> Finding { find(WordStem.words(text)) }

    func find(_ words: [String]) -> Finding {
        let content = words.filter { $0.utf8.count > 2 && !SearchWords.filler.contains($0) && !$0.isNumber }
        let matches = content.compactMap { match($0) }
        guard !matches.isEmpty, matches.count * 2 >= content.count else {
            return Finding(products: [], namesTitle: false, isWhole: false)
        }
        var scores: [Int: (hits: Int, weight: Int)] = [:]
        for match in matches {
            for posting in match {
                let before = scores[posting.product] ?? (0, 0)
                scores[posting.product] = (before.hits + 1, before.weight + posting.weight)
            }
        }
        let most = scores.values.map(\.hits).max() ?? 0
        let best = scores.filter { $0.value.hits == most }
        let top = best.values.map(\.weight).max() ?? 0
        let namesTitle = top >= Self.titleWeight
        let least = most == 1 ? Self.typeWeight : Self.titleWeight
        let kept = best.filter { top < least || $0.value.weight >= least }
        let ranked = kept.sorted { ($1.value.weight, $0.key) < ($0.value.weight, $1.key) }
        let isWhole = matches.count == content.count
        return Finding(products: ranked.map { ids[$0.key] }, namesTitle: namesTitle, isWhole: isWhole)
    }

    private func match(_ word: String) -> [Posting]? {
        guard !SearchWords.service.contains(word) else { return nil }
        let stem = WordStem.stem(word)
        if let known = postings[stem] { return known }
        if let meant = ColourNames.meaning(word), let known = postings[WordStem.stem(meant)] { return known }
        return vocabulary.resolve(stem).flatMap { postings[$0] }
    }
}

extension String {
    /// Whether it is digits alone.
    var isNumber: Bool { !utf8.isEmpty && utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } }
}
