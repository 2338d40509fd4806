import Foundation
import Gateway
import Kernel
import Messaging
import Yams

/// Reads the entries of `shops` one by one, each with what it alone may use.
struct ShopsReading {
    private let reader: SettingsReader
    /// Apps at the top, for all shops.
    private let shared: [AppSettings]
    private(set) var apps: [AppSettings]
    private(set) var shops: [ShopEntry] = []

    init(reader: SettingsReader, shared: [AppSettings]) {
        self.reader = reader
        self.shared = shared
        apps = shared
    }

    private static let known = [
        "id", "folder", "whatsAppCatalogue", "pageTemplates", "billingZone", "apps", "accounts", "partners",
    ]

    /// Takes in one shop; throws when it, or anything of it, is another's.
    mutating func add(_ node: Node) throws {
        guard node.mapping != nil else {
            throw reader.fault(node, "a shop", "Write \"- id: areia-fina\", and its other keys below.")
        }
        try reader.refuseUnknown(node, known: Self.known)
        var shop = ShopEntry()
        shop.id = try reader.name(node, "id")
        shop.folder = try reader.required(node, "folder")
        shop.whatsAppCatalogue = reader.scalar("whatsAppCatalogue", of: node)?.text
        shop.pageTemplates = try reader.pageTemplates(of: node)
        shop.billingZone = try reader.zone(reader.scalar("billingZone", of: node))
        let own = try node["apps"].map { try reader.entries($0, "apps").map(reader.app) } ?? []
        shop.accounts = try accounts(of: node, apps: shared + own)
        shop.partners = try node["partners"].map { try reader.entries($0, "partners").map(reader.partner) } ?? []
        try refuseSecond(shop, node)
        apps += own
        shops.append(shop)
        try reader.refuseDoubleAccounts(shops, node)
        try reader.refuseDoublePartners(shops, node)
    }

    private func accounts(of node: Node, apps: [AppSettings]) throws -> [ShopEntry.Account] {
        guard let accounts = node["accounts"] else {
            throw reader.fault(node, "accounts of the shop", "Name at least one number under \"accounts:\".")
        }
        return try reader.entries(accounts, "accounts").map { try reader.account($0, apps: apps) }
    }

    private static func isSame(_ first: String?, _ second: String?) -> Bool {
        let paths = [first, second].map { $0.map { URL(fileURLWithPath: $0).standardizedFileURL.path } }
        return paths[0] == paths[1]
    }

    private func refuseSecond(_ shop: ShopEntry, _ node: Node) throws {
        if shops.contains(where: { $0.id == shop.id }) {
            throw reader.fault(
                node["id"] ?? node,
                "an id that no other shop has",
                "\"\(shop.id)\" is the id of a shop above. Give this one another."
            )
        }
        if let other = shops.first(where: { Self.isSame($0.folder, shop.folder) }) {
            throw reader.fault(
                node["folder"] ?? node,
                "a folder of its own for each shop",
                "\"\(other.id)\" has this folder already. Name another, or put the accounts of both into one shop."
            )
        }
    }
}

/// What no two shops share.
extension SettingsReader {
    /// An account belongs to one shop, and stands there once.
    func refuseDoubleAccounts(_ shops: [ShopEntry], _ node: Node? = nil) throws {
        var owners: [String: String] = [:]
        for shop in shops {
            for account in shop.accounts {
                let key = "\(account.kind.rawValue) \(account.externalID)"
                guard let owner = owners.updateValue(shop.id, forKey: key) else { continue }
                throw SettingsFault(
                    place: (node?["accounts"] ?? root?["accounts"]).map(place(of:)) ?? file,
                    expected: "each account once",
                    remedy: "\(account.externalID) stands under \"\(owner)\" already. An account belongs to one shop."
                )
            }
        }
    }

    /// A partner's name is the end of its webhook's path, so it names one partner; a shop has one of each kind.
    func refuseDoublePartners(_ shops: [ShopEntry], _ node: Node? = nil) throws {
        let place = (node?["partners"] ?? root?["partners"]).map(place(of:)) ?? file
        var owners: [String: String] = [:]
        for shop in shops {
            for partner in shop.partners {
                let path = "\(partner.kind.path)/\(partner.name)"
                if let owner = owners.updateValue(shop.id, forKey: path) {
                    throw SettingsFault(
                        place: place,
                        expected: "a name of its own for each partner",
                        remedy: "/webhooks/\(path) is a partner's of \"\(owner)\" already. Give this one another name."
                    )
                }
                if shop.partners.count(where: { $0.kind == partner.kind }) > 1 {
                    throw SettingsFault(
                        place: place,
                        expected: "at most one \(partner.kind.rawValue) for a shop",
                        remedy: "\"\(shop.id)\" names more than one. Keep the one that is in use."
                    )
                }
            }
        }
    }

    /// An app's name is the end of its webhook's path.
    static func refuseDoubleApps(_ apps: [AppSettings], _ place: String) throws {
        var seen: Set<String> = []
        for app in apps where !seen.insert("\(app.channel.rawValue)/\(app.name)").inserted {
            throw SettingsFault(
                place: place,
                expected: "a name of its own for each app",
                remedy: "There are two apps \"\(app.name)\". Apps of several shops stand at the top, once."
            )
        }
    }
}
