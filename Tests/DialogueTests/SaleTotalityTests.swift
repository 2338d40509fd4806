import Commerce
import Dialogue
import Kernel
import Messaging
import Testing

@Suite("Every step of a sale has an answer to everything")
struct SaleTotalityTests {
    static let places = [
        "page asked for", "page open", "payment failed", "payment under way", "other sum", "lapsed", "paid", "accepted",
        "shipped", "delivered", "cancelled", "what to change", "address", "line", "sizes", "surely", "wish", "exchange",
        "reason", "picture", "returned",
    ]

    static func chat(at place: String) -> Chat {
        switch place {
        case "page asked for": return chat(Chat.atSummary(), tapping: ["Pay by link"])
        case "page open": return .awaiting()
        case "payment failed": return chat(.awaiting()) { $0.report(.failed(reason: nil)) }
        case "payment under way": return chat(.awaiting()) { $0.report(.settling) }
        case "other sum": return chat(.awaiting()) { $0.report(.paid(FixtureShop.money(1)), transaction: "pi_1") }
        case "lapsed": return chat(.awaiting()) { $0.lapse() }
        case "accepted": return chat(.paid()) { $0.merchant(.accept) }
        case "shipped": return chat(.paid()) { $0.merchant(.ship(Tracker(number: "LB123456785BR"))) }
        case "delivered": return chat(.delivered(), saying: ["where is my order"])
        case "cancelled": return chat(.paid()) { $0.merchant(.cancel(reason: nil)) }
        case "what to change", "address", "line", "sizes", "surely": return changing(place)
        case "wish", "exchange", "reason", "picture", "returned": return returning(place)
        default: return .paid()
        }
    }

    private static func changing(_ place: String) -> Chat {
        let start = chat(.paid(), saying: ["where is my order"], tapping: ["Change the order"])
        switch place {
        case "address": return chat(start, tapping: ["Other address"])
        case "line": return chat(start, tapping: ["Praia Low, 38"])
        case "sizes": return chat(start, tapping: ["Praia Low, 38", "Other size"])
        case "surely": return chat(start, tapping: ["Cancel the order"])
        default: return start
        }
    }

    private static func returning(_ place: String) -> Chat {
        let start = chat(.delivered(), saying: ["where is my order"], tapping: ["Send back"])
        switch place {
        case "exchange": return chat(start, tapping: ["Other size"])
        case "reason": return chat(start, tapping: ["Money back"])
        case "picture": return chat(start, tapping: ["Money back", "Too big"])
        case "returned": return chat(start, tapping: ["Money back", "Too big", "No picture"])
        default: return start
        }
    }

    private static func chat(
        _ start: Chat,
        saying lines: [String] = [],
        tapping labels: [String] = [],
        _ change: (inout Chat) -> Void = { _ in }
    ) -> Chat {
        var chat = start
        for line in lines { chat.say(line) }
        for label in labels { chat.tap(label) }
        change(&chat)
        return chat
    }

    /// What partners and the merchant may say at any time.
    static func facts(of chat: Chat) -> [InboundEvent.Content] {
        let (order, number) = (chat.order, chat.number)
        let news: [PaymentReport.News] = [
            .linkOpened(url: "https://pay.example/x", lapsesAt: nil), .linkRefused(reason: "x"), .settling,
            .paid(order.total), .paid(FixtureShop.money(7)), .failed(reason: nil), .lapsed,
            .refund(key: "\(number):refund:1", .succeeded, reason: nil), .refundedInAll(order.total), .chargedBack,
        ]
        let commands: [OrderCommand] = [
            .accept, .ship(nil), .ship(Tracker(number: "RA123456785BR")), .deliver, .cancel(reason: "x"),
            .refund(nil, reason: nil), .decideReturn(number: 1, isApproved: true, words: nil),
            .receiveReturn(number: 1),
        ]
        let decisions = TaskKind.allCases.flatMap { kind in
            TaskDecision.allCases.map { OperatorCommand.settled(kind, order: number, $0, words: nil) }
        }
        return news.map {
            .paymentReport(PaymentReport(order: number, reference: "cs_9", transaction: "pi_9", news: $0))
        }
            + ParcelStatus.allCases.map { .parcel(ParcelReport(number: "LB123456785BR", status: $0, at: chat.now)) }
            + commands.map { .operatorCommand(.order(number, $0)) } + decisions.map { .operatorCommand($0) }
            + ["pay", "page"].map { .timer(kind: "\($0):\(number)") }
    }

    @Test("words, taps and things are answered, within the limits of every channel", arguments: places)
    func answers(place: String) {
        let start = Self.chat(at: place)
        for input in TotalityTests.inputs {
            var chat = start
            chat.send(input.content)
            #expect(!input.isDue || !chat.saidTexts.isEmpty, "\(place) × \(input.name)")
            if let reply = chat.reply { Limits.check(reply, "\(place) × \(input.name)") }
            #expect(chat.machine.stored.count <= 200, "\(place) × \(input.name)")
            #expect(!chat.isOversold)
        }
    }

    @Test("every option on offer does something, and typed it does the same", arguments: places)
    func optionsWork(place: String) {
        let start = Self.chat(at: place)
        for option in start.shown?.options ?? [] {
            var (tapped, typed) = (start, start)
            tapped.send(.tap(Tap(payload: option.payload, label: option.label)))
            typed.say(option.label.lowercased())
            #expect(!tapped.saidTexts.isEmpty || tapped.order.payment.state == .requested, "\(place) × \(option.label)")
            if start.reply != nil { #expect(tapped.saidTexts == typed.saidTexts, "\(place) × \(option.label)") }
        }
    }

    @Test("facts move an order only forward, whatever comes, and the shopper has a way on", arguments: places)
    func takesFacts(place: String) {
        let start = Self.chat(at: place)
        for fact in Self.facts(of: start) {
            var chat = start
            chat.send(fact)
            let (before, after) = (start.order.state, chat.order.state)
            #expect(before == after || before.canBecome(after), "\(place) × \(fact)")
            let once = chat
            chat.send(fact)
            if case .operatorCommand(.order(_, .refund)) = fact { continue }
            #expect(chat.order.payment.refunds == once.order.payment.refunds, "\(place) × \(fact) twice")
            chat.say("where is my order")
            #expect(chat.reply != nil || !chat.saidTexts.isEmpty, "\(place) × \(fact)")
            #expect(!chat.isOversold, "\(place) × \(fact)")
        }
    }

    @Test("a sale's place means the same after every save and load", arguments: places)
    func survivesReloading(place: String) {
        let machine = Self.chat(at: place).machine
        #expect(DialogueMachine(stored: machine.stored, version: DialogueMachine.stateVersion) == machine)
    }
}
