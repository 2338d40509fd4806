package import Kernel

/// The payment provider and the carrier side by side, with one queue of webhooks to drive.
package struct EmulatedPartners: Sendable, Equatable {
    /// Hosted pages, money, refunds.
    package var payments: EmulatedPayments
    /// Parcels.
    package var carrier: EmulatedCarrier

    /// Partners with which nothing happened yet.
    package init(_ payments: PaymentsConfiguration, _ carrier: CarrierConfiguration) {
        self.payments = EmulatedPayments(payments)
        self.carrier = EmulatedCarrier(carrier)
    }

    /// The deliveries due at that moment; each is under way until `webhookAnswered`.
    package mutating func dueWebhooks(at now: Timestamp) -> [Webhook] {
        // Even ids are the provider's, odd ones the carrier's.
        let paid = payments.dueWebhooks(at: now).map { $0.numbered($0.id * 2) }
        return paid + carrier.dueWebhooks(at: now).map { $0.numbered($0.id * 2 + 1) }
    }

    /// How a delivery was answered; 0 when nobody answered.
    package mutating func webhookAnswered(_ id: Int, status: Int, at now: Timestamp) {
        if id.isMultiple(of: 2) {
            payments.webhookAnswered(id / 2, status: status, at: now)
        } else {
            carrier.webhookAnswered(id / 2, status: status, at: now)
        }
    }

    /// When something is due next.
    package var nextDue: Timestamp? { [payments.nextDue, carrier.nextDue].compactMap(\.self).min() }

    /// Webhooks not yet answered.
    package var unansweredWebhooks: Int { payments.unansweredWebhooks + carrier.unansweredWebhooks }
}

extension Webhook {
    fileprivate func numbered(_ id: Int) -> Webhook {
        var copy = self
        copy.id = id
        return copy
    }
}
