/// What a shopper, or the shopper's bank, does on or after a hosted page.
package enum PageDeed: Sendable, Hashable {
    /// Pays what is asked.
    case pay
    /// Pays, and this arrives instead of what was asked; `currency` in three small letters, nil for the page's own.
    case payOther(amount: Int64, currency: String?)
    /// Pays what is asked although the page has expired: the bank had begun before.
    case payLate
    /// Pays what is asked, and whoever tells of it leaves the sum out; only in a chat.
    case payUnsaid
    /// Tries to pay and is turned down; the page stays open.
    case fail(code: String = "card_declined")
    /// Leaves the page open.
    case later
    /// Pays in a way that takes days: a slip, a bank debit. The page is done, the money is not here.
    case payDelayed
    /// The delayed money came.
    case settle
    /// The delayed money did not come.
    case bounce
    /// The shopper's bank takes the money back.
    case dispute
}
