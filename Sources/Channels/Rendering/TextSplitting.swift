import Kernel

/// A text that is too long for one bubble, cut where it hurts least.
enum TextSplitting {
    /// Pieces within a limit.
    ///
    /// Cut between lines or sentences, else between words, else between characters. Blanks at the cuts are dropped, nothing
    /// else; a blank text has no pieces.
    static func pieces(of text: String, limit: TextLimit) -> [String] {
        if limit.holds(text) { return text.isBlank ? [] : [text] }
        var pieces: [String] = []
        var rest = text.trimmed
        while !limit.holds(rest) {
            let cut = cut(in: rest, limit: limit)
            let piece = rest[..<cut].trimmed
            if !piece.isEmpty { pieces.append(String(piece)) }
            rest = rest[cut...].trimmed
        }
        if !rest.isEmpty { pieces.append(String(rest)) }
        return pieces
    }

    /// Where the first piece ends: always after the start.
    private static func cut(in text: Substring, limit: TextLimit) -> Substring.Index {
        var candidates = Candidates()
        var used = 0
        var index = text.startIndex
        var previous: Character = " "
        var beforePrevious: Character = " "
        while index < text.endIndex {
            let character = text[index]
            if character.isWhitespace {
                candidates.note(index, previous, beforePrevious, isNewline: character.isNewline, used: used)
            }
            used += limit.length(of: character)
            if used > limit.most { break }
            index = text.index(after: index)
            (beforePrevious, previous) = (previous, character)
        }
        if let best = candidates.best(limit: limit.most) { return best }
        return index > text.startIndex ? index : scalarCut(in: text, limit: limit)
    }

    /// One character may be longer than a bubble: then between its scalars.
    private static func scalarCut(in text: Substring, limit: TextLimit) -> Substring.Index {
        var used = 0
        var index = text.startIndex
        while index < text.endIndex {
            used += limit.length(of: Character(text.unicodeScalars[index]))
            if used > limit.most, index > text.startIndex { break }
            index = text.unicodeScalars.index(after: index)
        }
        return index
    }

    /// The last places of each sort at which the text may be cut.
    private struct Candidates {
        private var line: (index: Substring.Index, used: Int)?
        private var sentence: Substring.Index?
        private var word: Substring.Index?

        mutating func note(
            _ index: Substring.Index,
            _ previous: Character,
            _ beforePrevious: Character,
            isNewline: Bool,
            used: Int
        ) {
            guard used > 0 else { return }
            word = index
            if isNewline { line = (index, used) }
            // "1. Red" is one thing: a full stop after a digit ends no sentence.
            if ".!?…。".contains(previous), !(previous == "." && beforePrevious.isNumber) { sentence = index }
        }

        /// A line's end if it leaves no short piece, else a sentence's, else what there is.
        func best(limit: Int) -> Substring.Index? {
            if let line, line.used * 2 >= limit { return line.index }
            return sentence ?? line?.index ?? word
        }
    }
}

extension StringProtocol {
    /// The text without blanks at its ends.
    var trimmed: SubSequence {
        guard let start = firstIndex(where: { !$0.isWhitespace }),
            let end = lastIndex(where: { !$0.isWhitespace })
        else { return self[startIndex..<startIndex] }
        return self[start...end]
    }
}
