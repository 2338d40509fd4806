import Commerce
import Kernel
import Messaging

extension Turn {
    /// How long a person has the conversation before the assistant may answer again.
    static var personLease: Span { .hours(12) }

    /// Hands the conversation to a person, with the shopper's last words and cart.
    mutating func handOver(after text: String) {
        let cartLine =
            cart.isEmpty ? nil : cart.lines.map { "\($0.quantity) \u{D7} \(name(of: $0.sku))" }.joined(separator: ", ")
        let last = TextTools.prefix(text.isEmpty ? words.labels.person : text, fitting: 300)
        facts.owner = .person
        effects.append(.setOwner(.person, until: context.now + Self.personLease))
        effects.append(.openTask(TaskDraft(.person, words.help.task(words: last, cart: cartLine))))
        say(whenSomeoneAnswers)
        go(to: .person)
    }

    private var whenSomeoneAnswers: String {
        if shop.openingHours.isOpen(at: context.now, in: shop.zone) { return words.help.personSoon }
        return nextOpening.map(words.help.personWhenOpen) ?? words.help.personLater
    }

    /// When the shop opens next within a week, such as `at 9:00 tomorrow`; nil if it has no hours.
    private var nextOpening: String? {
        let local = shop.zone.local(context.now)
        let now = local.minuteOfDay
        for ahead in 0...7 {
            let weekday = (local.weekday - 1 + ahead) % 7 + 1
            let starts = shop.openingHours.days[weekday, default: []].map(\.from).sorted()
            guard let start = starts.first(where: { ahead > 0 || $0 > now }) else { continue }
            let clock = "\(start / 60):" + (start % 60 < 10 ? "0" : "") + "\(start % 60)"
            switch ahead {
            case 0: return words.help.today(at: clock)
            case 1: return words.help.tomorrow(at: clock)
            default: return words.help.onDay(weekday, at: clock)
            }
        }
        return nil
    }

    mutating func showQuestions(_ page: Int) {
        guard !shop.questions.isEmpty else { return stay(.person, saying: words.help.noQuestions) }
        go(to: .questions(page: page))
    }

    mutating func answerQuestion(_ id: String) {
        guard let question = shop.questions.first(where: { $0.id == id }) else {
            say(words.help.questionGone)
            return showQuestions(0)
        }
        answerQuestion(question)
    }

    /// Answers in the shop's words; the shopper stays where it was.
    mutating func answerQuestion(_ question: ShopQuestion) { stay(saying: question.answer) }
}
