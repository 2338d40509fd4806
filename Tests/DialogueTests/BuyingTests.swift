import Commerce
import Dialogue
import Kernel
import Messaging
import Testing

@Suite("Buying, from hello to the number of the order")
struct BuyingTests {
    @Test("by tapping alone an order takes eight actions and eight messages")
    func buysByTapping() throws {
        var chat = Chat()
        chat.say("hello")
        #expect(chat.text == "Hello Ana, welcome to Areia Fina!\n\nTap below, or just write what you are looking for.")
        #expect(chat.reply?.picture == "pictures/cover.png")
        #expect(chat.labels == ["Popular now", "Collections", "Questions"])
        chat.tap("Collections")
        #expect(chat.labels == ["Shoes", "Clothes", "Small things"])
        chat.tap("Small things")
        #expect(chat.labels.count == 10)
        chat.tap("Feira Canvas Tote")
        #expect(chat.labels == ["Buy", "See the list"])
        chat.tap("Buy")
        #expect(chat.text?.hasPrefix("Feira Canvas Tote is in your cart: R$ 79.00.") == true)
        #expect(chat.labels == ["Pick it up", "Keep looking", "Change cart"])
        chat.say("Rua A 12, São Paulo")
        #expect(chat.text?.hasPrefix("It goes to: Rua A 12, São Paulo") == true)
        #expect(chat.labels == ["Standard", "Express", "Pick up in shop"])
        chat.tap("Standard")
        #expect(chat.labels == ["Order now", "Change", "Keep looking"])
        #expect(chat.text?.contains("Everything is held for you until 12:17.") == true)
        #expect(chat.text?.contains("Total R$ 94.00, you pay on delivery.") == true)
        chat.tap("Order now")
        let order = try #require(chat.orders.first)
        #expect(chat.text?.contains("Your order \(order.number) is placed.") == true)
        #expect(order.total == FixtureShop.money(9_400))
        #expect(chat.cart.isEmpty)
        #expect(chat.stock["FEIRA"]?.onHand == 9)
        #expect(chat.turns == 8)
        #expect(chat.bubbles == 8)
    }

    @Test("shoes with many sizes need no more when the size is typed")
    func buysByTyping() {
        var chat = Chat()
        for line in [
            "hi", "collections", "shoes", "praia low", "38", "Rua A 12\nCentro\nSão Paulo", "standard", "order now",
        ] {
            chat.say(line)
        }
        #expect(chat.orders.first?.lines.map(\.sku) == ["PRAIA-38"])
        #expect(chat.orders.first?.address?.lines == ["Rua A 12", "Centro", "São Paulo"])
        #expect(chat.bubbles == 8)
    }

    @Test("who bought before needs three actions")
    func buysAgain() {
        var chat = Chat()
        for line in ["praia 38", "buy", "Rua A 12, São Paulo", "express", "yes"] { chat.say(line) }
        #expect(chat.orders.count == 1)
        chat.now += .hours(30)
        chat.say("base tee white m")
        #expect(chat.labels == ["Buy", "Other sizes", "Keep looking"])
        chat.tap("Buy")
        #expect(chat.text?.contains("Express") == true)
        #expect(chat.text?.contains("To: Rua A 12, São Paulo") == true)
        chat.tap("Order now")
        #expect(chat.orders.count == 2)
        #expect(chat.orders.first?.lines.map(\.sku) == ["BASE-WHI-M"])
    }

    @Test("three messages and an only variant make an order too")
    func buysAgainByWords() {
        var chat = Places.chat(at: "ordered")
        for line in ["buy feira tote", "order now"] { chat.say(line) }
        #expect(chat.orders.first?.lines.map(\.sku) == ["FEIRA"])
        chat.say("I want to buy the praia")
        #expect(chat.labels.prefix(3) == ["36", "37", "38"])
    }
}
