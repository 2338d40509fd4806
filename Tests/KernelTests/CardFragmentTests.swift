import Foundation
import Kernel
import Testing

@Suite("card numbers in pieces")
struct CardFragmentTests {
    private let start = Timestamp(seconds: 1_790_000_000)

    /// The verdicts on messages a second apart.
    private func verdicts(_ texts: [String], apart: Span = .seconds(1)) -> [CardFragment.Verdict] {
        var fragment = CardFragment()
        var moment = start
        return texts.map { text in
            moment += apart
            return fragment.take(text, at: moment).verdict
        }
    }

    @Test("a card in two pieces is masked from the first on", arguments: CardSamples.cards)
    func twoPieces(card: String) {
        for cut in 4...10 {
            #expect(
                verdicts([String(card.prefix(cut)), String(card.dropFirst(cut))]) == [
                    .maskedFragment, .maskedCompletion,
                ]
            )
        }
    }

    @Test("a card in three or four pieces is masked", arguments: CardSamples.cards)
    func morePieces(card: String) {
        let groups = CardSamples.grouped(card, CardSamples.printed(card), by: "|").split(separator: "|").map(
            String.init
        )
        let expected =
            Array(repeating: CardFragment.Verdict.maskedFragment, count: groups.count - 1) + [.maskedCompletion]
        #expect(verdicts(groups) == expected)
    }

    @Test("pieces are stored as nothing but the replacement, and state holds no digit of theirs")
    func nothingStays() throws {
        var fragment = CardFragment()
        #expect(fragment.take("4242 4242", at: start).text == CardMask.replacement)
        let kept = String(decoding: try JSONEncoder().encode(fragment), as: UTF8.self)
        #expect(kept.contains("4242") == false)
        #expect(kept.utf8.count < 200)
        fragment = try JSONDecoder().decode(CardFragment.self, from: Data(kept.utf8))
        #expect(fragment.take("42424242", at: start) == fragment.takenAgain(.maskedCompletion))
    }

    @Test("after a card, check number and expiry date are masked for five minutes")
    func followUps() {
        var fragment = CardFragment()
        #expect(fragment.take("4242424242424242", at: start).verdict == .maskedCard)
        for text in [
            "123", "1234", "12/29", "12/2029", "cvv 123", "12/29 123", "validade 12/29", "código de segurança: 999",
        ] {
            #expect(fragment.take(text, at: start + .minutes(5)).verdict == .maskedFollowUp, "\(text)")
        }
        for text in ["ok", "2", "13/29", "apto 302", "04567-890"] {
            #expect(fragment.take(text, at: start + .minutes(5)).verdict == .plain, "\(text)")
        }
        #expect(fragment.take("123", at: start + .minutes(5) + .milliseconds(1)).verdict == .plain)
        #expect(fragment.isEmpty)
    }

    @Test(
        "without a card before, short numbers are plain",
        arguments: ["1", "12", "123", "12/29", "0038", "100234", "11987654321"]
    )
    func plain(text: String) {
        var fragment = CardFragment()
        #expect(fragment.take(text, at: start) == .init(verdict: .plain, text: text))
        #expect(fragment.isEmpty)
    }

    @Test("a number we asked for is an answer, but a completed card is not")
    func expected() {
        var fragment = CardFragment()
        #expect(fragment.take("450012", at: start, expectsNumber: true).verdict == .plain)
        #expect(fragment.take("450012", at: start, keeping: ["450012"]).verdict == .plain)
        #expect(fragment.take("42424242", at: start).verdict == .maskedFragment)
        #expect(fragment.take("3", at: start, expectsNumber: true).verdict == .plain)
        #expect(fragment.take("42424242", at: start, expectsNumber: true).verdict == .maskedCompletion)
    }

    @Test("pieces more than five minutes apart are not put together")
    func apart() {
        #expect(verdicts(["42424242", "42424242"], apart: .minutes(6)) == [.maskedFragment, .maskedFragment])
    }

    @Test("words between pieces leave them remembered")
    func words() {
        #expect(verdicts(["4242 4242", "wait", "4242 4242"]) == [.maskedFragment, .plain, .maskedCompletion])
    }
}

extension CardFragment {
    /// What a masked message leaves.
    fileprivate func takenAgain(_ verdict: Verdict) -> Taken { Taken(verdict: verdict, text: CardMask.replacement) }
}
