import ArgumentParser
import Foundation
import Ports
import SettingsFile
import SQLiteStore

/// Where the settings are, and with them the store; shared by all commands that look into it.
struct StoreOptions: ParsableArguments {
    @Option(help: "The settings; shopkeeper.yaml where it exists.")
    var config: String?

    @Option(help: "The SQLite file, instead of the one that the settings name.")
    var store: String?

    func configuration() throws -> GatewayConfiguration {
        var configuration = try SettingsReader(file: config, environment: ProcessInfo.processInfo.environment)
            .configuration()
        configuration.store = store ?? configuration.store
        return configuration
    }

    /// Opens a store that must exist already.
    func open() async throws -> (GatewayConfiguration, any Store) {
        let configuration = try configuration()
        guard FileManager.default.fileExists(atPath: configuration.store) else {
            throw ValidationError(
                "There is no store at \(configuration.store). Name it with --store, or start 'shopkeeper serve' first."
            )
        }
        return (configuration, try SQLiteStore(path: configuration.store))
    }
}
