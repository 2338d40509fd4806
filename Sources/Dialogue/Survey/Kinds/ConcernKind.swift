/// The sorts of matters that a sentence can be about; a new one needs a sort here, and a sentence, before it compiles.
enum ConcernKind: String, CaseIterable {
    case person, tracking, cancelling, buying, shopperAddress, deliveryOptions, account, newsletter, problem, complaint,
        review
}

extension Concern {
    var kind: ConcernKind {
        switch self {
        case .person: .person
        case .tracking: .tracking
        case .cancelling: .cancelling
        case .buying: .buying
        case .shopperAddress: .shopperAddress
        case .deliveryOptions: .deliveryOptions
        case .account: .account
        case .newsletter: .newsletter
        case .problem: .problem
        case .complaint: .complaint
        case .review: .review
        }
    }
}

extension ConcernKind {
    /// What a shopper would write of it.
    var samples: [String] {
        switch self {
        case .person: ["can I talk to a human"]
        case .tracking: ["where is my order", "when will my package come"]
        case .cancelling: ["I want to cancel my order"]
        case .buying: ["I want to buy an item"]
        case .shopperAddress: ["change my address"]
        case .deliveryOptions: ["what delivery options are there"]
        case .account: ["I forgot my password"]
        case .newsletter: ["sign me up for the newsletter", "unsubscribe from the newsletter"]
        case .problem: ["there is a problem with the payment"]
        case .complaint: ["I want to complain"]
        case .review: ["I want to leave a review"]
        }
    }
}
