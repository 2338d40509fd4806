/// Days, months and clocks as sentences name them.
struct CalendarWords: Sendable {
    let tongue: Tongue

    /// A clock inside a sentence: `at 9:00`.
    func at(_ clock: String) -> String {
        tongue.says(english: "at \(clock)", portuguese: (Self.isSingular(clock) ? "à " : "às ") + clock)
    }

    /// Portuguese has one hour, and several from two on.
    private static func isSingular(_ clock: String) -> Bool {
        let hour = clock.prefix { $0 != ":" }
        return ["0", "00", "1", "01"].contains(hour)
    }

    /// A weekday inside a sentence, 1 is Monday: `on Monday`.
    func on(weekday: Int) -> String {
        guard (1...7).contains(weekday) else { return "" }
        return tongue.says(
            english: "on \(Self.englishDays[weekday - 1])",
            portuguese: (weekday < 6 ? "na " : "no ") + Self.portugueseDays[weekday - 1]
        )
    }

    /// A day of a month, 1 is January: `5 October`.
    func day(_ day: Int, month: Int) -> String {
        guard (1...12).contains(month) else { return "\(day)" }
        return tongue.says(
            english: "\(day) \(Self.englishMonths[month - 1])",
            portuguese: "\(day == 1 ? "1º" : "\(day)") de \(Self.portugueseMonths[month - 1])"
        )
    }

    private static let englishDays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    private static let portugueseDays = [
        "segunda-feira", "terça-feira", "quarta-feira", "quinta-feira", "sexta-feira", "sábado", "domingo",
    ]
    private static let englishMonths = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
    private static let portugueseMonths = [
        "janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho", "agosto", "setembro", "outubro",
        "novembro", "dezembro",
    ]
}
