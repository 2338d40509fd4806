import Channels
import Gateway
import Messaging
package import SettingsFile

/// Every account with its shop, webhook and state, as lines of a table.
package enum ChannelList {
    /// One line for each account, the widest cell of a column deciding its width; asks the platforms and changes nothing.
    package static func lines(of settings: GatewayConfiguration, desk: SetupDesk) async -> [String] {
        var rows = [["SHOP", "ACCOUNT", "WEBHOOK", "STATE"]]
        for account in settings.deskAccounts {
            let report = await AccountCheck(account, wanted: nil, desk: desk).report()
            let path = "/webhooks/\(account.app.channel.rawValue)/\(account.app.name)"
            rows.append([account.shop, account.name, path, state(of: report.lines)])
        }
        return table(rows)
    }

    /// The worst that was found, in a few words.
    private static func state(of lines: [CheckLine]) -> String {
        if let bad = lines.first(where: { $0.mark == .bad }) { return "✗ \(bad.topic.rawValue): \(bad.finding)" }
        if let caution = lines.first(where: { $0.mark == .caution }) {
            return "! \(caution.topic.rawValue): \(caution.finding)"
        }
        return "✓ connected"
    }

    private static func table(_ rows: [[String]]) -> [String] {
        let widths = (0..<3).map { column in rows.map { $0[column].count }.max() ?? 0 }
        return rows.map { row in
            let cells = zip(row, widths).map { cell, width in
                cell + String(repeating: " ", count: max(0, width - cell.count))
            }
            return (cells + [row[3]]).joined(separator: "  ")
        }
    }
}
