package import Kernel
package import Messaging

/// One thing about a shop's messages that a merchant should know: what, where, and how to mend it.
package struct LintFinding: Sendable, Equatable {
    /// How bad it is, the worst first.
    package enum Severity: String, Sendable, CaseIterable, Comparable {
        /// A platform would refuse a message, or something of it would be lost.
        case broken
        /// It arrives, but poorer than it could be.
        case weak
        /// Something is said in another language than the shopper's.
        case untranslated

        package static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

        private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
    }

    /// What was looked for.
    package enum Rule: String, Sendable, CaseIterable {
        /// The platform turns the message down.
        case refused
        /// Something that was offered can neither be tapped nor answered by its number.
        case optionLost
        /// Words don't arrive.
        case textLost
        /// A picture is addressed in a way that no platform takes.
        case pictureAddress
        /// Options can only be answered by number.
        case numbered
        /// A name is longer than what is tapped.
        case shortened
        /// A picture has no place in the form that was needed.
        case pictureLeftOut
        /// A text goes out in several bubbles.
        case split
        /// A template may not be sent as it stands.
        case template
        /// A text lacks a language of the shop.
        case untranslated

        package var severity: Severity {
            switch self {
            case .refused, .optionLost, .textLost, .pictureAddress: .broken
            case .numbered, .shortened, .pictureLeftOut, .split, .template: .weak
            case .untranslated: .untranslated
            }
        }
    }

    package let rule: Rule
    /// What is wrong, as a sentence without full stop.
    package let what: String
    /// The text of the shop that causes it; nil where the assistant's own words do.
    package let cause: ShopText?
    /// Where the cause stands in the shop's folder.
    package var place: LintPlace?
    /// How to mend it: whole sentences.
    package let remedy: String
    package internal(set) var channels: Set<ChannelKind>
    package internal(set) var languages: Set<LanguageTag>
    /// Where it was met first.
    package let situation: String?
    /// In how many messages it was met.
    package internal(set) var count: Int

    package init(
        _ rule: Rule,
        _ what: String,
        cause: ShopText? = nil,
        remedy: String,
        channels: Set<ChannelKind> = [],
        languages: Set<LanguageTag> = [],
        situation: String? = nil,
        count: Int = 1
    ) {
        self.rule = rule
        self.what = what
        self.cause = cause
        self.remedy = remedy
        self.channels = channels
        self.languages = languages
        self.situation = situation
        self.count = count
    }

    package var severity: Severity { rule.severity }
}

/// A line and column of a file in a shop's folder, both counted from 1.
package struct LintPlace: Sendable, Equatable, CustomStringConvertible {
    package let file: String
    package let line: Int
    package let column: Int

    package init(file: String, line: Int, column: Int) {
        self.file = file
        self.line = line
        self.column = column
    }

    package var description: String { "\(file):\(line):\(column)" }
}
