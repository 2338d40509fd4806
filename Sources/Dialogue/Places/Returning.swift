package import Commerce

/// Sending goods back: which pieces, for money or another size, why, and a picture for who has one.
package enum Returning: Sendable, Equatable {
    /// The lines are on offer, a page at a time; pieces or the wish follow.
    case choosingPieces(page: Int)
    /// How many of one line; the wish follows.
    case choosingCount(SKU)
    /// Money or another size; sizes or the reason follow.
    case choosingWish(Pieces)
    /// Sizes to have instead; the reason follows.
    case choosingSize(Pieces, page: Int)
    /// Waits for a reason in any words; the return is asked for with it.
    case givingReason(Pieces, ReturnRequest.Wish)
    /// Asked for; a picture may still come.
    case addingPicture(Int)

    /// So many of one line, or everything.
    package struct Pieces: Sendable, Equatable {
        /// Nil: everything that can be sent back.
        package let sku: SKU?
        package let count: Int

        package init(sku: SKU?, count: Int) {
            self.sku = sku
            self.count = count
        }
    }

    /// What the shopper says on the way.
    package enum Event: Sendable, Equatable {
        case begun
        /// The lines from a page on.
        case lines(page: Int)
        /// Pieces of one line, so many where it was said; nil: everything.
        case pieces(SKU?, Int?)
        case count(Int)
        case money
        case exchange(page: Int)
        case size(SKU)
        case reason(String)
        case back
    }

    /// What comes next: the question of where it stands, the finished request, or that it can't be.
    package enum Step: Sendable, Equatable {
        case ask
        case request(Pieces, ReturnRequest.Wish, reason: String)
        case impossible
    }

    /// What can be sent back, and what can be had instead.
    package struct Facts: Sendable, Equatable {
        /// Lines with the pieces that are not on their way back already.
        package let lines: [ReturnRequest.Line]
        /// Other sizes that can be had for a line, by its SKU.
        package let sizes: [SKU: [SKU]]

        package init(lines: [ReturnRequest.Line], sizes: [SKU: [SKU]]) {
            self.lines = lines
            self.sizes = sizes
        }

        func count(of sku: SKU) -> Int { lines.first { $0.sku == sku }?.quantity ?? 0 }

        /// The only SKU of the pieces; nil where they are of several.
        func only(_ pieces: Pieces) -> SKU? { pieces.sku ?? (lines.count == 1 ? lines[0].sku : nil) }

        func sizes(for pieces: Pieces) -> [SKU] { only(pieces).flatMap { sizes[$0] } ?? [] }
    }

    package mutating func handle(_ event: Event, with facts: Facts) -> Step {
        guard !facts.lines.isEmpty else { return .impossible }
        switch (event, self) {
        case (.begun, _): return begin(with: facts)
        case (.lines(let page), _): return ask(.choosingPieces(page: page))
        case (.pieces(let sku, let count), _): return take(sku, count, with: facts)
        case (.count(let count), .choosingCount(let sku)): return take(sku, count, with: facts)
        case (.money, .choosingWish(let pieces)), (.money, .choosingSize(let pieces, _)):
            return ask(.givingReason(pieces, .refund))
        case (.exchange(let page), .choosingWish(let pieces)), (.exchange(let page), .choosingSize(let pieces, _)):
            return ask(.choosingSize(pieces, page: page))
        case (.size(let sku), .choosingSize(let pieces, _)), (.size(let sku), .choosingWish(let pieces)):
            guard facts.sizes(for: pieces).contains(sku) else { return ask(.choosingSize(pieces, page: 0)) }
            return ask(.givingReason(pieces, .exchange(for: sku)))
        case (.reason(let words), .givingReason(let pieces, let wish)): return .request(pieces, wish, reason: words)
        case (.back, _): return stepBack(with: facts)
        // A button of another step begins anew, with nothing lost but a tap.
        default: return begin(with: facts)
        }
    }

    private mutating func begin(with facts: Facts) -> Step {
        if facts.lines.count == 1 { return take(facts.lines[0].sku, nil, with: facts) }
        return ask(.choosingPieces(page: 0))
    }

    private mutating func take(_ sku: SKU?, _ count: Int?, with facts: Facts) -> Step {
        guard let sku else {
            return goOn(Pieces(sku: nil, count: facts.lines.reduce(0) { $0 + $1.quantity }), with: facts)
        }
        let most = facts.count(of: sku)
        guard most > 0 else { return ask(.choosingPieces(page: 0)) }
        guard most > 1, count == nil else {
            return goOn(Pieces(sku: sku, count: min(max(1, count ?? 1), most)), with: facts)
        }
        return ask(.choosingCount(sku))
    }

    private mutating func goOn(_ pieces: Pieces, with facts: Facts) -> Step {
        ask(facts.sizes(for: pieces).isEmpty ? .givingReason(pieces, .refund) : .choosingWish(pieces))
    }

    private mutating func stepBack(with facts: Facts) -> Step {
        switch self {
        case .choosingSize(let pieces, _): ask(.choosingWish(pieces))
        case .givingReason(let pieces, _) where !facts.sizes(for: pieces).isEmpty: ask(.choosingWish(pieces))
        default: begin(with: facts)
        }
    }

    private mutating func ask(_ next: Returning) -> Step {
        self = next
        return .ask
    }
}

extension Returning {
    /// What a button of it stands for.
    package enum Answer: Sendable, Equatable {
        case begin
        /// The order's lines from a page on.
        case lines(page: Int)
        case pieces(SKU?, Int?)
        case money
        case exchange(page: Int = 0)
        case size(SKU)
        case reason(Reason)
        /// No picture is to come.
        case done
    }

    /// Why most things come back.
    package enum Reason: String, Sendable, CaseIterable {
        case small, big, other, faulty
    }
}
