/// What shoppers write to steer: folded phrases, each meant as the whole message.
enum CommandWords {
    /// A command that works everywhere.
    enum Command: Equatable, CaseIterable {
        case menu, back, cancel, help, stop, resume, greeting, thanks, agreement, refusal, fine, cart, checkOut,
            collections,
            orders, questions, person, assistant, more, again, emptyCart, popular, identity, front, noReminders,
            reminders, noNews
    }

    static let phrases: [Command: [String]] = [
        .menu: [
            "menu", "main menu", "start", "home", "begin", "0", "restart", "start over", "start again", "options",
            "main", "go to menu", "to the menu", "show menu", "the menu",
        ],
        .back: ["back", "go back", "previous", "return to previous", "one step back", "zurueck", "voltar"],
        .cancel: [
            "cancel", "cancel that", "cancel it", "never mind", "nevermind", "forget it", "abort", "quit", "exit",
            "leave it", "not now", "cancel please", "please cancel",
        ],
        .help: [
            "help", "help me", "how does this work", "what can you do", "what can i do", "how does it work", "info",
            "help please", "i need help", "commands",
        ],
        .stop: [
            "stop", "unsubscribe", "stop it", "stop messages", "stop messaging me", "no more messages", "opt out",
            "stop offers", "stop sending me offers", "no more offers", "stop writing me", "stop sending me messages",
            "unsubscribe me", "no more ads", "stop ads", "remove me",
        ],
        .resume: ["subscribe", "unstop", "opt in", "resume"],
        .greeting: [
            "hi", "hello", "hey", "hello there", "hi there", "hey there", "good morning", "good afternoon",
            "good evening", "good day", "hola", "oi", "ola", "bom dia", "boa tarde", "boa noite", "tudo bem",
            "oi tudo bem", "ola tudo bem", "hallo", "hii", "hiii", "helo",
            "hellow",
            "yo", "greetings", "howdy", "hello again", "hi again", "morning", "anyone there", "is anyone there",
            "hey guys",
            "good night", "how are you", "how are you doing", "how is it going", "how s it going", "what s up",
            "whats up", "sup",
            "hello how are you", "hi how are you", "hey how are you",
        ],
        .thanks: [
            "thanks", "thank you", "thx", "ty", "thank u", "thanks a lot", "many thanks", "thank you very much",
            "thanks so much", "great thanks", "ok thanks", "okay thanks", "perfect thanks", "cheers", "obrigado",
            "obrigada",
            "great thank you", "ok thank you", "cool thanks", "thank you so much", "nice thanks", "thanks bye", "bye",
            "goodbye", "see you", "super thanks", "perfect thank you", "thanks very much", "ok bye", "alright thanks",
            "good thanks", "lovely thanks", "thats all thanks", "that s all thanks", "wonderful thank you",
        ],
        .agreement: [
            "yes", "y", "yes please", "yep", "yeah", "sure", "si", "sim", "confirm", "i confirm", "go ahead", "do it",
            "yes confirm", "place order", "place the order", "order it", "order", "buy", "buy it", "buy now",
            "i ll take it",
            "ill take it", "i take it", "take it", "i want it", "i want to buy it", "i want this", "i ll buy it",
            "order now",
            "yes order", "of course", "please do", "yes of course", "lets go", "let s go", "agreed",
        ],
        .refusal: ["no", "n", "nope", "no thanks", "no thank you", "nah", "nao", "don t", "not really"],
        .fine: [
            "ok", "okay", "k", "kk", "fine", "great", "good", "cool", "perfect", "nice", "alright", "all right",
            "got it",
            "understood", "i see", "super", "wonderful", "awesome", "lovely", "very good", "sounds good", "done",
        ],
        .cart: [
            "cart", "my cart", "basket", "my basket", "bag", "my bag", "show cart", "view cart", "show my cart",
            "the cart",
            "your cart", "what is in my cart", "what s in my cart", "shopping cart", "change cart", "see cart",
        ],
        .checkOut: [
            "checkout", "check out", "go to checkout", "proceed to checkout", "i want to check out", "pay",
            "i want to pay",
            "finish order", "complete order", "finish my order", "complete my order", "i d like to order",
            "i want to order",
            "to checkout", "proceed",
        ],
        .collections: [
            "collections", "catalogue", "catalog", "categories", "products", "shop", "browse",
            "show me everything", "what do you sell", "what do you have", "what have you got", "show me what you have",
            "all products", "see all", "keep looking", "keep shopping", "continue shopping", "show products",
            "store", "what can i buy", "show me your products", "see products",
        ],
        .front: [
            "show me the shop", "see the shop", "show the shop", "show me your shop", "show store", "show me the store",
            "show me your store", "the shop", "your shop", "about the shop", "tell me about the shop", "shop front",
        ],
        .noReminders: [
            "no reminders", "no more reminders", "no reminder", "stop reminding me", "stop the reminders",
            "stop reminders", "don t remind me", "do not remind me", "dont remind me", "reminders off",
            "turn off reminders", "turn reminders off", "please stop reminding me", "don t remind me again",
        ],
        .reminders: [
            "reminders on", "turn on reminders", "turn reminders on", "remind me", "remind me again",
            "you can remind me", "you may remind me", "reminders please", "reminders",
        ],
        .noNews: ["no news", "no news of my parcel", "stop news of my parcel", "no more news", "stop the news"],
        .orders: [
            "orders", "my orders", "my order", "order status", "track", "tracking", "status", "where is it",
            "track order",
            "track my order",
        ],
        .questions: ["questions", "faq", "question", "i have a question", "ask a question", "i ve a question"],
        .person: [
            "person", "human", "agent", "operator", "staff", "someone", "real person", "talk to a person",
            "talk to someone",
            "representative", "support", "customer service", "customer support", "advisor", "employee", "a person",
            "a human", "a real person", "salesperson", "manager", "call me",
        ],
        .assistant: [
            "assistant", "bot", "back to assistant", "the assistant", "back to bot", "assistant please", "chatbot",
        ],
        .identity: [
            "who are you", "what are you", "are you a robot", "are you a bot", "are you human", "are you a human",
            "are you real", "are you a real person", "are you a person", "is this a bot", "is this a robot",
            "am i talking to a robot", "am i talking to a bot", "am i talking to a human", "am i talking to a person",
            "are you an ai", "is this ai", "are you a machine", "who am i talking to", "who is this",
        ],
        .more: ["more", "next", "show more", "next page", "see more", "more please"],
        .again: ["again", "repeat", "show again", "once more", "list", "show the list", "see the list"],
        .emptyCart: [
            "empty the cart", "empty cart", "clear cart", "clear the cart", "remove everything", "delete everything",
            "remove all", "empty my cart", "clear my cart", "delete my cart",
        ],
        .popular: [
            "popular", "popular now", "bestsellers", "best sellers", "what is popular", "recommend me something",
            "what do you recommend", "any recommendations", "recommendations", "new in", "what s new",
        ],
    ]

    /// What is said around a command to be kind.
    static let kindWords: Set<String> = ["please", "pls", "plz", "pfv", "pf"]
    static let kindBeginnings: [[String]] = [
        ["could", "you", "kindly"], ["could", "you"], ["can", "you"], ["would", "you"], ["will", "you"],
        ["can", "i", "see"],
        ["may", "i", "see"], ["i", "d", "like", "to", "see"], ["i", "would", "like", "to", "see"],
        ["i", "want", "to", "see"], ["i", "d", "like", "to"], ["i", "would", "like", "to"], ["i", "want", "to"],
        ["let", "me", "see"], ["quero", "ver"], ["queria", "ver"], ["gostaria", "de", "ver"], ["posso", "ver"],
        ["deixa", "eu", "ver"], ["voce", "pode"], ["voce", "poderia"], ["poderia"], ["gostaria", "de"],
        ["ok"], ["okay"], ["alright"], ["so"], ["and"], ["now"], ["then"], ["well"], ["entao"], ["agora"],
        ["ta", "bom"],
        ["ta"], ["bom"], ["e"], ["beleza"],
    ]

    /// Asking what everything comes to.
    static let total: Set<String> = [
        "total", "the total", "what s the total", "whats the total", "what is the total", "how much is the total",
        "how much in total", "how much is it in total", "how much is it all", "how much altogether",
        "how much all together",
        "how much is everything", "what do i owe", "how much do i owe", "o total", "qual o total", "qual e o total",
        "quanto deu", "quanto deu tudo", "quanto ficou", "quanto fica tudo", "quanto da tudo", "quanto e tudo",
        "quanto ficou tudo", "deu quanto", "ficou quanto", "valor total", "qual o valor total",
    ]

    /// Verbs and nouns that together ask for a person.
    static let personVerbs: Set<String> = Portuguese.personVerbs.union([
        "talk", "speak", "chat", "call", "contact", "reach", "get", "connect", "ask", "need", "want", "transfer", "see",
        "is",
        "with", "to", "phone", "message", "text", "ring", "question",
    ])
    static let personNouns: Set<String> = Portuguese.personNouns.union([
        "person", "human", "agent", "agents", "operator", "representative", "staff", "employee", "somebody", "someone",
        "people",
        "advisor", "assistant", "manager", "attendant", "salesperson", "persons", "humans", "individual",
        "representatives",
        "agnt", "persn",
    ])
    static let personPhrases =
        Portuguese.personPhrases + [
            "customer service", "customer support", "customer assistance", "user support", "customer care", "help desk",
            "helpdesk",
            "call center",
            "call centre", "free agent", "your team", "service team", "support team", "your phone number",
            "phone number",
            "a real", "not a bot", "not a robot", "live chat", "hotline",
        ]

    /// Words that with "where", "track", "status" … ask about an order.
    static let orderNouns: Set<String> = Portuguese.orderNouns.union([
        "order", "orders", "parcel", "package", "purchase", "purchases", "shipment", "delivery", "packet", "stuff",
        "things", "item",
        "items", "orer", "ordr",
    ])
    static let trackingPhrases =
        Portuguese.trackingPhrases + [
            "where is", "where are", "where s", "wheres", "status of", "track", "tracking", "eta of", "eta",
            "has it shipped",
            "when will my", "when does my", "when do my", "when is my", "not arrived", "hasn t arrived",
            "didn t arrive",
            "not here yet",
            "still waiting", "how far is", "did you ship", "have you sent", "check the status", "check status",
            "order status",
            "what happened to", "progress of", "follow", "state of", "situation",
        ]
    static let cancelPhrases =
        Portuguese.cancelPhrases + [
            "cancel", "cancell", "canceling", "cancelling", "cancelation", "cancellation", "modify", "swap", "edit",
            "correct",
            "change", "add", "remove", "undo", "delete", "update", "alter", "take out",
        ]

    /// With a word for being back they ask to be told of it.
    static let tellingPhrases =
        Portuguese.tellingPhrases + [
            "tell me when", "tell me once", "tell me if", "tell me as soon", "let me know", "notify me", "inform me",
            "message me when", "write me when", "write to me when", "alert me", "ping me", "notification",
            "when will it be",
            "when is it", "when are they",
        ]
    static let returning: Set<String> = Portuguese.returning.union([
        "back", "available", "restocked", "restock", "stock",
    ])

    /// Rude words, folded; they are answered politely.
    static let rude: Set<String> = Portuguese.rude.union([
        "fuck", "fucking", "fck", "shit", "shitty", "bullshit", "damn", "bloody", "goddamn", "goddam", "stupid",
        "idiot", "idiots",
        "asshole", "bitch", "crap", "useless", "dumb", "moron", "bastard", "wtf", "suck", "sucks", "scam", "scammers",
    ])

    /// First words of wishes and questions.
    static let wishing: Set<String> = Portuguese.wishing.union([
        "quero", "queria", "quanto", "quando", "qual", "onde", "como", "tem", "voce", "voces", "i", "do", "does", "can",
        "could", "what", "how", "when", "where", "is", "are", "show",
    ])

    static let emojiThanks: Set<Character> = ["🙏", "❤️", "❤", "😍", "🥰", "😘", "🤗", "💕", "💖"]
    static let emojiYes: Set<Character> = ["👍", "👌", "✅", "🆗"]
    static let emojiNo: Set<Character> = ["👎", "❌"]
    static let emojiHello: Set<Character> = ["👋"]
    static let emojiCart: Set<Character> = ["🛒", "🛍️", "🛍"]
}
