/// What carriers do with a parcel, and what comes next.
struct ParcelWords: Sendable {
    let tongue: Tongue

    // in templates, where nothing is known
    var unnamed: String { tongue.says(english: "there") }
    var someCarrier: String { tongue.says(english: "our carrier") }
    var soon: String { tongue.says(english: "soon") }

    // news
    func accepted(_ order: String, isPickup: Bool) -> String {
        isPickup
            ? tongue.says(english: "The shop has accepted order \(order) and makes it ready for you to pick up.")
            : tongue.says(english: "The shop has accepted order \(order) and is packing it.")
    }
    func shipped(_ order: String, carrier: String?) -> String {
        tongue.says(english: "Order \(order) is on its way to you\(carrier.map { " with \($0)" } ?? "").")
    }
    func instead(_ order: String, carrier: String?) -> String {
        tongue.says(
            english: "What you get instead for order \(order) is on its way\(carrier.map { " with \($0)" } ?? "")."
        )
    }
    func outForDelivery(_ order: String) -> String {
        tongue.says(english: "Order \(order) is out for delivery and should be with you today.")
    }
    func ready(_ order: String, place: String?) -> String {
        tongue.says(english: "Order \(order) is ready to be picked up\(place.map { " at \($0)" } ?? "").")
    }
    func attemptFailed(_ order: String) -> String {
        tongue.says(
            english: "The carrier could not hand over order \(order). Mostly they try again on the next working day."
        )
    }
    func exception(_ order: String) -> String {
        tongue.says(english: "Something holds up order \(order) on its way. The shop looks into it.")
    }
    func delivered(_ order: String) -> String {
        tongue.says(english: "Order \(order) was delivered. If anything is not right, just write here.")
    }
    func pickedUp(_ order: String) -> String {
        tongue.says(english: "Order \(order) was picked up. If anything is not right, just write here.")
    }
    func returned(_ order: String) -> String {
        tongue.says(english: "Order \(order) could not be delivered and came back to us. Shall we send it again?")
    }

    // details
    func number(_ number: String) -> String { tongue.says(english: "Parcel number: \(number)") }
    func estimate(_ day: String) -> String { tongue.says(english: "It should be with you \(day).") }
    func on(_ day: String) -> String { tongue.says(english: "on \(day)") }
    var today: String { tongue.says(english: "today") }
    var tomorrow: String { tongue.says(english: "tomorrow") }
    func todayAt(_ clock: String) -> String { tongue.says(english: "today at \(clock)") }
    func yesterdayAt(_ clock: String) -> String { tongue.says(english: "yesterday at \(clock)") }
    func onDay(_ day: String, at clock: String) -> String { tongue.says(english: "on \(day) at \(clock)") }

    /// A parcel's last step, with where and when: on the way, Curitiba, PR, today at 14:20.
    func lastStep(_ step: String, place: String?, when: String) -> String {
        tongue.says(english: "Last step: \([step, place, when].compactMap(\.self).joined(separator: ", ")).")
    }
    var stepHandedOver: String { tongue.says(english: "handed over by the shop") }
    var stepInTransit: String { tongue.says(english: "on the way") }
    var stepOut: String { tongue.says(english: "out for delivery") }
    var stepReady: String { tongue.says(english: "ready to be picked up") }
    var stepFailed: String { tongue.says(english: "nobody could take it in") }
    var stepDelivered: String { tongue.says(english: "delivered") }
    var stepReturned: String { tongue.says(english: "on its way back to the shop") }
    var stepException: String { tongue.says(english: "held up") }

    var nextPacking: String { tongue.says(english: "Next: the shop packs it and hands it to the carrier.") }
    var nextHandingOver: String { tongue.says(english: "Next: the shop hands it to the carrier.") }
    var nextReady: String { tongue.says(english: "Next: I write when it is ready to be picked up.") }
    var nextInTransit: String { tongue.says(english: "Next: it is brought to your door; I write on the day.") }
    var nextBrought: String { tongue.says(english: "Next: it is brought to your door.") }
    var nextOut: String { tongue.says(english: "Next: somebody rings at your door.") }
    var nextFailed: String { tongue.says(english: "Next: the carrier tries again; somebody should be at home.") }
    var nextReturned: String { tongue.says(english: "Next: the shop asks you what to do.") }
    func unknownNumber(_ number: String) -> String {
        tongue.says(english: "I can't find a parcel \(number) among your orders.")
    }

    // the merchant's tasks
    func heldUpTask(_ number: String, detail: String?) -> String {
        tongue.says(english: "The parcel \(number) is held up\(detail.map { ": \($0)" } ?? "").")
    }
    func returnedTask(_ number: String) -> String {
        tongue.says(english: "The parcel \(number) comes back. Ask the shopper whether to send it again.")
    }
}
