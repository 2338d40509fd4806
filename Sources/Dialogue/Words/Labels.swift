/// What stands on buttons (20 signs at most) and as fixed rows of lists (24 at most).
struct Labels: Sendable {
    let tongue: Tongue

    // the menu
    var menu: String { tongue.says(english: "Menu") }
    var popular: String { tongue.says(english: "Popular now") }
    var collections: String { tongue.says(english: "Collections") }
    var myOrders: String { tongue.says(english: "My orders") }
    var questions: String { tongue.says(english: "Questions") }
    var person: String { tongue.says(english: "Talk to a person") }
    var assistant: String { tongue.says(english: "Back to assistant") }
    var again: String { tongue.says(english: "Show again") }

    // waiting and reminders
    var keepWaiting: String { tongue.says(english: "Keep waiting") }
    var noReminders: String { tongue.says(english: "No reminders") }
    var goOn: String { tongue.says(english: "Go on") }
    var letGo: String { tongue.says(english: "Let go") }
    var tellMe: String { tongue.says(english: "Tell me when back") }
    var tellMeRow: String { tongue.says(english: "Tell me when it's back") }
    var news: String { tongue.says(english: "News of my parcel") }

    // lists
    var choose: String { tongue.says(english: "Choose") }
    var more: String { tongue.says(english: "More") }
    var toStart: String { tongue.says(english: "From the start") }
    var seeList: String { tongue.says(english: "See the list") }
    var seeSizes: String { tongue.says(english: "See sizes") }
    var seeColours: String { tongue.says(english: "See colours") }

    // a product
    var buy: String { tongue.says(english: "Buy") }
    var chooseSize: String { tongue.says(english: "Choose size") }
    var chooseColour: String { tongue.says(english: "Choose colour") }
    var otherSizes: String { tongue.says(english: "Other sizes") }
    var otherColours: String { tongue.says(english: "Other colours") }

    // the cart
    var cart: String { tongue.says(english: "Your cart") }
    var checkOut: String { tongue.says(english: "Check out") }
    var keepLooking: String { tongue.says(english: "Keep looking") }
    var changeCart: String { tongue.says(english: "Change cart") }
    var oneMore: String { tongue.says(english: "One more") }
    var remove: String { tongue.says(english: "Remove") }
    var emptyCart: String { tongue.says(english: "Empty the cart") }
    var backToCart: String { tongue.says(english: "Back to cart") }
    func makeIt(_ count: Int) -> String { tongue.says(english: "Make it \(count)") }

    // checkout
    var pickUp: String { tongue.says(english: "Pick it up") }
    var orderNow: String { tongue.says(english: "Order now") }
    var change: String { tongue.says(english: "Change") }
    var notNow: String { tongue.says(english: "Not now") }
    var otherAddress: String { tongue.says(english: "Other address") }
    var otherDelivery: String { tongue.says(english: "Other delivery") }
    var backToSummary: String { tongue.says(english: "Leave it as it is") }
    var whereIsIt: String { tongue.says(english: "Where is my order?") }

    // an order
    var payNow: String { tongue.says(english: "Pay now") }
    var tryAgain: String { tongue.says(english: "Try again") }
    var payAgain: String { tongue.says(english: "Pay again") }
    var payOnDelivery: String { tongue.says(english: "Pay on delivery") }
    var payByLink: String { tongue.says(english: "Pay by link") }
    var payInChat: String { tongue.says(english: "Pay here") }
    var payOnWebsite: String { tongue.says(english: "Pay on our website") }
    var cancelOrder: String { tongue.says(english: "Cancel the order") }
    var cancelSurely: String { tongue.says(english: "Yes, cancel it") }
    var keepIt: String { tongue.says(english: "Keep it as it is") }
    var changeOrder: String { tongue.says(english: "Change the order") }
    var askShop: String { tongue.says(english: "Ask the shop") }
    var otherSize: String { tongue.says(english: "Other size") }
    var oneLess: String { tongue.says(english: "One less") }
    var backToOrder: String { tongue.says(english: "Back to the order") }

    // sending back
    var sendBack: String { tongue.says(english: "Send back") }
    var everything: String { tongue.says(english: "Everything") }
    var moneyBack: String { tongue.says(english: "Money back") }
    var tooSmall: String { tongue.says(english: "Too small") }
    var tooBig: String { tongue.says(english: "Too big") }
    var notAsExpected: String { tongue.says(english: "Not as I expected") }
    var faulty: String { tongue.says(english: "Damaged or wrong") }
    var noPicture: String { tongue.says(english: "No picture") }
}
