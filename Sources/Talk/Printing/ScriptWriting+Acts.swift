import Kernel

extension ScriptWriting {
    /// The lines of a step; `status`, remarks and blank lines are the script's own.
    static func step(_ step: ScriptStep) -> [String] {
        switch step {
        case .sends(let shopper, let act): lines(act, of: shopper)
        case .staffSends(let staff, let shopper, let text): lines(text, after: "\(staff)> \(shopper):", .inside)
        case .again(let times, let late): ["again" + (times == 1 ? "" : " x\(times)") + written(late: late)]
        case .expects(let expected): bubble(expected)
        case .clock(.on(let span)): ["at +\(span.written)"]
        case .clock(.to(let moment)): ["at \(moment.iso8601)"]
        case .notice(let notice, let late): ["from " + line(notice) + written(late: late)]
        case .shuffled(let entries):
            ["shuffled"] + entries.flatMap { self.step($0.step) }.map { "  " + $0 } + ["end"]
        case .bills(let expected): [bills(expected)]
        case .sees(let shopper, let facts): [sees(shopper, facts)]
        case .fault(let fault): ["fault: \(fault)"]
        case .silence: ["silence"]
        }
    }

    private static func written(late: Span) -> String { late.milliseconds == 0 ? "" : " late \(late.written)" }

    private static func lines(_ act: Act<Wording>, of shopper: String) -> [String] {
        let token = shopper + ">"
        switch act {
        case .text(let words): return lines(words, after: token, .sent)
        case .tap(let label, let ordinal, let before):
            return [token + " " + button(label) + (ordinal == 1 ? "" : "#\(ordinal)") + (before ? " before" : "")]
        default:
            let (bracket, text) = parts(act)
            return text.map { lines($0, after: "\(token) (\(bracket))", .inside) } ?? ["\(token) (\(bracket))"]
        }
    }

    /// What stands in the brackets, and the words behind them.
    private static func parts(_ act: Act<Wording>) -> (bracket: String, text: Wording?) {
        switch act {
        case .text(let words): ("", words)
        case .tap(let label, _, _): ("", label)
        case .photo(let file, let caption): ("photo " + value(Wording(file)), caption)
        case .voice(let file): ("voice " + value(Wording(file)), nil)
        case .file(let name): ("file " + value(Wording(name)), nil)
        case .sticker: ("sticker", nil)
        case .order(let lines, let note): ("order " + orderLines(lines), note)
        case .product(let sku, let words): ("product " + value(Wording(sku)), words)
        case .ad(let fields, let words): ("ad " + self.fields(fields), words)
        case .link(let fields, let words): ("link " + self.fields(fields), words)
        case .post(let id, let words): ("post " + value(Wording(id)), words)
        case .story(let id, let words): ("story " + value(Wording(id)), words)
        case .comment(let place, let id, let words): ("comment \(place.rawValue)=\(value(Wording(id)))", words)
        case .reply(let quote, let words): ("reply " + value(quote), words)
        case .location(let latitude, let longitude): ("location \(latitude),\(longitude)", nil)
        case .contact(let fields): ("contact " + self.fields(fields), nil)
        case .form(let fields): ("form " + self.fields(fields), nil)
        case .menu(let label): ("menu " + value(label), nil)
        case .react(let emoji, let quote): ("react \(emoji ?? "-") " + value(quote), nil)
        case .edit(let words): ("edit", words)
        case .unsend: ("unsend", nil)
        case .forward(let words): ("forward", words)
        }
    }

    private static func line(_ notice: Notice<Wording>) -> String {
        switch notice {
        case .statuses(let statuses, let shopper):
            "meta: " + statuses.map(\.rawValue).joined(separator: " ") + " " + shopper
        case .failed(let code, let shopper): "meta: failed \(code) \(shopper)"
        case .optOut(let shopper): "meta: optout \(shopper)"
        case .handover(let isTaken, let shopper): "meta: \(isTaken ? "taken" : "handedback") \(shopper)"
        case .newID(let shopper, let id): "meta: newid \(shopper) \(value(id))"
        case .payment(let word, let fields): joined("pay: \(word.rawValue)", fields)
        case .carrier(let event, let fields): joined("carrier: \(event)", fields)
        case .website(let word, let fields): joined("site: \(word.rawValue)", fields)
        case .shop(let command): "shop: " + line(command)
        }
    }

    private static func line(_ command: ShopCommand<Wording>) -> String {
        switch command {
        case .stock(let fields): joined("stock", fields)
        case .price(let fields): joined("price", fields)
        case .order(let verb, let fields): joined(verb.rawValue, fields)
        case .decideReturn(let verdict, let fields): joined("return", fields) + " \(verdict.rawValue)"
        case .settle(let verdict, let fields): joined("settle", fields) + " \(verdict.rawValue)"
        case .release(let shopper): "release \(shopper)"
        case .take(let shopper, let fields): joined("take \(shopper)", fields)
        case .assign(let shopper, let name): "assign \(shopper) \(name)"
        case .say(let shopper, let fields): joined("say \(shopper)", fields)
        }
    }

    private static func joined(_ lead: String, _ fields: [Field<Wording>]) -> String {
        fields.isEmpty ? lead : lead + " " + self.fields(fields)
    }
}

extension ScriptStep {
    /// The step's lines as a script writes them; remarks and blank lines are the script's own.
    package var written: [String] { ScriptWriting.step(self) }
}
