import Commerce
import Kernel
import Ports
import TestSupport
import Testing

@Suite("What platforms say of templates")
struct TemplateContractTests {
    private static let shop = ShopID(3)

    private func verdict(_ name: String, _ approval: NewsTemplate.Approval, language: LanguageTag = .english)
        -> TemplateVerdict
    {
        TemplateVerdict(name: name, language: language, approval: approval)
    }

    @Test("the newest word on each template stands, whatever came last", arguments: StoreKind.allCases)
    func newest(kind: StoreKind) async throws {
        let store = try await kind.scene().store
        func keep(_ verdicts: [TemplateVerdict], at moment: Timestamp, of shop: ShopID = Self.shop) async throws {
            try await store.commit { try $0.keepTemplateVerdicts(verdicts, of: shop, at: moment) }
        }
        let start = StoreScene.start
        #expect(try await store.read { try $0.templateVerdicts(Self.shop) } == [])
        try await keep([verdict("b", .approved), verdict("a", .approved)], at: start)
        try await keep([verdict("b", .paused)], at: start + .minutes(2))
        try await keep([verdict("b", .approved)], at: start + .minutes(1))
        try await keep([verdict("b", .rejected, language: .brazilianPortuguese)], at: start)
        try await keep([verdict("a", .disabled)], at: start, of: ShopID(4))
        let expected = [
            verdict("a", .approved), verdict("b", .paused), verdict("b", .rejected, language: .brazilianPortuguese),
        ]
        #expect(try await store.read { try $0.templateVerdicts(Self.shop) } == expected)
    }

    @Test("the platform's word goes before the folder's, and says nothing of other templates")
    func judged() {
        let template = NewsTemplate(
            kind: .shipped,
            name: "shipped",
            language: .english,
            category: .utility,
            body: "Gone.",
            places: [],
            approval: .approved
        )
        let verdicts = [verdict("shipped", .paused), verdict("other", .disabled)]
        #expect([template].judged(by: verdicts).map(\.approval) == [.paused])
        #expect([template].judged(by: [verdict("other", .disabled)]) == [template])
        #expect([template].judged(by: [verdict("shipped", .paused, language: .portuguese)]) == [template])
    }

    @Test(
        "each word of the platform means one state, and unknown ones change nothing",
        arguments: [
            ("APPROVED", .approved), ("REINSTATED", .approved), ("FLAGGED", .approved), ("PENDING", .pending),
            ("IN_APPEAL", .pending), ("REJECTED", .rejected), ("PAUSED", .paused), ("LOCKED", .paused),
            ("DISABLED", .disabled), ("DELETED", .disabled), ("paused", .paused), ("SPARKLING", nil),
        ] as [(String, NewsTemplate.Approval?)]
    )
    func words(word: String, approval: NewsTemplate.Approval?) {
        #expect(TemplateVerdict(name: "a", language: "en_US", word: word)?.approval == approval)
        #expect(TemplateVerdict(name: "a", language: "?", word: word) == nil)
    }

    @Test("a Page's template of the same name is another one", arguments: StoreKind.allCases)
    func books(kind: StoreKind) async throws {
        let store = try await kind.scene().store
        let ofPage = TemplateVerdict(name: "a", language: .english, approval: .paused, book: .page)
        try await store.commit {
            try $0.keepTemplateVerdicts([ofPage, verdict("a", .approved)], of: Self.shop, at: StoreScene.start)
        }
        #expect(try await store.read { try $0.templateVerdicts(Self.shop) } == [verdict("a", .approved), ofPage])
        let template = NewsTemplate(
            kind: .shipped,
            name: "a",
            language: .english,
            category: .utility,
            body: "Gone.",
            places: [],
            approval: .pending
        )
        #expect([template].judged(by: [ofPage]) == [template])
        #expect([template].judged(by: [ofPage, verdict("a", .approved)]).map(\.approval) == [.approved])
    }
}
