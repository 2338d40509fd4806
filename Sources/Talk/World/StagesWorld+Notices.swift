import Commerce
import Gateway
import Kernel
import Messaging
import Platform
import Ports

/// What the platform and the merchant let the gateway know.
extension StagesWorld {
    func prepare(_ notice: Notice<String>, since start: Int) async throws -> TalkDelivery {
        switch notice {
        case .statuses(let words, let shopper):
            for word in words { try report(word.reported, to: shopper) }
        case .failed(let code, let shopper): try report(.failed, code: code, to: shopper)
        case .optOut(let shopper): try platform.person(PersonID(shopper), does: .stopMarketing, at: clock)
        case .newID(let shopper, let id): try platform.person(PersonID(shopper), does: .changeUserID(id), at: clock)
        case .payment: throw WorldTrouble("no payment provider is connected yet")
        case .carrier: throw WorldTrouble("no carrier is connected yet")
        case .stock(let fields):
            var pieces: [SKU: Int] = [:]
            for field in fields { pieces[try shop.known(field.key)] = try TalkShop.pieces(field) }
            return keep(.stock(pieces))
        case .price(let fields):
            _ = try shop.priced(fields)
            return keep(.price(fields))
        case .ship(let fields): return keep(.ship(try shipped(fields)))
        case .release(let shopper):
            guard let conversation = try await conversation(of: shopper) else {
                throw WorldTrouble("\(shopper) has not written yet")
            }
            return keep(.release(conversation.id))
        }
        return delivery(since: start)
    }

    private func keep(_ command: MerchantCommand) -> TalkDelivery { TalkDelivery(id: post.keep(.command(command))) }

    private func report(_ status: ReportedStatus, code: Int? = nil, to shopper: String) throws {
        guard let message = platform.newestMessage(to: PersonID(shopper)) else {
            throw WorldTrouble("nothing was sent to \(shopper) that a status could be about")
        }
        platform.report(status, of: message.id, code: code, at: clock)
    }

    private func shipped(_ fields: [Field<String>]) throws -> OrderNumber {
        if let odd = fields.first(where: { $0.key != "order" }) {
            throw WorldTrouble("'\(odd.key)' of a parcel is not kept yet: write ship order={order}")
        }
        guard let number = fields["order"] else {
            throw WorldTrouble("which order is shipped? Write ship order={order}")
        }
        return OrderNumber(number)
    }

    /// Does what the merchant says, as the command line does in a process of its own.
    func obey(_ command: MerchantCommand) async throws {
        let now = clock
        switch command {
        case .stock(let pieces):
            for (sku, count) in pieces.sorted(by: { $0.key < $1.key }) {
                try await operate(.setStock(Self.shopID, sku, onHand: count))
            }
        case .price(let fields):
            shop = try shop.priced(fields)
            let goods = CatalogueImport(
                shop: Self.shopID,
                fingerprint: "\(shop.fingerprint)+\(shop.catalogue.revision)",
                listed: shop.listed,
                at: now
            )
            _ = try await store.commit { try $0.importCatalogue(goods) }
            let stock = try await store.read { try $0.stockLevels(Self.shopID) }
            board.replace(ShopFacts(shop: shop.shop, catalogue: shop.catalogue, stock: StockLevels(stock)))
        case .ship(let number): try await operate(.order(Self.shopID, number, .ship(nil)))
        case .release(let conversation): try await operate(.release(conversation))
        }
    }

    private func operate(_ act: OperatorAct) async throws {
        let now = clock
        let result = try await store.commit { try $0.operate(act, at: now) }
        board.learn(result.stock, of: Self.shopID)
        stages.turns.notice(result.conversations, at: now)
    }
}

extension StatusWord {
    fileprivate var reported: ReportedStatus {
        switch self {
        case .sent: .sent
        case .delivered: .delivered
        case .read: .read
        case .played: .played
        }
    }
}
