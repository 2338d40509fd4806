import Commerce
import Dialogue
import Kernel
import Messaging
import Testing

@Suite("the survey of everything that can be said")
struct SurveyTests {
    /// With as few products as show everything.
    private static func reports(in language: LanguageTag) -> [SurveyReport] {
        SurveyedShops.all.compactMap { subject in
            Survey(of: subject.shop, subject.catalogue, in: language, bounds: .init(products: 6))?.report()
        }
    }

    private static let english = reports(in: .english)

    @Test(
        "every sentence of the assistant is said in some surveyed situation",
        arguments: [("english", LanguageTag.english), ("portuguese", LanguageTag.brazilianPortuguese)]
    )
    func coversSentences(label: String, language: LanguageTag) throws {
        let reports = language == .english ? Self.english : Self.reports(in: language)
        let said = Set(reports.flatMap { $0.messages.flatMap(\.message.surveyedWords) + $0.merchantWords })
        let corpus = said.joined(separator: "\u{0}")
        let sentences = try SpokenSentences.all(label)
        #expect(sentences.count > 300)
        let missing = sentences.filter { sentence in
            SurveyedShops.unsaid[sentence.fragment] == nil && !corpus.contains(sentence.fragment)
        }
        #expect(missing.isEmpty, "\(missing.map(\.description).joined(separator: "\n"))")
        let needless = SurveyedShops.unsaid.keys.filter { corpus.contains($0) }
        #expect(needless.isEmpty)
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
        for report in Self.english { #expect(report.left == 0) }
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
