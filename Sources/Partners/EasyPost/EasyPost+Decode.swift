import Commerce
import Kernel

extension EasyPost {
    /// What a webhook's body says of a parcel.
    ///
    /// `{"object":"Event","id":"evt_…","description":"tracker.updated","result":{Tracker}}`. The newest of the tracker's
    /// details by its own time says where the parcel is, in whatever order they stand.
    /// - Throws: Where an event about a tracker is not as EasyPost documents it.
    package static func decode(_ body: [UInt8]) throws(UnreadablePartnerBody) -> PartnerWebhook {
        let event = try PartnerObject(body: body)
        let id = try event.need("id", "the event's id")
        let type = try event.need("description", "the event's type, such as tracker.updated")
        guard type == "tracker.created" || type == "tracker.updated" else {
            let at = event.moment("created_at") ?? Timestamp(milliseconds: 0)
            return PartnerWebhook(items: [PartnerItem(eventID: id, at: at, content: .other(type: type))])
        }
        let report = try report(of: try event.needObject("result"), in: event)
        let at = event.moment("created_at") ?? report.at
        return PartnerWebhook(items: [PartnerItem(eventID: id, at: at, content: .parcel(report))])
    }

    private static func report(
        of tracker: PartnerObject,
        in event: PartnerObject
    ) throws(UnreadablePartnerBody) -> ParcelReport {
        let number = TrackingNumber.normalised(try tracker.need("tracking_code", "the parcel's number"))
        let step = newestStep(of: tracker)
        guard let at = step?.at ?? tracker.moment("updated_at") ?? event.moment("created_at") else {
            throw tracker.fault(at: "tracking_details", expected: "a detail with its datetime, or updated_at")
        }
        var status = ParcelStatus.unknown
        // A detail without a status of its own leaves the tracker's to say it.
        for teller in [step?.detail, tracker].compactMap({ $0 }) where status == .unknown {
            status = EasyPostStatus.status(teller.text("status"), detail: teller.text("status_detail"))
        }
        return ParcelReport(
            number: number,
            carrier: tracker.text("carrier"),
            status: status,
            at: at,
            place: step?.detail.object("tracking_location").flatMap(place),
            estimate: tracker.text("est_delivery_date").flatMap(EasyPostStatus.day),
            link: tracker.text("public_url"),
            detail: step?.detail.text("message")
        )
    }

    /// The last of equally new ones, since they stand from old to new.
    private static func newestStep(of tracker: PartnerObject) -> (detail: PartnerObject, at: Timestamp)? {
        var newest: (detail: PartnerObject, at: Timestamp)?
        for detail in tracker.objects("tracking_details") {
            guard let at = detail.moment("datetime") else { continue }
            if newest.map({ at >= $0.at }) ?? true { newest = (detail, at) }
        }
        return newest
    }

    /// `Curitiba, PR`, with the country where there is no state.
    private static func place(_ location: PartnerObject) -> String? {
        guard let city = location.text("city") else { return location.text("state") ?? location.text("country") }
        guard let area = location.text("state") ?? location.text("country") else { return city }
        return "\(city), \(area)"
    }
}
