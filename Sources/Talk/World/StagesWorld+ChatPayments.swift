import Platform

/// Orders that are paid in the chat itself: what people do with them, and what the merchant's gateway does.
extension StagesWorld {
    /// An order that waits in a chat, by its name there.
    struct ChatOrder {
        let reference: String
        let account: String
        let payer: PersonID
    }

    /// The newest request of an order that is paid in the chat; nil for one that is paid on a page.
    func chatOrder(_ number: String) -> ChatOrder? {
        for shop in shops {
            let account = shop.account(on: .whatsapp).phoneNumberID
            if let reference = platform.chatOrderReference(of: number, account: account),
                let payer = platform.payerInChat(reference, account: account)
            {
                return ChatOrder(reference: reference, account: account, payer: payer)
            }
        }
        return nil
    }

    /// What happens with a request, and the webhooks of it.
    func prepare(
        _ word: PaymentWord,
        on order: ChatOrder,
        _ fields: [Field<String>],
        since start: Int
    ) throws -> TalkDelivery {
        let isUnsaid = word == .paid && fields["amount"] == "unsaid"
        let money =
            isUnsaid ? nil : try otherMoney(than: platform.askedInChat(order.reference, account: order.account), fields)
        switch word {
        case .refunded:
            try platform.refundInChat(order.reference, amount: money?.amount, with: order.account, at: clock)
        case .lapsed, .unrefunded, .chargedback:
            throw WorldTrouble("'\(word.rawValue)' is nothing that WhatsApp says of a payment in the chat")
        case .paid, .failed, .settling:
            let deed = isUnsaid ? .payUnsaid : deed(word, on: order, money: money)
            try platform.person(
                order.payer,
                does: .pay(deed, reference: order.reference),
                with: order.account,
                at: clock
            )
        }
        return delivery(since: start)
    }

    private func deed(
        _ word: PaymentWord,
        on order: ChatOrder,
        money: (amount: Int64, currency: String)?
    ) -> PageDeed {
        let isUnderway = platform.isUnderwayInChat(order.reference, account: order.account)
        switch word {
        case .failed: return isUnderway ? .bounce : .fail(code: "payment_declined")
        case .settling: return .payDelayed
        default:
            if let money { return .payOther(amount: money.amount, currency: money.currency) }
            return isUnderway ? .settle : .payLate
        }
    }
}
