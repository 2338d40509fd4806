/// What is said to the great concerns.
struct ConcernAnswers: Sendable {
    let tongue: Tongue

    var addressLater: String {
        tongue.says(
            english:
                "I ask for the address with each order, and you can change it there until you tap \u{201C}Order now\u{201D}. For an order that is placed already, a person can help."
        )
    }
    var noAccount: String {
        tongue.says(
            english:
                "You need no account or password here: this chat is all it takes. For anything else about your details, a person can help."
        )
    }
    var newsletter: String {
        tongue.says(
            english:
                "There is no newsletter that I could sign you up for; just ask here what is new. A person can note your wish."
        )
    }
    var complaint: String {
        tongue.says(
            english: "I'm sorry that something went wrong. A person of the shop will look into it; shall I ask one?"
        )
    }
    var review: String {
        tongue.says(english: "It is kind of you to tell us. A person of the shop reads it; shall I ask one?")
    }
    var deliveryOptions: String { tongue.says(english: "This is how we bring it:") }
}
