import Commerce
import Kernel
import Messaging

/// What a shopper is told without having asked: messages of their own, whoever owns the conversation.
extension Turn {
    /// Tells a step of an order, with a template for a closed window if there is one and the shopper agreed to it.
    mutating func tell(
        _ kind: NewsKind?,
        of order: Order,
        _ text: String,
        options: [Choices.Option] = [],
        amount: Money? = nil
    ) {
        // What the chat shows of an order has no room for options; where they are, the shopper stands anyway.
        let update = chatUpdate(of: order)
        let content: OutboundMessage.Content =
            options.isEmpty || update != nil
            ? .orderStatus(OrderNews(text: text, order: order.number, update: update))
            : .choices(Choices(text: text, listLabel: words.labels.choose, options: options))
        tell(kind, of: order, content, amount: amount)
        if !options.isEmpty { stand(at: order) }
    }

    mutating func tell(
        _ kind: NewsKind?,
        of order: Order,
        _ content: OutboundMessage.Content,
        amount: Money? = nil
    ) {
        let template = kind.flatMap { self.template(for: $0, of: order, amount: amount) }
        said.append(
            OutboundMessage(
                content,
                category: isWindowClosed ? template?.category ?? .service : .service,
                plan: template.map { .template($0.message) } ?? .wait,
                isIndependent: true
            )
        )
    }

    /// The template of a step of an order; nil where none may go out.
    func template(for kind: NewsKind, of order: Order, amount: Money? = nil) -> FilledTemplate? {
        template(for: kind, facts(of: order, amount: amount))
    }

    var isWindowClosed: Bool { context.windowClosesAt.map { $0 <= context.now } ?? false }

    /// The shopper stands at the order that news with options are about, unless something else is being done.
    private mutating func stand(at order: Order) {
        switch machine.place {
        case .menu, .ordered, .order, .orders:
            machine.place = .order(order.number)
            machine.aside = .none
        default: break
        }
    }

    /// What the places of a template are filled with: names that nobody knows have words in their stead, numbers have none.
    private func facts(of order: Order, amount: Money?) -> [NewsTemplate.Place: String] {
        let parcel = order.fulfilments.last
        var facts: [NewsTemplate.Place: String] = [
            .name: self.facts.firstName ?? words.parcel.unnamed,
            .order: order.number.text,
            .total: words.money(order.total),
            .amount: words.money(amount ?? order.total),
            .carrier: parcel?.tracker?.carrier ?? words.parcel.someCarrier,
            .estimate: parcel?.estimate.map { day($0) } ?? words.parcel.soon,
        ]
        facts[.tracking] = parcel?.tracker?.number
        facts[.link] = parcel?.tracker?.link
        facts[.product] = order.lines.first?.title
        return facts
    }
}
