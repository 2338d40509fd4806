package import Kernel

/// How far a parcel is, in the words that all carriers' are translated into.
///
/// - Source: the common status vocabulary of shipping aggregators (EasyPost, Shippo, AfterShip).
package enum ParcelStatus: String, Codable, Sendable, CaseIterable {
    case unknown
    case preTransit = "pre_transit"
    case inTransit = "in_transit"
    case outForDelivery = "out_for_delivery"
    case availableForPickup = "available_for_pickup"
    case attemptFailed = "attempt_failed"
    case delivered
    case returned
    case exception
    case cancelled

    /// Whether nothing but a later-dated word can follow.
    package var isFinal: Bool { self == .delivered || self == .returned }
}

/// A carrier's number by which a parcel is followed.
package struct Tracker: Hashable, Codable, Sendable {
    /// As the merchant or the carrier names it, such as `Correios`; nil where nobody said.
    package var carrier: String?
    /// Capitals and digits only, as `TrackingNumber.normalised` makes it.
    package var number: String
    /// The carrier's public page for it.
    package var link: String?

    package init(carrier: String? = nil, number: String, link: String? = nil) {
        self.carrier = carrier
        self.number = number
        self.link = link
    }
}

/// A shipped part of an order, with what the carrier said last.
package struct Fulfilment: Hashable, Codable, Sendable {
    /// Nil where the shop brings it itself.
    package var tracker: Tracker?
    package let shippedAt: Timestamp
    package var status: ParcelStatus
    /// The carrier's own time of that status.
    package var statusAt: Timestamp
    /// Where it was then, such as `Curitiba, PR`.
    package var place: String?
    /// The day on which the carrier expects to deliver.
    package var estimate: CivilDate?
    /// Steps of which the shopper was told; each is told once.
    package var told: Set<ParcelStatus>

    package init(
        tracker: Tracker?,
        shippedAt: Timestamp,
        status: ParcelStatus = .preTransit,
        statusAt: Timestamp? = nil,
        place: String? = nil,
        estimate: CivilDate? = nil,
        told: Set<ParcelStatus> = []
    ) {
        self.tracker = tracker
        self.shippedAt = shippedAt
        self.status = status
        self.statusAt = statusAt ?? shippedAt
        self.place = place
        self.estimate = estimate
        self.told = told
    }

    /// What a carrier's word changed.
    package enum Change: Sendable, Equatable {
        /// It is older than what is known, or says nothing new.
        case nothing
        /// Place or estimate only.
        case details
        /// The parcel came further; the shopper has not heard of this step.
        case step(ParcelStatus)
        /// The parcel came to a step that the shopper was told of already.
        case repeatedStep
    }

    /// Takes in a carrier's word: the newest by the carrier's own time counts, whatever the order of arrival.
    package mutating func take(_ report: ParcelReport) -> Change {
        // What the shop entered bears the moment of entering, which may be later than the carrier's first steps.
        guard report.at >= statusAt || status == .preTransit else { return .nothing }
        if status.isFinal, report.at <= statusAt || !report.status.isFinal { return .nothing }
        let before = self
        statusAt = status == .preTransit ? report.at : max(statusAt, report.at)
        place = report.place ?? place
        estimate = report.estimate ?? estimate
        tracker = tracker.map {
            Tracker(carrier: $0.carrier ?? report.carrier, number: $0.number, link: $0.link ?? report.link)
        }
        guard report.status != .unknown, report.status != status else {
            return place == before.place && estimate == before.estimate ? .nothing : .details
        }
        status = report.status
        return told.insert(report.status).inserted ? .step(report.status) : .repeatedStep
    }
}

/// What a carrier, or an aggregator in its place, said about a parcel.
package struct ParcelReport: Hashable, Codable, Sendable {
    /// As `TrackingNumber.normalised` makes it.
    package var number: String
    package var carrier: String?
    package var status: ParcelStatus
    /// The carrier's own time of the newest step.
    package var at: Timestamp
    package var place: String?
    package var estimate: CivilDate?
    package var link: String?
    /// The carrier's words, for the merchant.
    package var detail: String?

    package init(
        number: String,
        carrier: String? = nil,
        status: ParcelStatus,
        at: Timestamp,
        place: String? = nil,
        estimate: CivilDate? = nil,
        link: String? = nil,
        detail: String? = nil
    ) {
        self.number = number
        self.carrier = carrier
        self.status = status
        self.at = at
        self.place = place
        self.estimate = estimate
        self.link = link
        self.detail = detail
    }
}
