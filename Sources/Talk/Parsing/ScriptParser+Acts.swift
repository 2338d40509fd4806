import Kernel

extension ScriptParser {
    /// What a `>` line says; `words` are its text's lines.
    func sending(by name: String, words: [Signs]) throws(LineProblem) -> ScriptStep {
        if header.staff.contains(name) { return try staffSending(by: name, words: words) }
        let first = words[0]
        if first.first?.marks("[") == true {
            return .sends(shopper: name, try tap(first, isAlone: words.count == 1))
        }
        if first.first?.marks("(") == true {
            let (arguments, rest) = try first.dropFirst().words(upTo: ")")
            return .sends(shopper: name, try act(arguments, text: [dropBlank(rest)] + words.dropFirst()))
        }
        guard let text = try optionalText(words) else {
            throw LineProblem("the words \(name) sends", mend: "Write them after '\(name)> '.")
        }
        return .sends(shopper: name, .text(text))
    }

    private func staffSending(by name: String, words: [Signs]) throws(LineProblem) -> ScriptStep {
        guard let colon = words[0].firstIndex(where: { $0.marks(":") }),
            ScriptName.isName(words[0][..<colon].text),
            let text = try optionalText([dropBlank(words[0][(colon + 1)...])] + words.dropFirst())
        else {
            throw LineProblem("'\(name)> SHOPPER: text'", mend: "Say to whom \(name) writes.")
        }
        return .staffSends(staff: name, shopper: words[0][..<colon].text, text)
    }

    /// `[Label]`, `[Label]#2`, `[Label] before`.
    private func tap(_ signs: Signs, isAlone: Bool) throws(LineProblem) -> Act<Wording> {
        let odd = LineProblem(
            "[Label], [Label]#2 or [Label] before",
            mend: #"Write \[ when the text itself begins with [."#
        )
        guard let end = signs.firstIndex(where: { $0.marks("]") }), isAlone else { throw odd }
        let label = try Wording(reading: signs[signs.startIndex + 1..<end].trimmed)
        var words = signs[(end + 1)...].trimmed.text.split(separator: " ")
        var ordinal = 1
        if let word = words.first, word.hasPrefix("#") {
            guard let number = Int(word.dropFirst()), number > 0 else { throw odd }
            ordinal = number
            words.removeFirst()
        }
        guard !label.isEmpty, words.isEmpty || words == ["before"] else { throw odd }
        return .tap(label: label, ordinal: ordinal, before: !words.isEmpty)
    }

    /// An act written `(kind arguments) text`.
    private func act(_ arguments: [Signs], text lines: [Signs]) throws(LineProblem) -> Act<Wording> {
        let kind = arguments.first?.text ?? ""
        let arguments = Array(arguments.dropFirst())
        let text = try optionalText(lines)
        let form = Self.forms[kind]
        guard let form else { throw Self.unknownAct(kind) }
        let odd = LineProblem(form.written, mend: #"Write \( when the text itself begins with (."#)
        guard form.arguments.contains(arguments.count), form.text.allows(text != nil) else { throw odd }
        let first = arguments.first?.text ?? ""
        switch kind {
        case "photo": return .photo(file: first, caption: text)
        case "voice": return .voice(file: first)
        case "file": return .file(name: first)
        case "sticker": return .sticker
        case "order": return .order(try OrderLine.all(in: arguments), note: text)
        case "product": return .product(sku: first, text)
        case "ad": return .ad(try Field.all(in: arguments), text)
        case "link": return .link(try Field.all(in: arguments), text)
        case "post": return .post(id: first, text)
        case "story": return .story(id: first, text)
        case "contact": return .contact(try Field.all(in: arguments))
        case "form": return .form(try Field.all(in: arguments))
        case "menu": return .menu(label: try Wording(reading: arguments[0]))
        case "unsend": return .unsend
        default: return try spokenAct(kind, arguments, text ?? Wording(""), odd)
        }
    }

    /// The kinds whose text or arguments need a second look.
    private func spokenAct(
        _ kind: String,
        _ arguments: [Signs],
        _ text: Wording,
        _ odd: LineProblem
    ) throws(LineProblem) -> Act<Wording> {
        switch kind {
        case "edit": return .edit(text)
        case "forward": return .forward(text)
        case "reply": return .reply(to: try Wording(reading: arguments[0]), text)
        case "react":
            let emoji = arguments[0].text
            return .react(emoji: emoji == "-" ? nil : emoji, to: try Wording(reading: arguments[1]))
        case "comment":
            let place = try Field(readingPlain: arguments[0])
            guard let spot = CommentPlace(rawValue: place.key), !place.value.isEmpty else { throw odd }
            return .comment(spot, id: place.value, text)
        case "location":
            let parts = arguments[0].text.split(separator: ",", omittingEmptySubsequences: false)
            guard parts.count == 2, parts.allSatisfy({ Double($0) != nil }) else { throw odd }
            return .location(latitude: String(parts[0]), longitude: String(parts[1]))
        default: throw odd
        }
    }

    /// Text of several lines; `nil` when there is none.
    private func optionalText(_ lines: [Signs]) throws(LineProblem) -> Wording? {
        guard let first = lines.first, !first.isEmpty || lines.count > 1 else { return nil }
        var text = try Wording(reading: first)
        for line in lines.dropFirst() { text.append(line: try Wording(reading: line)) }
        if let slot = text.slots.first(where: { $0.name == nil || $0.kind != .word }) {
            throw LineProblem(
                "words that are known",
                mend: "Only a value captured above can be sent: {\(slot.name ?? "x")}."
            )
        }
        return text
    }

    private func dropBlank(_ signs: Signs) -> Signs {
        signs.first?.isBlank == true ? signs.dropFirst() : signs
    }

    private static func unknownAct(_ kind: String) -> LineProblem {
        let kinds = forms.keys.sorted().joined(separator: ", ")
        return LineProblem(
            "something a person can send instead of '(\(kind)'",
            mend: #"Use \#(kinds); \( is a plain bracket."#
        )
    }
}

extension ScriptParser {
    /// How an act in brackets is written.
    struct ActForm {
        /// Whether words may follow the brackets.
        enum Text {
            case none, optional, needed

            func allows(_ isThere: Bool) -> Bool {
                switch self {
                case .none: !isThere
                case .optional: true
                case .needed: isThere
                }
            }
        }

        let written: String
        let arguments: ClosedRange<Int>
        let text: Text

        init(_ written: String, _ arguments: ClosedRange<Int>, _ text: Text) {
            self.written = written
            self.arguments = arguments
            self.text = text
        }
    }

    /// Every act in brackets by its first word.
    static let forms: [String: ActForm] = [
        "photo": ActForm("(photo file.jpg) caption", 1...1, .optional),
        "voice": ActForm("(voice file)", 1...1, .none),
        "file": ActForm("(file name)", 1...1, .none),
        "sticker": ActForm("(sticker)", 0...0, .none),
        "order": ActForm("(order SKU*2@189.00, SKU) note", 1...100, .optional),
        "product": ActForm("(product SKU) text", 1...1, .optional),
        "ad": ActForm("(ad click=c1 ad=77 product=SKU) text", 1...20, .optional),
        "link": ActForm("(link ref=summer) text", 1...20, .optional),
        "post": ActForm("(post P1) text", 1...1, .optional),
        "story": ActForm("(story S1) text", 1...1, .optional),
        "comment": ActForm("(comment live=L1) text or (comment post=P1) text", 1...1, .needed),
        "reply": ActForm("(reply \"words of the message\") text", 1...1, .needed),
        "location": ActForm("(location 41.9,12.5)", 1...1, .none),
        "contact": ActForm("(contact name= phone=)", 1...20, .none),
        "form": ActForm("(form key=value)", 1...100, .none),
        "menu": ActForm("(menu \"Label\")", 1...1, .none),
        "react": ActForm("(react 👍 \"words\") or (react - \"words\")", 2...2, .none),
        "edit": ActForm("(edit) new text", 0...0, .needed),
        "unsend": ActForm("(unsend)", 0...0, .none),
        "forward": ActForm("(forward) text", 0...0, .needed),
    ]
}
