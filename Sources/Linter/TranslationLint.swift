import Commerce
import Dialogue
import Kernel
import Messaging

/// Looks for what shoppers read in another language than theirs: texts that lack a translation, languages that the
/// assistant doesn't speak.
struct TranslationLint {
    let shops: [SpokenShop]
    let missing: [MissingText]

    var findings: [LintFinding] { unspoken + untranslated }

    private var unspoken: [LintFinding] {
        shops.filter { !$0.isSpoken }.map { shop in
            LintFinding(
                .untranslated,
                "the assistant doesn't speak \(shop.language), so its shoppers read \(shop.tongue.tag)",
                cause: ShopText(.key, "languages"),
                remedy: "Take \(shop.language) out of languages; nothing that is written in it is shown.",
                channels: Set(ChannelKind.allCases),
                languages: [shop.language],
                count: 0
            )
        }
    }

    /// One finding for each sort of text, with all its places: one column or key is filled in one go.
    private var untranslated: [LintFinding] {
        let wanted = Set(shops.filter(\.isSpoken).map(\.language.language))
        let sorts = missing.filter { wanted.contains($0.language.language) }.map { (Sort(of: $0), $0) }
        let bySort = Dictionary(grouping: sorts, by: \.0)
        return sorts.map(\.0).uniqued().compactMap { sort in bySort[sort].map { finding($0.map(\.1), sort) } }
    }

    /// What is mended alike.
    private struct Sort: Hashable {
        let file: String
        let key: String
        let language: LanguageTag
        /// The same word for many in YAML, a product of its own in each row of a table.
        let subject: String?

        init(of text: MissingText) {
            file = text.file
            key = text.key
            language = text.language
            subject = text.file.hasSuffix(".csv") ? nil : text.subject
        }
    }

    private func finding(_ texts: [MissingText], _ sort: Sort) -> LintFinding {
        let places = texts.map { LintPlace(file: $0.file, line: $0.line) }
        let words = texts.first.map(\.words) ?? ""
        let subject =
            sort.subject ?? (texts.first.map { texts.count == 1 ? $0.subject : "\(texts.count) products" } ?? "")
        let instead = words.isEmpty ? "the first language's is said" : "\(words.quoted) is said"
        return LintFinding(
            .untranslated,
            "\(sort.key) of \(subject) is not there in \(sort.language): \(instead)",
            places: places,
            remedy: "Add \(sort.key).\(sort.language.language)\(places.count > 1 ? " in each place" : "").",
            channels: Set(ChannelKind.allCases),
            languages: [sort.language],
            count: 0
        )
    }
}
