/// Changing and cancelling an order.
struct AmendmentWords: Sendable {
    let tongue: Tongue

    func whatToChange(_ order: String) -> String {
        tongue.says(english: "What shall be different about order \(order)?")
    }
    func askAddress(_ order: String) -> String {
        tongue.says(
            english:
                "Where shall order \(order) go instead? Write street and number, postcode and city, or send your location."
        )
    }
    func addressChanged(_ order: String, to address: String) -> String {
        tongue.says(english: "Order \(order) goes to this address now: \(address)")
    }
    func line(_ item: String, count: Int, price: String) -> String {
        tongue.says(
            english: "\(item): \(count) \(count == 1 ? "piece" : "pieces"), \(price). Write how many you would like."
        )
    }
    func whichSize(_ item: String) -> String { tongue.says(english: "Which size would you like instead of \(item)?") }
    func changed(_ order: String) -> String { tongue.says(english: "Done, order \(order) is changed:") }
    func unchanged(_ order: String) -> String { tongue.says(english: "Order \(order) stays as it is.") }
    func goesBack(_ amount: String) -> String {
        tongue.says(english: "\(amount) goes back to you the way you paid. Banks take a few days to show it.")
    }
    var newPage: String { tongue.says(english: "The page to pay on comes anew, with the new total.") }
    func notThere(_ item: String, left: Int) -> String {
        left == 0
            ? tongue.says(english: "\(item) is sold out.")
            : tongue.says(english: "Only \(left) more of \(item) \(left == 1 ? "is" : "are") there.")
    }
    func costsMore(_ amount: String) -> String {
        tongue.says(
            english:
                "That would cost \(amount) more, and this order is paid already. The shop can arrange it; shall I ask?"
        )
    }
    func otherPrice(_ item: String, now: String) -> String {
        tongue.says(
            english: "\(item) costs \(now) now, which is another price than in this order. Shall I ask the shop?"
        )
    }
    func gone(_ order: String) -> String { tongue.says(english: "That is not part of order \(order) any more.") }

    func surelyCancel(_ order: String) -> String { tongue.says(english: "Shall I cancel order \(order) for good?") }
    func stillPossible(_ order: String) -> String {
        tongue.says(english: "Yes, order \(order) can still be cancelled. Shall I?")
    }
    func cancelled(_ order: String) -> String { tongue.says(english: "All right, order \(order) is cancelled.") }
    var nothingCharged: String { tongue.says(english: "Nothing was charged.") }

    func tooLate(_ order: String) -> String {
        tongue.says(
            english: "The shop is working on order \(order) already, so I can't change it myself. Shall I ask them?"
        )
    }
    func shipped(_ order: String) -> String {
        tongue.says(
            english: "Order \(order) is on its way already. You can send it back when it is there, or ask a person."
        )
    }
    func delivered(_ order: String) -> String {
        tongue.says(english: "Order \(order) is with you already; what you don't like you can send back.")
    }
    func cancelledAlready(_ order: String) -> String { tongue.says(english: "Order \(order) is cancelled already.") }
    func asked(_ order: String) -> String {
        tongue.says(english: "I asked the shop about order \(order); you hear from them here.")
    }
    func task(_ words: String) -> String {
        tongue.says(english: "Wants this order changed or cancelled. Last words: \(words)")
    }
}
