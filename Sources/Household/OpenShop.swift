import Commerce
import Gateway
import Kernel
import Messaging
import Ports
import SettingsFile
import ShopFolder

/// A shop of the settings with everything that was read for it: files, number, stock, accounts.
struct OpenShop: Sendable {
    let entry: ShopEntry
    let id: ShopID
    let loaded: LoadedShop
    let facts: ShopFacts
    let accounts: [ChannelAccount]

    init(_ entry: ShopEntry, store: any Store, at now: Timestamp, allowsShrinking: Bool) async throws {
        self.entry = entry
        let id = try await store.commit { try $0.registerShop(named: entry.id) }
        let loaded = try ShopReader.read(entry.folder.map(ShopSource.folder) ?? .demo, as: id, options: .drawing)
        let goods = CatalogueImport(
            shop: id,
            fingerprint: loaded.fingerprint,
            listed: loaded.listed,
            at: now,
            allowsShrinking: allowsShrinking
        )
        let wanted = entry.accounts.map { account in
            ChannelAccount(
                id: AccountID(0),
                shop: id.rawValue,
                kind: account.kind,
                externalID: account.externalID,
                label: account.label,
                app: account.app
            )
        }
        accounts = try await store.commit { transaction in
            _ = try transaction.importCatalogue(goods)
            return try wanted.map { try transaction.registerAccount($0) }
        }
        let stock = try await store.read { try $0.stockLevels(id) }
        facts = ShopFacts(shop: loaded.shop, catalogue: loaded.catalogue, stock: StockLevels(stock))
        self.id = id
        self.loaded = loaded
    }

    var kept: KeptShop { KeptShop(entry: entry, loaded: loaded) }

    /// The shop's partners as the stages know them; shoppers come back to our own pages unless told otherwise.
    func partners(publicURL: String) -> [PartnerSettings] {
        entry.partners.map { partner in
            PartnerSettings(
                shop: id,
                name: partner.name,
                kind: partner.kind,
                baseURL: partner.baseURL,
                secretKey: partner.secretKey,
                webhookSecret: partner.webhookSecret,
                successURL: partner.successURL ?? "\(publicURL)/paid/\(id)/{language}",
                cancelURL: partner.cancelURL ?? "\(publicURL)/back/\(id)/{language}",
                shopName: loaded.shop.name,
                accentColour: loaded.shop.accentColour
            )
        }
    }

    /// A way of payment without the partner that it needs would end in a dead link.
    func checkPartners() throws(SettingsFault) {
        let needs: [(way: PaymentWay, kind: PartnerSettings.Kind, word: String)] = [
            (.hostedLink, .stripe, "link"), (.website, .website, "website"),
        ]
        for need in needs where loaded.shop.paymentWays.contains(need.way) {
            guard !entry.partners.contains(where: { $0.kind == need.kind }) else { continue }
            throw SettingsFault(
                place: "\(entry.folder ?? "demo")/shop.yaml",
                expected: "a partner of kind \(need.kind.rawValue) for the payment way \(need.word)",
                remedy: "Name it under partners in the gateway's settings, or delete this way of payment."
            )
        }
    }
}
