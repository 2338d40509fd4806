/// Words that say nothing about what is looked for, folded.
enum SearchWords {
    /// Small words of a sentence.
    static let filler: Set<String> = Portuguese.filler.union([
        "a", "about", "all", "also", "am", "an", "and", "any", "anything", "are", "as", "at", "available", "be", "but",
        "buy", "by", "can", "colour", "color", "could", "d", "did", "do", "does", "don", "else", "find", "fancy", "for",
        "from", "get", "give", "got", "guys", "had", "has", "have", "hello", "hey", "hi", "how", "i", "if", "im", "in",
        "into", "is", "isn", "it", "its", "just", "know", "let", "like", "ll", "looking", "look", "m", "may", "me",
        "might", "my", "need", "nice", "of", "on", "one", "ones", "or", "other", "our", "pair", "pairs", "piece",
        "pieces",
        "please", "pls", "plz", "r", "re", "s", "search", "see", "sell", "selling", "shall", "should", "show", "size",
        "sizes", "so", "some", "something", "stock", "t", "take", "tell", "than", "that", "the", "them", "then",
        "there",
        "these", "they", "thing", "things", "this", "those", "to", "u", "ur", "us", "ve", "very", "wanna", "want",
        "was", "wat", "wut",
        "we", "what", "which", "will", "with", "would", "you", "your", "thanks", "thank", "new", "more", "another",
        "too",
    ])

    /// Words of orders, money and accounts: never the misspelt name of an article.
    static let service: Set<String> = Portuguese.service.union([
        "account", "address", "agent", "answer", "ask", "bill", "call", "cancel", "cancelled", "card", "cart", "change",
        "check", "complain", "complaint", "contact", "cost", "costs", "customer", "delivered", "delivery", "deliver",
        "email", "exchange", "fee", "feedback", "free", "help", "human", "information", "invoice", "issue", "item",
        "items", "login", "mail", "make", "modify", "money", "newsletter", "number", "option", "options", "order",
        "ordered", "orders", "password", "pay", "payment", "person", "phone", "policy", "price", "problem", "product",
        "products", "purchase", "purchases", "question", "receive", "refund", "register", "return", "review", "send",
        "service", "ship", "shipment", "shipping", "shop", "sign", "speak", "status", "store", "subscription",
        "support",
        "talk", "track", "tracking", "update", "use", "user", "using", "when", "where", "work", "why", "who", "lot",
    ])

    /// Small words that carry nothing in a question either; words such as "when" and "how" stay.
    static let questionFiller: Set<String> = Portuguese.questionFiller.union([
        "a", "about", "am", "an", "and", "any", "are", "at", "be", "by", "can", "could", "d", "did", "do", "does",
        "don",
        "for", "give", "got", "guys", "has", "have", "hello", "hey", "hi", "i", "if", "in", "is", "it", "its", "just",
        "know", "ll", "m", "may", "me", "my", "need", "of", "on", "or", "our", "please", "pls", "plz", "r", "re", "s",
        "shall", "should", "so", "some", "t", "tell", "that", "the", "them", "then", "there", "these", "they", "this",
        "to", "u", "ur", "us", "ve", "want", "was", "we", "will", "with", "would", "you", "your", "like", "thanks",
        "something", "thing", "things", "get", "what", "which", "happens", "happen", "else", "also", "as", "now",
        "from", "was",
    ])

    /// Words that mean the same in a shop, folded: the first of a row stands for all.
    static let synonyms: [[String]] =
        Portuguese.synonyms + [
            [
                "delivery", "deliver", "delivered", "shipping", "ship", "shipped", "shipment", "courier", "parcel",
                "postage",
            ],
            ["return", "returns", "returning", "returnable"],
            [
                "refund", "refunds", "reimbursement", "reimbursements", "reimburse", "moneyback", "rebate", "rebates",
                "restitution", "compensation",
            ],
            ["exchange", "swap", "switch"],
            ["pay", "payment", "payments", "paying", "paid"],
            ["cost", "costs", "price", "charge", "charges", "fee", "fees", "expensive"],
            ["open", "opening", "opened", "hours", "close", "closing", "closed", "schedule"],
            ["address", "located", "location", "situated"],
            ["size", "sizes", "sizing", "fit", "fits", "measurements"],
            ["wash", "washing", "clean", "cleaning", "laundry", "care"],
            ["abroad", "international", "internationally", "overseas", "worldwide", "foreign", "country", "countries"],
            ["card", "visa", "mastercard", "amex", "credit", "debit"],
            ["pickup", "collect", "pick", "fetch"],
            ["gift", "present", "giftwrap", "wrapping", "wrap", "wrapped"],
            ["invoice", "receipt", "bill"],
            ["guarantee", "warranty", "defect", "faulty", "broken", "damaged"],
            ["discount", "voucher", "coupon", "promotion", "promo", "code"],
            ["safe", "secure", "security", "trust", "safely"],
            ["shop", "store"],
        ]

    /// Countries that shoppers name; beside a word of delivery they mean "abroad".
    static let countries: Set<String> = Portuguese.countries.union([
        "germany", "france", "spain", "italy", "portugal", "england", "britain", "uk", "ireland", "america", "usa",
        "europe", "canada", "mexico", "argentina", "chile", "uruguay", "paraguay", "japan", "china", "australia",
        "angola", "mozambique", "switzerland", "austria", "netherlands", "belgium", "india", "brazil",
    ])

    /// Friendly words that ask for nothing.
    static let smallTalk: Phrases = [
        "lovely day", "nice day", "beautiful day", "great day", "good day", "sunny day", "the weather", "nice evening",
        "good weekend", "nice weekend", "happy birthday", "merry christmas",
    ]

    /// Beginnings that say nothing of what follows.
    static let vague: Phrases = [
        "information about", "information on", "info about", "info on", "details about", "where is my", "where are my",
        "where s my", "difference between",
    ]

    static func isVague(_ words: [String]) -> Bool { vague.occur(in: words) || Portuguese.vague.occur(in: words) }

    static func isSmallTalk(_ words: [String]) -> Bool {
        smallTalk.occur(in: words) || Portuguese.smallTalk.occur(in: words)
    }
}
