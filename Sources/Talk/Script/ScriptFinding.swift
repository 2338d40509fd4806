/// What is wrong with one line of a script, and how to mend it.
package struct ScriptFinding: Error, Sendable, Equatable, CustomStringConvertible {
    /// The script's file as it was named.
    package let file: String
    /// The line, counted from 1.
    package let line: Int
    /// What should stand there.
    package let expected: String
    /// A whole sentence that says how to mend it.
    package let remedy: String

    package init(file: String, line: Int, expected: String, remedy: String) {
        self.file = file
        self.line = line
        self.expected = expected
        self.remedy = remedy
    }

    package var description: String { "\(file):\(line): expected \(expected). \(remedy)" }
}

/// A script that can't be played, with everything found in it at once.
package struct ScriptRejection: Error, Sendable, Equatable, CustomStringConvertible {
    /// The findings in the order of their lines; never empty.
    package let findings: [ScriptFinding]

    package init(findings: [ScriptFinding]) {
        self.findings = findings
    }

    package var description: String { findings.map(\.description).joined(separator: "\n") }
}

/// A problem of the line being read; the parser adds file and line.
struct LineProblem: Error, Equatable {
    let expected: String
    let remedy: String

    init(_ expected: String, mend remedy: String) {
        self.expected = expected
        self.remedy = remedy
    }
}
