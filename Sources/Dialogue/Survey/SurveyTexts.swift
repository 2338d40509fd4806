import Commerce

/// What shoppers write, a sample of each sort.
enum SurveyTexts {
    static func all(of props: SurveyProps) -> [String] {
        steering + concerns + free + about(props) + props.shop.questions.map(\.question)
    }

    /// A phrase for each command.
    static var steering: [String] {
        CommandWords.Command.allCases.compactMap { CommandWords.phrases[$0, default: []].first }
    }

    static var concerns: [String] { ConcernKind.allCases.flatMap(\.samples) }

    /// Wishes for a language.
    static let languages = [
        "english please", "em português por favor", "do you speak german?", "você fala inglês?", "quero um vestido",
    ]

    /// Words that need no shop.
    static let free =
        languages + [
            "asdf qwer", "99", "2", "", "\u{1F642}", "👍", "this is shit", "my card is [card removed]",
            "Rua do Sol 12, 20040-000 Santos", "Rua", "pay on delivery", "where is order ABC234", "AA123456785BR",
            "tell me when it's back", "is it available?", "how much is it", "do you have it in polkadot", "in size 77",
            "cheapest", "what colours are there", "which sizes do you have", "lovely day", "something under 20",
            "something cheaper?", "algo mais barato?", "buy", "no reminders", "reminders on",
        ]

    /// Words about the goods.
    static func about(_ props: SurveyProps) -> [String] {
        let main = props.goods.main
        let word = main.title.split(separator: " ").first.map(String.init) ?? main.title
        return [
            main.title, word, "\(main.title) \(props.goods.first.choice)", "buy \(main.title)",
            "3 \(main.title) \(props.goods.first.choice)", props.goods.first.size ?? word,
            props.goods.first.colour ?? word, "\(main.title) in polkadot", props.goods.first.sku.text,
            props.goods.commonWord, "\(props.goods.commonWord) in size 77",
            "do you have \(main.title) in \(props.goods.first.choice)?",
            "500 \(main.title) \(props.goods.first.choice)",
        ] + colours(of: props)
    }

    private static func colours(of props: SurveyProps) -> [String] {
        guard let product = props.goods.colourful, let colour = product.colours.first else { return [] }
        return [
            "\(colour) \(product.title)", "do you have \(product.title) in \(colour)?", "in \(colour)",
            "\(props.goods.colourfulKind) lilas",
        ]
    }

    /// What is written about an order in view.
    static let ofOrders = [
        "where is my order", "cancel my order", "can I still cancel my order?", "change my order",
        "I want to send it back", "pay on delivery", "yes",
        "no", "cancel", "2", "99", "Rua do Sol 12, 20040-000 Santos", "it is broken", "back", "asdf qwer", "thanks",
    ]
}
