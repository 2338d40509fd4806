/// One side of a bubble that is compared and rewritten as a whole.
enum BubbleAspect: Int, CaseIterable, Comparable {
    case text, photo, list, buttons, links, products, template, receipt, file, form, order, privateComment, cards

    static func < (left: BubbleAspect, right: BubbleAspect) -> Bool { left.rawValue < right.rawValue }
}

extension ExpectedBubble {
    /// The parts by the side they belong to; rows after a receipt are the receipt's.
    func parts(by aspect: BubbleAspect) -> [Located] {
        var isInReceipt = false
        return parts.filter { located in
            if case .receipt = located.part { isInReceipt = true }
            if case .section = located.part { isInReceipt = false }
            return located.part.aspect(inReceipt: isInReceipt) == aspect
        }
    }
}

extension BubblePart {
    /// The side this part belongs to.
    func aspect(inReceipt: Bool) -> BubbleAspect {
        switch self {
        case .buttons: .buttons
        case .section: .list
        case .row: inReceipt ? .receipt : .list
        case .photo: .photo
        case .product: .products
        case .link: .links
        case .template: .template
        case .receipt: .receipt
        case .file: .file
        case .form: .form
        case .order: .order
        case .privateComment: .privateComment
        case .card: .cards
        }
    }
}
