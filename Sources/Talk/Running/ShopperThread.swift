/// What stands on a shopper's phone, oldest first: what came and what was sent.
struct ShopperThread {
    private struct Message {
        let id: String
        let text: String
        var offers: [ReceivedBubble.Offer] = []

        /// Where something to tap bears these words: on itself, else in the words it stands for.
        func places(of wanted: ComparedText) -> [Int] {
            let own = offers.indices.filter { ComparedText(offers[$0].label) == wanted }
            return own.isEmpty
                ? offers.indices.filter { offers[$0].others.contains { ComparedText($0) == wanted } } : own
        }
    }

    /// What a tap comes to.
    enum Tap: Equatable {
        case on(TalkTarget)
        /// The choice is a numbered line: its number is typed.
        case typed(String)
        /// It isn't on offer; this is, newest message first.
        case missing(offered: [String])
    }

    private var messages: [Message] = []

    /// A bubble came.
    mutating func show(_ bubble: ReceivedBubble) {
        messages.append(Message(id: bubble.id, text: bubble.said, offers: bubble.namedOffers))
    }

    /// The shopper sent something that can be quoted later.
    mutating func add(sent text: String, id: String) {
        messages.append(Message(id: id, text: text))
    }

    /// The newest message with these words.
    func message(saying words: String) -> String? {
        let wanted = Wording(ComparedText.forgiven(words))
        return messages.last { WordingMatcher.match(inOrder: [wanted], $0.text, [:]) != nil }?.id
    }

    /// What bears the label in the newest message that has it, or in the one before that.
    func tap(_ label: String, ordinal: Int, before: Bool) -> Tap {
        let wanted = ComparedText(label)
        let having = messages.reversed().filter { !$0.places(of: wanted).isEmpty }
        if let message = having.dropFirst(before ? 1 : 0).first {
            let places = message.places(of: wanted)
            if ordinal <= places.count {
                return .on(TalkTarget(messageID: message.id, offer: places[ordinal - 1]))
            }
        }
        if having.isEmpty, let choice = typed(wanted) { return .typed(choice) }
        return .missing(offered: messages.reversed().flatMap(\.offers).map(\.label))
    }

    private func typed(_ label: ComparedText) -> String? {
        for message in messages.reversed() {
            let lines = NumberedLine.all(in: message.text)
            if let line = lines.first(where: { $0.names.contains { ComparedText($0) == label } }) {
                return line.number
            }
        }
        return nil
    }
}
