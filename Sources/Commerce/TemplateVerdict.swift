package import Kernel

/// What the platform says of one template: it goes before what `templates.yaml` says.
package struct TemplateVerdict: Hashable, Codable, Sendable {
    package let name: String
    package let language: LanguageTag
    package let approval: NewsTemplate.Approval
    package let book: Book

    /// Where a template is registered: two books may hold different templates of one name.
    package enum Book: String, Codable, Sendable, CaseIterable {
        /// WhatsApp's, of a business account.
        case business
        /// Messenger's utility templates, of a Page.
        case page
    }

    package init(
        name: String,
        language: LanguageTag,
        approval: NewsTemplate.Approval,
        book: Book = .business
    ) {
        self.name = name
        self.language = language
        self.approval = approval
        self.book = book
    }

    /// A verdict in the platform's own words; nil for a language that is none, or a word that changes nothing.
    ///
    /// - Parameters:
    ///   - name: As registered.
    ///   - language: `en_US` or `en`.
    ///   - word: A state (`APPROVED`, `PAUSED`, …) or the event that led to it (`REINSTATED`, `FLAGGED`, …).
    ///   - book: Where it is registered.
    /// - Source: WhatsApp Business Management API, template status.
    package init?(name: String, language: String, word: String, book: Book = .business) {
        guard let tag = LanguageTag(language), let approval = Self.approval(word.uppercased()) else { return nil }
        self.init(name: name, language: tag, approval: approval, book: book)
    }

    private static func approval(_ word: String) -> NewsTemplate.Approval? {
        switch word {
        // A flagged one may be sent until it is paused.
        case "APPROVED", "REINSTATED", "UNARCHIVED", "FLAGGED": .approved
        case "PENDING", "IN_APPEAL": .pending
        case "REJECTED": .rejected
        case "PAUSED", "LIMIT_EXCEEDED", "LOCKED": .paused
        case "DISABLED", "DELETED", "PENDING_DELETION", "ARCHIVED": .disabled
        default: nil
        }
    }
}

extension [NewsTemplate] {
    /// The same templates as the platform judges them; one it doesn't speak of keeps its own state.
    package func judged(by verdicts: [TemplateVerdict]) -> [NewsTemplate] {
        let verdicts = verdicts.filter { $0.book == .business }
        guard !verdicts.isEmpty else { return self }
        let byName = Dictionary(verdicts.map { ($0.key, $0.approval) }, uniquingKeysWith: { _, newer in newer })
        return map { template in
            var template = template
            let key = TemplateVerdict.Key(name: template.name, language: template.language)
            template.approval = byName[key] ?? template.approval
            return template
        }
    }
}

extension TemplateVerdict {
    /// What a platform tells templates apart by.
    package struct Key: Hashable, Sendable {
        package let name: String
        package let language: LanguageTag
        package let book: Book

        package init(name: String, language: LanguageTag, book: Book = .business) {
            self.name = name
            self.language = language
            self.book = book
        }
    }

    package var key: Key { Key(name: name, language: language, book: book) }
}
