package import Kernel

/// Why a partner's body could not be taken apart; its description is safe for any log.
package struct UnreadablePartnerBody: Error, Sendable, Equatable, CustomStringConvertible {
    /// JSON path of what is at fault, such as `data.object.amount_total`; for bytes that are no JSON their line and byte.
    package let location: String
    package let expected: String
    package let remedy: String

    package init(location: String, expected: String, remedy: String) {
        self.location = location
        self.expected = expected
        self.remedy = remedy
    }

    /// Bytes that are no JSON.
    package init(_ error: JSONReadingError) {
        self.init(
            location: "line \(error.line), byte \(error.offset)",
            expected: error.expected,
            remedy: "Send the body as the partner wrote it, complete and in UTF-8."
        )
    }

    package var description: String { "unreadable at \(location): expected \(expected). \(remedy)" }
}
