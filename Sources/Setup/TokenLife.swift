import Channels
package import Kernel
import Messaging

/// How long a token of Instagram's own host still opens the door, as far as the age of its file tells.
///
/// Nothing else is known to tell it: the platform says how long one lives only when it is made or renewed, and one that has
/// ended can't be renewed.
/// - Source: Instagram API with Instagram Login: long-lived tokens live 60 days.
package struct TokenLife: Sendable, Equatable {
    /// From its making or last renewal.
    package static let whole = Span.days(60)
    /// So long before its end it is spoken of.
    static let notice = Span.days(10)
    /// So old it must be to be renewed.
    static let youngest = Span.hours(24)

    /// When the token was written into its file; nil where it stands in none.
    let writtenAt: Timestamp?

    /// Nil for accounts whose tokens have no end that is known.
    package init?(of account: DeskAccount, changedAt: (_ path: String) -> Timestamp?) {
        guard account.target.channel == .instagram, !account.target.isLinked, !account.takesProof else { return nil }
        writtenAt = account.tokenFile.flatMap(changedAt)
    }

    var endsAt: Timestamp? { writtenAt.map { $0 + Self.whole } }

    /// Whether it is too young to be renewed.
    func isFresh(at now: Timestamp) -> Bool { writtenAt.map { now < $0 + Self.youngest } ?? false }

    /// How it stands with an account's token.
    package func line(of account: DeskAccount, at now: Timestamp) -> CheckLine {
        guard let endsAt else {
            return .caution(
                .token,
                account.name,
                "it ends 60 days after it was made, and how old it is can't be seen here",
                cure: "Keep it in a file (accessToken: file:…), and run 'shopkeeper channels refresh' every month."
            )
        }
        let day = Self.day(endsAt)
        if now + Self.notice < endsAt { return .good(.token, account.name, "it lasts until \(day)") }
        guard now < endsAt else {
            return .caution(
                .token,
                account.name,
                "by the age of its file it ended on \(day)",
                cure:
                    "If it no longer works, make a new one in the app's dashboard; one that has ended can't be renewed."
            )
        }
        return .caution(
            .token,
            account.name,
            "it ends on \(day)",
            cure: "Run 'shopkeeper channels refresh', then start 'shopkeeper serve' anew."
        )
    }

    /// `2026-11-30`, by the clock of Greenwich.
    static func day(_ moment: Timestamp) -> String { String(moment.iso8601.prefix(10)) }
}
