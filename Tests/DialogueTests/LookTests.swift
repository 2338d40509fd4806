import Commerce
import Dialogue
import Kernel
import Messaging
import Testing

@Suite("Posts, and looks of several pieces")
struct LookTests {
    private func shared(_ post: String, caption: String? = nil) -> InboundEvent.Content {
        .media(Media(kind: .post, mediaID: post, caption: caption))
    }

    @Test("a shared post shows its article")
    func shared() {
        var chat = Chat()
        chat.send(shared("P1"))
        #expect(chat.text?.hasPrefix("Hello Ana!\n\nPraia Low: R$ 199.00") == true)
        #expect(chat.labels == ["Choose size", "Collections"])
    }

    @Test("words that come with a post are about its article")
    func caption() {
        var chat = Chat()
        chat.send(shared("P1", caption: "do you have it in 38?"))
        #expect(chat.text == "Hello Ana!\n\nYes, Praia Low, 38 is there: R$ 199.00")
        #expect(chat.labels == ["Buy", "Other sizes", "Keep looking"])
    }

    @Test("words that say nothing leave the look as it is shown")
    func idleCaption() {
        var chat = Chat()
        chat.send(shared("P2", caption: "love this"))
        #expect(chat.labels.first == "Take the whole look")
        chat.send(shared("P1", caption: "love this"))
        #expect(chat.text?.hasPrefix("Praia Low: R$ 199.00") == true)
    }

    @Test("a reel, a story, an ad, a link and a product question all lead to the article", arguments: 0..<6)
    func ways(way: Int) {
        var chat = Chat()
        switch way {
        case 0: chat.send(.media(Media(kind: .reel, mediaID: "P1")))
        case 1: chat.send(.referral, referral: Referral(ref: "P1"))
        case 2: chat.send(.text("hi"), referral: Referral(ad: "P1"))
        case 3: chat.send(.text("hello"), referral: Referral(ref: "unknown", post: "P1"))
        case 4: chat.send(.productQuestion(ProductQuestion(productID: "P1")))
        default: chat.send(.media(Media(kind: .post, url: "https://cdn.example.invalid/x?asset_id=P1")))
        }
        #expect(chat.text?.contains("Praia Low: R$ 199.00") == true)
    }

    @Test("a post that nobody listed, or whose goods are gone, is answered in words", arguments: ["P99", "GONE"])
    func unknown(post: String) {
        var chat = Chat()
        chat.send(shared(post))
        #expect(chat.text?.contains("tell me the name of the article") == true)
    }

    @Test("an article that came in one colour is shown in it, its sizes to choose")
    func colour() {
        var chat = Chat()
        chat.send(shared("S1"))
        #expect(chat.text?.contains("Base Cotton Tee in White: R$ 69.00") == true)
        chat.tap("Choose size")
        #expect(chat.text == "Which size of Base Cotton Tee in White would you like?")
    }

    @Test("a look shows its pieces with the price together, and is one tap into the cart")
    func look() {
        var chat = Chat()
        chat.say("hi")
        chat.send(shared("P2"))
        #expect(
            chat.text == """
                This is what you see there:
                Lua Linen Dress in Navy: R$ 289.00
                Feira Canvas Tote: R$ 79.00
                Boia Cap in Coral: R$ 69.00
                All together R$ 437.00.
                """
        )
        #expect(
            chat.labels == ["Take the whole look", "Lua Linen Dress in Navy", "Feira Canvas Tote", "Boia Cap in Coral"]
        )
        #expect(chat.reply?.options.first?.detail == "R$ 437.00")
        chat.tap("Take the whole look")
        #expect(chat.text == "Piece 1 of 3.\nWhich size of Lua Linen Dress in Navy would you like?")
        #expect(chat.labels == ["S", "M", "L", "Leave it out"])
        chat.say("m")
        #expect(
            chat.text?.hasPrefix("The whole look is in your cart.\n\nYour cart:\n1 × Lua Linen Dress, Navy, M") == true
        )
        #expect(chat.cart.lines.map(\.sku) == ["LUA-NAV-M", "FEIRA", "BOIA-COR"])
        #expect(chat.labels.first == "Check out")
    }

    @Test("taking a look twice puts nothing into the cart twice")
    func twice() throws {
        var chat = Chat()
        chat.send(shared("P2"))
        chat.tap("Take the whole look")
        chat.tap("M")
        let look = try #require(FixtureShop.posts.look(of: "P2"))
        chat.tapPayload("1:L:\(look.id):0")
        #expect(chat.cart.lines.map(\.quantity) == [1, 1, 1])
        #expect(chat.text?.hasPrefix("The whole look is in your cart.") == true)
    }

    @Test("a piece can be left out; what is sold out is said and left out by itself")
    func leftOut() {
        var chat = Chat()
        chat.setStock("FEIRA", onHand: 0)
        chat.send(shared("P2"))
        #expect(chat.text?.contains("Feira Canvas Tote: sold out\n") == true)
        #expect(chat.text?.contains("All together R$ 358.00.") == true)
        #expect(chat.labels.first == "Take what is there")
        chat.say("both")
        chat.say("no thanks")
        #expect(chat.text?.hasPrefix("Feira Canvas Tote is sold out, so I leave it out.") == true)
        #expect(chat.text?.contains("What you chose of the look is in your cart.") == true)
        #expect(chat.cart.lines.map(\.sku) == ["BOIA-COR"])
    }

    @Test("a size that is gone meanwhile is said, and the others stay on offer")
    func soldMeanwhile() {
        var chat = Chat()
        chat.send(shared("P2"))
        chat.tap("Take the whole look")
        chat.setStock("LUA-NAV-M", onHand: 0)
        chat.tap("M")
        #expect(chat.text?.contains("Lua Linen Dress, Navy, M is sold out.") == true)
        #expect(chat.labels.contains("Leave it out"))
        chat.tap("S")
        #expect(chat.cart.lines.map(\.sku) == ["LUA-NAV-S", "FEIRA", "BOIA-COR"])
    }

    @Test("one piece alone can be taken, and back leads to the look")
    func one() {
        var chat = Chat()
        chat.send(shared("P2"))
        chat.tap("Feira Canvas Tote")
        #expect(chat.text?.hasPrefix("Feira Canvas Tote: R$ 79.00") == true)
        chat.send(shared("P2"))
        chat.say("in size S?")
        #expect(chat.text?.contains("Lua Linen Dress") == true)
        chat.send(shared("P2"))
        chat.say("take it all")
        chat.say("back")
        #expect(chat.text?.hasPrefix("This is what you see there:") == true)
    }

    @Test("a button of a look that is no longer listed says so")
    func gone() {
        var chat = Chat()
        chat.say("hi")
        chat.tapPayload("1:L:00000000:0")
        #expect(chat.text?.hasPrefix("What that post showed is not in the shop any more.") == true)
        chat.tapPayload("1:L:00000000")
        #expect(chat.text?.hasPrefix("What that post showed is not in the shop any more.") == true)
    }
}
