package import Kernel

/// Why a whole body could not be taken apart: it is no JSON, or no envelope of this channel.
///
/// Its description is safe for any log: it says nothing of what the body held.
package struct UnreadableWebhook: Error, Sendable, Equatable, CustomStringConvertible {
    /// JSON path of what is at fault, such as `entry`; for bytes that are no JSON their line and byte.
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
            remedy: "Send the body as the platform wrote it, complete and in UTF-8."
        )
    }

    package var description: String { "unreadable at \(location): expected \(expected). \(remedy)" }
}
