import ArgumentParser
import Commerce
import CurlTransport
import Foundation
import Kernel
import Logging
import Platform
import PlatformEmulator
import ServiceLifecycle
import SettingsFile
import ShopFolder
import Talk
import UnixSignals

/// The emulated platform as a process of its own.
struct EmulateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "emulate",
        abstract: "Emulate WhatsApp: answer the gateway's calls, send it signed webhooks, keep a ledger.",
        discussion: """
            POST /emulator/person/ana with {"act":"text","text":"hello"} lets Ana write; GET /emulator/person/ana shows her \
            phone, GET /emulator/ledger everything that happened, ?fact=billed only the billing records.
            """
    )

    @Option(help: "Host and port to listen on; port 0 takes any free one.")
    var listen = "127.0.0.1:8090"

    @Option(help: "Where the gateway receives its webhooks.")
    var receiver = "http://127.0.0.1:8080"

    @Option(help: "The file that keeps everything that happened, one JSON line each; continued when it exists.")
    var ledger = "emulator-ledger.jsonl"

    @Option(help: "The folder of the shop whose templates the platform has approved; without it, the demo shop's.")
    var shop: String?

    @Flag(help: "Start with accounts that deliver nothing before 'shopkeeper channels connect' subscribed them.")
    var startsBare = false

    @Option(help: "How much is logged: trace, debug, info, notice, warning, error.")
    var logLevel: LogLevel = .notice

    func validate() throws {
        _ = try address()
        guard receiver.hasPrefix("http://") || receiver.hasPrefix("https://") else {
            throw ValidationError("--receiver takes an address such as http://127.0.0.1:8080.")
        }
    }

    func run() async throws {
        let logger = LogSetup.logger(level: logLevel.level)
        let curl = try CurlClient.ready()
        var settings = PlatformConfiguration.demoOfAllChannels
        settings.allowsLoopbackLinks = true
        settings.meetsStrangers = true
        let loaded = try ShopReader.read(shop.map(ShopSource.folder) ?? .demo, as: ShopID(1))
        settings.templates = loaded.shop.templates.map(PlatformTemplate.init)
        settings.startsSubscribed = !startsBare
        let clock = SystemClock()
        let platform = try await platform(settings, clock)
        platform.deliver(to: receiver.hasSuffix("/") ? String(receiver.dropLast()) : receiver)
        let partners = try LivePartners(now: { clock.now })
        partners.deliver(to: receiver.hasSuffix("/") ? String(receiver.dropLast()) : receiver)
        let (host, port) = try address()
        let server = EmulatorServer(
            platform: platform,
            partners: partners,
            transport: curl,
            host: host,
            port: port,
            logger: logger
        ) { port in
            print("An emulated WhatsApp answers at http://\(host):\(port)/v26.0 and /billing.")
            print("An emulated payment provider answers at /v1 (key sk_test_demo), its pages stand under /pay.")
            print("It sends webhooks to \(receiver) and keeps \(ledger); /emulator/person/NAME lets people write.")
            fflush(nil)
        }
        let group = ServiceGroup(
            services: [TransportService(curl: curl), server],
            gracefulShutdownSignals: [.sigterm, .sigint],
            logger: .quiet(.warning)
        )
        try await group.run()
    }

    private func platform(_ settings: PlatformConfiguration, _ clock: SystemClock) async throws -> LivePlatform {
        do {
            return try await LivePlatform(settings, ledgerPath: ledger, now: { clock.now })
        } catch {
            throw SettingsFault(
                place: ledger,
                expected: "a ledger of the emulator's, or a place for a new one",
                remedy: "Name another file with --ledger, or remove this one. (\(error.localizedDescription))"
            )
        }
    }

    private func address() throws -> (host: String, port: Int) {
        guard let colon = listen.lastIndex(of: ":"), let port = Int(listen[listen.index(after: colon)...]),
            (0...65_535).contains(port), colon > listen.startIndex
        else { throw ValidationError("--listen takes host and port with a colon between, such as 127.0.0.1:8090.") }
        return (String(listen[..<colon]), port)
    }
}
