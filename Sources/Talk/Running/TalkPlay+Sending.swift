import Kernel

extension TalkPlay {
    /// Does what a `>` or `from` line says and hands its webhook over.
    mutating func send(_ entry: ScriptEntry) async throws {
        let delivery = try await prepare(entry)
        try await world.deliver(delivery, after: entry.step.lateness)
    }

    /// The last webhook once more.
    mutating func again(_ times: Int, _ late: Span) async throws {
        guard let lastDelivery else { return }
        for _ in 0..<times { try await world.deliver(lastDelivery, after: late) }
    }

    /// Does what the lines say in the order written, and delivers it in an order of the seed.
    mutating func shuffle(_ entries: [ScriptEntry]) async throws {
        var deliveries: [(delivery: TalkDelivery, late: Span)] = []
        for entry in entries {
            switch entry.step {
            case .again(let times, let late):
                guard let lastDelivery else { continue }
                deliveries += Array(repeating: (lastDelivery, late), count: times)
            default: deliveries.append((try await prepare(entry), entry.step.lateness))
            }
        }
        deliveries.shuffle(using: &random)
        for (delivery, late) in deliveries { try await world.deliver(delivery, after: late) }
    }

    private mutating func prepare(_ entry: ScriptEntry) async throws -> TalkDelivery {
        if entry.step.isPaced {
            if hasSent { try await advance(to: await world.now() + Self.pace) }
            hasSent = true
        }
        let deed = try deed(entry)
        let delivery = try await world.prepare(deed)
        lastDelivery = delivery
        if case .shopper(let shopper, let act, _) = deed, let id = delivery.messageID {
            threads[shopper, default: ShopperThread()].add(sent: act.wordings.joined(separator: "\n"), id: id)
        }
        return delivery
    }

    /// The line with its slots filled and its message found.
    private func deed(_ entry: ScriptEntry) throws -> TalkDeed {
        let known = captures
        let fill = { (words: Wording) throws(MissingCapture) in try words.filled(with: known) }
        switch entry.step {
        case .sends(let shopper, let act): return try aimed(try act.map(fill), of: shopper, entry)
        case .staffSends(let staff, let shopper, let text): return .staff(staff, shopper: shopper, text: try fill(text))
        case .notice(let notice, _): return .notice(try notice.map(fill))
        default: throw TalkFailure(script, at: entry.lines, reason: "this line sends nothing")
        }
    }

    /// The act with the message it is about.
    private func aimed(_ act: Act<String>, of shopper: String, _ entry: ScriptEntry) throws -> TalkDeed {
        let thread = threads[shopper] ?? ShopperThread()
        switch act {
        case .tap(let label, let ordinal, let before):
            switch thread.tap(label, ordinal: ordinal, before: before) {
            case .on(let target): return .shopper(shopper, act, target: target)
            case .typed(let number): return .shopper(shopper, .text(number), target: nil)
            case .missing(let offered):
                let list = offered.prefix(20).map { "[\($0)]" }.joined(separator: " ")
                let rest = list.isEmpty ? "nothing was on offer" : "on offer were \(list)"
                throw TalkFailure(script, at: entry.lines, reason: "\(shopper) has no [\(label)] to tap: \(rest)")
            }
        case .reply(let quote, _), .react(_, let quote):
            guard let id = thread.message(saying: quote) else {
                throw TalkFailure(script, at: entry.lines, reason: "no message on \(shopper)'s phone says \"\(quote)\"")
            }
            return .shopper(shopper, act, target: TalkTarget(messageID: id))
        default: return .shopper(shopper, act, target: nil)
        }
    }
}

extension ScriptStep {
    /// Whether it is a `>` line, which keeps its distance from the one before.
    fileprivate var isPaced: Bool {
        switch self {
        case .sends, .staffSends: true
        default: false
        }
    }

    /// How much later its webhook arrives.
    fileprivate var lateness: Span {
        if case .notice(_, let late) = self { late } else { .milliseconds(0) }
    }
}
