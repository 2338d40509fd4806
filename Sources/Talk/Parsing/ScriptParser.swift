/// Reads a script line by line and gathers everything that is wrong with it.
struct ScriptParser {
    let file: String
    let raw: [String]
    let lines: [SourceLine]
    var header = ScriptHeader()
    private(set) var findings: [ScriptFinding] = []

    init(file: String, text: String) {
        self.file = file
        // Split by bytes: a carriage return and a line feed are one sign to `String`.
        raw = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map {
            String(Substring($0))
        }
        lines = raw.enumerated().map { SourceLine(index: $0.offset, raw: $0.element) }
    }

    /// The whole script, or all findings.
    mutating func script() throws(ScriptRejection) -> TalkScript {
        let start = readHeader()
        let entries = readEntries(in: start..<lines.count, inBlock: false)
        for (line, problem) in ScriptChecks.problems(in: entries, of: header) { note(problem, at: line) }
        guard findings.isEmpty else { throw ScriptRejection(findings: findings.sorted { $0.line < $1.line }) }
        return TalkScript(file: file, lines: raw, header: header, entries: entries)
    }

    /// Keeps a problem of the line with this index.
    mutating func note(_ problem: LineProblem, at index: Int) {
        findings.append(ScriptFinding(file: file, line: index + 1, expected: problem.expected, remedy: problem.remedy))
    }

    /// The entries of a stretch of lines; in a block they are indented.
    mutating func readEntries(in range: Range<Int>, inBlock: Bool) -> [ScriptEntry] {
        var entries: [ScriptEntry] = []
        var index = range.lowerBound
        while index < range.upperBound {
            let line = lines[index]
            if line.isTrivia {
                index += 1
                continue
            }
            let end = endOfEntry(at: index, in: range)
            if line.indent > 0, !inBlock {
                note(Self.strayIndentation, at: index)
                index += 1
            } else if line.token == "shuffled", !inBlock {
                index = readBlock(index..<end, within: range, into: &entries)
            } else {
                if let entry = readEntry(index..<end, inBlock: inBlock) { entries.append(entry) }
                index = end
            }
        }
        return entries
    }

    /// The line after the last one that belongs to this entry: deeper ones do, and what stands between them.
    private func endOfEntry(at start: Int, in range: Range<Int>) -> Int {
        var end = start + 1
        var index = end
        while index < range.upperBound, lines[index].isTrivia || lines[index].indent > lines[start].indent {
            index += 1
            if !lines[index - 1].isTrivia { end = index }
        }
        return end
    }

    /// Reads `shuffled` … `end` and returns the line after it.
    private mutating func readBlock(
        _ block: Range<Int>,
        within range: Range<Int>,
        into entries: inout [ScriptEntry]
    ) -> Int {
        let inner = readEntries(in: block.lowerBound + 1..<block.upperBound, inBlock: true)
        var closing = block.upperBound
        while closing < range.upperBound, lines[closing].isTrivia { closing += 1 }
        guard closing < range.upperBound, lines[closing].indent == 0, lines[closing].body.trimmedEnd == "end" else {
            note(
                LineProblem(
                    "'end' after the indented lines",
                    mend: "Indent the lines of the block and close it with end."
                ),
                at: block.lowerBound
            )
            return block.upperBound
        }
        if inner.isEmpty {
            note(
                LineProblem("indented lines in the block", mend: "Indent what is to be shuffled."),
                at: block.lowerBound
            )
        }
        entries.append(ScriptEntry(lines: block.lowerBound..<closing + 1, step: .shuffled(inner)))
        return closing + 1
    }

    private mutating func readEntry(_ range: Range<Int>, inBlock: Bool) -> ScriptEntry? {
        do throws(LineProblem) {
            let step = try step(in: range)
            if inBlock, !step.mayBeShuffled {
                throw LineProblem("only >, from and again lines in the block", mend: "Move this line behind end.")
            }
            return ScriptEntry(lines: range, step: step)
        } catch {
            note(error, at: range.lowerBound)
            return nil
        }
    }

    /// What the entry says; its first word decides.
    private mutating func step(in range: Range<Int>) throws(LineProblem) -> ScriptStep {
        let line = lines[range.lowerBound]
        let token = line.token
        if token.hasSuffix("<"), ScriptName.isName(token.dropLast()) { return .expects(try bubble(in: range)) }
        if token.hasSuffix(">"), ScriptName.isName(token.dropLast()) {
            return try sending(by: String(token.dropLast()), words: try wholeText(in: range))
        }
        refuseDeeperLines(in: range)
        let rest = try Signs(reading: line.rest)
        switch token {
        case "again": return try again(rest)
        case "at": return .clock(try clockMove(rest))
        case "from": return try notice(rest)
        case "bill:": return .bills(try bills(rest))
        case "see:": return .sees(shopper: nil, try facts(rest))
        case "see": return try seeing(rest)
        case "fault:": return .fault(try fault(rest))
        case "silence" where rest.trimmed.isEmpty: return .silence
        case "end": throw LineProblem("'shuffled' before this 'end'", mend: "Begin the block, or remove this line.")
        default: throw Self.unknownLine(token)
        }
    }

    /// The text of an entry whose further lines begin with `|`, line by line.
    private mutating func wholeText(in range: Range<Int>) throws(LineProblem) -> [Signs] {
        var text = [try Signs(reading: lines[range.lowerBound].rest)]
        for index in range.dropFirst() where !lines[index].isTrivia {
            guard lines[index].token == "|" else {
                note(
                    LineProblem("'| ' and the text's next line", mend: "Indented lines of a > line begin with |."),
                    at: index
                )
                continue
            }
            text.append(try Signs(reading: lines[index].rest))
        }
        return text
    }

    private mutating func refuseDeeperLines(in range: Range<Int>) {
        for index in range.dropFirst() where !lines[index].isTrivia { note(Self.strayIndentation, at: index) }
    }

    private static let strayIndentation = LineProblem(
        "no indented line here",
        mend: "Only lines with > and <, cards and shuffled have indented lines below them."
    )

    private static func unknownLine(_ token: Substring) -> LineProblem {
        LineProblem(
            "a kind of line instead of '\(token)'",
            mend: "Begin with NAME> or NAME<, again, at, from, shuffled, bill:, see:, fault:, silence or #."
        )
    }
}

extension ScriptStep {
    /// Whether it may stand between `shuffled` and `end`.
    var mayBeShuffled: Bool {
        switch self {
        case .sends, .staffSends, .notice, .again: true
        case .expects, .clock, .shuffled, .bills, .sees, .fault, .silence: false
        }
    }
}

extension StringProtocol {
    /// Without blanks and tabs at the end.
    var trimmedEnd: SubSequence {
        var end = endIndex
        while end > startIndex, [" ", "\t"].contains(self[index(before: end)]) { end = index(before: end) }
        return self[..<end]
    }
}
