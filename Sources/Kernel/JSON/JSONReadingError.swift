/// Why bytes aren't JSON: where reading stopped and what should have stood there.
public struct JSONReadingError: Error, Hashable, Sendable, CustomStringConvertible {
    /// How many bytes were fine before this one.
    public let offset: Int
    /// The line of that byte, counted from 1.
    public let line: Int
    /// What should have stood there, in words.
    public let expected: String

    /// An error at a byte of a line.
    public init(offset: Int, line: Int, expected: String) {
        self.offset = offset
        self.line = line
        self.expected = expected
    }

    /// Safe for any log: says nothing of the bytes themselves.
    public var description: String { "line \(line), byte \(offset): expected \(expected)" }
}
