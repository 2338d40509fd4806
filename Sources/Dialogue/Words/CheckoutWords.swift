/// Where to, which way, the summary, and what can go wrong on the way.
struct CheckoutWords: Sendable {
    let tongue: Tongue

    var askAddress: String {
        tongue.says(english: "Where shall it go? Write street and number, postcode and city, or send your location.")
    }
    var askAddressWithCart: String {
        tongue.says(
            english: "To order, write where it shall go (street and number, postcode and city) or send your location."
        )
    }
    var remindAddress: String { tongue.says(english: "Now, where shall it go?") }
    var shortAddress: String {
        tongue.says(
            english:
                "I need a little more to find you: street and number, postcode and city, such as \u{201C}12 Harbour Road, 20040 Santos\u{201D}."
        )
    }
    func pin(_ latitude: String, _ longitude: String) -> String {
        tongue.says(english: "Location \(latitude), \(longitude)")
    }

    func goesTo(_ address: String) -> String { tongue.says(english: "It goes to: \(address)") }
    var askDelivery: String { tongue.says(english: "How would you like to get it?") }
    var remindDelivery: String { tongue.says(english: "Now, how would you like to get it?") }
    func option(_ title: String, price: String, time: String) -> String {
        time.isEmpty ? "\(title): \(price)" : "\(title): \(price), \(time)"
    }
    var free: String { tongue.says(english: "free") }
    var noDelivery: String {
        tongue.says(english: "The shop has no way of delivery set up at the moment. A person can help you.")
    }
    var deliveryGone: String { tongue.says(english: "That way of delivery is not offered any more.") }

    var summary: String { tongue.says(english: "Your order:") }
    func total(_ price: String) -> String { tongue.says(english: "Total \(price), you pay on delivery.") }
    func totalAtPickup(_ price: String) -> String {
        tongue.says(english: "Total \(price), you pay when you pick it up.")
    }
    func to(_ address: String) -> String { tongue.says(english: "To: \(address)") }
    func pickUpAt(_ address: String) -> String { tongue.says(english: "Pick it up at: \(address)") }
    func held(until clock: String) -> String { tongue.says(english: "Everything is held for you until \(clock).") }
    func stillHeld(until clock: String) -> String {
        tongue.says(english: "Your order is held for you until \(clock). Shall I place it?")
    }
    var stillOpen: String { tongue.says(english: "Your order is not placed yet. Shall I place it?") }
    var whatToChange: String { tongue.says(english: "What shall be different?") }
    var summaryChanged: String { tongue.says(english: "That was an earlier summary. This is how it stands now:") }
    var heldNoLonger: String { tongue.says(english: "The time was up, so I checked everything once more:") }
    var totalChanged: String { tongue.says(english: "The total has changed, so please look once more:") }
    var left: String { tongue.says(english: "All right, nothing is ordered. Your cart is kept.") }

    var keptAddress: String { tongue.says(english: "I keep that address for your order.") }
    var keptAddressWithoutCart: String {
        tongue.says(english: "I keep that address. Choose something first, then I can send it there.")
    }
    var sizeFirst: String { tongue.says(english: "First choose a size; I keep that address for the order.") }
    var colourFirst: String { tongue.says(english: "First choose a colour; I keep that address for the order.") }
    var buyFirst: String {
        tongue.says(english: "First tap \u{201C}Buy\u{201D}; I keep that address for the order.")
    }

    func placed(_ number: String, name: String?) -> String {
        tongue.says(english: "Thank you\(name.map { ", \($0)" } ?? "")! Your order \(number) is placed.")
    }
    var afterwards: String { tongue.says(english: "Ask me any time where it is.") }
    func placedAlready(_ number: String) -> String {
        tongue.says(english: "Your order \(number) is placed already.")
    }
}
