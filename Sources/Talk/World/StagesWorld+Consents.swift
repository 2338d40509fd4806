import Commerce
import Kernel
import Ports

/// What the header says that people have agreed to before, and the language of their phone.
extension StagesWorld {
    /// Notes it as soon as somebody's conversation exists, before their first turn is thought.
    func noteHeader() async throws {
        for shopper in casting.script.header.shoppers where !noted.contains(shopper.name) {
            guard shopper["consent"] != nil || shopper["locale"] != nil else { continue }
            guard let conversation = try await conversation(of: shopper.name) else { continue }
            var language: LanguageTag?
            if let locale = shopper["locale"] { language = try LanguageTag(written: locale) }
            let topics = shopper["consent"] ?? ""
            noted.insert(shopper.name)
            let now = clock
            let consents = try ConsentTopic.all(written: topics).reduce(into: [:]) { consents, topic in
                consents[topic] = Consent(isGiven: true, at: now, wording: "Agreed before this conversation.")
            }
            _ = try await store.commit { [known = language] transaction in
                guard let turn = try transaction.openTurn(conversation.id) else { return }
                var conversation = turn.conversation
                conversation.language = known ?? conversation.language
                _ = try transaction.closeTurn(
                    TurnOutcome(
                        conversation: conversation,
                        at: now,
                        consumed: [],
                        cartVersion: turn.cart.version,
                        consents: consents
                    )
                )
            }
        }
    }
}

extension LanguageTag {
    /// The tag that a header names.
    init(written text: String) throws(WorldTrouble) {
        guard let tag = LanguageTag(text) else {
            throw WorldTrouble("'\(text)' is no language: write locale=pt-BR, for instance")
        }
        self = tag
    }
}

extension ConsentTopic {
    /// `delivery-news`, `reminders` or `offers`.
    init?(written word: some StringProtocol) {
        guard let topic = Self.allCases.first(where: { $0.written == word }) else { return nil }
        self = topic
    }

    private var written: String {
        switch self {
        case .deliveryNews: "delivery-news"
        case .reminders: "reminders"
        case .offers: "offers"
        }
    }

    /// Topics with commas between.
    static func all(written words: String) throws(WorldTrouble) -> [ConsentTopic] {
        var topics: [ConsentTopic] = []
        for word in words.split(separator: ",") {
            guard let topic = ConsentTopic(written: word) else { throw WorldTrouble(advice(on: String(word))) }
            topics.append(topic)
        }
        return topics
    }

    static func advice(on word: String) -> String {
        "nobody is asked about '\(word)': there are \(allCases.map(\.written).joined(separator: ", "))"
    }
}
