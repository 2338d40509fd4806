/// Help, people, apologies, and what was not understood.
struct HelpWords: Sendable {
    let tongue: Tongue

    var help: String {
        tongue.says(
            english:
                "Write what you are looking for (\u{201C}sandals\u{201D}), \u{201C}cart\u{201D}, \u{201C}where is my order\u{201D}, a question, or \u{201C}person\u{201D}. \u{201C}menu\u{201D}, \u{201C}back\u{201D} and \u{201C}cancel\u{201D} work everywhere."
        )
    }
    var notUnderstood: String {
        tongue.says(english: "I'm sorry, I didn't understand that. Write what you are looking for, or tap here:")
    }
    var notUnderstoodAgain: String {
        tongue.says(english: "I still don't understand, I'm sorry. A person of the shop can help, or choose here:")
    }
    var oldButton: String { tongue.says(english: "I can't read that button any more. This is what I can do:") }
    var noSuchNumber: String { tongue.says(english: "There is no such number in the list.") }
    var goOn: String { tongue.says(english: "Choose below, or write what you would like.") }
    var nothingToStop: String { tongue.says(english: "All right.") }
    var startAgain: String { tongue.says(english: "All right, from the start.") }
    var recovered: String { tongue.says(english: "I lost the thread for a moment, I'm sorry. Your cart is kept.") }
    var late: String { tongue.says(english: "I'm sorry that this answer is late.") }
    var anything: String { tongue.says(english: "You're welcome. Is there anything else?") }
    var nice: String { tongue.says(english: "That's nice. How can I help?") }
    var rude: String {
        tongue.says(english: "I'm sorry that this is annoying. A person of the shop can help you better.")
    }
    var noOffers: String {
        tongue.says(
            english:
                "Done: you will get no offers from us. I still answer whenever you write, and tell you about your orders."
        )
    }
    var noOffersTask: String { tongue.says(english: "Asked to get no offers: leave this shopper out of campaigns.") }
    var offersAgain: String { tongue.says(english: "Thank you, noted.") }
    var questions: String { tongue.says(english: "What would you like to know? Choose one, or ask in your own words.") }
    var noQuestions: String { tongue.says(english: "Ask me in your own words, or let a person answer.") }
    var questionGone: String { tongue.says(english: "The shop has no answer to that any more.") }
    var cardRemoved: String {
        tongue.says(
            english: "Please never send card numbers here: I removed it and kept nothing of it. You pay on delivery."
        )
    }

    var personSoon: String { tongue.says(english: "I asked the team: someone will answer you here soon.") }
    func personWhenOpen(_ opening: String) -> String {
        tongue.says(english: "I asked the team: someone will answer you here. We open \(opening).")
    }
    var personLater: String {
        tongue.says(english: "I asked the team: someone will answer you here as soon as possible.")
    }
    var quietUntilThen: String {
        tongue.says(english: "I stay quiet until then; write \u{201C}menu\u{201D} if you would like me back.")
    }
    var backAgain: String { tongue.says(english: "I'm back.") }
    var wanted: String { tongue.says(english: "Shall I ask a person of the shop?") }
    func identity(shop: String) -> String {
        tongue.says(
            english:
                "I'm the assistant of \(shop), a program. People work here too: write \u{201C}person\u{201D} and one will answer you."
        )
    }
    var alreadyHere: String { tongue.says(english: "I'm here, and happy to help.") }

    func today(at clock: String) -> String { tongue.says(english: "at \(clock) today") }
    func tomorrow(at clock: String) -> String { tongue.says(english: "at \(clock) tomorrow") }
    func onDay(_ weekday: Int, at clock: String) -> String {
        let english = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
        let name = english.indices.contains(weekday - 1) ? english[weekday - 1] : ""
        return tongue.says(english: "at \(clock) on \(name)")
    }

    func task(words: String, cart: String?) -> String {
        tongue.says(english: "Wants to talk to a person. Last words: \(words)" + (cart.map { ". Cart: \($0)" } ?? ""))
    }
}
