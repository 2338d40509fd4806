import Commerce
import Gateway
import Kernel
import Messaging
import Ports

/// What the merchant tells the gateway, as the command line does in a process of its own.
extension StagesWorld {
    /// Checks what can be known beforehand; orders and tasks are looked for when the command is carried out.
    func prepare(_ command: ShopCommand<String>) async throws -> TalkDelivery {
        switch command {
        case .stock(let fields):
            for field in fields {
                _ = try shop(selling: field.key)
                _ = try TalkShop.pieces(field)
            }
        case .price(let fields): for field in fields { _ = try shop(selling: field.key).goods.priced([field]) }
        case .order(let verb, let fields): _ = try need("order", in: fields, example: "\(verb.rawValue) order={o}")
        case .decideReturn(_, let fields): _ = try need("order", in: fields, example: "return order={o} n=1 approve")
        case .settle(_, let fields):
            let kind = try need("kind", in: fields, example: "settle kind=paymentDiffers approve")
            guard TaskKind(rawValue: kind) != nil else {
                let known = TaskKind.allCases.map(\.rawValue).joined(separator: ", ")
                throw WorldTrouble("'\(kind)' is no kind of task: there are \(known)")
            }
        case .release(let shopper), .take(let shopper, _), .assign(let shopper, _), .say(let shopper, _):
            _ = try await known(shopper)
        }
        return TalkDelivery(id: post.keep(.command(command)))
    }

    /// Does what the merchant says.
    func obey(_ command: ShopCommand<String>) async throws {
        switch command {
        case .stock(let fields):
            for field in fields.sorted(by: { $0.key < $1.key }) {
                let shop = try shop(selling: field.key)
                try await operate(.setStock(shop.id, SKU(field.key), onHand: try TalkShop.pieces(field)), in: shop.id)
            }
        case .price(let fields): for field in fields { try await reprice(field) }
        case .order(let verb, let fields):
            try await operate(fields) { order, fields in try verb.command(for: order, fields) }
        case .decideReturn(let verdict, let fields):
            try await operate(fields) { _, fields in
                let number = try Self.returnNumber(fields)
                return .decideReturn(number: number, isApproved: verdict == .approve, words: fields["say"])
            }
        case .settle(let verdict, let fields): try await settle(verdict, fields)
        case .release(let shopper): try await operate(.release(try await known(shopper).id), of: shopper)
        case .take(let shopper, let fields): try await take(shopper, fields["for"])
        case .assign(let shopper, let name):
            try await operate(.assign(try await known(shopper).id, to: name), of: shopper)
        case .say(let shopper, let fields):
            let words = try need("text", in: fields, example: "say \(shopper) text=\"We have it.\"")
            try await operate(.say(try await known(shopper).id, words, by: fields["by"]), of: shopper)
        }
    }

    /// A new catalogue of one shop, with one other price.
    private func reprice(_ field: Field<String>) async throws {
        let place = try placeOfShop(selling: field.key)
        shops[place].goods = try shops[place].goods.priced([field])
        let (shop, now) = (shops[place], clock)
        let goods = CatalogueImport(
            shop: shop.id,
            fingerprint: "\(shop.goods.fingerprint)+\(shop.goods.catalogue.revision)",
            listed: shop.goods.listed,
            at: now
        )
        _ = try await store.commit { try $0.importCatalogue(goods) }
        let stock = try await store.read { try $0.stockLevels(shop.id) }
        board.replace(shop.facts(stock))
    }

    private func operate(
        _ fields: [Field<String>],
        _ command: (Order, [Field<String>]) throws -> OrderCommand
    ) async throws {
        guard let number = fields["order"], let stored = try await order(named: number) else {
            throw WorldTrouble("there is no order '\(fields["order"] ?? "")'")
        }
        let act = OperatorAct.order(stored.shop, stored.order.number, try command(stored.order, fields))
        try await operate(act, in: stored.shop)
    }

    static func returnNumber(_ fields: [Field<String>]) throws(WorldTrouble) -> Int {
        guard let number = Int(fields["n"] ?? "1"), number > 0 else {
            throw WorldTrouble("'\(fields["n"] ?? "")' is no number of a return: write n=1")
        }
        return number
    }

    private func settle(_ verdict: Verdict, _ fields: [Field<String>]) async throws {
        let kind = fields["kind"].flatMap(TaskKind.init(rawValue:))
        let open = try await store.read { try $0.tasks(openOnly: true) }.filter { task in
            task.kind == kind && (fields["order"] ?? task.order?.text) == task.order?.text
        }
        guard let task = open.min(by: { $0.id < $1.id }) else {
            throw WorldTrouble("no task of the kind \(fields["kind"] ?? "") is open")
        }
        let decision: TaskDecision =
            switch verdict {
            case .approve: .approve
            case .refuse: .refuse
            case .done: .done
            }
        try await operate(.settleTask(task.id, decision, words: fields["say"]), in: Self.firstShop)
    }

    /// Without a time, for as long as the shop's people keep a conversation.
    private func take(_ shopper: String, _ span: String?) async throws {
        let conversation = try await known(shopper)
        let usual = shop(of: shopper).goods.shop.rules.personLease
        guard let lease = span.map({ Span(written: $0[...]) }) ?? usual else {
            throw WorldTrouble("'\(span ?? "")' is no length of time: write for=2h")
        }
        try await operate(.take(conversation.id, until: clock + lease), in: conversation.shop)
    }

    private func operate(_ act: OperatorAct, of shopper: String) async throws {
        try await operate(act, in: shop(of: shopper).id)
    }

    private func operate(_ act: OperatorAct, in shop: ShopID) async throws {
        let now = clock
        let result = try await store.commit { try $0.operate(act, at: now) }
        board.learn(result.stock, of: shop)
        stages.turns.notice(result.conversations, at: now)
    }

    /// The conversation of somebody who has written.
    private func known(_ shopper: String) async throws -> ConversationRecord {
        guard let conversation = try await conversation(of: shopper) else {
            throw WorldTrouble("\(shopper) has not written yet")
        }
        return conversation
    }
}

extension OrderVerb {
    /// What is done with an order.
    fileprivate func command(for order: Order, _ fields: [Field<String>]) throws(WorldTrouble) -> OrderCommand {
        switch self {
        case .accept: return .accept
        case .deliver: return .deliver
        case .cancel: return .cancel(reason: fields["reason"])
        case .receive: return .receiveReturn(number: try StagesWorld.returnNumber(fields))
        case .ship:
            let tracker = fields["tracking"].map { number in
                Tracker(
                    carrier: fields["carrier"],
                    number: TrackingNumber.normalised(number),
                    link: fields["link"]
                )
            }
            return .ship(tracker)
        case .refund:
            guard let amount = fields["amount"] else { return .refund(nil, reason: fields["reason"]) }
            guard let money = Money(decimal: amount, currency: order.total.currency) else {
                throw WorldTrouble("'\(amount)' is no amount: write amount=10.00, for instance")
            }
            return .refund(money, reason: fields["reason"])
        }
    }
}
