import Channels
import Commerce
import Dialogue
import Gateway
package import Kernel
import Messaging
package import Ports
package import SettingsFile
package import ShopFolder

/// Looks at a whole gateway from outside and changes nothing: settings, folders, platforms, webhooks, partners, disk.
package struct Doctor: Sendable {
    let settings: GatewayConfiguration
    /// Where the settings stand, for words.
    let file: String
    let desk: SetupDesk
    let now: @Sendable () -> Timestamp
    let machine: Machine

    /// What is asked of this machine.
    package struct Machine: Sendable {
        /// Bytes free for us where that file stands or shall stand; nil where it can't be said.
        package let freeBytes: @Sendable (_ path: String) -> Int64?
        /// Whether that file can be written, or made where it isn't there yet.
        package let isWritable: @Sendable (_ path: String) -> Bool
        /// When that file was written last; nil where it can't be said.
        package let changedAt: @Sendable (_ path: String) -> Timestamp?

        package init(
            freeBytes: @escaping @Sendable (String) -> Int64?,
            isWritable: @escaping @Sendable (String) -> Bool,
            changedAt: @escaping @Sendable (String) -> Timestamp? = { _ in nil }
        ) {
            self.freeBytes = freeBytes
            self.isWritable = isWritable
            self.changedAt = changedAt
        }
    }

    package init(
        _ settings: GatewayConfiguration,
        file: String,
        transport: any Transport,
        now: @escaping @Sendable () -> Timestamp,
        machine: Machine
    ) {
        self.settings = settings
        self.file = file
        desk = SetupDesk(transport: transport)
        self.now = now
        self.machine = machine
    }

    /// All lines, told one by one as they are known.
    package func examine(_ tell: (CheckLine) -> Void) async {
        tell(settingsLine)
        var wanted: [String: AccountCheck.Wanted] = [:]
        for shop in settings.shops {
            let (line, found) = folder(of: shop)
            tell(line)
            wanted[shop.id] = found
        }
        storeLines.forEach(tell)
        var clock: CheckLine?
        for account in settings.deskAccounts {
            let before = now()
            let report = await AccountCheck(account, wanted: wanted[account.shop], desk: desk).report()
            report.lines.forEach(tell)
            if let life = TokenLife(of: account, changedAt: machine.changedAt) {
                tell(life.line(of: account, at: now()))
            }
            clock = clock ?? report.date.map { clockLine($0, around: before, account) }
        }
        if let clock { tell(clock) }
        for app in settings.apps { tell(await webhookLine(of: app)) }
        tell(await billingLine())
        for shop in settings.shops {
            for partner in shop.partners where partner.kind == .stripe { tell(await paymentLine(partner, of: shop)) }
        }
    }

    /// The refusal of settings that can't even be read.
    package static func line(for fault: SettingsFault) -> CheckLine {
        .bad(.settings, fault.place, "expected \(fault.expected)", cure: fault.remedy)
    }

    private var settingsLine: CheckLine {
        let accounts = settings.deskAccounts.count
        let words =
            "\(Self.count(settings.shops.count, "shop")), \(Self.count(accounts, "account")), all secrets are there"
        let usesDemo = settings.apps.contains { $0.appSecret == GatewayConfiguration.demoApp.appSecret }
        guard usesDemo, !settings.graphURL.isLoopback else { return .good(.settings, file, words) }
        return .bad(
            .settings,
            file,
            "the demo's app secret is known to everyone",
            cure: "Name your own app under apps, with its secrets."
        )
    }

    static func count(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

    /// The folder's state, and what it asks of its accounts.
    private func folder(of shop: ShopEntry) -> (CheckLine, AccountCheck.Wanted?) {
        let subject = shop.folder ?? "the demo shop"
        let source = shop.folder.map(ShopSource.folder) ?? .demo
        do throws(ShopFaults) {
            let loaded = try ShopReader.read(source, as: ShopID(1))
            let wanted = AccountCheck.Wanted(of: loaded)
            let goods = "\(loaded.shop.name), \(Self.count(wanted.articles.count, "article"))"
            guard let first = loaded.remarks.first else { return (.good(.folder, subject, goods), wanted) }
            let others = loaded.remarks.count == 1 ? "" : " (and \(loaded.remarks.count - 1) more)"
            let line = CheckLine.caution(
                .folder,
                subject,
                "\(goods); \(first.file):\(first.line): expected \(first.expected)\(others)",
                cure: first.remedy
            )
            return (line, wanted)
        } catch {
            let first = error.findings.first { $0.severity == .fault }
            let words = first.map { "\($0.file):\($0.line): expected \($0.expected)" } ?? "it can't be sold from"
            let cure = first?.remedy ?? "Run 'shopkeeper check \(subject)'."
            return (.bad(.folder, subject, words, cure: cure), nil)
        }
    }

    private var storeLines: [CheckLine] {
        guard settings.store != "memory" else {
            let cure = "Name a file after store: before you sell anything."
            return [.caution(.store, "memory", "nothing is kept when the gateway ends", cure: cure)]
        }
        let store = settings.store
        guard machine.isWritable(store) else {
            return [
                .bad(.store, store, "it can't be written", cure: "Give the gateway's user rights to file and folder.")
            ]
        }
        return [.good(.store, store, "it can be written"), diskLine(machine.freeBytes(store), store)]
    }

    private func diskLine(_ free: Int64?, _ store: String) -> CheckLine {
        guard let free else {
            return .caution(
                .disk,
                store,
                "how much is free can't be said",
                cure: "Look yourself; 1 GB is a good reserve."
            )
        }
        let words = "\(free / 1_000_000) MB are free"
        let cure = "Make room: at 0 no message can be taken in. 1 GB is a good reserve."
        switch free {
        case 1_000_000_000...: return .good(.disk, store, words)
        case 100_000_000...: return .caution(.disk, store, words, cure: cure)
        default: return .bad(.disk, store, words, cure: cure)
        }
    }

    /// The platform's clock against ours, to the second and the length of the call.
    private func clockLine(_ date: Timestamp, around before: Timestamp, _ account: DeskAccount) -> CheckLine {
        let after = now()
        let ahead = date < before - .seconds(1) ? before.since(date) : date > after ? date.since(after) : .zero
        let way = date < before ? "ahead of" : "behind"
        let subject = "this machine"
        let cure = "Set the clock by a time server, such as with systemd-timesyncd."
        let words = "\(ahead.wholeSeconds) s \(way) the platform's"
        switch ahead.wholeSeconds {
        case ...30: return .good(.clock, subject, "it goes with the platform's of \(account.name)")
        case ...300: return .caution(.clock, subject, words, cure: cure)
        default: return .bad(.clock, subject, words, cure: cure)
        }
    }
}

extension AccountCheck.Wanted {
    /// What a shop as it was read asks of its accounts.
    package init(of loaded: LoadedShop) {
        self.init(
            front: ShopDoors(of: loaded.shop, catalogue: loaded.catalogue).front,
            templates: loaded.shop.templates,
            articles: loaded.catalogue.products.flatMap(\.variants).filter(\.isListed).map(\.sku)
        )
    }
}

extension String {
    /// Whether the address leads to this machine alone.
    var isLoopback: Bool {
        ["http://127.", "http://localhost", "http://[::1]"].contains { hasPrefix($0) }
    }
}
