/// A sign of a script's line; a plain one stood behind a backslash or in quotes and means only itself.
struct Sign: Equatable {
    let character: Character
    let isPlain: Bool

    /// Whether it is this sign with its special meaning.
    func marks(_ character: Character) -> Bool { !isPlain && self.character == character }

    /// Whether it is a blank that separates words.
    var isBlank: Bool { marks(" ") || marks("\t") }
}

typealias Signs = ArraySlice<Sign>

extension Signs {
    /// Reads a stretch of a line and takes its escapes away.
    init(reading raw: some StringProtocol) throws(LineProblem) {
        var signs: [Sign] = []
        var escaped = false
        for character in raw {
            if escaped || character != "\\" {
                signs.append(Sign(character: character, isPlain: escaped))
                escaped = false
            } else {
                escaped = true
            }
        }
        guard !escaped else {
            throw LineProblem("a sign after the backslash", mend: #"Write \\ for a backslash itself."#)
        }
        self = signs[...]
    }

    /// The signs as text.
    var text: String { String(map(\.character)) }

    /// Without blanks at both ends.
    var trimmed: Signs {
        var signs = drop(while: \.isBlank)
        while signs.last?.isBlank == true { signs.removeLast() }
        return signs
    }

    /// The stretches between a separator with its special meaning.
    func parts(at separator: Character) -> [Signs] {
        split(omittingEmptySubsequences: false) { $0.marks(separator) }
    }

    /// The two sides of the first separator that stands between blanks, trimmed; the second is `nil` without one.
    func sides(of separator: Character) -> (Signs, Signs?) {
        let place = indices.first { index in
            self[index].marks(separator) && index > startIndex && index + 1 < endIndex
                && self[index - 1].isBlank && self[index + 1].isBlank
        }
        guard let place else { return (trimmed, nil) }
        return (self[..<place].trimmed, self[(place + 1)...].trimmed)
    }

    /// The words up to the end, or up to `closing`, and what stands behind it.
    ///
    /// Quotes keep blanks in a word.
    func words(upTo closing: Character? = nil) throws(LineProblem) -> (words: [Signs], rest: Signs) {
        var words: [Signs] = []
        var word: [Sign]?
        var isQuoted = false
        var index = startIndex
        while index < endIndex {
            let sign = self[index]
            index += 1
            if sign.marks("\"") {
                isQuoted.toggle()
                word = word ?? []
            } else if isQuoted {
                // Braces keep their meaning in quotes; everything else in them is plain.
                let isBrace = sign.marks("{") || sign.marks("}")
                word = (word ?? []) + [Sign(character: sign.character, isPlain: !isBrace)]
            } else if let closing, sign.marks(closing) {
                if let word { words.append(word[...]) }
                return (words, self[index...])
            } else if sign.isBlank {
                if let word { words.append(word[...]) }
                word = nil
            } else {
                word = (word ?? []) + [sign]
            }
        }
        guard !isQuoted else {
            throw LineProblem("a closing quote", mend: #"End the value with ", or write \" for the sign."#)
        }
        if let closing {
            throw LineProblem(
                "a closing \(closing)",
                mend: "Close it on the same line, or write a backslash before the first sign."
            )
        }
        if let word { words.append(word[...]) }
        return (words, self[endIndex...])
    }
}
