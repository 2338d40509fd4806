/// Sending goods back, for money or another size.
struct ReturnWords: Sendable {
    let tongue: Tongue

    func whichPieces(_ order: String) -> String {
        tongue.says(english: "What of order \(order) would you like to send back?")
    }
    func howMany(_ item: String, most: Int) -> String {
        tongue.says(english: "How many of \(item) would you like to send back, 1 to \(most)?")
    }
    func wish(_ item: String) -> String {
        tongue.says(english: "\(item): would you like your money back, or another size?")
    }
    func whichSize(_ item: String) -> String {
        tongue.says(english: "Which size would you like instead of \(item)? I keep it for you from now on.")
    }
    func reason(_ item: String) -> String {
        tongue.says(english: "Why do you send back \(item)? Choose, or write it in your own words.")
    }
    var everything: String { tongue.says(english: "everything") }
    func asked(_ item: String, order: String) -> String {
        tongue.says(english: "I asked the shop to take back \(item) of order \(order); you hear from them here.")
    }
    func keptFor(_ item: String) -> String { tongue.says(english: "\(item) is kept for you until then.") }
    var paidByShop: String { tongue.says(english: "The shop pays the way back.") }
    var paidByShopper: String { tongue.says(english: "The way back is on you.") }
    var picture: String {
        tongue.says(english: "If something is wrong with it, a picture helps; you can send one now.")
    }
    var pictureKept: String { tongue.says(english: "Thank you, the shop sees your picture.") }
    var noPicture: String { tongue.says(english: "All right, that is enough.") }
    func soldOut(_ item: String) -> String {
        tongue.says(english: "\(item) was just sold. Choose another size, or your money back.")
    }

    func notYet(_ order: String) -> String {
        tongue.says(
            english: "Order \(order) is not with you yet. Once it is delivered, you can send back what you don't like."
        )
    }
    func over(_ order: String, days: Int) -> String {
        tongue.says(
            english:
                "Goods can be sent back within \(days) days, and for order \(order) they are over. A person can tell you what is still possible."
        )
    }
    var never: String {
        tongue.says(english: "The shop doesn't take goods back by itself. A person can tell you what is possible.")
    }
    func nothingLeft(_ order: String) -> String {
        tongue.says(english: "Everything of order \(order) is on its way back already.")
    }

    func approved(_ order: String) -> String {
        tongue.says(english: "The shop takes back what you asked for of order \(order).")
    }
    func sendTo(_ address: String) -> String {
        tongue.says(english: "Send it to \(address), with the order's number inside.")
    }
    func refused(_ order: String) -> String {
        tongue.says(english: "The shop can't take back what you asked for of order \(order), I'm sorry.")
    }
    func received(_ order: String) -> String {
        tongue.says(english: "What you sent back of order \(order) is here, thank you.")
    }
    func moneyComes(_ amount: String) -> String {
        tongue.says(english: "\(amount) goes back to you the way you paid. Banks take a few days to show it.")
    }
    func moneyByHand(_ amount: String) -> String {
        tongue.says(english: "The shop gives you back \(amount) and writes to you about it.")
    }
    func otherComes(_ item: String) -> String { tongue.says(english: "\(item) goes out to you next.") }

    // the merchant's tasks
    func task(_ item: String, wish: String, reason: String) -> String {
        tongue.says(english: "Wants to send back \(item) for \(wish). Reason: \(reason)")
    }
    var forMoney: String { tongue.says(english: "money") }
    func forOther(_ item: String) -> String { tongue.says(english: item) }
    func byHandTask(_ amount: String) -> String {
        tongue.says(english: "Goods came back: give the shopper \(amount) by hand, it was paid on delivery.")
    }

    // where it stands
    func standing(_ state: String) -> String { tongue.says(english: "Sent back: \(state)") }
    var stateAsked: String { tongue.says(english: "the shop looks at your request.") }
    var stateApproved: String { tongue.says(english: "agreed, we wait for your parcel.") }
    var stateRefused: String { tongue.says(english: "the shop could not agree.") }
    var stateReceived: String { tongue.says(english: "your parcel is here.") }
    var stateSettled: String { tongue.says(english: "done.") }
}
