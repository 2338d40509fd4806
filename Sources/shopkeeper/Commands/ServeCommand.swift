import ArgumentParser
import Commerce
import Foundation
import Household
import Logging
import ServiceLifecycle
import SettingsFile
import ShopFolder
import SQLiteStore
import UnixSignals

/// Receives webhooks and answers shoppers until it is asked to end.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Receive webhooks and answer shoppers until stopped.",
        discussion: """
            Without settings it serves the demo shop from shopkeeper.sqlite and speaks to 'shopkeeper emulate' beside it.
            Settings stand in shopkeeper.yaml; each can be given as a SHOPKEEPER_… variable, secrets only so or by file.
            """
    )

    @OptionGroup var source: StoreOptions

    @Option(help: "The shop's folder, instead of the one that the settings name.")
    var shop: String?

    @Option(help: "Host and port to listen on; port 0 takes any free one.")
    var listen: String?

    @Option(help: "Where the platform answers, with its version.")
    var graphURL: String?

    @Option(help: "Where billing records go.")
    var billingURL: String?

    @Flag(help: "Take over a catalogue that lost more than half of its articles.")
    var allowShrinking = false

    @Option(help: "How much is logged: trace, debug, info, notice, warning, error.")
    var logLevel: LogLevel = .info

    @Option(help: ArgumentHelp("A drill: end at this waypoint as if killed.", visibility: .hidden))
    var crashAt: String?

    func run() async throws {
        let logger = LogSetup.logger(level: logLevel.level)
        let configuration = try configuration()
        let drill = try crashAt.map(CrashDrill.init)
        let lock = try StoreLock(store: configuration.store)
        defer { withExtendedLifetime(lock) {} }
        let store = try SQLiteStore(path: configuration.store)
        let house = try await House(
            configuration,
            store: store,
            clock: SystemClock(),
            entropy: SystemEntropy(),
            allowsShrinking: allowShrinking,
            hook: { drill?.pass($0) },
            logger: logger
        )
        for shop in house.shops.all {
            for remark in shop.loaded.remarks { logger.notice("shop", metadata: ["remark": "\(remark)"]) }
        }
        let names = house.shops.all.map(\.loaded.shop.name)
        let are = names.count == 1 ? "is" : "are"
        let services = try HouseServices(
            house,
            configuration: configuration,
            store: store,
            hook: { drill?.pass($0) },
            logger: logger
        ) { port in
            print(
                "\(names.joined(separator: ", ")) \(are) served at http://\(configuration.host):\(port)/webhooks/… from \(configuration.store)."
            )
            fflush(nil)
        }
        let group = ServiceGroup(
            configuration: .init(
                services: services.all.map { .init(service: $0) },
                gracefulShutdownSignals: [.sigterm, .sigint],
                logger: .quiet(.warning)
            )
        )
        try await group.run()
    }

    private func configuration() throws -> GatewayConfiguration {
        var environment = ProcessInfo.processInfo.environment
        environment["SHOPKEEPER_LISTEN"] = listen ?? environment["SHOPKEEPER_LISTEN"]
        environment["SHOPKEEPER_SHOP"] = shop ?? environment["SHOPKEEPER_SHOP"]
        environment["SHOPKEEPER_GRAPH_URL"] = graphURL ?? environment["SHOPKEEPER_GRAPH_URL"]
        environment["SHOPKEEPER_BILLING_URL"] = billingURL ?? environment["SHOPKEEPER_BILLING_URL"]
        environment["SHOPKEEPER_STORE"] = source.store ?? environment["SHOPKEEPER_STORE"]
        return try SettingsReader(file: source.config, environment: environment).configuration()
    }
}
