import ArgumentParser
import Commerce
import Foundation
import Kernel
import Ports
import SQLiteStore
import SettingsFile
import ShopFolder

/// Catalogues as a whole: read and judged, or taken over into the store.
struct CatalogueCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "catalogue",
        abstract: "Check a shop's catalogue, or take it over whole.",
        subcommands: [CheckCatalogue.self, ImportCatalogue.self]
    )
}

/// Reads a shop's folder and reports every row that is refused.
struct CheckCatalogue: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Report all refused rows with line and cure; nothing is changed."
    )

    @Argument(help: "The shop's folder.")
    var folder: String

    func run() throws {
        let report = try CatalogueReport.read(folder, as: ShopID(1))
        report.tell()
        guard report.refused == 0 else { throw ExitCode(1) }
    }
}

/// Takes a shop's catalogue over into the store, whole or not at all.
struct ImportCatalogue: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Take a shop's catalogue over into the store, whole or not at all.",
        discussion: """
            A running gateway follows its folders by itself; this is for a catalogue that it refuses because more than \
            half of the articles would vanish, and for filling a store before the first start.
            """
    )

    @Argument(help: "The shop's folder.")
    var folder: String

    @Flag(help: "Go on although more than half of the articles would vanish.")
    var allowShrinking = false

    @OptionGroup var source: StoreOptions

    func run() async throws {
        let configuration = try source.configuration()
        let store = try SQLiteStore(path: configuration.store)
        do {
            let name = Self.shop(in: folder, of: configuration)
            let id = try await store.commit { try $0.registerShop(named: name) }
            let report = try CatalogueReport.read(folder, as: id)
            report.tell()
            let mark = try await take(report.loaded, as: id, into: store)
            print("Taken over into \(configuration.store) as revision \(mark.revision) of shop \"\(name)\".")
        } catch {
            await store.shutDown()
            throw error
        }
        await store.shutDown()
    }

    private func take(_ loaded: LoadedShop, as id: ShopID, into store: SQLiteStore) async throws -> CatalogueMark {
        let goods = CatalogueImport(
            shop: id,
            fingerprint: loaded.fingerprint,
            listed: loaded.listed,
            at: SystemClock().now,
            allowsShrinking: allowShrinking
        )
        do {
            return try await store.commit { try $0.importCatalogue(goods) }
        } catch let error as StoreError where error.reason == .refused {
            throw SettingsFault(
                place: "\(folder)/catalogue.csv",
                expected: "at least half of the articles that were there before",
                remedy: error.explanation
            )
        }
    }

    /// The shop that has this folder, else the only one.
    private static func shop(in folder: String, of configuration: GatewayConfiguration) -> String {
        func place(_ path: String) -> String { URL(fileURLWithPath: path).standardizedFileURL.path }
        let shop = configuration.shops.first { $0.folder.map(place) == place(folder) }
        return shop?.id ?? ShopName.main
    }
}

/// What reading a folder came to, row by row.
private struct CatalogueReport {
    let loaded: LoadedShop

    /// Reads with a bar on the terminal; all findings are kept.
    static func read(_ folder: String, as id: ShopID) throws -> CatalogueReport {
        let bar = ProgressBar("Reading \(folder)/catalogue.csv")
        defer { bar.end() }
        let options = ReadingOptions(mostFindings: .max) { bar.show($0) }
        return CatalogueReport(loaded: try ShopReader.read(.folder(folder), as: id, options: options))
    }

    private var rows: [Finding] { loaded.remarks.filter { $0.file == "catalogue.csv" } }

    /// Rows that are left out.
    var refused: Int { rows.count { $0.severity == .fault } }

    func tell() {
        for finding in rows { print(finding) }
        let products = loaded.catalogue.products.count
        print("\(loaded.listed.count) articles of \(products) products can be taken over, \(refused) rows are refused.")
    }
}
