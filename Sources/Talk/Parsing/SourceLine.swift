/// One line of a script's file as the parser looks at it.
struct SourceLine {
    /// Counted from 0.
    let index: Int
    /// Blanks and tabs before the first sign.
    let indent: Int
    /// What stands after the indentation, without a carriage return.
    let body: Substring

    init(index: Int, raw: String) {
        self.index = index
        // A byte order mark means nothing, and a carriage return belongs to the line's end.
        var body = Substring(raw)
        if index == 0, body.unicodeScalars.first == "\u{FEFF}" { body.unicodeScalars.removeFirst() }
        if body.unicodeScalars.last == "\r" { body.unicodeScalars.removeLast() }
        let rest = body.drop { $0 == " " || $0 == "\t" }
        indent = body.count - rest.count
        self.body = rest
    }

    /// Whether nothing but blanks stands here.
    var isBlank: Bool { body.isEmpty }

    /// Whether it is a remark.
    var isRemark: Bool { body.first == "#" }

    /// Whether it says nothing to the machine.
    var isTrivia: Bool { isBlank || isRemark }

    /// The first word.
    var token: Substring { body.prefix { $0 != " " && $0 != "\t" } }

    /// What comes after the token and its one blank.
    var rest: Substring { body.dropFirst(token.count + 1) }
}
