import Commerce
import Kernel

/// A moment at which a shop is open, and one at which it is closed.
struct SurveyHours {
    let open: Timestamp
    let closed: Timestamp

    /// In a fixed week, so that the same shop is always surveyed alike; noon and midnight where the hours name neither.
    init(of shop: Shop) {
        let monday = Timestamp(seconds: 1_791_201_600)
        let hours = (0..<168).map { monday + .hours($0) }
        let rules = shop.rules
        let isOpen = { (moment: Timestamp) in shop.openingHours.isOpen(at: moment, in: shop.zone) }
        let isQuiet = { (moment: Timestamp) in rules.endOfQuiet(at: moment, in: shop.zone) != nil }
        open = hours.first { isOpen($0) && !isQuiet($0) } ?? hours.first { !isQuiet($0) } ?? monday
        closed = hours.first { !isOpen($0) } ?? monday + .hours(12)
    }
}
