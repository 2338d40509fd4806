import Channels
import Commerce
import Ports
import SettingsFile
import Setup
import SQLiteStore

/// Notes in the store what the platform says of templates, where a gateway that runs finds it at once.
struct TemplateNotes {
    private let settings: GatewayConfiguration

    init(_ settings: GatewayConfiguration) { self.settings = settings }

    /// One line of what was noted; nil where there is nothing to ask.
    func keep(of account: DeskAccount, _ wanted: AccountCheck.Wanted, _ desk: SetupDesk) async throws -> String? {
        guard account.target.business != nil, !wanted.templates.isEmpty, settings.store != "memory" else { return nil }
        do throws(SetupRefusal) {
            let verdicts = try await AccountCheck(account, wanted: wanted, desk: desk).verdicts()
            return await file(verdicts, account)
        } catch {
            return "! The states of the templates could not be asked for: \(error.reason)"
        }
    }

    private func file(_ verdicts: [TemplateVerdict], _ account: DeskAccount) async -> String {
        let words = "\(verdicts.count(where: { $0.approval == .approved })) of \(verdicts.count) templates are approved"
        do {
            let store = try SQLiteStore(path: settings.store)
            let now = SystemClock().now
            try await store.commit { transaction in
                let shop = try transaction.registerShop(named: account.shop)
                try transaction.keepTemplateVerdicts(verdicts, of: shop, at: now)
            }
            await store.shutDown()
            return "✓ \(words); noted in \(settings.store)."
        } catch {
            return "! \(words), which could not be noted in \(settings.store): \(error)"
        }
    }
}
