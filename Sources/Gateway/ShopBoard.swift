import Kernel
package import Commerce
import Dialogue
package import Messaging
import Synchronization

/// What a turn is thought with: a shop, its goods, its stock as last heard.
package struct ShopFacts: Sendable {
    package private(set) var shop: Shop
    package let catalogue: Catalogue
    package var stock: StockLevels
    /// What the platform says of the utility templates of the shop's Pages.
    private(set) var pageVerdicts: [TemplateVerdict.Key: TemplateVerdict] = [:]
    /// The indices of questions and products, made once for all turns.
    let knowledge: ShopKnowledge

    package init(shop: Shop, catalogue: Catalogue, stock: StockLevels) {
        self.shop = shop
        self.catalogue = catalogue
        knowledge = ShopKnowledge(shop: shop, catalogue: catalogue)
        self.stock = stock
    }

    /// Takes over what the platform says of the shop's templates.
    fileprivate mutating func judge(_ verdicts: [TemplateVerdict]) {
        shop.templates = shop.templates.judged(by: verdicts)
        for verdict in verdicts where verdict.book == .page { pageVerdicts[verdict.key] = verdict }
    }
}

/// The shops and accounts that the stages share; a snapshot of one shop costs no copy of its goods.
package final class ShopBoard: Sendable {
    private struct Contents {
        var shops: [ShopID: ShopFacts] = [:]
        var accounts: [AccountKey: ChannelAccount] = [:]
        var byID: [AccountID: ChannelAccount] = [:]
        /// What the platform said of templates; it stays when a shop is swapped.
        var verdicts: [ShopID: [TemplateVerdict.Key: TemplateVerdict]] = [:]
    }

    private let contents = Mutex(Contents())

    package init(shops: [ShopFacts], accounts: [ChannelAccount]) {
        contents.withLock { contents in
            for facts in shops { contents.shops[facts.shop.id] = facts }
            for account in accounts {
                contents.accounts[AccountKey(account.kind, account.externalID)] = account
                contents.byID[account.id] = account
            }
        }
    }

    package func facts(_ shop: ShopID) -> ShopFacts? { contents.withLock { $0.shops[shop] } }

    /// The account of that external id, else shop 0's: what it receives is kept and not answered.
    ///
    /// An account is known to its own app only: the secret of one shop's app opens no account of another's.
    package func account(_ kind: ChannelKind, externalID: String, app: String) -> ChannelAccount {
        let known = contents.withLock { $0.accounts[AccountKey(kind, externalID)] }
        return known.flatMap { $0.app == app ? $0 : nil }
            ?? ChannelAccount(
                id: AccountID(0),
                shop: 0,
                kind: kind,
                externalID: externalID,
                label: externalID,
                app: app
            )
    }

    /// The channel of an account; WhatsApp, whose limits are the narrowest, for one that is not known here.
    func channel(of account: AccountID?) -> ChannelKind {
        account.flatMap(self.account)?.kind ?? .whatsapp
    }

    /// The account of that number; nil for one that is not known here.
    func account(_ id: AccountID) -> ChannelAccount? { contents.withLock { $0.byID[id] } }

    /// Takes in stock levels that a commit returned.
    package func learn(_ levels: [SKU: StockLevel], of shop: ShopID) {
        guard !levels.isEmpty else { return }
        contents.withLock { $0.shops[shop]?.stock.learn(levels) }
    }

    /// Takes in what the platform says of a shop's templates: it goes before what the shop's folder says.
    package func judge(_ verdicts: [TemplateVerdict], of shop: ShopID) {
        guard !verdicts.isEmpty else { return }
        contents.withLock { contents in
            for verdict in verdicts { contents.verdicts[shop, default: [:]][verdict.key] = verdict }
            contents.shops[shop]?.judge(verdicts)
        }
    }

    /// Swaps a shop whole; the platform's word on its templates stays.
    package func replace(_ facts: ShopFacts) {
        contents.withLock { contents in
            var facts = facts
            if let verdicts = contents.verdicts[facts.shop.id] { facts.judge(Array(verdicts.values)) }
            contents.shops[facts.shop.id] = facts
        }
    }

    package var shops: [ShopID] { contents.withLock { Array($0.shops.keys) } }
}
