import Commerce
import Messaging

/// What the reading of a shop's folder found: something that is left out, or used perhaps not as meant.
package struct FolderRemark: Sendable, Equatable {
    package let place: LintPlace
    package let isLeftOut: Bool
    /// Goes after "expected", without full stop.
    package let expected: String
    package let remedy: String

    package init(_ place: LintPlace, isLeftOut: Bool, expected: String, remedy: String) {
        self.place = place
        self.isLeftOut = isLeftOut
        self.expected = expected
        self.remedy = remedy
    }

    var finding: LintFinding {
        LintFinding(
            isLeftOut ? .leftOut : .remark,
            "expected \(expected)",
            places: [place],
            remedy: remedy,
            channels: Set(ChannelKind.allCases),
            count: 0
        )
    }
}
