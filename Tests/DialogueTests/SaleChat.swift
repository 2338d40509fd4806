import Commerce
import Dialogue
import Kernel
import Messaging

/// What providers, carriers and the merchant say in a test's chat, and what is then read of it.
extension Chat {
    /// A shop that also takes payments on a page.
    static func selling(_ ways: [PaymentWay] = [.payOnDelivery, .hostedLink], rules: ShopRules = ShopRules()) -> Chat {
        var chat = Chat()
        chat.shop = FixtureShop.shop(paying: ways, rules: rules)
        return chat
    }

    /// At the summary of one pair of Praia Low in 38.
    static func atSummary(_ ways: [PaymentWay] = [.payOnDelivery, .hostedLink], rules: ShopRules = ShopRules()) -> Chat
    {
        var chat = selling(ways, rules: rules)
        for line in ["hi", "praia", "38", "Rua A 12, São Paulo", "express"] { chat.say(line) }
        return chat
    }

    /// With an order that waits for its payment, its page open.
    static func awaiting(rules: ShopRules = ShopRules()) -> Chat {
        var chat = atSummary(rules: rules)
        chat.tap("Pay by link")
        chat.open()
        return chat
    }

    /// With an order paid by its page.
    static func paid(rules: ShopRules = ShopRules()) -> Chat {
        var chat = awaiting(rules: rules)
        chat.pay()
        return chat
    }

    /// With an order that arrived an hour ago.
    static func delivered(rules: ShopRules = ShopRules()) -> Chat {
        var chat = paid(rules: rules)
        chat.merchant(.deliver)
        chat.now += .hours(1)
        return chat
    }

    var order: Order { orders[0] }
    var number: OrderNumber { orders[0].number }

    /// All that was said in the newest turn, whatever sort of message it was.
    var saidTexts: [String] {
        effects.compactMap { effect in
            guard case .reply(let message) = effect else { return nil }
            return switch message.content {
            case .text(let text): text
            case .choices(let choices): choices.text
            case .link(let link): link.text
            case .orderDetails(let details): details.text
            case .receipt(let receipt): receipt.text
            case .orderStatus(let news): news.text
            default: "?"
            }
        }
    }

    var saidText: String { saidTexts.joined(separator: "\n---\n") }

    mutating func report(_ news: PaymentReport.News, reference: String? = "cs_1", transaction: String? = nil) {
        send(.paymentReport(PaymentReport(order: number, reference: reference, transaction: transaction, news: news)))
    }

    mutating func open(_ reference: String = "cs_1") {
        let lapsesAt = order.payment.lapsesAt
        report(.linkOpened(url: "https://pay.example/\(reference)", lapsesAt: lapsesAt), reference: reference)
    }

    mutating func pay(_ transaction: String = "pi_1", reference: String? = "cs_1") {
        report(.paid(order.total), reference: reference, transaction: transaction)
    }

    mutating func settle(_ kind: TaskKind, _ decision: TaskDecision) {
        send(.operatorCommand(.settled(kind, order: number, decision, words: nil)))
    }

    mutating func merchant(_ command: OrderCommand) { send(.operatorCommand(.order(number, command))) }

    mutating func settle(_ kind: TaskKind, _ decision: TaskDecision, words: String? = nil) {
        send(.operatorCommand(.settled(kind, order: number, decision, words: words)))
    }

    mutating func carrier(_ status: ParcelStatus, at moment: Timestamp? = nil, place: String? = nil) {
        send(.parcel(ParcelReport(number: "LB123456785BR", status: status, at: moment ?? now, place: place)))
    }

    /// Lets the time to pay run out.
    mutating func lapse() {
        now = max(now, order.payment.lapsesAt ?? now) + .seconds(1)
        send(.timer(kind: "pay:\(number)"))
    }

    func keys(_ part: String) -> [String] { paying.keys.filter { $0.contains(part) }.sorted() }
}

extension FixtureShop {
    static func shop(paying ways: [PaymentWay], rules: ShopRules = ShopRules(), templates: [NewsTemplate] = []) -> Shop
    {
        var shop = shop
        shop.paymentWays = ways
        shop.rules = rules
        shop.templates = templates
        shop.website = Shop.Website(cartURL: "https://brand.example/cart?items={items}&order={order}")
        return shop
    }
}
