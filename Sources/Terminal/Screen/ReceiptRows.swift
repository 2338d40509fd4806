import Platform

/// A receipt as Messenger shows it: what was bought, what it comes to, and how it was paid.
struct ReceiptRows {
    let width: Int

    func rows(of receipt: PhoneReceipt) -> [BubbleFrame.Row] {
        let heading = InkedText("Order \(receipt.order)", .heading).lines(width: width).map(BubbleFrame.Row.text)
        let goods = receipt.rows.flatMap { row in
            let price = row.quantity.map { "\($0) × \(row.price)" } ?? row.price
            return beside(InkedText(row.title), InkedText(price))
                + (row.subtitle.map { InkedText($0, .faint).lines(width: width).map(BubbleFrame.Row.text) } ?? [])
        }
        let total = InkedText("\(receipt.currency) \(receipt.total)", .strong)
        return heading + goods + [BubbleFrame.Row.rule] + beside(InkedText(receipt.method, .faint), total)
    }

    /// One at each end of a line, or one below the other where there is no room.
    private func beside(_ left: InkedText, _ right: InkedText) -> [BubbleFrame.Row] {
        let gap = width - left.columns - right.columns
        guard gap < 2 else {
            let room = min(gap, max(2, Self.column - left.columns))
            return [.text(left + InkedText(String(repeating: " ", count: room)) + right)]
        }
        return (left.lines(width: width) + right.lines(width: width)).map(BubbleFrame.Row.text)
    }

    /// Where the amounts begin, if the words leave room.
    private static let column = 36
}
