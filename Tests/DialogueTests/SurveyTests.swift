import Commerce
import Dialogue
import Dispatch
import Kernel
import Messaging
import Synchronization
import Testing

@Suite("the survey of everything that can be said", .serialized)
struct SurveyTests {
    /// Each shop in each language, with as few products as show everything; played side by side, since each takes long.
    private static let reports: [LanguageTag: [SurveyReport]] = {
        let languages = [LanguageTag.english, .brazilianPortuguese]
        let jobs = languages.flatMap { language in SurveyedShops.all.map { (language, $0) } }
        let found = Mutex<[Int: SurveyReport]>([:])
        DispatchQueue.concurrentPerform(iterations: jobs.count) { index in
            let (language, subject) = jobs[index]
            let bounds = Survey.Bounds(turns: subject.turns ?? 100_000, products: 6)
            let report = Survey(of: subject.shop, subject.catalogue, in: language, bounds: bounds)?.report()
            found.withLock { $0[index] = report }
        }
        let all = found.withLock(\.self)
        return Dictionary(grouping: jobs.indices.filter { all[$0] != nil }, by: { jobs[$0].0 })
            .mapValues { $0.compactMap { all[$0] } }
    }()

    private static var english: [SurveyReport] { reports[.english, default: []] }

    @Test(
        "every sentence of the assistant is said in some surveyed situation",
        arguments: [("english", LanguageTag.english), ("portuguese", LanguageTag.brazilianPortuguese)]
    )
    func coversSentences(label: String, language: LanguageTag) throws {
        let reports = Self.reports[language, default: []]
        let doors = ShopDoors(of: SurveyedShops.whole, catalogue: FixtureShop.catalogue).front.pages
        let typed = doors.flatMap(\.commands).map(\.name)
        let said = Set(reports.flatMap { $0.messages.flatMap(\.message.surveyedWords) + $0.merchantWords } + typed)
        let sentences = try SpokenSentences.all(label)
        #expect(sentences.count > 300)
        let heard = Fragments(Set(sentences.map(\.fragment))).found(in: said)
        let missing = sentences.filter { !heard.contains($0.fragment) }
        #expect(missing.isEmpty, "\(missing.map(\.description).joined(separator: "\n"))")
    }

    @Test("every place, aside, button, event and clock of the dialogue is met")
    func coversTypes() {
        let met = Self.english
        #expect(Set(PlaceKind.allCases).subtracting(met.flatMap(\.places)).isEmpty)
        #expect(Set(Aside.allCases).subtracting(met.flatMap(\.asides)).isEmpty)
        #expect(Set(ContentKind.allCases).subtracting(met.flatMap(\.heard)).isEmpty)
        #expect(Set(OfferKind.allCases).subtracting(met.flatMap(\.offers)).isEmpty)
        #expect(met.flatMap(\.unknownTimers).isEmpty)
    }

    @Test("a survey taps everything that was offered")
    func tapsAll() {
        #expect(Self.english.count == SurveyedShops.all.count)
        for (subject, report) in zip(SurveyedShops.all, Self.english) where subject.turns == nil {
            #expect(report.left == 0)
        }
    }

    @Test("a survey that runs out of turns says how much it left")
    func saysWhatIsLeft() throws {
        let survey = try #require(
            Survey(of: SurveyedShops.whole, FixtureShop.catalogue, in: .english, bounds: .init(turns: 40))
        )
        let report = survey.report()
        #expect(report.turns == 40)
        #expect(report.left > 0)
    }

    @Test("a shop that sells nothing has no survey")
    func needsGoods() {
        #expect(Survey(of: SurveyedShops.whole, .empty, in: .english) == nil)
    }
}
