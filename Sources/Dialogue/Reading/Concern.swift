/// What a sentence is about, where neither an article nor one of the shop's questions is.
enum Concern: Equatable {
    case person
    case tracking
    case cancelling
    case buying
    case shopperAddress
    case deliveryOptions
    case account
    case newsletter(isEnding: Bool)
    /// Something doesn't work as it should; no answer of the shop's own could fit.
    case problem
    case complaint
    case review

    /// The concern of a sentence, by its folded words; nil when none is plain.
    init?(_ words: [String]) {
        let set = Set(words)
        let found = Self.order.lazy.compactMap { $0(set, words) }.first
        guard let found else { return nil }
        self = found
    }

    private typealias Rule = @Sendable (Set<String>, [String]) -> Concern?

    /// The first rule that fits wins.
    private static let order: [Rule] = [
        { _, words in CommandReader.asksForPerson(words) ? .person : nil },
        { set, _ in
            guard !set.isDisjoint(with: ConcernWords.newsletter) else { return nil }
            return .newsletter(isEnding: !set.isDisjoint(with: ConcernWords.unsubscribing))
        },
        { set, _ in
            let isOwn = !set.isDisjoint(with: ConcernWords.addressOwners)
            return !set.isDisjoint(with: ConcernWords.address) && isOwn ? .shopperAddress : nil
        },
        { set, _ in set.isDisjoint(with: ConcernWords.account) ? nil : .account },
        { _, words in CommandReader.tracksOrder(words) ? .tracking : nil },
        { set, words in
            guard !set.isDisjoint(with: ConcernWords.problem) else { return nil }
            return ConcernWords.noProblem.occur(in: words) ? nil : .problem
        },
        { set, _ in
            let isEnding = !set.isDisjoint(with: ConcernWords.ending) && !set.isDisjoint(with: ConcernWords.fees)
            return isEnding ? .cancelling : nil
        },
        { _, words in CommandReader.cancelsOrder(words) ? .cancelling : nil },
        { set, _ in set.isDisjoint(with: ConcernWords.complaint) ? nil : .complaint },
        { set, _ in
            let hasBoth = !set.isDisjoint(with: ConcernWords.delivery) && !set.isDisjoint(with: ConcernWords.options)
            return hasBoth ? .deliveryOptions : nil
        },
        { set, _ in set.isDisjoint(with: ConcernWords.review) ? nil : .review },
        { set, _ in
            let hasBoth = !set.isDisjoint(with: ConcernWords.placing) && !set.isDisjoint(with: ConcernWords.goods)
            return hasBoth && set.isDisjoint(with: ConcernWords.status) ? .buying : nil
        },
    ]
}
