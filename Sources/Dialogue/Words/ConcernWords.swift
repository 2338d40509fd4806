/// Words by which the great concerns of shoppers are told, folded.
enum ConcernWords {
    static let address: Set<String> = ["address", "addresses", "addres", "adress"]
    /// Beside "address" they say that it is the shopper's, not the shop's.
    static let addressOwners: Set<String> = [
        "shipping", "delivery", "my", "new", "change", "changing", "changed", "update", "updating", "edit", "editing",
        "modify", "modifying", "correct", "correcting", "set", "setting", "enter", "entering", "secondary", "different",
        "another", "wrong", "write", "submit", "submitting",
    ]

    static let account: Set<String> = [
        "account", "accounts", "password", "login", "log", "register", "registration", "registering", "signup",
        "profile",
        "pin", "user", "username", "registrations", "registeration", "passcode", "key",
    ]

    static let newsletter: Set<String> = ["newsletter", "newsletters", "mailing"]
    static let unsubscribing: Set<String> = [
        "unsubscribe", "unsubscribing", "cancel", "cancelling", "canceling", "stop", "remove", "delete", "end", "quit",
        "longer", "off",
    ]

    static let complaint: Set<String> = [
        "complaint", "complaints", "complain", "claim", "claims", "reclamation", "reclamations", "unhappy",
        "disappointed",
        "angry", "unacceptable",
    ]
    static let problem: Set<String> = [
        "problem", "problems", "issue", "issues", "trouble", "troubles", "error", "errors", "declined", "failed",
        "failure",
    ]
    static let noProblem: Phrases = ["no problem", "not a problem"]
    static let review: Set<String> = [
        "review", "reviews", "feedback", "opinion", "opinions", "survey", "comment", "comments", "rate", "rating",
    ]

    static let delivery: Set<String> = [
        "delivery", "deliveries", "shipping", "shipment", "shipments", "deliver", "delivering", "ship", "shippings",
    ]
    static let options: Set<String> = [
        "option", "options", "method", "methods", "ways", "way", "choices", "choice", "modes", "modalities",
        "available",
        "possibilities", "kinds", "types",
    ]

    static let buying: Set<String> = [
        "buy", "buying", "purchase", "purchasing", "order", "ordering", "shop", "shopping", "acquire",
    ]
    static let placing: Set<String> = [
        "place", "placing", "make", "making", "submit", "buy", "buying", "purchase", "purchasing", "ordering",
        "acquire",
    ]
    static let goods: Set<String> = [
        "something", "item", "items", "product", "products", "article", "articles", "order", "orders", "purchase",
        "purchases",
        "stuff", "things", "some",
    ]

    static let fees: Set<String> = [
        "fee", "fees", "charge", "charges", "penalty", "penalties", "cost", "costs", "policy",
    ]
    static let ending: Set<String> = [
        "cancellation", "cancelation", "cancellations", "cancelling", "canceling", "termination", "terminating",
        "withdrawal",
        "exit",
    ]

    static let status: Set<String> = ["status", "progress", "eta", "tracking", "track", "whereabouts", "situation"]
    static let arrival: Phrases = [
        "gonna arrive", "going to arrive", "will arrive", "will come", "can i expect", "acn i expect", "shall i get",
        "will i get", "will i receive", "gets here", "get here", "going to get",
    ]
}
