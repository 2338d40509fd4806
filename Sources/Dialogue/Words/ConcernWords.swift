/// Words by which the great concerns of shoppers are told, folded.
enum ConcernWords {
    static let address: Set<String> = Portuguese.address.union(["address", "addresses", "addres", "adress"])
    /// Beside "address" they say that it is the shopper's, not the shop's.
    static let addressOwners: Set<String> = Portuguese.addressOwners.union([
        "shipping", "delivery", "my", "new", "change", "changing", "changed", "update", "updating", "edit", "editing",
        "modify", "modifying", "correct", "correcting", "set", "setting", "enter", "entering", "secondary", "different",
        "another", "wrong", "write", "submit", "submitting",
    ])

    static let account: Set<String> = Portuguese.account.union([
        "account", "accounts", "password", "login", "log", "register", "registration", "registering", "signup",
        "profile",
        "pin", "user", "username", "registrations", "registeration", "passcode", "key",
    ])

    static let newsletter: Set<String> = ["newsletter", "newsletters", "mailing"]
    static let unsubscribing: Set<String> = Portuguese.unsubscribing.union([
        "unsubscribe", "unsubscribing", "cancel", "cancelling", "canceling", "stop", "remove", "delete", "end", "quit",
        "longer", "off",
    ])

    static let complaint: Set<String> = Portuguese.complaint.union([
        "complaint", "complaints", "complain", "claim", "claims", "reclamation", "reclamations", "unhappy",
        "disappointed",
        "angry", "unacceptable",
    ])
    static let problem: Set<String> = Portuguese.problem.union([
        "problem", "problems", "issue", "issues", "trouble", "troubles", "error", "errors", "declined", "failed",
        "failure",
    ])
    static let noProblem = Portuguese.noProblem + ["no problem", "not a problem"]
    static let review: Set<String> = Portuguese.review.union([
        "review", "reviews", "feedback", "opinion", "opinions", "survey", "comment", "comments", "rate", "rating",
    ])

    static let delivery: Set<String> = Portuguese.delivery.union([
        "delivery", "deliveries", "shipping", "shipment", "shipments", "deliver", "delivering", "ship", "shippings",
    ])
    static let options: Set<String> = Portuguese.options.union([
        "option", "options", "method", "methods", "ways", "way", "choices", "choice", "modes", "modalities",
        "available",
        "possibilities", "kinds", "types",
    ])

    static let buying: Set<String> = [
        "buy", "buying", "purchase", "purchasing", "order", "ordering", "shop", "shopping", "acquire",
    ]
    static let placing: Set<String> = Portuguese.placing.union([
        "place", "placing", "make", "making", "submit", "buy", "buying", "purchase", "purchasing", "ordering",
        "acquire",
    ])
    static let goods: Set<String> = Portuguese.goods.union([
        "something", "item", "items", "product", "products", "article", "articles", "order", "orders", "purchase",
        "purchases",
        "stuff", "things", "some",
    ])

    static let fees: Set<String> = Portuguese.fees.union([
        "fee", "fees", "charge", "charges", "penalty", "penalties", "cost", "costs", "policy",
    ])
    static let ending: Set<String> = Portuguese.ending.union([
        "cancellation", "cancelation", "cancellations", "cancelling", "canceling", "termination", "terminating",
        "withdrawal",
        "exit",
    ])

    static let status: Set<String> = Portuguese.status.union([
        "status", "progress", "eta", "tracking", "track", "whereabouts", "situation",
    ])
    static let arrival =
        Portuguese.arrival + [
            "gonna arrive", "going to arrive", "will arrive", "will come", "can i expect", "acn i expect",
            "shall i get",
            "will i get", "will i receive", "gets here", "get here", "going to get",
        ]
}
