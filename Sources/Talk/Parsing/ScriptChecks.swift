/// What can be wrong between the lines of a script although each is well written.
struct ScriptChecks {
    private let header: ScriptHeader
    private var problems: [(line: Int, problem: LineProblem)] = []
    private var captured: Set<String> = []
    private var hasWebhook = false
    private var writers: Set<String> = []

    /// All problems with the index of their line.
    static func problems(in entries: [ScriptEntry], of header: ScriptHeader) -> [(line: Int, problem: LineProblem)] {
        var checks = ScriptChecks(header: header)
        for entry in entries { checks.check(entry) }
        return checks.problems
    }

    private init(header: ScriptHeader) {
        self.header = header
    }

    private mutating func check(_ entry: ScriptEntry) {
        let line = entry.lines.lowerBound
        switch entry.step {
        case .sends(let shopper, let act):
            know(shopper, at: line)
            checkAct(act, of: shopper, at: line)
            hasWebhook = true
        case .staffSends(_, let shopper, let words):
            know(shopper, at: line)
            use(words, at: line)
            hasWebhook = true
        case .again:
            if !hasWebhook { note("a > or from line above", "Say first what is delivered again.", at: line) }
        case .expects(let bubble):
            know(bubble.shopper, at: line)
            captured.formUnion(bubble.names)
        case .notice(let notice, _):
            if let shopper = notice.shopper { know(shopper, at: line) }
            for words in notice.wordings { use(words, at: line) }
            hasWebhook = true
        case .shuffled(let inner): for entry in inner { check(entry) }
        case .bills: checkBills(at: line)
        case .sees(let shopper, let facts): checkFacts(facts, of: shopper, at: line)
        case .clock, .fault, .silence: break
        }
    }

    private mutating func checkAct(_ act: Act<Wording>, of shopper: String, at line: Int) {
        for words in act.wordings { use(words, at: line) }
        switch act {
        case .text: writers.insert(shopper)
        case .edit, .unsend:
            if !writers.contains(shopper) {
                note("a text of \(shopper) above", "Only a text already sent can change.", at: line)
            }
        default: break
        }
    }

    private mutating func checkBills(at line: Int) {
        guard header.shoppers.contains(where: { $0.channel == nil }) else { return }
        note("no 'bill:'", "A file with a shopper on 'any' has none: costs differ by channel.", at: line)
    }

    private mutating func checkFacts(_ facts: [Fact<Wording>], of shopper: String?, at line: Int) {
        if let shopper { know(shopper, at: line) }
        if shopper == nil, header.shoppers.count > 1, facts.contains(where: \.concernsShopper) {
            note("'see NAME:'", "With several shoppers say whose fact it is.", at: line)
        }
        for words in facts.flatMap(\.wordings) { use(words, at: line) }
    }

    private mutating func use(_ words: Wording, at line: Int) {
        for slot in words.slots where slot.name.map({ !captured.contains($0) }) ?? true {
            let name = slot.name ?? slot.kind.rawValue
            note(
                "a value captured above as {\(name)}",
                #"Capture it in an expected message first, or write \{."#,
                at: line
            )
        }
    }

    private mutating func know(_ shopper: String, at line: Int) {
        guard header.shopper(shopper) == nil else { return }
        note(
            "a shopper of the header instead of '\(shopper)'",
            "Add 'shopper \(shopper) whatsapp' to the header.",
            at: line
        )
    }

    private mutating func note(_ expected: String, _ remedy: String, at line: Int) {
        problems.append((line, LineProblem(expected, mend: remedy)))
    }
}

extension ExpectedBubble {
    /// The names of all slots in it.
    var names: [String] { text.wordings.flatMap(\.names) + parts.flatMap(\.part.names) }
}

extension ExpectedBubble.Text {
    /// The stretches of words in it.
    var wordings: [Wording] {
        switch self {
        case .none: []
        case .exact(let words): [words]
        case .inOrder(let fragments): fragments
        }
    }
}

extension BubblePart {
    /// The names of all slots in it.
    var names: [String] {
        switch self {
        case .buttons(let labels): labels.flatMap(\.names)
        case .section(let words), .photo(let words), .product(let words), .file(let words), .form(let words):
            words.names
        case .row(let title, let detail): title.names + (detail?.names ?? [])
        case .link(let words, let url): words.names + url.names
        case .template(let name, let language): name.names + language.names
        case .order(let name, let state): name.names + state.names
        case .receipt(let fields): fields.flatMap(\.value.names)
        case .privateComment: []
        case .card(let title, let subtitle, let parts):
            title.names + (subtitle?.names ?? []) + parts.flatMap(\.part.names)
        }
    }
}
