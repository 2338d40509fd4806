/// What `bill:` demands of the billing records since the last one.
package enum ExpectedBills: Sendable, Equatable {
    /// Exactly these records, in any order.
    case records([BillLine])
    /// `bill: 7 messages 47600u`: so many records with this sum, in micro-units.
    case sum(messages: Int, microUnits: Int64)
}

/// Equal billing records and how many there are: `service BR 0u free-entry x5`.
package struct BillLine: Sendable, Equatable {
    package var record: BillRecord
    package var count: Int

    package init(_ record: BillRecord, count: Int = 1) {
        self.record = record
        self.count = count
    }
}

/// A billing record as scripts see it.
package struct BillRecord: Sendable, Equatable, Hashable {
    /// The pricing category, such as `service` or `utility`.
    package var category: String
    /// The rate card's short code, or `-` where a channel is free.
    package var market: String
    /// What it cost, in micro-units of the rate card's currency.
    package var microUnits: Int64
    /// Why it cost that, such as `free-entry`; one word.
    package var note: String?

    package init(category: String, market: String, microUnits: Int64, note: String? = nil) {
        self.category = category
        self.market = market
        self.microUnits = microUnits
        self.note = note
    }
}
