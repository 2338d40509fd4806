import Commerce
import Kernel
import Messaging
import Ports

/// What the store knows.
extension StagesWorld {
    package func find(_ fact: Fact<String>, of shopper: String?) async throws -> Fact<String>? {
        switch fact {
        case .order(let number, let state):
            let order = try await order(named: number)?.order
            return order.map { .order(number: number, state: $0.words(like: state)) }
        case .stock(let sku, _, _):
            let seller = try shopper.map { shop(of: $0) } ?? shop(selling: sku)
            let wanted = try seller.goods.known(sku)
            let id = seller.id
            let level = try await store.read { try $0.stockLevels(id)[wanted] }
            return level.map { .stock(sku: sku, free: $0.available, held: $0.held) }
        case .saved: throw WorldTrouble("saved items are not kept yet")
        case .cart, .windowOpen, .windowClosed, .owner, .consent, .taskOpen, .waits, .stored: break
        }
        guard let shopper else { throw WorldTrouble("whose? Write 'see ana: …'") }
        guard let conversation = try await conversation(of: shopper) else { return nil }
        return try await find(fact, in: conversation)
    }

    private func find(_ fact: Fact<String>, in conversation: ConversationRecord) async throws -> Fact<String>? {
        let id = conversation.id
        switch fact {
        case .cart:
            let cart = try await store.read { try $0.openTurn(id)?.cart } ?? Cart()
            return .cart(cart.lines.map { OrderLine(sku: $0.sku.text, quantity: $0.quantity) })
        case .windowOpen, .windowClosed:
            guard let end = conversation.windowClosesAt, end > clock else { return .windowClosed }
            return .windowOpen(hours: Int(end.since(clock).milliseconds / Span.hours(1).milliseconds))
        case .owner:
            let isOver = conversation.ownerUntil.map { $0 <= clock } ?? false
            return .owner(isOver ? ConversationOwner.assistant.rawValue : conversation.owner.rawValue)
        case .consent(let word, _):
            guard let topic = ConsentTopic(written: word) else { throw WorldTrouble(ConsentTopic.advice(on: word)) }
            let consents = try await store.read { try $0.openTurn(id)?.consents } ?? [:]
            return .consent(topic: word, given: consents[topic]?.isGiven ?? false)
        case .taskOpen(let kind):
            let tasks = try await store.read { try $0.tasks(openOnly: true) }.filter { $0.conversation == id }
            let found = tasks.first { $0.kind.rawValue == kind } ?? tasks.first
            return found.map { .taskOpen(kind: $0.kind.rawValue) }
        case .waits:
            let skus = try await store.read { try $0.openTurn(id)?.watched } ?? []
            return .waits(skus.map(\.text))
        case .stored(let words):
            let lines = try await store.read { try $0.transcript(id)?.lines ?? [] }
            let wanted = ComparedText(words)
            return lines.flatMap(\.words).contains { ComparedText($0) == wanted } ? fact : nil
        case .order, .stock, .saved: return nil
        }
    }
}

extension Order {
    /// How the order stands, in the terms of what a script says of it: its way, its money, or what went back.
    fileprivate func words(like wanted: String) -> String {
        if wanted.hasPrefix("refunded") {
            return "refunded " + Money(minorUnits: payment.refunded, currency: total.currency).decimal
        }
        if Payment.State.allCases.contains(where: { $0.words == wanted && !Self.isState(wanted) }) {
            return payment.state.words
        }
        return state == .awaitingPayment ? "awaiting payment" : state.rawValue
    }

    private static func isState(_ words: String) -> Bool { OrderState(rawValue: words) != nil }
}

extension Payment.State {
    fileprivate var words: String { self == .onDelivery ? "paid on delivery" : rawValue }
}

extension Transcript.Line {
    /// All that was said in it.
    fileprivate var words: [String] {
        switch self {
        case .inbound(let item, _, _): item.event.content.words
        case .outbound(let message): [message.words]
        }
    }
}

extension InboundEvent.Content {
    /// Everything in it that a person may have written.
    fileprivate var words: [String] {
        switch self {
        case .text(let text): [text]
        case .tap(let tap): [tap.label].compactMap(\.self)
        case .media(let media): [media.caption, media.fileName].compactMap(\.self)
        case .location(let place): [place.name, place.address].compactMap(\.self)
        case .contact(let cards): cards.flatMap { [$0.name].compactMap(\.self) + $0.phones }
        case .form(let form): Array(form.fields.values)
        case .cart(let cart): [cart.note].compactMap(\.self)
        case .productQuestion(let question): [question.text].compactMap(\.self)
        case .comment(let comment): [comment.text].compactMap(\.self)
        case .echo(let text, _), .edit(_, let text): [text].compactMap(\.self)
        default: []
        }
    }
}
