/// Paying by a page: until when, what came, what went wrong, what goes back.
struct PaymentWords: Sendable {
    let tongue: Tongue

    // the summary
    func howToPay(_ total: String) -> String { tongue.says(english: "Total \(total). How would you like to pay?") }
    func payOnPage(_ total: String) -> String {
        tongue.says(english: "Total \(total). You get a page to pay on; card numbers never go through the chat.")
    }
    var ways: String { tongue.says(english: "Ways to pay") }

    // an order's total
    func paid(_ total: String) -> String { tongue.says(english: "Total \(total), paid.") }
    func toBePaid(_ total: String) -> String { tongue.says(english: "Total \(total), not paid yet.") }
    func total(_ total: String) -> String { tongue.says(english: "Total \(total).") }

    // the page
    func page(_ total: String, order: String, until clock: String) -> String {
        tongue.says(english: "Pay \(total) for order \(order) until \(clock). Until then everything is kept for you.")
    }
    var orOnDelivery: String {
        tongue.says(
            english:
                "Rather pay on delivery? Write \u{201C}pay on delivery\u{201D}. To leave it, write \u{201C}cancel\u{201D}."
        )
    }
    var orLeave: String { tongue.says(english: "To leave it, write \u{201C}cancel\u{201D}.") }
    func inPlace(of number: String) -> String {
        tongue.says(english: "This is a new order in place of \(number), at the prices of today.")
    }
    func takesLonger(_ order: String) -> String {
        tongue.says(
            english:
                "The page to pay order \(order) takes longer than usual. It comes here by itself as soon as it is there."
        )
    }
    func refused(_ order: String) -> String {
        tongue.says(english: "I couldn't get a page to pay order \(order) on just now, I'm sorry.")
    }
    func keptUntil(_ clock: String) -> String {
        tongue.says(english: "Everything is still kept for you until \(clock).")
    }
    func underway(_ order: String) -> String { tongue.says(english: "Your payment for order \(order) is on its way.") }

    // what came
    func received(_ amount: String, order: String, name: String?) -> String {
        tongue.says(
            english:
                "Thank you\(name.map { ", \($0)" } ?? "")! Your payment of \(amount) has arrived; order \(order) is placed."
        )
    }
    func receivedLater(_ amount: String, order: String) -> String {
        tongue.says(
            english: "Your payment of \(amount) for order \(order) has arrived, so there is nothing to pay on delivery."
        )
    }
    var cameLate: String { tongue.says(english: "It came after its time, but everything was still there.") }
    func receipt(_ link: String) -> String { tongue.says(english: "Receipt: \(link)") }
    func settling(_ order: String) -> String {
        tongue.says(
            english:
                "Your payment for order \(order) is on its way; this can take a few days. Everything stays kept for you, and I write when it is there."
        )
    }
    func failed(_ order: String) -> String {
        tongue.says(english: "The payment for order \(order) didn't go through, and nothing was charged.")
    }
    func lapsed(_ order: String) -> String {
        tongue.says(
            english: "The time to pay order \(order) is over, so its pieces are free again. Nothing was charged."
        )
    }
    func differs(_ amount: String, order: String, total: String) -> String {
        tongue.says(
            english:
                "\(amount) came for order \(order), which costs \(total). The shop looks at it and you hear from us; you need do nothing."
        )
    }

    // what goes back
    var goesBack: String { tongue.says(english: "Banks take a few days to show it.") }
    func goesBackAfterLapse(_ amount: String, order: String) -> String {
        tongue.says(
            english:
                "Your payment of \(amount) came after the time for order \(order) was over, so it goes straight back to you."
        )
    }
    func goesBackSoldOut(_ amount: String, order: String) -> String {
        tongue.says(
            english:
                "Your payment of \(amount) for order \(order) came late and its pieces were sold meanwhile, I'm sorry. It goes straight back to you."
        )
    }
    func goesBackAfterCancel(_ amount: String, order: String) -> String {
        tongue.says(
            english:
                "Your payment of \(amount) came after order \(order) was cancelled, so it goes straight back to you."
        )
    }
    func goesBackTwice(_ amount: String, order: String) -> String {
        tongue.says(english: "You paid order \(order) twice, so \(amount) goes straight back to you.")
    }
    func refusedSum(_ amount: String, order: String) -> String {
        tongue.says(english: "\(amount) for order \(order) goes back to you, because it was not what the order costs.")
    }
    func isBack(_ amount: String, order: String) -> String {
        tongue.says(
            english: "\(amount) for order \(order) is on its way back to you. Banks take a few days to show it."
        )
    }
    func isBackByHand(_ amount: String, order: String) -> String {
        tongue.says(english: "The shop has given you back \(amount) for order \(order).")
    }
    func refundFailed(_ amount: String, order: String) -> String {
        tongue.says(
            english:
                "Giving back \(amount) for order \(order) didn't work at once. A person of the shop sees to it; you need do nothing."
        )
    }
    var mayArrive: String {
        tongue.says(english: "If a payment of yours still arrives, it goes straight back.")
    }

    // starting over
    func soldOut(_ order: String) -> String {
        tongue.says(english: "Not everything of order \(order) is there any more, so I can't repeat it.")
    }
    func onDeliveryNow(_ order: String) -> String {
        tongue.says(english: "All right, order \(order) is placed and you pay on delivery.")
    }
    func onDeliveryAtPickup(_ order: String) -> String {
        tongue.says(english: "All right, order \(order) is placed and you pay when you pick it up.")
    }
    func nothingToPay(_ order: String) -> String { tongue.says(english: "There is nothing to pay for order \(order).") }
    var notOffered: String { tongue.says(english: "The shop doesn't offer that way of paying any more.") }
}
