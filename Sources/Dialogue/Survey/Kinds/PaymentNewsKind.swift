import Commerce
import Kernel

/// What can be heard of an order's money; a new word needs a sort here, and samples, before it compiles.
enum PaymentNewsKind: String, CaseIterable {
    case linkOpened, linkRefused, settling, paid, failed, lapsed, refund, refundedInAll, chargedBack
}

extension PaymentReport.News {
    var kind: PaymentNewsKind {
        switch self {
        case .linkOpened: .linkOpened
        case .linkRefused: .linkRefused
        case .settling: .settling
        case .paid: .paid
        case .failed: .failed
        case .lapsed: .lapsed
        case .refund: .refund
        case .refundedInAll: .refundedInAll
        case .chargedBack: .chargedBack
        }
    }
}

extension PaymentNewsKind {
    func samples(of order: Order) -> [PaymentReport.News] {
        let less = Money(minorUnits: max(1, order.total.minorUnits / 2), currency: order.total.currency)
        let refunds = order.payment.refunds.map(\.key)
        return switch self {
        case .linkOpened: [.linkOpened(url: "https://pay.example/c/cs_1", lapsesAt: order.payment.lapsesAt)]
        case .linkRefused: [.linkRefused(reason: "the amount is too small")]
        case .settling: [.settling]
        case .paid: [.paid(order.total), .paid(less)]
        case .failed: [.failed(reason: "card declined")]
        case .lapsed: [.lapsed]
        case .refund:
            refunds.flatMap { key in
                Refund.State.allCases.map { .refund(key: key, $0, reason: $0 == .failed ? "closed account" : nil) }
            }
        case .refundedInAll: [.refundedInAll(order.total)]
        case .chargedBack: [.chargedBack]
        }
    }
}
