package import Commerce
package import Kernel
import Messaging
package import Ports
package import SettingsFile
import ShopFolder

/// The merchant's seat: what waits, and what the merchant does about it; reads and files acts, and leaves the rest to the
/// gateway that serves the store.
package struct ShopCounter: Sendable {
    let store: any Store
    /// Names of the shops in the order of the settings, each with its number in the store.
    let shops: [(name: String, id: ShopID)]
    /// By which clock moments are shown.
    let zone: Zone
    let now: Timestamp
    private let folders: [String: String]

    package init(_ configuration: GatewayConfiguration, store: any Store, at now: Timestamp) async throws {
        self.store = store
        self.now = now
        zone = configuration.billingZone
        let names = configuration.shops.map(\.id)
        folders = Dictionary(configuration.shops.map { ($0.id, $0.folder ?? "") }) { first, _ in first }
            .filter { !$0.value.isEmpty }
        shops = try await store.read { snapshot in
            try names.compactMap { name in try snapshot.shop(named: name).map { (name, $0) } }
        }
    }

    /// The shop of that name; nil stands for all.
    package func shop(_ name: String?) throws(CounterFault) -> ShopID? {
        guard let name else { return nil }
        if let found = shops.first(where: { $0.name == name }) { return found.id }
        let known = shops.isEmpty ? "none yet" : shops.map(\.name).joined(separator: ", ")
        throw CounterFault(
            "--shop \(name)",
            "this store knows no such shop (known: \(known))",
            remedy: "Give the shop's id as shopkeeper.yaml has it."
        )
    }

    /// How long a person has a conversation of that shop, by its own rules; the usual time where they can't be read.
    package func lease(of shop: ShopID) -> Span {
        let folder = shops.first { $0.id == shop }.flatMap { folders[$0.name] }
        let read = try? ShopReader.read(folder.map(ShopSource.folder) ?? .demo, as: shop)
        return (read?.shop.rules ?? ShopRules()).personLease
    }

    func name(of shop: ShopID) -> String? { shops.count > 1 ? shops.first { $0.id == shop }?.name : nil }

    /// Files an act; the gateway hears of it.
    package func file(_ act: OperatorAct) async throws {
        let now = now
        do {
            _ = try await store.commit { try $0.operate(act, at: now) }
        } catch let error as StoreError where error.reason == .notFound || error.reason == .refused {
            throw CounterFault(act.subject, error.explanation, remedy: "Nothing was changed.")
        }
    }

    /// The conversation of that number, as it stands after a merger.
    package func conversation(_ id: Int64) async throws -> TurnRecord {
        guard let record = try await store.read({ try $0.openTurn(ConversationID(id)) }) else {
            throw CounterFault(
                "conversation \(id)",
                "there is none of that number",
                remedy: "'shopkeeper inbox list' and 'shopkeeper conversation list' show the numbers."
            )
        }
        return record
    }

    /// The order of that number, in any spelling; with several shops the shop may be needed.
    package func order(_ text: String, shop: ShopID?) async throws -> StoredOrder {
        let number = OrderNumber(text.uppercased().filter { $0.isLetter || $0.isNumber })
        let wanted = shop.map { [$0] } ?? shops.map(\.id)
        let found = try await store.read { snapshot in try wanted.compactMap { try snapshot.order(number, in: $0) } }
        guard let order = found.first else {
            throw CounterFault(
                "order \(text)",
                "there is none of that number" + (shop == nil ? "" : " in that shop"),
                remedy: "'shopkeeper orders list' shows the numbers."
            )
        }
        guard found.count == 1 else {
            throw CounterFault(
                "order \(number)",
                "\(found.count) shops have one of that number",
                remedy: "Say which with --shop: \(shops.map(\.name).joined(separator: ", "))."
            )
        }
        return order
    }

    /// A task, with whether it is open.
    package func task(_ id: Int64) async throws -> MerchantTask {
        guard let task = try await store.read({ try $0.tasks(openOnly: false).first { $0.id == id } }) else {
            throw CounterFault(
                "task \(id)",
                "there is none of that number",
                remedy: "'shopkeeper tasks list --all' shows the numbers."
            )
        }
        return task
    }
}

extension OperatorAct {
    /// What it is about, as the merchant would name it.
    fileprivate var subject: String {
        switch self {
        case .setStock(_, let sku, _): "article \(sku)"
        case .order(_, let number, _): "order \(number)"
        case .take(let id, _), .release(let id), .say(let id, _, _), .assign(let id, _): "conversation \(id)"
        case .settleTask(let id, _, _): "task \(id)"
        }
    }
}
