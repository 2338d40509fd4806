import Foundation
import SettingsFile

/// Settings for one test, as text; its file is gone when the test is over.
final class SettingsText: Sendable {
    let path: String

    init(_ text: String) throws {
        path = FileManager.default.temporaryDirectory.appending(path: "settings-\(UUID().uuidString).yaml").path
        try text.write(toFile: path, atomically: true, encoding: .utf8)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func read(_ environment: [String: String] = [:]) throws -> GatewayConfiguration {
        try SettingsReader(file: path, environment: environment).configuration()
    }

    /// The fault that stops the start; nil where nothing does.
    func fault(_ environment: [String: String] = [:]) -> SettingsFault? {
        do {
            _ = try read(environment)
            return nil
        } catch {
            return error as? SettingsFault
        }
    }

    /// All secrets of an app and of partners called so.
    static func secrets(apps: [String] = ["main"], stripe: [String] = [], others: [String] = []) -> [String: String] {
        var secrets: [String: String] = [:]
        for app in apps.map({ $0.uppercased() }) {
            for what in ["APP_SECRET", "VERIFY_TOKEN", "ACCESS_TOKEN"] {
                secrets["SHOPKEEPER_WHATSAPP_\(app)_\(what)"] = "\(app)-\(what)"
            }
        }
        for name in stripe.map({ $0.uppercased() }) {
            secrets["SHOPKEEPER_STRIPE_\(name)_SECRET_KEY"] = "sk-\(name)"
            secrets["SHOPKEEPER_STRIPE_\(name)_WEBHOOK_SECRET"] = "whsec-\(name)"
        }
        for name in others { secrets["SHOPKEEPER_\(name.uppercased())_WEBHOOK_SECRET"] = "secret-\(name)" }
        return secrets
    }
}
