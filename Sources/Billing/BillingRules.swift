package import Kernel
package import Messaging

/// How messages are priced: dated rate cards, markets, and the free messages of each number and month.
package struct BillingRules: Sendable, Equatable {
    private let cards: [RateCard]
    private let markets: MarketTable
    private let zones: [AccountID: Zone]
    /// Months and rate changes begin at midnight in this zone where an account has none of its own.
    package let zone: Zone
    /// Free-form messages per number and month that cost nothing.
    package let freeServiceMessages: Int
    /// Whether we take the free messages off ourselves: the platform does not document how it marks them.
    package let appliesFreeQuota: Bool
    /// The `source` of our CloudEvents, a URI reference.
    package let source: String

    package init(
        cards: [RateCard],
        markets: MarketTable,
        zone: Zone,
        zones: [AccountID: Zone] = [:],
        freeServiceMessages: Int = 1000,
        appliesFreeQuota: Bool = true,
        source: String = "/shopkeeper"
    ) {
        self.cards = cards.sorted { $0.effective < $1.effective }
        self.markets = markets
        self.zone = zone
        self.zones = zones
        self.freeServiceMessages = freeServiceMessages
        self.appliesFreeQuota = appliesFreeQuota
        self.source = source
    }

    /// What a message will probably cost; the free messages of the month are not taken off here.
    package func estimate(
        _ category: PricingCategory,
        on channel: ChannelKind,
        to recipient: ShopperAddress,
        from account: AccountID,
        at now: Timestamp,
        isFreeEntry: Bool
    ) -> Estimate {
        let card = card(at: now, account: account)
        guard channel == .whatsapp else {
            return Estimate(
                category: category,
                market: "-",
                charge: .zero,
                rateVersion: card?.effective ?? "none"
            )
        }
        let market = markets.market(of: recipient)
        let price = card?.price(market: market, category: category.rawValue)
        return Estimate(
            category: category,
            market: market,
            charge: isFreeEntry ? .zero : price,
            rateVersion: card?.effective ?? "none",
            isFreeEntry: isFreeEntry
        )
    }

    /// The one bill of a message that arrived at a moment; `freeQuotaUsed` counts this account's month before it.
    package func record(for message: BilledMessage, at: Timestamp, freeQuotaUsed: Int) -> BillingRecord {
        let estimate = message.estimate
        let kind = estimate.isFreeEntry ? Kind.freeEntry : Kind.regular
        let verdict = verdict(
            category: Self.category(message.pricing, else: estimate.category.rawValue),
            type: Self.type(message.pricing, else: kind),
            market: estimate.market,
            card: card(at: at, account: message.account),
            quotaLeft: appliesFreeQuota && freeQuotaUsed < freeServiceMessages
        )
        return BillingRecord(
            id: "b:\(message.key):0",
            message: message.key,
            shop: message.shop,
            account: message.account,
            conversation: message.conversation,
            order: message.order,
            at: at,
            market: message.estimate.market,
            category: verdict.category,
            type: verdict.type,
            rateVersion: verdict.rateVersion ?? estimate.rateVersion,
            charge: verdict.charge,
            currency: verdict.currency,
            note: verdict.note
        )
    }

    /// The difference that a later pricing makes; nil where it says the same.
    ///
    /// `number` counts from 1.
    package func correction(
        of record: BillingRecord,
        pricing: StatusPricing,
        number: Int,
        at: Timestamp
    ) -> BillingRecord? {
        // What a later pricing leaves out stays as it was; the free quota is our own word for a regular message.
        let kind = record.type == Kind.freeQuota ? Kind.regular : record.type
        let verdict = verdict(
            category: Self.category(pricing, else: record.category),
            type: Self.type(pricing, else: kind),
            market: record.market,
            card: card(at: record.at, account: record.account),
            quotaLeft: record.note == Note.freeQuota
        )
        let isPricedAnew = verdict.charge.map { $0 != record.charge } ?? false
        guard verdict.category != record.category || verdict.type != record.type || isPricedAnew
        else { return nil }
        return BillingRecord(
            id: "b:\(record.message):\(number)",
            message: record.message,
            shop: record.shop,
            account: record.account,
            conversation: record.conversation,
            order: record.order,
            at: at,
            market: record.market,
            category: verdict.category,
            type: verdict.type,
            rateVersion: verdict.rateVersion ?? record.rateVersion,
            charge: difference(verdict.charge, record.charge),
            currency: verdict.currency,
            note: verdict.note,
            corrects: record.id
        )
    }

    /// Whether a record uses up one of the month's free messages.
    package func countsAgainstQuota(_ record: BillingRecord) -> Bool {
        record.corrects == nil && record.category == PricingCategory.service.rawValue
            && (record.type == Kind.regular || record.type == Kind.freeQuota)
    }

    /// The month of a moment in the account's zone, `2026-11`.
    package func month(of at: Timestamp, account: AccountID) -> String {
        (zones[account] ?? zone).local(at).yearMonth
    }

    /// The card in force at a moment in the account's zone; nil before the first.
    package func card(at now: Timestamp, account: AccountID) -> RateCard? {
        let date = (zones[account] ?? zone).local(now).isoDate
        return cards.last { $0.effective <= date }
    }
}

extension BillingRules {
    /// Words of the `type` column.
    enum Kind {
        static let regular = "regular"
        static let freeEntry = "free_entry_point"
        static let freeQuota = "free_quota"
        static let free = "free"
        static let unknown = "unknown"
    }

    /// Words of the `note` column, as scripts and reports say them.
    enum Note {
        static let freeEntry = "free-entry"
        static let freeQuota = "free-quota"
        static let free = "free"
        static let unknown = "unknown"
    }

    private struct Verdict {
        var category: String
        var type: String
        var charge: Charge?
        var note: String?
        var rateVersion: String?
        var currency: String
    }

    /// Decides by `type`, since `billable` is announced to go: free words cost nothing, `regular` the list price of the moment of delivery.
    private func verdict(category: String, type: String, market: String, card: RateCard?, quotaLeft: Bool) -> Verdict {
        func verdict(_ type: String, _ charge: Charge?, _ note: String?) -> Verdict {
            Verdict(
                category: category,
                type: type,
                charge: charge,
                note: note,
                rateVersion: card?.effective,
                currency: card?.currency.code ?? "XXX"
            )
        }
        if market == "-" { return verdict(type, .zero, nil) }
        if type == Kind.freeEntry { return verdict(type, .zero, Note.freeEntry) }
        if type.hasPrefix("free") { return verdict(type, .zero, Note.free) }
        guard type == Kind.regular, let price = card?.price(market: market, category: Self.priceColumn(category)) else {
            return verdict(type, nil, Note.unknown)
        }
        if quotaLeft, price > .zero, category == PricingCategory.service.rawValue {
            return verdict(Kind.freeQuota, .zero, Note.freeQuota)
        }
        return verdict(type, price, nil)
    }

    /// The platform's word for what a message was; `referral_conversion` is the free entry window's own word, and says nothing of it.
    private static func category(_ pricing: StatusPricing?, else known: String) -> String {
        guard let word = pricing?.category, word != "referral_conversion" else { return known }
        return word
    }

    /// The platform's word for the kind of price; before there was one, `billable` alone said what is free.
    private static func type(_ pricing: StatusPricing?, else known: String) -> String {
        if let type = pricing?.type { return type }
        return pricing?.billable == false && !known.hasPrefix("free") ? Kind.free : known
    }

    private static func priceColumn(_ category: String) -> String {
        category == "marketing_lite" ? PricingCategory.marketing.rawValue : category
    }

    private func difference(_ new: Charge?, _ old: Charge?) -> Charge? {
        new.map { $0 - (old ?? .zero) }
    }
}
