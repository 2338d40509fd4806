import Commerce
import Dialogue
import Kernel
import Messaging

/// A chat in each of the places where a shopper can stand.
enum Places {
    static let names = [
        "new", "menu", "collections", "list", "search", "product", "colours", "sizes", "variant", "basket", "cart",
        "lines", "line",
        "address", "delivery", "summary", "changing", "ordered", "orders", "order", "questions", "person", "unreadable",
        "aside", "in colour", "unanswered", "left cart", "hold soon", "refused", "front", "look", "dressing",
    ]

    static func chat(at name: String) -> Chat {
        var chat = Chat()
        for line in lines(to: name) { chat.say(line) }
        switch name {
        case "person": chat.facts.owner = .assistant
        case "unanswered":
            chat.facts.owner = .assistant
            chat.say("hello?")
        case "look", "dressing":
            chat.tapPayload(Offer.look(FixtureShop.posts.look(of: "P2")?.id ?? "").payload)
            if name == "dressing" { chat.say("the whole look") }
        case "left cart": chat.ring("cart")
        case "hold soon": chat.ring("hold-soon")
        default: break
        }
        if name == "unreadable" { chat.machine = DialogueMachine(stored: Array("{\"p\":".utf8), version: 1) }
        return chat
    }

    private static func lines(to name: String) -> [String] {
        let basket = ["hi", "praia", "38"]
        let address = "Rua A 12, São Paulo"
        let ordered = basket + [address, "express", "order now"]
        return switch name {
        case "menu": ["hi"]
        case "collections": ["collections"]
        case "list": ["collections", "small things"]
        case "search": ["do you have sandals"]
        case "product": ["praia"]
        case "colours": ["lua dress", "2"].dropLast() + ["other"]
        case "sizes": ["praia", "choose size"]
        case "variant": ["praia 38"]
        case "basket": basket
        case "cart": basket + ["cart"]
        case "lines": basket + ["boia cap", "coral", "change cart"]
        case "line": basket + ["change cart"]
        case "address": basket + ["check out"]
        case "delivery": basket + [address]
        case "summary": basket + [address, "express"]
        case "changing": basket + [address, "express", "change"]
        case "ordered": ordered
        case "orders": ordered + ["buy feira tote", "order now", "where is my order"]
        case "order": ordered + ["where is my order"]
        case "questions": ["questions"]
        case "person", "unanswered": ["talk to a person"]
        case "left cart": basket
        case "hold soon": basket + [address, "express"]
        case "refused": ["praia", "42"]
        case "front": ["show me the shop"]
        case "in colour": ["red base tee"]
        case "aside": ["praia", "how can I pay?"]
        default: []
        }
    }
}
