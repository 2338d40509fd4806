extension TalkPlay {
    /// `ana< …`: the next bubble that reached the shopper is this one.
    mutating func expect(_ bubble: ExpectedBubble, at index: Int) throws {
        if casting.isLoose(bubble.shopper) { return try expectLoosely(bubble, at: index) }
        guard let first = unclaimed[bubble.shopper]?.first else {
            return try differ(at: index, say: [], reason: "nothing reaches \(bubble.shopper)")
        }
        let comparison = BubbleComparison(bubble, first, captures)
        if comparison.fits {
            captures = comparison.captures
            unclaimed[bubble.shopper]?.removeFirst()
            return
        }
        try differ(bubble, at: index, from: first)
    }

    /// Says what came instead: one bubble too many, one too few, or another one.
    private mutating func differ(_ bubble: ExpectedBubble, at index: Int, from first: ReceivedBubble) throws {
        let shopper = bubble.shopper
        let queue = unclaimed[shopper] ?? []
        let source = lines(of: index)
        if queue.count > 1, BubbleComparison(bubble, queue[1], captures).fits {
            let extra = BubbleAmendment(new: first, to: shopper, captures)
            let found = BubbleComparison(bubble, queue[1], captures).captures
            try differ(at: index, say: extra.lines + source, reason: "\(shopper) hears something more")
            unclaimed[shopper]?.removeFirst(2)
            captures = found
        } else if group(of: shopper, after: index).contains(where: { BubbleComparison($0, first, captures).fits }) {
            try differ(at: index, say: remarks(of: index), reason: "this doesn't reach \(shopper)")
        } else {
            let lines = script.entries[index].lines
            let change = BubbleAmendment(bubble, source: source, at: lines.lowerBound, came: first, captures)
            try differ(at: index, say: change.lines, reason: "\(shopper) hears something else")
            unclaimed[shopper]?.removeFirst()
            captures = change.captures
        }
    }

    private mutating func expectLoosely(_ bubble: ExpectedBubble, at index: Int) throws {
        let shopper = bubble.shopper
        let queue = unclaimed[shopper] ?? []
        let group = [bubble] + group(of: shopper, after: index)
        if let share = LooseReading.share(queue[...], among: group[...], captures) {
            captures = share.captures
            unclaimed[shopper]?.removeFirst(share.count)
            return
        }
        guard !queue.isEmpty else { return try differ(at: index, say: [], reason: "nothing reaches \(shopper)") }
        // Bubbles beyond the last expectation belong to it, so that all of them are shown.
        let taken = queue.prefix(max(1, queue.count - group.count + 1))
        let amendments = taken.map { BubbleAmendment(new: $0, to: shopper, captures) }
        try differ(at: index, say: amendments.flatMap(\.lines), reason: "\(shopper) hears something else")
        unclaimed[shopper]?.removeFirst(taken.count)
    }

    /// The expectations of the shopper that follow before anything else happens.
    private func group(of shopper: String, after index: Int) -> [ExpectedBubble] {
        var group: [ExpectedBubble] = []
        for entry in script.entries.dropFirst(index + 1) {
            guard case .expects(let bubble) = entry.step else { break }
            if bubble.shopper == shopper { group.append(bubble) }
        }
        return group
    }

    private func lines(of index: Int) -> [String] { Array(script.lines[script.entries[index].lines]) }

    private func remarks(of index: Int) -> [String] {
        lines(of: index).filter { $0.drop { $0 == " " || $0 == "\t" }.hasPrefix("#") }
    }

    /// The entry would have to say this: it fails, or is rewritten.
    mutating func differ(at index: Int, say lines: [String], reason: String) throws {
        let range = script.entries[index].lines
        guard accepts else { throw TalkFailure(script, replacing: range, with: lines, reason: reason) }
        edits.replace(range, with: lines)
    }

    /// These lines would have to stand before the entry, right behind the one above it.
    mutating func miss(_ lines: [String], before index: Int, reason: String) throws {
        let place = index > 0 ? script.entries[index - 1].lines.upperBound : script.entries.first?.lines.lowerBound ?? 0
        guard accepts else { throw TalkFailure(script, replacing: place..<place, with: lines, reason: reason) }
        edits.insert(lines, before: place)
    }

    /// Whatever came and was raised must have been written by now.
    mutating func checkNothingUnexpected(before index: Int) throws {
        try checkNoMoreBubbles(before: index)
        guard !tasks.isEmpty else { return }
        let isNamed = script.header.shoppers.count > 1
        let lines = tasks.map { ScriptWriting.sees(isNamed ? $0.shopper : nil, [.taskOpen(kind: $0.kind)]) }
        try miss(lines, before: index, reason: "a task is raised for the merchant")
        tasks = []
    }

    /// Whatever came must have been written by now.
    mutating func checkNoMoreBubbles(before index: Int) throws {
        for shopper in script.header.shoppers.map(\.name) {
            guard let bubbles = unclaimed[shopper], !bubbles.isEmpty else { continue }
            let lines = bubbles.flatMap { BubbleAmendment(new: $0, to: shopper, captures).lines }
            try miss(lines, before: index, reason: "\(shopper) hears something more")
            unclaimed[shopper] = []
        }
    }
}
