import ArgumentParser
import Commerce
import Foundation
import Kernel
import SQLiteStore
import ShopFolder
import Synchronization
import Talk

/// Plays conversations in virtual time and says where they part from what is written.
struct ReplayCommand: AsyncParsableCommand {
    /// The stores that a conversation can be played on.
    enum StoreChoice: String, ExpressibleByArgument, CaseIterable {
        case memory, sqlite
    }

    static let configuration = CommandConfiguration(
        commandName: "replay",
        abstract: "Play conversations and compare every message, button and bill.",
        discussion: """
            A conversation is a .talk file such as those in Conversations; a folder stands for all of its conversations.
            Nothing leaves this machine, and hours pass in a moment.
            """
    )

    @Argument(help: "Conversations, or folders of them.")
    var files: [String]

    @Option(help: "The shop's folder, instead of the shop that each conversation names.")
    var shop: String?

    @Option(help: "memory or sqlite; both, one after the other, where left out.")
    var store: StoreChoice?

    @Flag(help: "Write what really happened into the files.")
    var accept = false

    @Option(help: "Write a report for build servers.")
    var junit: String?

    @Option(help: "Play each as often again with repeated webhooks, crashes and small delays.")
    var fuzz = 0

    func run() async throws {
        let clock = SystemClock()
        let folder = shop
        let shelf = ShopShelf()
        let programme = TalkProgramme(
            stages: store.map { [Self.stage($0)] } ?? StoreChoice.allCases.map(Self.stage),
            disturbances: fuzz,
            shop: { try shelf.shop(folder.map(ShopSource.folder) ?? Self.source(of: $1, beside: $0.file), as: $2) },
            clock: { clock.now }
        )
        var report = TalkReport()
        for file in try paths() { report.cases += try await play(file, programme) }
        print(report.text, terminator: "")
        if let junit { try report.junit.write(toFile: junit, atomically: true, encoding: .utf8) }
        if report.failed > 0 { throw ExitCode(1) }
    }

    private func play(_ file: String, _ programme: TalkProgramme) async throws -> [TalkReport.Case] {
        guard let bytes = FileManager.default.contents(atPath: file) else {
            throw ValidationError("\(file) cannot be read. Check the path.")
        }
        do {
            var script = try TalkScript(file: file, text: String(decoding: bytes, as: UTF8.self))
            if accept, let text = await programme.accept(script).rewritten {
                try text.write(toFile: file, atomically: true, encoding: .utf8)
                print("\(file) was rewritten.")
                script = try TalkScript(file: file, text: text)
            }
            return await programme.play(script)
        } catch let rejection as ScriptRejection {
            return [TalkReport.Case(file: file, name: file, duration: .zero, failure: "\(rejection)")]
        }
    }

    /// The files named, folders replaced by their conversations.
    private func paths() throws -> [String] {
        try files.flatMap { path in
            var isFolder = ObjCBool(false)
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue else {
                return [path]
            }
            let names = try FileManager.default.contentsOfDirectory(atPath: path).filter { $0.hasSuffix(".talk") }
            guard !names.isEmpty else { throw ValidationError("\(path) holds no conversation, no file *.talk.") }
            return names.sorted().map { "\(path)/\($0)" }
        }
    }

    /// A shop folder is looked for beside the conversation first.
    private static func source(of shop: ScriptHeader.Shop, beside file: String) -> ShopSource {
        let name = shop.folder
        guard name != "demo" else { return .demo }
        let beside = URL(fileURLWithPath: file).deletingLastPathComponent().appendingPathComponent(name).path
        return .folder(FileManager.default.fileExists(atPath: beside) ? beside : name)
    }

    private static func stage(_ choice: StoreChoice) -> TalkStage {
        switch choice {
        case .memory: .memory
        case .sqlite: sqlite
        }
    }

    /// Each play has a file of its own, which goes away with it.
    private static let sqlite = TalkStage(name: "sqlite") {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("replay-\(UUID().uuidString)").path
        let store = try SQLiteStore(path: path)
        return (
            store,
            {
                await store.shutDown()
                for ending in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + ending) }
            }
        )
    }
}

/// The shops that conversations name, each read once.
private final class ShopShelf: Sendable {
    private struct Place: Hashable {
        let source: ShopSource
        let id: ShopID
    }

    private let shops = Mutex<[Place: TalkShop]>([:])

    func shop(_ source: ShopSource, as id: ShopID) throws -> TalkShop {
        let place = Place(source: source, id: id)
        if let known = shops.withLock({ $0[place] }) { return known }
        if case .folder(let path) = source, !FileManager.default.fileExists(atPath: path) {
            throw ValidationError("There is no folder \(path). Write 'demo', or make one with 'shopkeeper init'.")
        }
        let loaded = try ShopReader.read(source, as: id)
        let shop = TalkShop(
            shop: loaded.shop,
            catalogue: loaded.catalogue,
            listed: loaded.listed,
            fingerprint: loaded.fingerprint,
            billing: { try ShippedData.billingRules(zone: $0, freeServiceMessages: $1) }
        )
        shops.withLock { $0[place] = shop }
        return shop
    }
}
