import Kernel

/// A parcel as the aggregator sees it.
struct Parcel: Sendable, Equatable {
    let id: String
    let number: String
    let carrier: String
    let createdAt: Timestamp
    /// What was said of it, in the order it was said.
    private(set) var words: [Said] = []

    struct Said: Sendable, Equatable {
        var word: CarrierWord
        /// The carrier's own time.
        var at: Timestamp
    }

    mutating func take(_ word: CarrierWord, at now: Timestamp) {
        words.append(Said(word: word, at: word.at ?? now))
    }

    /// The tracker object after a word: all words by the carrier's own time, and what the newest of them says.
    func tracker(saying word: CarrierWord, at now: Timestamp) -> [UInt8] {
        let shown = word.isAlone ? Array(words.suffix(1)) : words
        let ordered = shown.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }.map(
            \.element
        )
        let newest = ordered.last?.word ?? word
        var json = JSONWriter(capacity: 1_024)
        json.object { tracker in
            tracker.field("id", id)
            tracker.field("object", "Tracker")
            tracker.field("mode", "test")
            tracker.field("tracking_code", number)
            tracker.field("status", newest.status)
            tracker.field("status_detail", newest.detail)
            tracker.field("created_at", createdAt.carrierTime)
            tracker.field("updated_at", now.carrierTime)
            tracker.textOrNull("signed_by", newest.signedBy)
            tracker.textOrNull(
                "est_delivery_date",
                ordered.last { $0.word.estimate != nil }?.word.estimate?.carrierTime
            )
            tracker.field("carrier", carrier)
            tracker.field("public_url", "https://track.example/\(id)")
            tracker.arrayField("tracking_details") { details in
                for said in ordered { said.write(to: &details) }
            }
        }
        return json.bytes
    }
}

extension Parcel.Said {
    fileprivate func write(to json: inout JSONWriter) {
        json.object { detail in
            detail.field("object", "TrackingDetail")
            detail.field("message", word.message)
            detail.field("status", word.status)
            detail.field("status_detail", word.detail)
            detail.field("datetime", at.carrierTime)
            detail.field("source", word.carrier)
            detail.objectField("tracking_location") { place in
                place.field("object", "TrackingLocation")
                place.textOrNull("city", word.place?.city)
                place.textOrNull("state", word.place?.state)
                place.textOrNull("country", word.place?.country)
                place.textOrNull("zip", nil)
            }
        }
    }
}

/// The aggregator's event around a tracker.
enum TrackerEvent {
    static func body(
        _ id: String,
        _ description: String,
        before: String?,
        _ tracker: [UInt8],
        at now: Timestamp
    ) -> [UInt8] {
        var json = JSONWriter(capacity: 1_280)
        json.object { event in
            event.field("id", id)
            event.field("object", "Event")
            event.field("created_at", now.carrierTime)
            event.field("updated_at", now.carrierTime)
            event.field("description", description)
            event.field("mode", "test")
            event.objectField("previous_attributes") { $0.field("status", before) }
            event.field("status", "pending")
            event.rawField("result", tracker)
        }
        return json.bytes
    }
}

extension Timestamp {
    /// As the aggregator writes moments: whole seconds, `2026-11-21T08:00:00Z`.
    fileprivate var carrierTime: String { String(Timestamp(seconds: wholeSeconds).iso8601.prefix(19)) + "Z" }
}

extension JSONWriter {
    /// A text, or an explicit null.
    fileprivate mutating func textOrNull(_ name: StaticString, _ text: String?) {
        key(name)
        if let text { string(text) } else { null() }
    }
}
