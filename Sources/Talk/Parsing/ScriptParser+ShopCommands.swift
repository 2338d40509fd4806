extension ScriptParser {
    /// What stands behind `from shop:`, such as `ship order={o} tracking=…`.
    func shopCommand(_ words: [Signs]) throws(LineProblem) -> ShopCommand<Wording> {
        let rest = Array(words.dropFirst())
        let first = words.first?.text ?? ""
        if let verb = OrderVerb(rawValue: first), !rest.isEmpty {
            return .order(verb, try fields(rest, among: ["order"] + verb.details))
        }
        switch first {
        case "stock" where !rest.isEmpty: return .stock(try Field.all(in: rest))
        case "price" where !rest.isEmpty: return .price(try Field.all(in: rest))
        case "return":
            if let (verdict, others) = decision(rest) {
                return .decideReturn(verdict, try fields(others, among: ["order", "n", "say"]))
            }
        case "settle":
            if let (verdict, others) = decision(rest) {
                return .settle(verdict, try fields(others, among: ["kind", "order", "say"]))
            }
        case "release" where rest.count == 1: return .release(shopper: rest[0].text)
        case "take" where !rest.isEmpty:
            return .take(shopper: rest[0].text, try fields(rest.dropFirst(), among: ["for"]))
        case "assign" where rest.count == 2: return .assign(shopper: rest[0].text, to: rest[1].text)
        case "say" where rest.count > 1:
            return .say(shopper: rest[0].text, try fields(rest.dropFirst(), among: ["text", "by"]))
        default: break
        }
        throw LineProblem("a command of the merchant", mend: Self.shopCommandForms)
    }

    private static let shopCommandForms =
        "Write 'stock SKU=0', 'price SKU=209.00', 'accept|ship|deliver|cancel|refund|receive order={o}', "
        + "'return order={o} n=1 approve', 'settle kind=person done', 'release ana', 'take ana', 'assign ana bea' "
        + "or 'say ana text=\"…\"'."

    /// The one word that decides, and the words beside it.
    private func decision(_ words: [Signs]) -> (Verdict, [Signs])? {
        let verdicts = words.compactMap { Verdict(rawValue: $0.text) }
        guard verdicts.count == 1, let verdict = verdicts.first else { return nil }
        return (verdict, words.filter { Verdict(rawValue: $0.text) == nil })
    }

    private func fields(
        _ words: some Sequence<Signs>,
        among known: [String]
    ) throws(LineProblem) -> [Field<Wording>] {
        let fields = try Field.all(in: words)
        guard let odd = fields.first(where: { !known.contains($0.key) }) else { return fields }
        throw LineProblem(
            "a known detail instead of '\(odd.key)'",
            mend: "Here may stand \(known.map { $0 + "=" }.joined(separator: ", "))."
        )
    }
}

extension OrderVerb {
    /// What may be said beside the order.
    fileprivate var details: [String] {
        switch self {
        case .accept, .deliver: []
        case .ship: ["tracking", "carrier", "link"]
        case .cancel: ["reason"]
        case .refund: ["amount", "reason"]
        case .receive: ["n"]
        }
    }
}
