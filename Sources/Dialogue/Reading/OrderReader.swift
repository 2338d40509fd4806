import Commerce
import Kernel

/// Understands which order people mean, and what they want of it.
enum OrderReader {
    /// What shoppers say about paying an order.
    enum PayingWish: Equatable {
        case pay, onDelivery
    }

    static func payingWish(_ folded: String) -> PayingWish? {
        if OrderPhrases.onDelivery.contains(folded) { return .onDelivery }
        return OrderPhrases.paying.contains(folded) ? .pay : nil
    }

    /// "can I still cancel", "is it possible to cancel it".
    static func asksToCancel(_ words: [String]) -> Bool {
        words.contains { Nearness.isNear($0, "cancel") || OrderPhrases.cancel.contains($0) }
            && (OrderPhrases.cancelling.occur(in: words) || words.count <= 3)
    }

    /// Whether it was asked if something is still possible.
    static func asksWhether(_ words: [String]) -> Bool {
        words.contains { OrderPhrases.possible.contains($0) } || words.starts(with: ["can", "i"])
    }

    /// "I want to send it back", "exchange my shoes": a wish, not a question about the shop's rules.
    static func returns(_ words: [String]) -> Bool { OrderPhrases.returning.occur(in: words) }

    /// "in 39 instead", "change the size": another variant of what was ordered.
    static func swaps(_ words: [String]) -> Bool { OrderPhrases.swapping.occur(in: words) }

    /// "change my order", "add one more to the order".
    static func changes(_ words: [String]) -> Bool {
        words.contains { OrderPhrases.orders.contains($0) } && OrderPhrases.changing.occur(in: words)
    }

    /// The orders that the words tell from the others: by an article, a day, or their place in time; all where none is told.
    static func meant(by text: String, among orders: [Order], today: LocalTime, zone: Zone) -> [Order] {
        let words = WordStem.words(text)
        if words.contains(where: { OrderPhrases.last.contains($0) }) {
            return Array(orders.prefix(1))
        }
        if words.contains(where: { OrderPhrases.first.contains($0) }) { return Array(orders.suffix(1)) }
        let byDay = orders.filter { isOn($0.placedAt, words, today: today, zone: zone) }
        if !byDay.isEmpty, byDay.count < orders.count { return byDay }
        let stems = Set(words.map(WordStem.stem)).subtracting(OrderPhrases.general)
        let byTitle = orders.filter { order in
            order.lines.contains { line in
                WordStem.words(line.title).contains {
                    $0.utf8.count > 2 && !$0.isNumber && stems.contains(WordStem.stem($0))
                }
            }
        }
        return byTitle.isEmpty ? orders : byTitle
    }

    private static func isOn(_ moment: Timestamp, _ words: [String], today: LocalTime, zone: Zone) -> Bool {
        let local = zone.local(moment)
        if words.contains(where: OrderPhrases.today.contains) { return local.isoDate == today.isoDate }
        if words.contains(where: OrderPhrases.yesterday.contains) {
            let before = zone.local(zone.timestamp(of: today) - .days(1))
            return local.isoDate == before.isoDate
        }
        guard local.month >= 1, local.month <= OrderPhrases.months.count,
            words.contains(where: { word in
                word.utf8.count >= 3 && OrderPhrases.months[local.month - 1].contains { $0.hasPrefix(word) }
            })
        else { return false }
        return words.contains { Int($0.prefix { $0.isNumber }) == local.day && $0.utf8.count <= 4 }
    }
}
