import Foundation
import Gateway
import Kernel
import Messaging
import Yams

/// Reads `shopkeeper.yaml` and the environment; the first wrong setting stops the start with its place and its cure.
struct SettingsReader {
    private let file: String
    private let environment: [String: String]
    private let root: Node?

    init(file: String?, environment: [String: String]) throws {
        self.environment = environment
        self.file = file ?? "shopkeeper.yaml"
        guard let text = try Self.text(of: file) else {
            root = nil
            return
        }
        do {
            root = try Yams.compose(yaml: text)
        } catch {
            throw SettingsFault(
                place: self.file,
                expected: "a YAML file",
                remedy: "The reader says: \(error). Mend it and start again."
            )
        }
    }

    /// A file that was named must be there; the usual one may be absent.
    private static func text(of file: String?) throws -> String? {
        let path = file ?? "shopkeeper.yaml"
        guard FileManager.default.fileExists(atPath: path) else {
            guard file == nil else {
                throw SettingsFault(
                    place: path,
                    expected: "a settings file",
                    remedy: "Check the path, or leave --config out for the demo."
                )
            }
            return nil
        }
        return try String(contentsOfFile: path, encoding: .utf8)
    }

    func configuration() throws -> GatewayConfiguration {
        var settings = GatewayConfiguration()
        let known = [
            "listen", "store", "publicURL", "graphURL", "billingURL", "billingZone", "evidenceSeconds", "shop",
            "whatsAppCatalogue", "apps", "accounts",
        ]
        try refuseUnknown(root, known: known)
        if let listen = scalar("listen", "SHOPKEEPER_LISTEN") { (settings.host, settings.port) = try address(listen) }
        settings.store = scalar("store", "SHOPKEEPER_STORE")?.text ?? settings.store
        settings.publicURL =
            try link("publicURL", "SHOPKEEPER_PUBLIC_URL") ?? Self.ownAddress(of: settings)
        settings.graphURL = try link("graphURL", "SHOPKEEPER_GRAPH_URL") ?? settings.graphURL
        settings.billingURL = try link("billingURL", "SHOPKEEPER_BILLING_URL", mayBeNone: true) ?? settings.billingURL
        if settings.billingURL == "none" { settings.billingURL = nil }
        settings.billingZone = try zone() ?? settings.billingZone
        settings.evidenceSeconds = try seconds() ?? settings.evidenceSeconds
        settings.shopFolder = scalar("shop", "SHOPKEEPER_SHOP")?.text
        settings.whatsAppCatalogue = scalar("whatsAppCatalogue", "SHOPKEEPER_WHATSAPP_CATALOGUE")?.text
        if let apps = root?["apps"] { settings.apps = try entries(apps, "apps").map(app) }
        if let accounts = root?["accounts"] {
            settings.accounts = try entries(accounts, "accounts").map { try account($0, apps: settings.apps) }
        }
        return settings
    }

    /// Our own address as long as it is known; a port that the system chooses is not, so that messages go without pictures.
    private static func ownAddress(of settings: GatewayConfiguration) -> String {
        settings.port == 0 ? "" : "http://\(settings.host):\(settings.port)"
    }

    private struct Scalar {
        let text: String
        let place: String
    }

    /// A value as it is written; the environment wins over the file.
    private func scalar(_ key: String, _ variable: String) -> Scalar? {
        if let text = environment[variable], !text.isEmpty { return Scalar(text: text, place: variable) }
        guard let node = root?[key], let text = node.scalar?.string else { return nil }
        return Scalar(text: text, place: place(of: node))
    }

    private func place(of node: Node) -> String { "\(file):\(node.mark?.line ?? 1)" }

    private func refuseUnknown(_ node: Node?, known: [String]) throws {
        for (key, _) in node?.mapping ?? [:] {
            guard let name = key.scalar?.string, !known.contains(name) else { continue }
            throw SettingsFault(
                place: place(of: key),
                expected: "one of \(known.joined(separator: ", "))",
                remedy: "\"\(name)\" is not a setting; correct its spelling or remove the line."
            )
        }
    }

    private func address(_ listen: Scalar) throws -> (String, Int) {
        guard let colon = listen.text.lastIndex(of: ":"),
            let port = Int(listen.text[listen.text.index(after: colon)...]),
            (0...65535).contains(port)
        else {
            throw SettingsFault(
                place: listen.place,
                expected: "host and port such as 127.0.0.1:8080",
                remedy: "Write both, with a colon between."
            )
        }
        return (String(listen.text[..<colon]), port)
    }

    private func link(_ key: String, _ variable: String, mayBeNone: Bool = false) throws -> String? {
        guard let value = scalar(key, variable) else { return nil }
        if mayBeNone, value.text == "none" { return value.text }
        guard value.text.hasPrefix("https://") || value.text.hasPrefix("http://") else {
            throw SettingsFault(
                place: value.place,
                expected: "an address that begins with https://",
                remedy: mayBeNone ? "Write the whole address, or none." : "Write the whole address."
            )
        }
        return value.text.hasSuffix("/") ? String(value.text.dropLast()) : value.text
    }

    private func zone() throws -> Zone? {
        guard let value = scalar("billingZone", "SHOPKEEPER_BILLING_ZONE") else { return nil }
        guard let zone = Zone(value.text) else {
            throw SettingsFault(
                place: value.place,
                expected: "a time zone such as America/Sao_Paulo",
                remedy: "Use the name that the platform shows for the account."
            )
        }
        return zone
    }

    private func seconds() throws -> Int? {
        guard let value = scalar("evidenceSeconds", "SHOPKEEPER_EVIDENCE_SECONDS") else { return nil }
        guard let seconds = Int(value.text), (1...3600).contains(seconds) else {
            throw SettingsFault(place: value.place, expected: "seconds from 1 to 3600", remedy: "30 is a good value.")
        }
        return seconds
    }
}

extension SettingsReader {
    private func entries(_ node: Node, _ key: String) throws -> [Node] {
        guard let sequence = node.sequence, !sequence.isEmpty else {
            throw SettingsFault(
                place: place(of: node),
                expected: "a list under \(key)",
                remedy: "Begin each entry with a dash."
            )
        }
        return Array(sequence)
    }

    private func required(_ node: Node, _ key: String) throws -> String {
        guard let text = node[key]?.scalar?.string, !text.isEmpty else {
            throw SettingsFault(
                place: place(of: node),
                expected: "a value for \(key)",
                remedy: "Add the line \"\(key): …\"."
            )
        }
        return text
    }

    private func channel(_ node: Node) throws -> ChannelKind {
        let name = try required(node, "channel")
        guard let kind = ChannelKind(rawValue: name), kind == .whatsapp else {
            throw SettingsFault(
                place: place(of: node),
                expected: "channel: whatsapp",
                remedy: "\"\(name)\" cannot be connected."
            )
        }
        return kind
    }

    private func app(_ node: Node) throws -> AppSettings {
        try refuseUnknown(node, known: ["channel", "name", "appSecret", "verifyToken", "accessToken"])
        let kind = try channel(node)
        let name = try required(node, "name")
        return AppSettings(
            channel: kind,
            name: name,
            appSecret: try secret("appSecret", "APP_SECRET", of: node, kind: kind, app: name),
            verifyToken: try secret("verifyToken", "VERIFY_TOKEN", of: node, kind: kind, app: name),
            accessToken: try secret("accessToken", "ACCESS_TOKEN", of: node, kind: kind, app: name)
        )
    }

    /// From `SHOPKEEPER_<CHANNEL>_<APP>_<WHAT>`, else from the file that `file:PATH` names; never from the settings themselves.
    private func secret(_ key: String, _ what: String, of node: Node, kind: ChannelKind, app: String) throws -> Secret {
        let name = app.uppercased().replacingOccurrences(of: "-", with: "_")
        let variable = "SHOPKEEPER_\(kind.rawValue.uppercased())_\(name)_\(what)"
        if let value = environment[variable], !value.isEmpty { return Secret(value) }
        guard let reference = node[key]?.scalar?.string, reference.hasPrefix("file:") else {
            throw SettingsFault(
                place: place(of: node),
                expected: "the secret \(key) of app \(app)",
                remedy:
                    "Set the variable \(variable), or write \"\(key): file:PATH\". Secrets are not read from this file."
            )
        }
        let path = String(reference.dropFirst("file:".count))
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
            throw SettingsFault(
                place: place(of: node),
                expected: "a readable file at \(path)",
                remedy: "Check path and rights."
            )
        }
        return Secret(text.trimmingCharacters(in: .whitespacesAndNewlines))
    }

    private func account(_ node: Node, apps: [AppSettings]) throws -> GatewayConfiguration.Account {
        try refuseUnknown(node, known: ["channel", "id", "label", "app"])
        let kind = try channel(node)
        let app = try required(node, "app")
        guard apps.contains(where: { $0.channel == kind && $0.name == app }) else {
            throw SettingsFault(
                place: place(of: node),
                expected: "an app of this file",
                remedy: "There is no app \"\(app)\"; its names are \(apps.map(\.name).joined(separator: ", "))."
            )
        }
        let id = try required(node, "id")
        return GatewayConfiguration.Account(
            kind: kind,
            externalID: id,
            label: node["label"]?.scalar?.string ?? id,
            app: app
        )
    }
}
