import Commerce
import Foundation
import Kernel
import Ports
import SQLiteStore
import ShopFolder
import Synchronization
import Talk
import Testing

/// The stores that conversations are played on.
enum StageKind: String, CaseIterable, CustomTestStringConvertible {
    case memory, sqlite

    var testDescription: String { rawValue }

    var stage: TalkStage {
        switch self {
        case .memory: .memory
        case .sqlite:
            TalkStage(name: rawValue) {
                let path = FileManager.default.temporaryDirectory.appendingPathComponent("talk-\(UUID().uuidString)")
                    .path
                let store = try SQLiteStore(path: path)
                return (
                    store,
                    {
                        await store.shutDown()
                        for ending in ["", "-wal", "-shm"] {
                            try? FileManager.default.removeItem(atPath: path + ending)
                        }
                    }
                )
            }
        }
    }
}

/// Sets scenes with the demo shop and with the shops beside the conversations.
enum Stagehand {
    private static let shelf = Mutex<[String: TalkShop]>([:])

    /// A shop of a script's header, read once under each number.
    static func shop(_ shop: ScriptHeader.Shop, as id: ShopID) throws -> TalkShop {
        let place = "\(shop.folder) \(id)"
        if let known = shelf.withLock({ $0[place] }) { return known }
        let folder = ConversationFolder.url.appendingPathComponent(shop.folder).path
        let loaded = try ShopReader.read(shop.folder == "demo" ? .demo : .folder(folder), as: id)
        let read = TalkShop(
            shop: loaded.shop,
            catalogue: loaded.catalogue,
            listed: loaded.listed,
            fingerprint: loaded.fingerprint,
            billing: { try ShippedData.billingRules(zone: $0, freeServiceMessages: $1) }
        )
        shelf.withLock { $0[place] = read }
        return read
    }

    private static let corners = Mutex<[String: TalkShop]>([:])

    /// The same shop with these products alone, and no questions, so that a world is furnished at once.
    static func corner(of shop: ScriptHeader.Shop, as id: ShopID, _ products: Set<ProductID>) throws -> TalkShop {
        let place = "\(shop.folder) \(id)"
        if let known = corners.withLock({ $0[place] }) { return known }
        var corner = try self.shop(shop, as: id)
        let all = corner.catalogue
        corner.catalogue = Catalogue(
            revision: all.revision,
            products: all.products.filter { products.contains($0.id) },
            collections: []
        )
        (corner.shop.questions, corner.shop.translations) = ([], [:])
        let skus = Set(corner.catalogue.products.flatMap(\.variants).map(\.sku))
        corner.listed = corner.listed.filter { skus.contains($0.key) }
        let small = corner
        corners.withLock { $0[place] = small }
        return small
    }

    static func programme(_ kinds: [StageKind], disturbances: Int = 0) -> TalkProgramme {
        TalkProgramme(
            stages: kinds.map(\.stage),
            disturbances: disturbances,
            shop: { try shop($1, as: $2) },
            clock: { Timestamp(milliseconds: 0) }
        )
    }

    /// The failure of a script on the memory store; nil when it passes.
    static func failure(of text: String) async throws -> String? {
        let script = try TalkScript(file: "scene.talk", text: text)
        return await programme([.memory]).play(script).compactMap(\.failure).first
    }
}
