import Commerce
import Gateway
import Household
import Kernel
import Messaging
import Platform
import PlatformEmulator
import Ports
import ShopFolder
import Terminal

/// The payment page, the carrier and the merchant, played at the terminal.
extension ChatDesk {
    /// A deed on what this phone was asked to pay last: in the chat itself, or on a page that it has a link to.
    func pay(_ deed: PageDeed) async throws -> Next {
        let newest = phone.last { $0.content.order?.request != nil || !$0.content.links.isEmpty }
        if let order = newest?.content.order, newest?.content.links.isEmpty == true {
            return try await pay(deed, inChat: order.reference)
        }
        return payOnPage(deed)
    }

    private func pay(_ deed: PageDeed, inChat reference: String) async throws -> Next {
        let name = person
        do {
            try await world.platform.perform { (platform, now) throws(ActRejection) in
                _ = try platform.person(name, does: .pay(deed, reference: reference), at: now)
            }
        } catch let rejection as ActRejection {
            note("That can't be done: \(rejection).")
            return .go
        }
        note(deed == .later ? "The order stays unpaid." : "Done in the chat; WhatsApp tells the shop.")
        return deed == .later ? .go : .await
    }

    private func payOnPage(_ deed: PageDeed) -> Next {
        let links = phone.reversed().flatMap { $0.content.links.map(\.url) }
        let page = world.partners.look { partners in links.lazy.compactMap(partners.payments.session(at:)).first }
        guard let page else {
            note("There is no payment page on this phone. Choose to pay online first.")
            return .go
        }
        do {
            try world.partners.perform { (partners, now) throws(ActRejection) in
                try partners.payments.shopper(deed, on: page.id, at: now)
            }
        } catch {
            note("That can't be done: \(error).")
            return .go
        }
        note(deed == .later ? "The page stays open." : "Done on the payment page; the provider tells the shop.")
        return deed == .later ? .go : .await
    }

    /// The shop sends the newest order that waits for it.
    func ship(_ number: String?) async throws -> Next {
        guard let order = try await newestOrder(where: { $0.state.canBecome(.shipped) }) else {
            note("No order of this phone waits to be sent.")
            return .go
        }
        let minted = order.delivery.isPickup ? nil : ParcelNumber.made(from: order.number)
        let tracker = (number ?? minted).map { number in
            Tracker(carrier: "Correios", number: TrackingNumber.normalised(number))
        }
        let words = tracker.map { "sends it as \($0.number)" } ?? "has it ready to be picked up"
        return try await operate(.order(shop.shop.id, order.number, .ship(tracker)), words)
    }

    /// The carrier's word on the newest parcel.
    func parcel(_ word: String, place: String?) async throws -> Next {
        let order = try await newestOrder { $0.fulfilments.contains { $0.tracker != nil } }
        guard let number = order?.fulfilments.last(where: { $0.tracker != nil })?.tracker?.number else {
            note("No parcel of this phone is under way: /ship sends one.")
            return .go
        }
        let said = CarrierWord(word, place: place.map { CarrierPlace(city: $0) })
        do {
            try world.partners.perform { (partners, now) throws(ActRejection) in
                try partners.carrier.report(said, on: number, at: now)
            }
        } catch {
            note("That can't be done: \(error).")
            return .go
        }
        note("The carrier says of \(number): \(word).")
        return .await
    }

    /// What waits for the shop, of all phones.
    func tasks() async throws {
        let open = try await house.store.read { try $0.tasks(openOnly: true) }
        guard !open.isEmpty else { return note("Nothing waits for the shop.") }
        let lines = open.map { task in
            SheetLine("\(task.id)", task.words + (task.order.map { " (order \($0))" } ?? ""))
        }
        console.show(screen.sheet("What waits for the shop", lines))
    }

    /// The merchant does something.
    func trade(_ request: ShopRequest) async throws -> Next {
        switch request {
        case .settle(let task, let answer, let words):
            return try await operate(.settleTask(task, answer.decision, words: words), "settles it")
        case .take, .release, .say:
            guard let id = try await conversation() else {
                note("Nobody of this phone has written yet.")
                return .go
            }
            return try await operate(conversationAct(request, on: id), "does so")
        case .accept, .deliver, .cancel, .refund, .decideReturn, .receiveReturn: return try await onOrder(request)
        }
    }

    private func conversationAct(_ request: ShopRequest, on id: ConversationID) -> OperatorAct {
        switch request {
        case .say(let words): .say(id, words, by: nil)
        case .take: .take(id, until: world.clock.now + shop.shop.rules.personLease)
        default: .release(id)
        }
    }

    private func onOrder(_ request: ShopRequest) async throws -> Next {
        guard let order = try await newestOrder(where: { _ in true }) else {
            note("This phone has no order.")
            return .go
        }
        guard let command = request.command(for: order) else {
            note("That is no amount: /shop refund, or /shop refund 10.00.")
            return .go
        }
        return try await operate(.order(shop.shop.id, order.number, command), "does so, order \(order.number)")
    }

    private func newestOrder(where fits: @Sendable (Order) -> Bool) async throws -> Order? {
        guard let id = try await conversation() else { return nil }
        return try await house.store.read { try $0.openTurn(id)?.orders ?? [] }.first(where: fits)
    }

    private func operate(_ act: OperatorAct, _ words: String) async throws -> Next {
        let now = world.clock.now
        do {
            let result = try await house.store.commit { try $0.operate(act, at: now) }
            house.stages.board.learn(result.stock, of: shop.shop.id)
            house.stages.turns.notice(result.conversations, at: now)
        } catch let error as StoreError {
            note(error.explanation)
            return .go
        }
        note("The shop \(words).")
        return .await
    }
}

extension TaskAnswer {
    fileprivate var decision: TaskDecision {
        switch self {
        case .approve: .approve
        case .refuse: .refuse
        case .done: .done
        }
    }
}

extension ShopRequest {
    /// What it does with an order; nil where its amount can't be read, or where it is about none.
    fileprivate func command(for order: Order) -> OrderCommand? {
        switch self {
        case .accept: .accept
        case .deliver: .deliver
        case .cancel(let reason): .cancel(reason: reason)
        case .refund(nil): .refund(nil, reason: nil)
        case .refund(let amount?):
            Money(decimal: amount, currency: order.total.currency).map { .refund($0, reason: nil) }
        case .decideReturn(let number, let isApproved):
            .decideReturn(number: number, isApproved: isApproved, words: nil)
        case .receiveReturn(let number): .receiveReturn(number: number)
        case .take, .release, .say, .settle: nil
        }
    }
}

/// A parcel's number of the post's kind, two letters, eight digits, their check digit and the country.
enum ParcelNumber {
    /// The same order always has the same one.
    static func made(from order: OrderNumber) -> String {
        let number = order.text.utf8.reduce(UInt64(17)) { ($0 &* 131 &+ UInt64($1)) % 90_000_000 } + 10_000_000
        let digits = String(number).utf8.map { Int($0) - 48 }
        let sum = zip(digits, [8, 6, 4, 2, 3, 5, 9, 7]).reduce(0) { $0 + $1.0 * $1.1 }
        let check = [10: 0, 11: 5][11 - sum % 11] ?? 11 - sum % 11
        return "AA\(number)\(check)BR"
    }
}
