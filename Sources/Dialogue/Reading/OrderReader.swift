import Commerce
import Kernel

/// Understands which order people mean, and what they want of it.
enum OrderReader {
    /// What shoppers say about paying an order.
    enum PayingWish: Equatable {
        case pay, onDelivery
    }

    static func payingWish(_ folded: String) -> PayingWish? {
        if onDelivery.contains(folded) { return .onDelivery }
        return paying.contains(folded) ? .pay : nil
    }

    private static let onDelivery: Set<String> = [
        "pay on delivery", "on delivery", "i pay on delivery", "i ll pay on delivery", "cash on delivery", "cash",
        "pay cash", "pay at the door", "pay when it arrives", "other way", "another way", "pay another way",
    ]
    private static let paying: Set<String> = [
        "pay", "pay now", "pay again", "try again", "link", "the link", "payment link", "send the link",
        "send the link again", "send me the link", "new link", "another link", "where is the link", "i want to pay",
        "how do i pay", "payment", "pay online", "pay by link", "the link doesn t work", "link doesn t work",
        "the link expired", "link expired", "it failed", "payment failed", "my payment failed",
    ]

    /// "can I still cancel", "is it possible to cancel it".
    static func asksToCancel(_ words: [String]) -> Bool {
        words.contains { Nearness.isNear($0, "cancel") || $0 == "cancelling" || $0 == "canceling" }
            && (cancelling.occur(in: words) || words.count <= 3)
    }

    private static let cancelling: Phrases = [
        "possible to cancel", "still cancel", "can i cancel", "could i cancel", "may i cancel", "able to cancel",
        "cancel it", "cancel that", "cancel this", "want to cancel", "like to cancel", "need to cancel", "must cancel",
        "cancel my", "cancel the", "please cancel", "have to cancel",
    ]

    /// Whether it was asked if something is still possible.
    static func asksWhether(_ words: [String]) -> Bool {
        words.contains("possible") || words.contains("still") || words.starts(with: ["can", "i"])
    }

    /// "I want to send it back", "exchange my shoes": a wish, not a question about the shop's rules.
    static func returns(_ words: [String]) -> Bool { returning.occur(in: words) }

    private static let returning: Phrases = [
        "want to return", "like to return", "need to return", "must return", "return it", "return this", "return them",
        "return my", "return the", "send it back", "send back", "send them back", "send this back", "give it back",
        "want to exchange", "like to exchange", "need to exchange", "exchange it", "exchange them", "exchange my",
        "exchange the", "exchange for", "swap it for", "doesn t fit", "does not fit", "don t fit", "do not fit",
        "too small", "too big", "too tight", "wrong size", "arrived broken", "arrived damaged", "is broken",
        "is damaged",
    ]

    /// "in 39 instead", "change the size": another variant of what was ordered.
    static func swaps(_ words: [String]) -> Bool { swapping.occur(in: words) }

    private static let swapping: Phrases = [
        "instead", "change the size", "change size", "other size", "another size", "different size", "change it to",
        "change to", "swap", "make it", "bigger size", "smaller size", "size up", "size down",
    ]

    /// "change my order", "add one more to the order".
    static func changes(_ words: [String]) -> Bool {
        words.contains { ["order", "orders", "purchase"].contains($0) } && changing.occur(in: words)
    }

    private static let changing: Phrases = [
        "change", "modify", "edit", "correct", "alter", "update", "amend", "remove", "add", "take out",
    ]

    /// The orders that the words tell from the others: by an article, a day, or their place in time; all where none is told.
    static func meant(by text: String, among orders: [Order], today: LocalTime, zone: Zone) -> [Order] {
        let words = WordStem.words(text)
        if words.contains(where: { ["last", "latest", "newest", "recent"].contains($0) }) {
            return Array(orders.prefix(1))
        }
        if words.contains(where: { ["first", "oldest"].contains($0) }) { return Array(orders.suffix(1)) }
        let byDay = orders.filter { isOn($0.placedAt, words, today: today, zone: zone) }
        if !byDay.isEmpty, byDay.count < orders.count { return byDay }
        let stems = Set(words.map(WordStem.stem)).subtracting(general)
        let byTitle = orders.filter { order in
            order.lines.contains { line in
                WordStem.words(line.title).contains {
                    $0.utf8.count > 2 && !$0.isNumber && stems.contains(WordStem.stem($0))
                }
            }
        }
        return byTitle.isEmpty ? orders : byTitle
    }

    /// Words that stand in titles and in questions alike.
    private static let general: Set<String> = ["order", "low", "high", "new", "old", "the", "and", "with", "for"]

    private static func isOn(_ moment: Timestamp, _ words: [String], today: LocalTime, zone: Zone) -> Bool {
        let local = zone.local(moment)
        if words.contains("today") { return local.isoDate == today.isoDate }
        if words.contains("yesterday") {
            let before = zone.local(zone.timestamp(of: today) - .days(1))
            return local.isoDate == before.isoDate
        }
        guard local.month >= 1, local.month <= months.count,
            words.contains(where: { months[local.month - 1].hasPrefix($0) && $0.utf8.count >= 3 })
        else { return false }
        return words.contains { Int($0.prefix { $0.isNumber }) == local.day && $0.utf8.count <= 4 }
    }

    private static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ]
}
