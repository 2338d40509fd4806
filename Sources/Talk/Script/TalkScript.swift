/// A conversation written as a script: who takes part, and line by line what happens.
///
/// The source lines are kept as they are, so that writing the script back gives the same file, remarks and blank
/// lines included; each entry knows the lines it came from.
package struct TalkScript: Sendable, Equatable {
    /// The file's name as it was given; only for messages.
    package let file: String
    /// The source, line by line, without line feeds.
    package let lines: [String]
    /// Who and where.
    package let header: ScriptHeader
    /// What happens, in order.
    package let entries: [ScriptEntry]

    init(file: String, lines: [String], header: ScriptHeader, entries: [ScriptEntry]) {
        self.file = file
        self.lines = lines
        self.header = header
        self.entries = entries
    }

    /// Reads a script; a faulty one is refused with all its findings.
    package init(file: String, text: String) throws(ScriptRejection) {
        var parser = ScriptParser(file: file, text: text)
        self = try parser.script()
    }

    /// The script as a file's text.
    package var text: String { lines.joined(separator: "\n") }

    /// The script's name for people: its title, or else its file.
    package var title: String { header.title ?? file }
}

/// One line of a script with the indented lines that belong to it.
package struct ScriptEntry: Sendable, Equatable {
    /// Where it stands in `TalkScript.lines`, counted from 0.
    package let lines: Range<Int>
    /// What it says.
    package let step: ScriptStep

    package init(lines: Range<Int>, step: ScriptStep) {
        self.lines = lines
        self.step = step
    }

    /// The number of its first line, counted from 1.
    package var lineNumber: Int { lines.lowerBound + 1 }
}
