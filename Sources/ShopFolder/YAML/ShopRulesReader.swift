import Commerce
import Kernel

/// Reads `rules` of `shop.yaml`; what is absent keeps its default.
struct ShopRulesReader {
    private var reader: MappingReader
    private var rules = ShopRules()

    static func read(_ value: YAMLValue?, holdTime: Span, log: inout FindingLog) -> ShopRules {
        guard let value else { return ShopRules() }
        guard let mapping = value.mapping else {
            log.fault(
                value.line,
                expected: "a line for each rule under rules",
                remedy: "Write lines such as '  return-days: 14'."
            )
            return ShopRules()
        }
        var reader = ShopRulesReader(reader: MappingReader(mapping, subject: "rules"))
        reader.readMoney(&log)
        reader.readReturns(&log)
        reader.readPersons(&log)
        reader.readReminders(holdTime: holdTime, &log)
        reader.reader.checkKeys(log: &log)
        return reader.rules
    }

    private init(reader: MappingReader) { self.reader = reader }

    private mutating func readMoney(_ log: inout FindingLog) {
        rules.latePayment = reader.word("late-payment", log: &log) ?? rules.latePayment
        // A provider takes pages of 30 minutes to 24 hours, counted from when our call arrives.
        rules.linkTime = span("link-time", from: .minutes(35), to: .hours(24), &log) ?? rules.linkTime
        rules.changesUntil = changesUntil(&log) ?? rules.changesUntil
    }

    private mutating func readReturns(_ log: inout FindingLog) {
        rules.returnDays = returnDays(&log) ?? rules.returnDays
        rules.returnPayer = reader.word("return-paid-by", log: &log) ?? rules.returnPayer
    }

    private mutating func readPersons(_ log: inout FindingLog) {
        rules.personWait = span("person-wait", from: .minutes(1), to: .days(7), &log) ?? rules.personWait
        rules.personLease = span("person-lease", from: .minutes(5), to: .days(7), &log) ?? rules.personLease
    }

    private mutating func readReminders(holdTime: Span, _ log: inout FindingLog) {
        // Later than 23 hours after the last word there is hardly a window left to be reminded in.
        rules.cartReminder = reminder("cart-reminder", rules.cartReminder, from: .minutes(15), to: .hours(23), &log)
        let usual = rules.holdReminder.flatMap { $0 < holdTime ? $0 : nil }
        rules.holdReminder = reminder("hold-reminder", usual, from: .minutes(1), to: .hours(23), &log)
        if let reminder = rules.holdReminder, reminder >= holdTime {
            log.remark(
                reader.line("hold-reminder"),
                expected: "a hold-reminder shorter than hold-minutes",
                remedy: "Goods are held for \(SpanReader.words(holdTime)) only, so nobody is reminded. Shorten it."
            )
            rules.holdReminder = nil
        }
        readQuiet(&log)
    }

    private mutating func span(_ key: String, from least: Span, to most: Span, _ log: inout FindingLog) -> Span? {
        guard let text = reader.text(key, log: &log) else { return nil }
        return span(text, key, from: least, to: most, &log)
    }

    private func span(_ text: String, _ key: String, from least: Span, to most: Span, _ log: inout FindingLog) -> Span?
    {
        if let span = SpanReader.span(text), (least...most).contains(span) { return span }
        log.fault(
            reader.line(key),
            expected: "a time from \(SpanReader.words(least)) to \(SpanReader.words(most)) after \(key):",
            remedy: "Write number and unit, such as \(SpanReader.words(least)), instead of \(text.quoted)."
        )
        return nil
    }

    private static let neverWords: Set<String> = ["never", "no", "none", "off", "false"]

    private mutating func reminder(
        _ key: String,
        _ usual: Span?,
        from least: Span,
        to most: Span,
        _ log: inout FindingLog
    ) -> Span? {
        guard let text = reader.text(key, log: &log) else { return usual }
        return Self.neverWords.contains(text.lowercased()) ? nil : span(text, key, from: least, to: most, &log)
    }

    /// The states after which only a person changes an order, as merchants call them.
    private enum LastChange: String, CaseIterable {
        case awaitingPayment, placed, accepted

        var state: OrderState {
            switch self {
            case .awaitingPayment: .awaitingPayment
            case .placed: .placed
            case .accepted: .accepted
            }
        }
    }

    private mutating func changesUntil(_ log: inout FindingLog) -> OrderState? {
        let last: LastChange? = reader.word("changes-until", log: &log)
        return last?.state
    }

    private mutating func returnDays(_ log: inout FindingLog) -> Int? {
        guard let text = reader.text("return-days", log: &log) else { return nil }
        if let days = Int(text), (0...3650).contains(days) { return days }
        log.fault(
            reader.line("return-days"),
            expected: "whole days from 0 to 3650 after return-days:",
            remedy: "Write a number such as 14 instead of \(text.quoted); 0 means that nothing is taken back."
        )
        return nil
    }

    private mutating func readQuiet(_ log: inout FindingLog) {
        guard let text = reader.text("quiet", log: &log) else { return }
        if Self.neverWords.contains(text.lowercased()) {
            (rules.quietFrom, rules.quietUntil) = (0, 0)
        } else if let (from, until) = ClockReader.span(text) {
            (rules.quietFrom, rules.quietUntil) = (from, until)
        } else {
            log.fault(
                reader.line("quiet"),
                expected: "two times such as 21:00-9:00 after quiet:",
                remedy: "Write when the quiet begins and ends instead of \(text.quoted), or 'never'."
            )
        }
    }
}
