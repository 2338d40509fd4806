import Kernel

/// What a message will be said to cost: the rules of each period, by the account's own zone.
/// - Source: WhatsApp "Pricing", "Non-template messages" (service charged since 2026-10-01, 1,000 free per number and month).
struct WhatsAppPricing {
    let zone: Zone
    let marking: FreeQuotaMarking

    static let freeServicesPerMonth = 1_000

    /// Pricing of a message in that thread at that moment; `freeUsed` counts the service messages delivered this month.
    func pricing(
        of content: PhoneContent,
        in thread: ChatThread,
        freeEntry: FreeEntry?,
        freeUsed: Int,
        at now: Timestamp
    ) -> MessagePricing {
        if let freeEntry, now < freeEntry.until {
            return MessagePricing(type: "free_entry_point", category: "referral_conversion", conversation: freeEntry)
        }
        guard let template = content.template else {
            return MessagePricing(type: serviceType(freeUsed: freeUsed, at: now), category: "service")
        }
        let isFree = template.category == .utility && thread.isOpen(at: now) && !chargesInWindow(at: now)
        return MessagePricing(type: isFree ? "free_customer_service" : "regular", category: template.category.rawValue)
    }

    private func serviceType(freeUsed: Int, at now: Timestamp) -> String {
        guard chargesInWindow(at: now) else { return "free_customer_service" }
        return marking == .asFree && freeUsed < Self.freeServicesPerMonth ? "free_customer_service" : "regular"
    }

    private func chargesInWindow(at now: Timestamp) -> Bool {
        now >= zone.timestamp(of: LocalTime(year: 2026, month: 10, day: 1))
    }
}
