import Commerce

/// How far orders are.
struct OrderWords: Sendable {
    let tongue: Tongue

    var none: String { tongue.says(english: "You have no order yet.") }
    var notPlaced: String { tongue.says(english: "This one isn't placed yet.") }
    var stillInCart: String { tongue.says(english: "You have no order yet; what you chose is in your cart.") }
    func notFound(_ number: String) -> String { tongue.says(english: "I can't find an order \(number) of yours.") }
    var which: String { tongue.says(english: "These are your orders. Which one would you like to see?") }
    var listLabel: String { tongue.says(english: "Orders") }

    func standing(_ number: String, _ state: OrderState, isPickup: Bool) -> String {
        switch state {
        case .awaitingPayment: tongue.says(english: "Order \(number) waits for your payment.")
        case .lapsed:
            tongue.says(english: "Order \(number) wasn't paid in time, so its pieces went back on the shelf.")
        case .placed: tongue.says(english: "Order \(number) is placed; the shop will look at it shortly.")
        case .accepted where isPickup: tongue.says(english: "Order \(number) is being made ready to pick up.")
        case .accepted: tongue.says(english: "Order \(number) is being packed.")
        case .shipped: tongue.says(english: "Order \(number) is on its way to you.")
        case .delivered where isPickup: tongue.says(english: "Order \(number) was picked up.")
        case .delivered: tongue.says(english: "Order \(number) was delivered.")
        case .cancelled: tongue.says(english: "Order \(number) was cancelled.")
        }
    }

    func waiting(_ number: String, since moment: String) -> String {
        tongue.says(english: "Order \(number) was placed \(moment) and is with the shop.")
    }
    func sumLookedAt(_ number: String) -> String {
        tongue.says(english: "The shop looks at the payment of order \(number).")
    }
    func cancelledByShop(_ number: String, reason: String?) -> String {
        tongue.says(
            english: "I'm sorry, the shop had to cancel order \(number)\(reason.map { ": \($0)" } ?? "")."
        )
    }
    func moneyBack(_ amount: String) -> String {
        tongue.says(english: "\(amount) goes back to you the way you paid. Banks take a few days to show it.")
    }
    func refund(_ amount: String, _ state: Refund.State) -> String {
        switch state {
        case .requested, .pending: tongue.says(english: "\(amount) goes back to you.")
        case .succeeded: tongue.says(english: "\(amount) was given back to you.")
        case .failed: tongue.says(english: "Giving back \(amount) didn't work yet; the shop sees to it.")
        }
    }
    var nothingToGiveBack: String {
        tongue.says(
            english: "Nothing is left to give back: no money came through our provider, or all went back already."
        )
    }
    func tooMuchToGiveBack(_ left: String) -> String {
        tongue.says(english: "Nothing was given back: of this order \(left) is left to give back.")
    }

    func word(_ state: OrderState) -> String {
        switch state {
        case .awaitingPayment: tongue.says(english: "to be paid")
        case .lapsed: tongue.says(english: "not paid in time")
        case .placed: tongue.says(english: "placed")
        case .accepted: tongue.says(english: "being packed")
        case .shipped: tongue.says(english: "on its way")
        case .delivered: tongue.says(english: "delivered")
        case .cancelled: tongue.says(english: "cancelled")
        }
    }

    func placedOn(_ day: String) -> String { tongue.says(english: "placed on \(day)") }
    func day(_ day: Int, month: Int) -> String {
        let english = [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November", "December",
        ]
        let name = english.indices.contains(month - 1) ? english[month - 1] : ""
        return tongue.says(english: "\(day) \(name)")
    }
    func total(_ price: String) -> String { tongue.says(english: "Total \(price).") }
}
