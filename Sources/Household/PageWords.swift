import Commerce
import Dialogue
import Kernel

/// What our pages say, in one language.
struct PageWords: Sendable {
    let tongue: Tongue
    /// The currency of the shop's prices.
    let home: Currency

    func money(_ amount: Money) -> String { amount.formatted(tongue.tag, at: home) }

    var paid: HostedPages.Message {
        HostedPages.Message(
            heading: tongue.says(english: "Thank you!", portuguese: "Obrigado!"),
            words: tongue.says(
                english: "Your payment is being confirmed. You will read it in the chat in a moment.",
                portuguese: "Seu pagamento está sendo confirmado. A confirmação chega na conversa em instantes."
            ),
            next: backToChat
        )
    }

    var back: HostedPages.Message {
        HostedPages.Message(
            heading: tongue.says(english: "Nothing was charged", portuguese: "Nada foi cobrado"),
            words: tongue.says(
                english:
                    "Your order is still there for a while: open the link in the chat again whenever you are ready.",
                portuguese: "Seu pedido fica guardado mais um pouco: abra o link na conversa de novo quando quiser."
            ),
            next: backToChat
        )
    }

    private var backToChat: String {
        tongue.says(
            english: "You can close this page and go back to the chat.",
            portuguese: "Você pode fechar esta página e voltar para a conversa."
        )
    }

    func receipt(_ order: OrderNumber) -> String {
        tongue.says(english: "Receipt for order \(order)", portuguese: "Recibo do pedido \(order)")
    }

    func title(of order: OrderNumber) -> String {
        tongue.says(english: "Receipt \(order)", portuguese: "Recibo \(order)")
    }

    var total: String { "Total" }

    /// A moment as a receipt dates it: `2026-10-05 09:00:00`, `05/10/2026 09:00`.
    func date(_ local: LocalTime) -> String {
        let (day, month) = (Self.twoDigits(local.day), Self.twoDigits(local.month))
        return tongue.says(english: "\(local)", portuguese: "\(day)/\(month)/\(local.year) \(local.clock)")
    }

    private static func twoDigits(_ number: Int) -> String { (number < 10 ? "0" : "") + "\(number)" }

    func state(_ state: OrderState) -> String {
        switch state {
        case .awaitingPayment: tongue.says(english: "waiting for payment", portuguese: "aguardando pagamento")
        case .placed: tongue.says(english: "placed", portuguese: "feito")
        case .accepted: tongue.says(english: "accepted", portuguese: "aceito")
        case .shipped: tongue.says(english: "on its way", portuguese: "a caminho")
        case .delivered: tongue.says(english: "delivered", portuguese: "entregue")
        case .lapsed: tongue.says(english: "not paid in time", portuguese: "não pago a tempo")
        case .cancelled: tongue.says(english: "cancelled", portuguese: "cancelado")
        }
    }

    func payment(_ payment: Payment) -> String {
        switch payment.state {
        case .onDelivery:
            return tongue.says(english: "Paid when the parcel arrives.", portuguese: "Pago na entrega.")
        case .paid:
            let amount = payment.received.map(money)
            return tongue.says(english: "Paid: \(amount ?? "in full").", portuguese: "Pago: \(amount ?? "tudo").")
        case .requested, .open, .failed:
            return tongue.says(english: "Not paid yet.", portuguese: "Ainda não pago.")
        case .settling:
            return tongue.says(english: "The payment is on its way.", portuguese: "O pagamento está a caminho.")
        case .lapsed: return tongue.says(english: "Nothing was charged.", portuguese: "Nada foi cobrado.")
        case .disputed:
            return tongue.says(
                english: "The shop is looking at the payment.",
                portuguese: "A loja está conferindo o pagamento."
            )
        }
    }

    func refund(_ refund: Refund) -> String {
        let amount = money(refund.amount)
        return refund.state == .succeeded
            ? tongue.says(english: "Sent back: \(amount) (done)", portuguese: "Devolvido: \(amount) (concluído)")
            : tongue.says(english: "Sent back: \(amount) (on its way)", portuguese: "Devolvido: \(amount) (a caminho)")
    }
}
