import Commerce
import Kernel
import Messaging
import Ports

/// What the store knows.
extension StagesWorld {
    package func find(_ fact: Fact<String>, of shopper: String?) async throws -> Fact<String>? {
        switch fact {
        case .order(let number, _):
            let orders = try await store.read { try $0.orders(nil, limit: 1000) }
            let order = orders.first { $0.order.number.text == number }?.order
            return order.map { .order(number: number, state: $0.state.rawValue) }
        case .stock(let sku, _, _):
            let wanted = try shop.known(sku)
            let level = try await store.read { try $0.stockLevels(Self.shopID)[wanted] }
            return level.map { .stock(sku: sku, free: $0.available, held: $0.held) }
        case .saved: throw WorldTrouble("saved items are not kept yet")
        case .consent: throw WorldTrouble("consent is not kept yet")
        case .cart, .windowOpen, .windowClosed, .owner, .taskOpen, .stored: break
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
        case .taskOpen:
            let tasks = try await store.read { try $0.tasks(openOnly: true) }
            return tasks.contains { $0.conversation == id } ? .taskOpen : nil
        case .stored(let words):
            let lines = try await store.read { try $0.transcript(id)?.lines ?? [] }
            let wanted = ComparedText(words)
            return lines.flatMap(\.words).contains { ComparedText($0) == wanted } ? fact : nil
        case .order, .stock, .saved, .consent: return nil
        }
    }
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
