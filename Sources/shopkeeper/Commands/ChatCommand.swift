import ArgumentParser
import Logging
import Platform
import ServiceLifecycle
import Terminal
import UnixSignals

/// A person's phone at the terminal, with the real gateway behind an emulated platform.
struct ChatCommand: AsyncParsableCommand {
    /// The apps of a phone.
    enum App: String, ExpressibleByArgument, CaseIterable {
        case whatsapp, messenger, instagram

        var channel: PlatformChannel {
            switch self {
            case .whatsapp: .whatsApp
            case .messenger: .messenger
            case .instagram: .instagram
            }
        }
    }

    static let configuration = CommandConfiguration(
        commandName: "chat",
        abstract: "Chat with the shop as a customer does, on this computer.",
        discussion: """
            Starts the gateway and emulated WhatsApp, Messenger and Instagram on free ports, and shows the customer's phone. Lines can also come from \
            a file or a pipe: each is sent when the one before has been answered.
            """
    )

    @Option(help: "The shop's folder; without it, the demo shop.")
    var shop: String?

    @Option(help: "A SQLite file to keep the shop's side in; without it, nothing is kept.")
    var store: String?

    @Option(help: "The app the customer writes in: whatsapp, messenger or instagram.")
    var channel = App.whatsapp

    @Option(name: .customLong("as"), help: "Whose phone it is.")
    var name = "ana"

    func validate() throws {
        guard !name.isEmpty, name.count <= 20, name.allSatisfy({ $0.isLetter || $0.isNumber }) else {
            throw ValidationError("--as takes one name of letters and digits.")
        }
    }

    func run() async throws {
        let console = ChatConsole()
        if console.isInteractive { print(ChatWords.oneMoment) }
        let folder = try ChatFolder()
        defer { folder.remove() }
        let lock = try store.map { try StoreLock(store: $0) }
        defer { withExtendedLifetime(lock) {} }
        let (errors, source) = AsyncStream<String>.makeStream()
        let logger = Logger.handingOver(to: source)
        let world = try await ChatWorld(store: store ?? folder.file("shop.sqlite"), shop: shop, logger: logger)
        let session = ChatSession(
            world: world,
            console: console,
            person: PersonID(name.lowercased()),
            channel: channel.channel,
            errors: errors
        )
        let services = world.services.map { ServiceGroupConfiguration.ServiceConfiguration(service: $0) }
        let chat = ServiceGroupConfiguration.ServiceConfiguration(
            service: session,
            successTerminationBehavior: .gracefullyShutdownGroup
        )
        var configuration = ServiceGroupConfiguration(
            services: services + [chat],
            gracefulShutdownSignals: [.sigint, .sigterm, .sighup],
            logger: logger
        )
        configuration.maximumGracefulShutdownDuration = .seconds(8)
        try await ServiceGroup(configuration: configuration).run()
    }
}
