import Billing
package import Kernel
package import Messaging
import Outbox

/// A commit's verbs over any store's rows: what the stores have in common, which is every decision.
///
/// A verb checks before it writes, so what it refuses has changed nothing; whatever it throws ends the commit.
package struct StoreWriter: RowBacked, Transaction {
    package let rows: any StoreRows

    package init(rows: any StoreRows) { self.rows = rows }

    package func registerAccount(_ account: ChannelAccount) throws -> ChannelAccount {
        guard let known = try rows.account(account.kind, externalID: account.externalID) else {
            return try rows.add(account)
        }
        let fresh = ChannelAccount(
            id: known.id,
            shop: account.shop,
            kind: known.kind,
            externalID: known.externalID,
            label: account.label,
            app: account.app
        )
        if fresh != known { try rows.save(fresh) }
        return fresh
    }

    package func keepUnreadable(_ body: UnreadableBody) throws {
        try rows.keep(body)
        rows.count(.received, by: 1)
        rows.count(.unreadable, by: 1)
    }

    package func markRunning(_ isRunning: Bool) throws -> Bool {
        let wasRunning = try rows.isMarkedRunning()
        if wasRunning != isRunning { try rows.setMarkedRunning(isRunning) }
        return wasRunning
    }

    package func purge(before: Timestamp, limit: Int) throws -> Int {
        let purged = try rows.purge(before: before, limit: limit)
        rows.count(.purged, by: Int64(purged))
        return purged
    }
}
