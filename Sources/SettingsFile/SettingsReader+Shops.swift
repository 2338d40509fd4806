import Gateway
import Kernel
import Messaging
import Ports
import Yams

/// The shops, their apps and accounts.
extension SettingsReader {
    /// One shop by the keys at the top, or those of the list `shops`.
    func readShops(into settings: inout GatewayConfiguration) throws {
        let shared = try root?["apps"].map { try entries($0, "apps").map(app) }
        guard let list = root?["shops"] else {
            settings.apps = shared ?? settings.apps
            return settings.shops = [try onlyShop(apps: settings.apps, isDemo: shared == nil)]
        }
        try refuseSingleShopKeys()
        var reading = ShopsReading(reader: self, shared: shared ?? [])
        for node in try entries(list, "shops") { try reading.add(node) }
        settings.apps = reading.apps
        settings.shops = reading.shops
        try Self.refuseDoubleApps(settings.apps, root.map(place(of:)) ?? file)
    }

    /// A shop that stands alone has no id of its own; what `emulate` signs with is used only where no app is named.
    private func onlyShop(apps: [AppSettings], isDemo: Bool) throws -> ShopEntry {
        var shop = ShopEntry.demo
        shop.folder = scalar("shop", "SHOPKEEPER_SHOP")?.text
        shop.whatsAppCatalogue = scalar("whatsAppCatalogue", "SHOPKEEPER_WHATSAPP_CATALOGUE")?.text
        if let root { shop.pageTemplates = try pageTemplates(of: root) }
        if let accounts = root?["accounts"] {
            shop.accounts = try entries(accounts, "accounts").map { try account($0, apps: apps) }
        }
        if let partners = root?["partners"] {
            shop.partners = try entries(partners, "partners").map(partner)
            try refuseDoublePartners([shop])
        } else if !isDemo {
            shop.partners = []
        }
        try refuseDoubleAccounts([shop])
        try Self.refuseDoubleApps(apps, root.map(place(of:)) ?? file)
        return shop
    }

    /// Either way of naming shops, not both.
    private func refuseSingleShopKeys() throws {
        let singles = ["shop", "accounts", "partners", "whatsAppCatalogue", "pageTemplates"]
        if let key = singles.first(where: { root?[$0] != nil }), let node = root?[key] {
            throw fault(
                node,
                "\(key) within an entry of shops",
                "Move the line to the shop it belongs to; what stands at the top is for a gateway of one shop."
            )
        }
        for variable in ["SHOPKEEPER_SHOP", "SHOPKEEPER_WHATSAPP_CATALOGUE"] where environment[variable] != nil {
            throw SettingsFault(
                place: variable,
                expected: "one way of naming shops",
                remedy: "\(file) lists its shops. Remove the variable or option, or the list."
            )
        }
    }

    /// Names as the platform knows templates: small letters, digits and underscores.
    func pageTemplates(of node: Node) throws -> Set<String> {
        guard let list = node["pageTemplates"] else { return [] }
        return Set(
            try entries(list, "pageTemplates").map { entry in
                let name = entry.scalar?.string ?? ""
                let isName = name.utf8.allSatisfy {
                    (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5F
                }
                guard !name.isEmpty, isName else {
                    throw fault(
                        entry,
                        "names of templates under pageTemplates",
                        "Write each as it was registered, such as order_shipped: small letters, digits and underscores."
                    )
                }
                return name
            }
        )
    }

    func app(_ node: Node) throws -> AppSettings {
        try refuseUnknown(
            node,
            known: ["channel", "name", "appID", "graphURL", "appSecret", "verifyToken", "accessToken"]
        )
        let kind = try channel(node)
        let name = try required(node, "name")
        func read(_ key: String, _ what: String) throws -> Secret {
            let variable = variable(kind.rawValue, name, what)
            return try secret(key, variable: variable, of: node, owner: "app \(name)")
        }
        return AppSettings(
            channel: kind,
            name: name,
            appSecret: try read("appSecret", "APP_SECRET"),
            verifyToken: try read("verifyToken", "VERIFY_TOKEN"),
            accessToken: try isOpenedByAccounts(node, kind, name) ? Secret("") : read("accessToken", "ACCESS_TOKEN"),
            graphURL: try scalar("graphURL", of: node).map { try address(of: $0) },
            appID: scalar("appID", of: node)?.text
        )
    }

    /// Pages and Instagram accounts have tokens of their own, so that their app may have none.
    private func isOpenedByAccounts(_ node: Node, _ kind: ChannelKind, _ name: String) -> Bool {
        let variable = environment[variable(kind.rawValue, name, "ACCESS_TOKEN")] ?? ""
        return kind != .whatsapp && variable.isEmpty && scalar("accessToken", of: node) == nil
    }

    func account(_ node: Node, apps: [AppSettings]) throws -> ShopEntry.Account {
        try refuseUnknown(node, known: ["channel", "id", "label", "app", "accessToken", "businessAccount"])
        let kind = try channel(node)
        let app = try required(node, "app")
        guard let settings = apps.first(where: { $0.channel == kind && $0.name == app }) else {
            throw fault(
                node,
                "an app of this shop",
                "There is no app \"\(app)\"; its names are \(apps.map(\.name).joined(separator: ", "))."
            )
        }
        let id = try required(node, "id")
        return ShopEntry.Account(
            kind: kind,
            externalID: id,
            label: scalar("label", of: node)?.text ?? id,
            app: app,
            accessToken: try accessToken(of: node, kind, id, isNeeded: settings.accessToken.revealed.isEmpty),
            tokenFile: tokenFile(of: node, kind, id),
            businessAccount: try businessAccount(of: node, kind)
        )
    }

    /// An account's own token; nil where it has none and its app's opens the door.
    private func accessToken(of node: Node, _ kind: ChannelKind, _ id: String, isNeeded: Bool) throws -> Secret? {
        let variable = variable(kind.rawValue, id, "ACCESS_TOKEN")
        let isGiven = node["accessToken"] != nil || environment[variable]?.isEmpty == false
        guard isGiven || isNeeded else { return nil }
        return try secret("accessToken", variable: variable, of: node, owner: "account \(id)")
    }

    /// Where an account's own token stands, if it was read from a file.
    private func tokenFile(of node: Node, _ kind: ChannelKind, _ id: String) -> String? {
        guard environment[variable(kind.rawValue, id, "ACCESS_TOKEN")]?.isEmpty ?? true else { return nil }
        guard let reference = node["accessToken"]?.scalar?.string, reference.hasPrefix("file:") else { return nil }
        return String(reference.dropFirst("file:".count))
    }

    private func businessAccount(of node: Node, _ kind: ChannelKind) throws -> String? {
        guard let business = scalar("businessAccount", of: node) else { return nil }
        guard kind == .whatsapp else {
            throw fault(
                node["businessAccount"] ?? node,
                "businessAccount at a WhatsApp number only",
                "Pages and Instagram accounts have none. Remove the line."
            )
        }
        return business.text
    }
}
