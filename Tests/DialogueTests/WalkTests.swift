import Commerce
import Dialogue
import Kernel
import Messaging
import Testing

@Suite("Random walks through the shop")
struct WalkTests {
    private static let words = [
        "hi", "menu", "back", "cancel", "praia 38", "2 of the praia in 38", "sandals", "lua dress navy m", "cart",
        "check out",
        "Rua A 12, São Paulo", "Rua das Flores 100\nCentro\nSantos", "express", "pick it up", "order now", "yes", "no",
        "ok", "1", "2", "3",
        "7", "38", "99", "how long does delivery take?", "where is my order", "cancel my order", "talk to a person",
        "assistant",
        "xyzzy", "", "👍", "more", "buy feira tote", "50", "change cart", "remove", "one more", "m", "in white?", "stop",
        "damn", "tell me when it's back", "no reminders", "remind me", "show me the shop", "keep waiting", "42",
        "do you have red shoes", "sandals in size 41", "is it still there?", "1234",
    ]

    @Test("ten thousand steps: always a way on, small states, no oversold piece", arguments: UInt64(1)...20)
    func walks(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var chat = Chat()
        for step in 1...500 {
            walk(&chat, using: &random)
            #expect(chat.machine.stored.count <= 400)
            #expect(!chat.isOversold, "seed \(seed), step \(step)")
            if let reply = chat.reply { Limits.check(reply, "seed \(seed), step \(step)") }
        }
    }

    private func walk(_ chat: inout Chat, using random: inout SeededGenerator) {
        chat.now += .seconds(Int64.random(in: 1...600, using: &random))
        chat.entropy = random.next()
        switch Int.random(in: 0..<20, using: &random) {
        case 0..<9:
            guard let option = chat.shown?.options.randomElement(using: &random) else { return chat.say("hi") }
            chat.send(.tap(Tap(payload: option.payload, label: option.label)))
        case 9..<16: chat.say(Self.words.randomElement(using: &random) ?? "")
        case 16:
            chat.say(Self.words.randomElement(using: &random) ?? "", Self.words.randomElement(using: &random) ?? "")
        case 17: chat.send(TotalityTests.inputs.randomElement(using: &random)?.content ?? .referral)
        case 18:
            for kind in chat.timers.filter({ $0.value <= chat.now }).keys.sorted() { chat.ring(kind) }
            chat.send(.timer(kind: "hold"))
            if chat.facts.owner == .person { chat.facts.owner = .assistant }
        default: disturb(&chat, using: &random)
        }
    }

    /// Others buy, hold and give back; the shop changes a price.
    private func disturb(_ chat: inout Chat, using random: inout SeededGenerator) {
        guard let sku = FixtureShop.stock.keys.sorted().randomElement(using: &random) else { return }
        let own = chat.holds.filter { $0.sku == sku }.reduce(0) { $0 + $1.quantity }
        let onHand = own + Int.random(in: 0...4, using: &random)
        chat.setStock(sku, onHand: onHand, held: Int.random(in: own...onHand, using: &random))
    }

    @Test("a dialogue means the same after every save and load", arguments: Places.names)
    func survivesReloading(place: String) {
        let chat = Places.chat(at: place)
        let reloaded = DialogueMachine(stored: chat.machine.stored, version: DialogueMachine.stateVersion)
        if place != "unreadable" { #expect(reloaded == chat.machine) }
        for input in TotalityTests.inputs.prefix(12) {
            var (kept, fresh) = (chat.machine, reloaded)
            let events = [chat.event(input.content)]
            guard place != "unreadable" else { continue }
            #expect(kept.handle(events, in: chat.context) == fresh.handle(events, in: chat.context))
        }
    }
}
