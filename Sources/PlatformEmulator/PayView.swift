import Kernel
import Platform

/// What a session's page shows, in the words and amounts of its language.
struct PayView: Sendable {
    let words: PayWords
    let colour: PayColour
    let shop: String
    let reference: String?
    let total: String
    let lines: [Line]
    let action: String
    let openFor: String?

    /// A position of the page.
    struct Line: Sendable {
        let name: String
        /// How many at which price; nothing for a single piece without a description.
        let detail: String?
        let image: String?
        let cost: String
    }

    init(_ session: PaymentSession, at now: Timestamp) {
        let words = PayWords.of(session.locale)
        let language = LanguageTag(session.locale) ?? words.language
        self.words = words
        colour = PayColour(session.label("accent"))
        shop = session.label("shop") ?? words.shop
        reference = session.label("order") ?? session.clientReference
        total = Self.text(session.paidTotal ?? session.total, session.paidCurrency ?? session.currency, language)
        lines =
            session.lines.map { Self.line($0, session.currency, language) }
            + (session.shipping.map { [Self.line($0, session.currency, language)] } ?? [])
        action = "/pay/\(session.id)"
        openFor = session.status == .open ? "\(words.openFor) \(Self.left(session, at: now, words))" : nil
    }

    /// A page without a session.
    init(_ words: PayWords) {
        self.words = words
        colour = PayColour(nil)
        shop = words.shop
        reference = nil
        total = ""
        lines = []
        action = ""
        openFor = nil
    }

    /// Hours while they are many, then minutes.
    private static func left(_ session: PaymentSession, at now: Timestamp, _ words: PayWords) -> String {
        let minutes = max(1, (session.expiresAt.since(now).wholeSeconds + 59) / 60)
        return minutes >= 120 ? "\(minutes / 60) h" : "\(minutes) \(words.minutes)"
    }

    private static func line(_ line: PaymentSession.Line, _ currency: String, _ language: LanguageTag) -> Line {
        let several = line.quantity > 1 ? "\(line.quantity) × \(text(line.unitAmount, currency, language))" : nil
        let details = [several, line.detail].compactMap(\.self)
        return Line(
            name: line.name,
            detail: details.isEmpty ? nil : details.joined(separator: " · "),
            image: line.image,
            cost: text(line.amount, currency, language)
        )
    }

    private static func text(_ amount: Int64, _ currency: String, _ language: LanguageTag) -> String {
        guard let money = PaymentCurrency(code: currency)?.money(amount) else { return "\(amount) \(currency)" }
        return money.formatted(language)
    }
}
