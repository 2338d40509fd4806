import Gateway
import Kernel
import Yams

/// Payment providers, carriers, websites.
extension SettingsReader {
    func partner(_ node: Node) throws -> ShopEntry.Partner {
        try refuseUnknown(
            node,
            known: ["kind", "name", "baseURL", "secretKey", "webhookSecret", "successURL", "cancelURL"]
        )
        let kind = try kind(node)
        let name = try name(node, "name")
        func read(_ key: String, _ what: String) throws -> Secret {
            let variable = variable(kind.rawValue, name, what)
            return try secret(key, variable: variable, of: node, owner: "\(kind.rawValue) \(name)")
        }
        return ShopEntry.Partner(
            kind: kind,
            name: name,
            baseURL: try scalar("baseURL", of: node).map { try address(of: $0) } ?? kind.usualURL,
            // Who only calls us has no door of its own to open.
            secretKey: kind == .stripe ? try read("secretKey", "SECRET_KEY") : Secret(""),
            webhookSecret: try read("webhookSecret", "WEBHOOK_SECRET"),
            successURL: try scalar("successURL", of: node).map { try address(of: $0) },
            cancelURL: try scalar("cancelURL", of: node).map { try address(of: $0) }
        )
    }

    private func kind(_ node: Node) throws -> PartnerSettings.Kind {
        let text = try required(node, "kind")
        guard let kind = PartnerSettings.Kind(rawValue: text) else {
            let known = PartnerSettings.Kind.allCases.map(\.rawValue).joined(separator: ", ")
            throw fault(node["kind"] ?? node, "one of \(known)", "\"\(text)\" is no partner that is known.")
        }
        return kind
    }
}

extension PartnerSettings.Kind {
    /// Where it answers unless the settings say otherwise.
    fileprivate var usualURL: String {
        switch self {
        case .stripe: "https://api.stripe.com"
        case .easypost: "https://api.easypost.com"
        case .website: ""
        }
    }
}
