package import Kernel

/// What a carrier says of a parcel.
/// - Source: EasyPost API, "Tracking detail object".
package struct CarrierWord: Sendable, Hashable {
    /// In EasyPost's words, such as `in_transit`; any text goes.
    package var status: String
    /// Such as `departed_facility`.
    package var detail: String
    /// The carrier's own sentence.
    package var message: String
    /// The carrier's own time; nil for the moment it is said.
    package var at: Timestamp?
    /// Where the parcel was.
    package var place: CarrierPlace?
    /// When the carrier expects to deliver.
    package var estimate: Timestamp?
    /// As EasyPost names it.
    package var carrier: String
    /// Who took the parcel.
    package var signedBy: String?
    /// Whether the webhook holds this word alone, as if none had been said before it.
    package var isAlone: Bool

    /// A word; what is left out is as carriers leave it out.
    package init(
        _ status: String,
        detail: String = "status_update",
        message: String? = nil,
        at: Timestamp? = nil,
        place: CarrierPlace? = nil,
        estimate: Timestamp? = nil,
        carrier: String = "Correios",
        signedBy: String? = nil,
        isAlone: Bool = false
    ) {
        self.status = status
        self.detail = detail
        self.message = message ?? status.split(separator: "_").joined(separator: " ")
        self.at = at
        self.place = place
        self.estimate = estimate
        self.carrier = carrier
        self.signedBy = signedBy
        self.isAlone = isAlone
    }
}

/// Where a parcel was.
package struct CarrierPlace: Sendable, Hashable {
    /// Its town.
    package var city: String?
    /// Its state or province.
    package var state: String?
    /// Two capitals.
    package var country: String?

    /// A place.
    package init(city: String? = nil, state: String? = nil, country: String? = nil) {
        self.city = city
        self.state = state
        self.country = country
    }
}
