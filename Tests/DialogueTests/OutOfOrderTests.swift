import Commerce
import Dialogue
import Kernel
import Messaging
import Testing

@Suite("What shoppers say where nobody expects it")
struct OutOfOrderTests {
    @Test("who asks for an order without one hears so, with the way on")
    func noOrderYet() throws {
        var chat = try Chat.demo()
        chat.say("hello")
        chat.say("where is my order")
        #expect(chat.text == "You have no order yet.")
        #expect(chat.labels == ["Popular now", "Collections", "Questions"])
        for line in ["praia 38", "buy it"] { chat.say(line) }
        chat.say("where is my order?")
        #expect(chat.text?.hasPrefix("You have no order yet; what you chose is in your cart.") == true)
        #expect(chat.labels.first == "Check out")
        var summary = Places.chat(at: "summary")
        summary.say("where is my order")
        #expect(summary.text?.hasPrefix("This one isn't placed yet.") == true)
        #expect(summary.labels.first == "Order now")
        summary.say("cancel my order")
        #expect(summary.text?.hasPrefix("All right, nothing is ordered.") == true)
        #expect(summary.holds.isEmpty)
    }

    @Test("a kind of article with a size lists those that are made in it, sold-out ones marked")
    func searchesBySize() {
        var chat = Places.chat(at: "menu")
        chat.say("sandals in size 40")
        #expect(chat.reply?.options.map(\.label) == ["Mangue Trek Sandal", "Coco Leather Slide", "Collections"])
        chat.setStock("MANGUE-40", onHand: 0)
        chat.say("sandals in 40")
        #expect(chat.reply?.options.first?.detail == "40 is sold out")
        chat.say("do you have sandals in 39?")
        #expect(chat.reply?.options.first?.detail == "R$ 189.00 instead of R$ 229.00")
        chat.say("sandals in size 44")
        #expect(chat.text?.hasPrefix("Yes, Coco Leather Slide, 43/44 is there") != true)
        #expect(chat.text?.hasPrefix("Coco Leather Slide, 43/44: R$ 179.00") == true)
        chat.say("menu")
        chat.say("sandals in size 50")
        #expect(chat.text?.hasPrefix("None of these comes in 50") == true)
    }

    @Test(
        "a first contact is always greeted, and never told that it wasn't understood",
        arguments: [
            "hello there my friend", "xqzt brrf", "tell me a joke", "sandals", "how can I pay?", "person",
        ]
    )
    func greetsFirst(text: String) {
        var chat = Chat()
        chat.say(text)
        #expect(chat.text?.hasPrefix("Hello Ana") == true)
        #expect(chat.text?.contains("understand") == false)
    }

    @Test("a photo with a caption that says nothing gets words of its own")
    func captionedPhoto() {
        for place in ["menu", "list", "cart"] {
            var chat = Places.chat(at: place)
            chat.send(.media(Media(kind: .image, caption: "is this in stock?")))
            #expect(chat.text?.hasPrefix("I can't see pictures yet; tell me the name") == true, "\(place)")
        }
    }

    @Test("a question about the variant of an ad is answered with yes and its price")
    func adOfVariant() {
        var chat = Chat()
        chat.send(.text("is this still there?"), referral: Referral(ad: "77", product: "PRAIA-38"))
        #expect(chat.text == "Hello Ana!\n\nYes, Praia Low, 38 is there: R$ 199.00")
        #expect(chat.labels.first == "Buy")
        var gone = Chat()
        gone.send(.text("is this still available"), referral: Referral(ad: "77", product: "PRAIA-42"))
        #expect(gone.text?.contains("Praia Low, 42 is sold out.") == true)
    }

    @Test("an address before its turn is kept, and what comes first is said")
    func earlyAddress() {
        for place in ["product", "sizes"] {
            var chat = Places.chat(at: place)
            chat.say("Rua das Flores 100, 11680-000 Ubatuba")
            #expect(chat.text?.hasPrefix("First choose a size; I keep that address for the order.") == true)
            #expect(chat.facts.lastAddress?.lines == ["Rua das Flores 100, 11680-000 Ubatuba"])
            chat.say("38")
            #expect(chat.labels == ["Check out", "Keep looking", "Change cart"])
            chat.tap("Check out")
            #expect(chat.text?.hasPrefix("It goes to: Rua das Flores 100, 11680-000 Ubatuba") == true)
        }
        var variant = Places.chat(at: "variant")
        variant.say("Rua B 3, 20000-000 Rio")
        #expect(variant.text?.hasPrefix("First tap \u{201C}Buy\u{201D}") == true)
        #expect(variant.labels.first == "Buy")
    }

    @Test(
        "a street with a number is never a search for articles",
        arguments: [
            "Rua B 3, 20000-000 Rio", "Rua Lua 5 Praia", "12 Tote Street Santos", "Feira 20000-000 Santos",
        ]
    )
    func streetIsNoSearch(text: String) {
        var chat = Places.chat(at: "menu")
        chat.say(text)
        #expect(chat.text?.hasPrefix("I keep that address.") == true)
        #expect(chat.reply?.picture == nil)
    }

    @Test("an article asked for in a colour is shown in it before its sizes")
    func showsColour() throws {
        var chat = try Chat.demo()
        chat.say("hello")
        chat.say("i want red sneakers")
        #expect(chat.text?.hasPrefix("Farol High-Top in Red: R$ ") == true)
        #expect(chat.reply?.picture == "farol.png")
        #expect(chat.labels == ["Choose size", "Collections"])
        chat.tap("Choose size")
        #expect(chat.text == "Which size of Farol High-Top would you like?")
        var tee = Places.chat(at: "menu")
        tee.say("do you have the base tee in red?")
        #expect(tee.labels == ["Choose size", "Other colours", "Collections"])
        tee.say("m")
        #expect(tee.cart.lines.map(\.sku) == ["BASE-RED-M"])
    }

    @Test("the price of an article is its own, and a wish at the delivery question is no address")
    func asksForPrice() throws {
        var chat = try Chat.demo()
        chat.say("how much is the farol?")
        #expect(chat.text?.contains("Farol High-Top: R$ ") == true)
        for place in ["delivery", "basket", "address"] {
            var wish = Places.chat(at: place)
            let before = wish.facts.lastAddress
            wish.say("quero uma sandalia 38")
            #expect(wish.facts.lastAddress == before, "\(place)")
        }
    }

    @Test("a number that can't be a size isn't taken for one")
    func noSize() {
        var chat = Places.chat(at: "product")
        chat.say("1234")
        #expect(chat.text?.hasPrefix("I'm sorry, I didn't understand that.") == true)
        chat.say("45")
        #expect(chat.text?.hasPrefix("Praia Low doesn't come in 45.") == true)
    }

    @Test("the way back to sizes and colours bears their name")
    func namesTheList() {
        var sizes = Places.chat(at: "sizes")
        sizes.say("xqzt brrf")
        #expect(sizes.labels == ["See sizes", "Menu"])
        sizes.tap("See sizes")
        #expect(sizes.labels.first == "36")
    }

    @Test("at a placed order one can go on looking, and hears that it is placed")
    func afterOrdering() {
        var chat = Places.chat(at: "order")
        #expect(chat.labels == ["Change the order", "Talk to a person", "Keep looking"])
        chat.say("how can I pay?")
        #expect(chat.labels.contains("Keep looking"))
        for place in ["ordered", "order"] {
            var again = Places.chat(at: place)
            again.say("order now")
            #expect(again.text == "Your order \(again.orders[0].number) is placed already.")
            #expect(again.labels.contains("Keep looking"))
            #expect(again.orders.count == 1)
        }
        var empty = Places.chat(at: "menu")
        empty.say("order now")
        #expect(empty.text == "Your cart is empty.")
    }

    @Test(
        "a problem is no question about paying",
        arguments: [
            "I want some payment problem", "there is an issue with my payment", "error while paying",
        ]
    )
    func problems(text: String) {
        var chat = Places.chat(at: "menu")
        chat.say(text)
        #expect(chat.text?.hasPrefix("I'm sorry that something went wrong.") == true)
        #expect(chat.labels.first == "Talk to a person")
    }
}
