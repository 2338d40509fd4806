package import Kernel

/// How far a message of ours has come, in the order in which it happens.
///
/// - Source: WhatsApp Cloud API, webhooks, message status; ranks never move down.
package enum DeliveryRank: Int, Codable, Sendable, Comparable, CaseIterable {
    case accepted = 0, sent, delivered, read, played

    package static func < (left: DeliveryRank, right: DeliveryRank) -> Bool { left.rawValue < right.rawValue }

    package init?(name: String) {
        guard let found = Self.allCases.first(where: { $0.name == name }) else { return nil }
        self = found
    }

    package var name: String {
        switch self {
        case .accepted: "accepted"
        case .sent: "sent"
        case .delivered: "delivered"
        case .read: "read"
        case .played: "played"
        }
    }
}

/// Two facts about a message that do not depend on the order of webhooks: the highest rank and whether a failure was seen.
package struct DeliveryProgress: Hashable, Codable, Sendable {
    /// Nil until the platform has accepted it.
    package private(set) var rank: DeliveryRank?
    package private(set) var hasFailed: Bool

    package init(rank: DeliveryRank? = nil, hasFailed: Bool = false) {
        self.rank = rank
        self.hasFailed = hasFailed
    }

    /// Takes in one status; says whether anything changed.
    package mutating func merge(_ news: StatusUpdate.Standing) -> Bool {
        let before = self
        switch news {
        case .reached(let reached): rank = max(rank ?? reached, reached)
        case .failed: hasFailed = true
        case .other: break
        }
        return self != before
    }

    /// The word to show: delivered or above if reached, else failed if seen, else the rank.
    package var shown: String {
        if let rank, rank >= .delivered { return rank.name }
        if hasFailed { return "failed" }
        return rank?.name ?? "waiting"
    }
}

/// One status webhook about a message of ours.
package struct StatusUpdate: Hashable, Codable, Sendable {
    /// What a status says; words that we don't know keep their name and change nothing.
    package enum Standing: Hashable, Codable, Sendable {
        case reached(DeliveryRank)
        case failed
        case other(String)
    }

    /// The channel's id of our message.
    package var of: String
    package var standing: Standing
    package var at: Timestamp
    /// The key that we gave the message, where the channel hands it back.
    package var callbackKey: String?
    package var recipient: ShopperAddress
    package var pricing: StatusPricing?
    package var errors: [PlatformError]

    package init(
        of: String,
        standing: Standing,
        at: Timestamp,
        callbackKey: String? = nil,
        recipient: ShopperAddress = ShopperAddress(),
        pricing: StatusPricing? = nil,
        errors: [PlatformError] = []
    ) {
        self.of = of
        self.standing = standing
        self.at = at
        self.callbackKey = callbackKey
        self.recipient = recipient
        self.pricing = pricing
        self.errors = errors
    }

    /// The platform's word for the standing.
    package var name: String {
        switch standing {
        case .reached(let rank): rank.name
        case .failed: "failed"
        case .other(let name): name
        }
    }
}

/// What a platform says a message costs: words only, no amount.
///
/// - Source: WhatsApp Cloud API, message status, `pricing`.
package struct StatusPricing: Hashable, Codable, Sendable {
    package var billable: Bool?
    /// `PMP` since July 2025, `CBP` before.
    package var model: String?
    /// The word for how it is priced, such as `regular` or `free_entry_point`.
    package var type: String?
    /// With `_` for every `-`, so that both spellings of one category are one.
    package var category: String?

    package init(billable: Bool? = nil, model: String? = nil, type: String? = nil, category: String? = nil) {
        self.billable = billable
        self.model = model
        self.type = type
        self.category = category
    }
}

/// One error as a platform reports it, in an answer or in a failed status.
package struct PlatformError: Hashable, Codable, Sendable {
    package var code: Int64
    package var subcode: Int64?
    package var title: String?
    package var details: String?

    package init(code: Int64, subcode: Int64? = nil, title: String? = nil, details: String? = nil) {
        self.code = code
        self.subcode = subcode
        self.title = title
        self.details = details
    }
}
