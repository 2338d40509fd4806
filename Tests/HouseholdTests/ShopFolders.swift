import Foundation
import Gateway
import Household
import Kernel
import Logging
import Messaging
import Ports
import SettingsFile
import Synchronization

/// Folders of small shops for one test, deleted with it.
final class ShopFolders: Sendable {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.appending(path: "shops-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// Writes a shop that sells these pieces of each SKU at a price.
    @discardableResult
    func shop(
        _ name: String,
        currency: String = "BRL",
        price: Int = 10,
        sells goods: [(String, Int)],
        languages: String = "en"
    ) throws -> String {
        let folder = path + "/" + name
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try write(name + "/shop.yaml", Self.settings(name, currency: currency, languages: languages))
        try catalogue(of: name, currency: currency, price: price, sells: goods)
        try write(name + "/questions.yaml", "")
        return folder
    }

    func catalogue(of name: String, currency: String = "BRL", price: Int = 10, sells goods: [(String, Int)]) throws {
        let rows = goods.map { "\($0.0),Thing \($0.0),in stock,\(price).00 \(currency),\($0.1),Things,\n" }
        try write(name + "/catalogue.csv", Self.header + rows.joined())
    }

    func write(_ file: String, _ text: String) throws {
        try text.write(toFile: path + "/" + file, atomically: true, encoding: .utf8)
    }

    func entry(_ name: String, number: String) -> ShopEntry {
        var entry = ShopEntry()
        entry.id = name
        entry.folder = path + "/" + name
        entry.accounts = [.init(kind: .whatsapp, externalID: number, label: number, app: name)]
        return entry
    }

    private static let header =
        "id,title,availability,price,quantity_to_sell_on_facebook,product_type,image_link\n"

    private static func settings(_ name: String, currency: String, languages: String) -> String {
        """
        name: Shop <\(name)>
        greeting: Welcome to \(name).
        accent: "#0a7d5c"
        languages: \(languages)
        currency: \(currency)
        zone: America/Sao_Paulo
        collections:
          - id: all
            title: All
            line: Everything we have
            types: Things
        delivery:
          - id: standard
            title: Standard
            price: 0
            days: 3 days
        payment:
          - way: on-delivery
            title: Pay on delivery
        """
    }
}

/// A clock that stands.
struct StandingClock: WallClock {
    let now: Timestamp
}

/// Bits that count.
final class CountingBits: Entropy {
    private let count = Mutex<UInt64>(0)

    func next() -> UInt64 {
        count.withLock { count in
            count += 1
            return count
        }
    }
}

/// What was logged, line by line.
final class LogLines: Sendable {
    private let kept = Mutex<[String]>([])

    var lines: [String] { kept.withLock { $0 } }

    var logger: Logger {
        Logger(label: "test") { _ in Handler(lines: self) }
    }

    private struct Handler: LogHandler {
        let lines: LogLines
        var logLevel = Logger.Level.trace
        var metadata = Logger.Metadata()

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            let words = (event.metadata ?? [:]).sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
            lines.kept.withLock {
                $0.append(([event.level.rawValue, "\(event.message)"] + words).joined(separator: " "))
            }
        }
    }
}

extension House {
    /// A house over that store, with those shops and one app for each.
    static func open(_ shops: [ShopEntry], store: any Store = MemoryStore(), log: LogLines = LogLines()) async throws
        -> House
    {
        var configuration = GatewayConfiguration()
        configuration.publicURL = "https://chat.test"
        configuration.shops = shops
        configuration.apps = Set(shops.flatMap(\.accounts).map(\.app)).sorted().map { name in
            AppSettings(
                channel: .whatsapp,
                name: name,
                appSecret: Secret("secret-\(name)"),
                verifyToken: Secret("verify-\(name)"),
                accessToken: Secret("token-\(name)")
            )
        }
        return try await House(
            configuration,
            store: store,
            clock: StandingClock(now: Timestamp(milliseconds: 1_795_000_000_000)),
            entropy: CountingBits(),
            logger: log.logger
        )
    }
}
