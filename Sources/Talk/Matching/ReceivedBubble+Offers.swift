extension ReceivedBubble {
    /// Something to tap, and what else people may call it.
    struct Offer: Equatable {
        /// What can be read on it.
        let label: String
        /// The title of the card that has no other button, or the line of the text whose number it bears.
        let others: [String]
    }

    /// The offers in the order of `offers`, with everything they may be called.
    var namedOffers: [Offer] {
        let lines = NumberedLine.all(in: text)
        return (buttons + sections.flatMap { $0.rows.map(\.title) }).map {
            Offer(label: $0, others: Self.names($0, lines))
        }
            + cards.flatMap { card in
                card.buttons.map { Offer(label: $0, others: card.buttons.count == 1 ? [card.title] : []) }
            }
    }

    /// `2` and `2. Duna S…` stand for the line with that number.
    private static func names(_ label: String, _ lines: [NumberedLine]) -> [String] {
        guard let number = label.contains(" ") ? NumberedLine(label[...])?.number : label else { return [] }
        return lines.first { $0.number == number }?.names ?? []
    }
}
