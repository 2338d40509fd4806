import Channels
import Commerce
package import Gateway
package import Kernel
package import Logging
import Messaging
package import Ports
package import SettingsFile

/// Keeps true what a running gateway knows of templates.
///
/// The platform tells by itself what becomes of one; asking finds what it told while nobody listened. One call for each
/// business account and Page is far below every limit.
/// - Source: WhatsApp Business Management API, rate limits: 200 calls an hour for an app and business account.
package struct TemplateWatch: Sendable {
    /// How often it is worth asking.
    package static let interval = Span.hours(6)

    private let accounts: [DeskAccount]
    private let board: ShopBoard
    private let store: any Store
    private let desk: SetupDesk
    private let logger: Logger

    package init(
        _ settings: GatewayConfiguration,
        board: ShopBoard,
        store: any Store,
        desk: SetupDesk,
        logger: Logger
    ) {
        accounts = settings.deskAccounts.filter { SetupCall.templates(of: $0.target) != nil }
        self.board = board
        self.store = store
        self.desk = desk
        self.logger = logger
    }

    /// Asks for the states of all templates once; what can't be asked for stays as it is known.
    package func look(at now: Timestamp) async {
        var asked: [String: [TemplateVerdict]] = [:]
        for account in accounts {
            let book = account.target.business ?? account.target.id
            if asked[book] == nil { asked[book] = await verdicts(of: account) }
            guard let verdicts = asked[book], !verdicts.isEmpty else { continue }
            await keep(verdicts, of: account, at: now)
        }
    }

    private func verdicts(of account: DeskAccount) async -> [TemplateVerdict]? {
        do throws(SetupRefusal) {
            return try await AccountCheck(account, wanted: nil, desk: desk).verdicts()
        } catch {
            // That a Page has such a list is not said anywhere, so a refusal there is nobody's concern.
            let level: Logger.Level = account.target.channel == .messenger ? .debug : .notice
            let facts: Logger.Metadata = ["account": "\(account.name)", "reason": "\(error.reason)"]
            logger.log(level: level, "states of templates not told", metadata: facts)
            return nil
        }
    }

    private func keep(_ verdicts: [TemplateVerdict], of account: DeskAccount, at now: Timestamp) async {
        do {
            let (shop, kept) = try await store.commit { transaction in
                let shop = try transaction.registerShop(named: account.shop)
                try transaction.keepTemplateVerdicts(verdicts, of: shop, at: now)
                return (shop, try transaction.templateVerdicts(shop))
            }
            board.judge(kept, of: shop)
        } catch {
            logger.error("states of templates not stored", metadata: ["reason": "\(error)"])
        }
    }
}
