/// What stands on a shopper's phone, oldest first: what came and what was sent.
struct ShopperThread {
    private struct Message {
        let id: String
        let text: String
        let offers: [String]
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
        messages.append(Message(id: bubble.id, text: bubble.said, offers: bubble.offers))
    }

    /// The shopper sent something that can be quoted later.
    mutating func add(sent text: String, id: String) {
        messages.append(Message(id: id, text: text, offers: []))
    }

    /// The newest message with these words.
    func message(saying words: String) -> String? {
        let wanted = Wording(ComparedText.forgiven(words))
        return messages.last { WordingMatcher.match(inOrder: [wanted], $0.text, [:]) != nil }?.id
    }

    /// What bears the label in the newest message that has it, or in the one before that.
    func tap(_ label: String, ordinal: Int, before: Bool) -> Tap {
        let wanted = ComparedText(label)
        let having = messages.reversed().filter { $0.offers.contains { ComparedText($0) == wanted } }
        if let message = having.dropFirst(before ? 1 : 0).first {
            let places = message.offers.indices.filter { ComparedText(message.offers[$0]) == wanted }
            if ordinal <= places.count {
                return .on(TalkTarget(messageID: message.id, offer: places[ordinal - 1]))
            }
        }
        if having.isEmpty, let choice = typed(wanted) { return .typed(choice) }
        return .missing(offered: messages.reversed().flatMap(\.offers))
    }

    private func typed(_ label: ComparedText) -> String? {
        for message in messages.reversed() {
            if let line = NumberedLine.all(in: message.text).first(where: { ComparedText($0.label) == label }) {
                return line.number
            }
        }
        return nil
    }
}
