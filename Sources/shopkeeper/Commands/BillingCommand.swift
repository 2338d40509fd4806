import ArgumentParser
import Billing
import Kernel
import Messaging
import Ports
import SettingsFile
import ShopFolder

/// What messages cost.
struct BillingCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "billing",
        abstract: "What messages cost.",
        subcommands: [Report.self]
    )

    /// Adds up the billing records of a store.
    struct Report: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Add up what messages cost per day, conversation, order and category."
        )

        @OptionGroup var source: StoreOptions

        func run() async throws {
            let (configuration, store) = try await source.open()
            let rules = try ShippedData.billingRules(zone: configuration.billingZone)
            let records = try await store.read { try $0.billingRecords(BillingFilter()) }
            let report = BillingReport(records, zone: rules.zone)
            for (title, lines) in [
                ("per day", report.days), ("per conversation", report.conversations), ("per order", report.orders),
                ("per category and market", report.categories),
            ] where !lines.isEmpty {
                print("\n\(title)")
                for line in lines { print(Self.row(line)) }
            }
            print("\n" + Self.row(report.total))
            if let cost = report.costPerOrder { print("  cost per order".padded(to: 34) + cost.decimal) }
            try await printQuota(store, rules: rules)
        }

        private func printQuota(_ store: any Store, rules: BillingRules) async throws {
            let now = SystemClock().now
            for account in try await store.read({ try $0.accounts() }) {
                let month = rules.month(of: now, account: account.id)
                let used = try await store.read { try $0.freeQuotaUsed(account.id, month: month) }
                let left = max(0, rules.freeServiceMessages - used)
                print(
                    "  free in \(month), \(account.label)".padded(to: 34)
                        + "\(left) of \(rules.freeServiceMessages) left"
                )
            }
        }

        private static func row(_ line: BillingReport.Line) -> String {
            let unpriced = line.unpriced == 0 ? "" : ", \(line.unpriced) without a known price"
            let messages = line.records == 1 ? "record" : "records"
            return "  \(line.name)".padded(to: 34) + "\(line.charge.decimal)  \(line.records) \(messages)\(unpriced)"
        }
    }
}

extension String {
    /// Blanks up to a column, at least one.
    func padded(to width: Int) -> String { self + String(repeating: " ", count: max(1, width - count)) }
}
