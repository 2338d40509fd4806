package import Commerce
package import Kernel

/// The utility templates of a Page: those that the settings call approved, and what the platform says since then.
package struct PageTemplates: Sendable, Equatable, ExpressibleByArrayLiteral {
    private let names: Set<String>
    private let approvals: [TemplateVerdict.Key: NewsTemplate.Approval]

    /// The names of the settings, in whatever language, unless the platform spoke of one.
    package init(_ names: Set<String>, judgedBy verdicts: some Sequence<TemplateVerdict> = []) {
        self.names = names
        let ofPages = verdicts.filter { $0.book == .page }
        approvals = Dictionary(ofPages.map { ($0.key, $0.approval) }, uniquingKeysWith: { _, newer in newer })
    }

    package init(arrayLiteral names: String...) { self.init(Set(names)) }

    /// Whether it may be sent.
    package func has(_ name: String, in language: LanguageTag) -> Bool {
        let approval = approvals[TemplateVerdict.Key(name: name, language: language, book: .page)]
        return approval.map { $0 == .approved } ?? names.contains(name)
    }
}
