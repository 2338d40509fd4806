import Commerce
import Foundation
import Kernel
import Ports
import SQLiteStore
import ShopFolder
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

/// Sets scenes with the demo shop.
enum Stagehand {
    static let demo: Result<TalkShop, any Error> = Result {
        let loaded = try ShopReader.read(.demo, as: ShopID(1))
        return TalkShop(
            shop: loaded.shop,
            catalogue: loaded.catalogue,
            listed: loaded.listed,
            fingerprint: loaded.fingerprint,
            billing: { try ShippedData.billingRules(zone: $0, freeServiceMessages: $1) }
        )
    }

    static func programme(_ kinds: [StageKind], disturbances: Int = 0) -> TalkProgramme {
        TalkProgramme(
            stages: kinds.map(\.stage),
            disturbances: disturbances,
            shop: { _ in try demo.get() },
            clock: { Timestamp(milliseconds: 0) }
        )
    }

    /// The failure of a script on the memory store; nil when it passes.
    static func failure(of text: String) async throws -> String? {
        let script = try TalkScript(file: "scene.talk", text: text)
        return await programme([.memory]).play(script).compactMap(\.failure).first
    }
}
