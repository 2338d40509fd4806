import Foundation
import Kernel
import Yams

/// Reads `shopkeeper.yaml` and the environment; the first wrong setting stops the start with its place and its cure.
package struct SettingsReader {
    let file: String
    let environment: [String: String]
    let root: Node?

    package init(file: String?, environment: [String: String]) throws {
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

    private static let known = [
        "listen", "store", "publicURL", "graphURL", "billingURL", "billingZone", "evidenceSeconds", "shop", "shops",
        "whatsAppCatalogue", "pageTemplates", "apps", "accounts", "partners",
    ]

    /// All settings.
    package func configuration() throws -> GatewayConfiguration {
        if let root, root.mapping == nil, root.scalar?.string.isEmpty != true {
            throw fault(root, "lines such as \"listen: 127.0.0.1:8080\"", "Write one setting a line, with a colon.")
        }
        try refuseUnknown(root, known: Self.known)
        var settings = GatewayConfiguration()
        if let listen = scalar("listen", "SHOPKEEPER_LISTEN") { (settings.host, settings.port) = try address(listen) }
        settings.store = scalar("store", "SHOPKEEPER_STORE")?.text ?? settings.store
        settings.publicURL =
            try link("publicURL", "SHOPKEEPER_PUBLIC_URL") ?? Self.ownAddress(of: settings)
        settings.graphURL = try link("graphURL", "SHOPKEEPER_GRAPH_URL") ?? settings.graphURL
        settings.billingURL = try link("billingURL", "SHOPKEEPER_BILLING_URL", mayBeNone: true) ?? settings.billingURL
        if settings.billingURL == "none" { settings.billingURL = nil }
        settings.billingZone = try zone(scalar("billingZone", "SHOPKEEPER_BILLING_ZONE")) ?? settings.billingZone
        settings.evidenceSeconds = try seconds() ?? settings.evidenceSeconds
        try readShops(into: &settings)
        return settings
    }

    /// Our own address as long as it is known; a port that the system chooses is not, so that messages go without pictures.
    private static func ownAddress(of settings: GatewayConfiguration) -> String {
        settings.port == 0 ? "" : "http://\(settings.host):\(settings.port)"
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
        return try address(of: value, orNone: mayBeNone)
    }

    private func seconds() throws -> Int? {
        guard let value = scalar("evidenceSeconds", "SHOPKEEPER_EVIDENCE_SECONDS") else { return nil }
        guard let seconds = Int(value.text), (1...3600).contains(seconds) else {
            throw SettingsFault(place: value.place, expected: "seconds from 1 to 3600", remedy: "30 is a good value.")
        }
        return seconds
    }
}
