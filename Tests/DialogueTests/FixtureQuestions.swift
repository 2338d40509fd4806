import Commerce

/// Twelve questions as a shop would write them.
enum FixtureQuestions {
    static let all: [ShopQuestion] = [
        question(
            "delivery-time",
            "How long does delivery take?",
            ["When will my order arrive?", "How many days until it is delivered?"],
            [["delivery", "arrive"], ["how long", "when", "days"]],
            "Standard delivery takes 3 to 5 working days, express comes the next working day."
        ),
        question(
            "delivery-cost",
            "How much does delivery cost?",
            ["What do you charge for shipping?", "Is delivery free?"],
            [["delivery"], ["cost", "free", "how much"]],
            "Standard costs R$ 15.00, express R$ 29.00; picking up is free."
        ),
        question(
            "abroad",
            "Do you ship abroad?",
            ["Do you deliver to other countries?", "Can you send to Portugal?"],
            [["abroad", "country", "countries"]],
            "We send within Brazil only."
        ),
        question(
            "returns",
            "Can I return something?",
            ["How do I send an article back?", "What is your return policy?"],
            [["return", "send back", "give back"]],
            "Yes, within 30 days, unworn and with its label."
        ),
        question(
            "refund",
            "When do I get my money back?",
            ["How long does a refund take?"],
            [["refund", "money back"]],
            "Three days after the parcel is back with us."
        ),
        question(
            "exchange",
            "Can I exchange for another size?",
            ["Swap it for a bigger size"],
            [["exchange"]],
            "Yes, free of charge within 30 days."
        ),
        question(
            "payment",
            "How can I pay?",
            ["Which payment methods do you take?", "Do you accept credit cards?", "Can I pay with Pix?"],
            [["pay"], ["how", "card", "cash", "pix", "method"]],
            "You pay on delivery, in cash, by card or with Pix."
        ),
        question(
            "size-guide",
            "How do your sizes run?",
            ["Are the shoes true to size?", "Which size should I take?", "Do they run small?"],
            [["size"], ["guide", "chart", "true", "run"]],
            "True to size; between two sizes take the larger one."
        ),
        question(
            "care",
            "How do I wash it?",
            ["Can it go into the washing machine?", "How do I care for linen?"],
            [["wash", "iron", "dryer"]],
            "Cold, and dry it in the shade."
        ),
        question(
            "hours",
            "When are you open?",
            ["What are your opening hours?", "Are you open on Sunday?"],
            [["open"]],
            "Monday to Saturday from 9:00 to 18:00."
        ),
        question(
            "address",
            "Where is your shop?",
            ["What is your address?", "How do I get to you?"],
            [["address", "located"], ["shop", "you", "your"]],
            "Rua do Porto 5 in Santos."
        ),
        question(
            "gift",
            "Can you wrap it as a gift?",
            ["Do you have gift wrapping?", "It's a present"],
            [["gift"]],
            "Gladly, for R$ 5.00; say so when you order."
        ),
    ]

    private static func question(
        _ id: String,
        _ question: String,
        _ others: [String],
        _ keywords: [[String]],
        _ answer: String
    ) -> ShopQuestion {
        ShopQuestion(
            id: id,
            title: id.replacing("-", with: " "),
            question: question,
            otherWordings: others,
            keywords: keywords,
            answer: answer
        )
    }
}
