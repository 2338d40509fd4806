import Kernel

extension ScriptParser {
    /// What stands behind `again` in `again x2 late 3m`.
    func again(_ signs: Signs) throws(LineProblem) -> ScriptStep {
        var (words, late) = try takeLate(try signs.words().words)
        var times = 1
        if let word = words.first?.text, word.hasPrefix("x") {
            guard let count = Int(word.dropFirst()), (1...1000).contains(count) else { throw Self.oddAgain }
            times = count
            words.removeFirst()
        }
        guard words.isEmpty else { throw Self.oddAgain }
        return .again(times: times, late: late)
    }

    private static let oddAgain = LineProblem("'again', 'again x2' or 'again late 3m'", mend: "Count from x1 to x1000.")

    /// Reads `+25h` or `2026-10-06T09:00Z`.
    func clockMove(_ signs: Signs) throws(LineProblem) -> ClockMove {
        let text = signs.trimmed.text
        if text.hasPrefix("+"), let span = Span(written: text.dropFirst()), span.milliseconds > 0 { return .on(span) }
        if let moment = Timestamp(iso8601: text) { return .to(moment) }
        throw LineProblem("a step or a moment", mend: "Write 'at +25h' (d, h, m, s, ms) or 'at 2026-10-06T09:00Z'.")
    }

    /// What stands behind `from`, such as `meta: sent delivered ana`.
    func notice(_ signs: Signs) throws(LineProblem) -> ScriptStep {
        let (words, late) = try takeLate(try signs.words().words)
        let rest = Array(words.dropFirst())
        let notice: Notice<Wording>
        switch words.first?.text {
        case "meta:": notice = try metaNotice(rest)
        case "pay:":
            let word: PaymentWord = try word(rest, example: "from pay: paid order={o}")
            notice = .payment(word, try Field.all(in: rest.dropFirst()))
        case "carrier:":
            let event = try eventName(rest, example: "from carrier: out_for_delivery tracking={t}")
            notice = .carrier(event: event, try Field.all(in: rest.dropFirst()))
        case "site:":
            let word: WebsiteWord = try word(rest, example: "from site: paid order={o}")
            notice = .website(word, try Field.all(in: rest.dropFirst()))
        case "shop:": notice = .shop(try shopCommand(rest))
        default: throw LineProblem("meta:, pay:, carrier:, site: or shop: after 'from'", mend: "Say who sends it.")
        }
        return .notice(notice, late: late)
    }

    private func metaNotice(_ words: [Signs]) throws(LineProblem) -> Notice<Wording> {
        let texts = words.map(\.text)
        let shopper = texts.last ?? ""
        switch texts.first {
        case "failed" where texts.count == 3:
            if let code = Int(texts[1]) { return .failed(code: code, shopper: shopper) }
        case "taken" where texts.count == 2: return .handover(isTaken: true, shopper: shopper)
        case "handedback" where texts.count == 2: return .handover(isTaken: false, shopper: shopper)
        case "optout" where texts.count == 2: return .optOut(shopper: shopper)
        case "newid" where texts.count == 3: return .newID(shopper: texts[1], id: try Wording(reading: words[2]))
        default:
            let statuses = texts.dropLast().compactMap(StatusWord.init(rawValue:))
            if !statuses.isEmpty, statuses.count == texts.count - 1 { return .statuses(statuses, shopper: shopper) }
        }
        throw LineProblem(
            "what the platform reports and a shopper",
            mend:
                "Write sent, delivered, read or played, 'failed CODE', 'optout', 'taken' or 'handedback' and ana, 'newid ana BR.2'."
        )
    }

    /// One of the words that a sender has.
    private func word<Word: RawRepresentable<String> & CaseIterable>(
        _ words: [Signs],
        example: String
    ) throws(LineProblem) -> Word {
        if let word = words.first.flatMap({ Word(rawValue: $0.text) }) { return word }
        let known = Word.allCases.map(\.rawValue).joined(separator: ", ")
        throw LineProblem("one of \(known)", mend: "Write '\(example)'.")
    }

    private func eventName(_ words: [Signs], example: String) throws(LineProblem) -> String {
        guard let event = words.first?.text, ScriptName.isName(event) else {
            throw LineProblem("an event", mend: "Write '\(example)'.")
        }
        return event
    }

    /// Takes `late 3m` off the end.
    private func takeLate(_ words: [Signs]) throws(LineProblem) -> (words: [Signs], late: Span) {
        guard words.count >= 2, words[words.count - 2].text == "late" else { return (words, .milliseconds(0)) }
        guard let span = Span(written: words[words.count - 1].text) else {
            throw LineProblem("a length of time after 'late'", mend: "Write 'late 3m' (d, h, m, s, ms).")
        }
        return (words.dropLast(2), span)
    }

    /// What stands behind `fault:`, such as `crash before commit`.
    func fault(_ signs: Signs) throws(LineProblem) -> Fault {
        let words = signs.trimmed.text.split(separator: " ")
        switch words.first {
        case "crash":
            let moment = words.dropFirst().joined(separator: " ")
            if let moment = Fault.Moment(rawValue: moment) { return .crash(moment) }
        case "reply" where words.count == 3 && words[2] == "once":
            if let status = Int(words[1]), (400...599).contains(status) { return .reply(status: status) }
        case "drop" where words.dropFirst() == ["next", "status"]: return .dropNextStatus
        case "platform" where words.count == 3 && words[1] == "down":
            if let span = Span(written: words[2]) { return .platformDown(span) }
        default: break
        }
        throw LineProblem(
            "a fault",
            mend: "Write 'crash before|after commit|send', 'reply 429 once', 'drop next status' or 'platform down 6h'."
        )
    }
}
