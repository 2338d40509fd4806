import Commerce
import Kernel

/// EasyPost's words for where a parcel is, in ours.
/// - Source: EasyPost API reference, "Tracker statuses"; commerce reference, "Common status vocabulary".
enum EasyPostStatus {
    /// Our status; `unknown` for words that EasyPost does not document.
    ///
    /// `failure` is the end of the way, unless the detail says that the carrier stood at the door.
    static func status(_ status: String?, detail: String?) -> ParcelStatus {
        guard let status, let known = statuses[status] else { return .unknown }
        let mayHaveTried = known == .exception || known == .inTransit
        return mayHaveTried && detail.map(attempts.contains) == true ? .attemptFailed : known
    }

    /// The day of an estimate as it is written; no hour is computed from it, since its zone is not known.
    static func day(_ text: String) -> CivilDate? {
        guard let moment = Timestamp(iso8601: "\(text.prefix(10))T00:00:00Z") else { return nil }
        return CivilDate(daysSince1970: moment.wholeSeconds / 86_400)
    }

    private static let statuses: [String: ParcelStatus] = [
        "unknown": .unknown, "error": .unknown,
        "pre_transit": .preTransit,
        "in_transit": .inTransit,
        "out_for_delivery": .outForDelivery,
        "available_for_pickup": .availableForPickup,
        "delivered": .delivered,
        "return_to_sender": .returned,
        "failure": .exception,
        "cancelled": .cancelled,
    ]

    private static let attempts: Set<String> = ["delivery_exception"]
}
