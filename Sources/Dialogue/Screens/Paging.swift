import Kernel
import Messaging

/// Ten rows at most: all of them, or nine and one that leads on.
struct Paging<Item> {
    static var most: Int { 10 }

    let items: [Item]
    /// Counted from 0, of the first item shown.
    let start: Int
    let count: Int
    /// The next page, or 0 to begin anew on the last one; nil where one page is enough.
    let next: Int?

    /// Room is kept for as many fixed rows as are asked for.
    init(_ all: [Item], page: Int, keeping fixed: Int = 0) {
        let room = Self.most - fixed
        count = all.count
        guard all.count > room else {
            items = all
            start = 0
            next = nil
            return
        }
        let size = room - 1
        let last = (all.count - 1) / size
        let shown = min(max(0, page), last)
        start = shown * size
        items = Array(all[start..<min(start + size, all.count)])
        next = shown == last ? 0 : shown + 1
    }

    var left: Int { count - start - items.count }
}

/// Makes options within the lengths that every channel can show.
enum Row {
    static let longestLabel = 24
    static let longestDetail = 72
    static let longestButton = 20

    /// A row; a label that is too long is cut between words and said in full in its detail.
    static func make(_ label: String, detail: String? = nil, _ offer: Offer) -> Choices.Option {
        let short = trimmed(TextTools.prefix(label, fitting: longestLabel))
        let full = short == label ? detail : [label, detail].compactMap(\.self).joined(separator: ", ")
        return Choices.Option(
            short,
            detail: full.map { TextTools.prefix($0, fitting: longestDetail) },
            payload: offer.payload
        )
    }

    /// Without the comma that a cut may leave behind.
    private static func trimmed(_ text: String) -> String {
        var text = text
        while let last = text.last, ",;:".contains(last) { text.removeLast() }
        return text
    }

    static func button(_ label: String, _ offer: Offer) -> Choices.Option {
        Choices.Option(TextTools.prefix(label, fitting: longestButton), payload: offer.payload)
    }
}
