import Commerce
import Kernel
import Messaging

extension Turn {
    var whenSomeoneAnswers: String {
        if shop.openingHours.isOpen(at: context.now, in: shop.zone) { return words.help.personSoon }
        return nextOpening.map { words.help.personWhenOpen($0.words) } ?? words.help.personLater
    }

    /// When the shop opens next within a week, such as `at 9:00 tomorrow`; nil if it is open or has no hours.
    var nextOpening: (at: Timestamp, words: String)? {
        let local = shop.zone.local(context.now)
        let now = local.minuteOfDay
        guard !shop.openingHours.isOpen(at: context.now, in: shop.zone) else { return nil }
        for ahead in 0...7 {
            let weekday = (local.weekday - 1 + ahead) % 7 + 1
            let starts = shop.openingHours.days[weekday, default: []].map(\.from).sorted()
            guard let start = starts.first(where: { ahead > 0 || $0 > now }) else { continue }
            return (moment(daysAhead: ahead, minute: start), opening(daysAhead: ahead, weekday, atMinute: start))
        }
        return nil
    }

    private func opening(daysAhead: Int, _ weekday: Int, atMinute minute: Int) -> String {
        let clock = Self.clock(atMinute: minute)
        return switch daysAhead {
        case 0: words.help.today(at: clock)
        case 1: words.help.tomorrow(at: clock)
        default: words.help.onDay(weekday, at: clock)
        }
    }

    private func moment(daysAhead: Int, minute: Int) -> Timestamp {
        let day = shop.zone.local(context.now + .hours(24 * Int64(daysAhead)))
        return shop.zone.timestamp(
            of: LocalTime(year: day.year, month: day.month, day: day.day, hour: minute / 60, minute: minute % 60)
        )
    }

    /// A minute of the day as opening hours are written, such as `9:00`.
    static func clock(atMinute minute: Int) -> String {
        "\(minute / 60):" + (minute % 60 < 10 ? "0" : "") + "\(minute % 60)"
    }

    /// A moment as it is remembered: the clock alone today, with the day before it otherwise.
    func moment(_ moment: Timestamp) -> String {
        let isToday = shop.zone.local(moment).isoDate == shop.zone.local(context.now).isoDate
        return isToday ? clock(moment) : words.person.on(day(moment), at: clock(moment))
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
    mutating func answerQuestion(_ question: ShopQuestion) {
        stay(saying: answer(to: question))
    }

    /// What the shop says to it, in the language spoken.
    func answer(to question: ShopQuestion) -> String {
        (shop.questions.first { $0.id == question.id } ?? question).answer
    }
}
