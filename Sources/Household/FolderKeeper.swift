package import Commerce
import Dispatch
package import Gateway
package import Kernel
package import Logging
package import Ports
import ShopFolder

/// Follows one shop's folder: what is edited is read, checked and swapped in whole, or told and left as it was.
package struct FolderKeeper: Sendable {
    private let folder: String
    private let shop: ShopID
    private let shops: LiveShops
    private let board: ShopBoard
    private let store: any Store
    private let logger: Logger
    private var watch: FolderWatch
    private var isStillChanging = false
    private var told: Set<Finding> = []
    /// The digest of a catalogue that lost too much: it is taken when somebody has imported it by hand.
    private var refused: String?

    /// Remembers the folder as it is now.
    package init(
        folder: String,
        shop: ShopID,
        shops: LiveShops,
        board: ShopBoard,
        store: any Store,
        logger: Logger
    ) {
        self.folder = folder
        self.shop = shop
        self.shops = shops
        self.board = board
        self.store = store
        self.logger = logger
        watch = FolderWatch(folder: folder)
        told = Set(shops.loaded(shop)?.remarks ?? [])
    }

    /// What a look at the folder came to.
    package enum Outcome: Sendable, Equatable {
        case unchanged
        /// Something is being written; the next look tells whether that is all.
        case changing
        case replaced
        /// The shop stays as it was.
        case kept
    }

    /// Looks once; files that still change are left alone until they rest.
    package mutating func look(at now: Timestamp) async throws -> Outcome {
        if watch.hasChanged() {
            isStillChanging = true
            return .changing
        }
        if !isStillChanging {
            guard try await wasAllowed() else { return .unchanged }
        }
        isStillChanging = false
        return try await reload(at: now)
    }

    private func wasAllowed() async throws -> Bool {
        guard let refused else { return false }
        let shop = shop
        return try await store.read { try $0.catalogueMark(shop) }?.fingerprint == refused
    }

    private mutating func reload(at now: Timestamp) async throws -> Outcome {
        let (source, shop, revision) = (ShopSource.folder(folder), shop, shops.loaded(shop)?.catalogue.revision ?? 0)
        do {
            let loaded = try await Offside.run {
                try ShopReader.read(source, as: shop, revision: revision + 1, options: .drawing)
            }
            tell(loaded.remarks)
            try await replace(loaded, at: now)
            logger.notice("shop read again", metadata: ["shop": "\(loaded.shop.name)", "folder": "\(folder)"])
            return .replaced
        } catch let faults as ShopFaults {
            tell(faults.findings)
            logger.error("the edited shop can't be used, the last good one stays", metadata: ["folder": "\(folder)"])
            return .kept
        }
    }

    /// Tells what kept a look from its end; the next one tries again.
    mutating func failed(_ error: any Error) {
        isStillChanging = true
        logger.error("the edited shop was not taken over", metadata: ["folder": "\(folder)", "reason": "\(error)"])
    }

    /// Each finding once, until it is mended and comes again.
    private mutating func tell(_ findings: [Finding]) {
        for finding in findings where !told.contains(finding) {
            let level: Logger.Level = finding.severity == .fault ? .error : .notice
            logger.log(level: level, "shop", metadata: ["finding": "\(finding)"])
        }
        told = Set(findings)
    }
}

extension FolderKeeper {
    /// The store first, then the board: turns think with the old goods or the new ones, never with some of both.
    private mutating func replace(_ loaded: LoadedShop, at now: Timestamp) async throws {
        let shop = shop
        let goods = CatalogueImport(shop: shop, fingerprint: loaded.fingerprint, listed: loaded.listed, at: now)
        do {
            _ = try await store.commit { try $0.importCatalogue(goods) }
            refused = nil
        } catch let error as StoreError where error.reason == .refused {
            refused = loaded.fingerprint
            throw Self.shrunk(error)
        }
        let before = try await store.read { try $0.stockLevels(shop) }
        // The old goods live until here, so that no turn has to free them.
        let old = board.facts(shop)
        board.replace(
            await Offside.run {
                ShopFacts(shop: loaded.shop, catalogue: loaded.catalogue, stock: StockLevels(before))
            }
        )
        shops.replace(loaded)
        // What was sold while the new facts were made is newer than what they hold.
        let after = try await store.read { try $0.stockLevels(shop) }
        board.learn(after.filter { $0.value.version > before[$0.key]?.version ?? -1 }, of: shop)
        await Offside.run { withExtendedLifetime(old) {} }
    }

    private static func shrunk(_ error: StoreError) -> ShopFaults {
        ShopFaults(
            findings: [
                Finding(
                    file: "catalogue.csv",
                    line: 1,
                    severity: .fault,
                    expected: "at least half of the articles that were there before",
                    remedy: error.explanation
                )
            ]
        )
    }
}

/// Work that takes long and would keep a thread of the many small tasks.
enum Offside {
    static func run<R: Sendable, Failure: Error>(
        _ work: @escaping @Sendable () throws(Failure) -> R
    ) async throws(Failure) -> R {
        let result: Result<R, Failure> = await withCheckedContinuation { continuation in
            DispatchQueue.global(qos: .utility).async { continuation.resume(returning: Result(catching: work)) }
        }
        return try result.get()
    }
}
