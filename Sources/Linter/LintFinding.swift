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
        /// A picture is addressed in a way, or is of a sort, that no platform takes.
        case pictureAddress
        /// Something in the shop's folder can't be read, so it is left out.
        case leftOut
        /// Options can only be answered by number.
        case numbered
        /// A name is longer than what is tapped.
        case shortened
        /// A picture has no place in the form that was needed.
        case pictureLeftOut
        /// A text goes out in several bubbles.
        case split
        /// A template may not be sent as it stands, or news has none.
        case template
        /// Something on show can't be bought.
        case soldOut
        /// A word that is to be found in comments answers too many, or none that another doesn't.
        case commentWord
        /// Something in the shop's folder is used, perhaps not as meant.
        case remark
        /// A text lacks a language of the shop.
        case untranslated

        package var severity: Severity {
            switch self {
            case .refused, .optionLost, .textLost, .pictureAddress, .leftOut: .broken
            case .numbered, .shortened, .pictureLeftOut, .split, .template, .soldOut, .commentWord, .remark: .weak
            case .untranslated: .untranslated
            }
        }
    }

    package let rule: Rule
    /// What is wrong, as a sentence without full stop.
    package let what: String
    /// The text of the shop that causes it; nil where the assistant's own words do.
    package let cause: ShopText?
    /// Where the cause stands in the shop's folder; of what is wrong in many places, each of them.
    package var places: [LintPlace]
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
        places: [LintPlace] = [],
        remedy: String,
        channels: Set<ChannelKind> = [],
        languages: Set<LanguageTag> = [],
        situation: String? = nil,
        count: Int = 1
    ) {
        self.rule = rule
        self.what = what
        self.cause = cause
        self.places = places
        self.remedy = remedy
        self.channels = channels
        self.languages = languages
        self.situation = situation
        self.count = count
    }

    package var severity: Severity { rule.severity }

    /// Where to begin mending; nil where no file of the shop is to blame.
    package var place: LintPlace? { places.first }
}

/// A line of a file in a shop's folder, and a column where one is known; both counted from 1.
package struct LintPlace: Sendable, Hashable, CustomStringConvertible {
    package let file: String
    package let line: Int
    package let column: Int?

    package init(file: String, line: Int, column: Int? = nil) {
        self.file = file
        self.line = line
        self.column = column
    }

    package var description: String { "\(file):\(line)" + (column.map { ":\($0)" } ?? "") }
}
