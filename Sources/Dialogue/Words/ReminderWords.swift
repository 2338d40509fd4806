/// What is said unasked: a cart left alone, a hold that ends, an article that is back, news of a parcel.
struct ReminderWords: Sendable {
    let tongue: Tongue

    var leftCart: String { tongue.says(english: "Your cart is still here:") }
    func holdSoon(until clock: String) -> String {
        tongue.says(english: "What you chose is held for you until \(clock). Shall we go on?")
    }
    var off: String { tongue.says(english: "Done: no more reminders.") }
    var on: String {
        tongue.says(english: "Gladly: I remind you of a full cart, and tell you when an article is back.")
    }

    func watching(_ item: String) -> String { tongue.says(english: "I'll write to you here when \(item) is back.") }
    var isBack: String { tongue.says(english: "Good news: it's back.") }
    var whichArticle: String {
        tongue.says(english: "Show me the article first, then I can tell you when it's back.")
    }

    var newsQuestion: String {
        tongue.says(
            english:
                "May I write to you here with news of your parcel, also when you haven't written for a day?"
        )
    }
    var newsAccepted: String { tongue.says(english: "Thank you: I'll write to you when your parcel moves.") }
    var newsRefused: String {
        tongue.says(english: "Done: I keep news of your parcel until you write. Ask me any time where it is.")
    }
}
