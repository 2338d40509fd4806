import Commerce
import Kernel
import Messaging
import Outbox

/// Who is meant: a person has several names, and two conversations may turn out to be one person's.
extension StoreWriter {
    /// A conversation found by names, and whether another one went into it just now.
    struct Addressee {
        var conversation: KeptConversation?
        var hasMerged = false
    }

    /// The conversation to which these names lead; new names are learned, two conversations become one.
    func addressee(of sender: ShopperAddress, in account: ChannelAccount) throws -> Addressee {
        try addressee(of: sender.aliases, in: account) { $0.record.address.covers(sender) }
    }

    /// The same by names; `isComplete` says whether a conversation found by the first is known to bear the others too.
    private func addressee(
        of aliases: [AddressAlias],
        in account: ChannelAccount,
        isComplete: (KeptConversation) -> Bool = { _ in false }
    ) throws -> Addressee {
        var found = Addressee()
        var unknown: [AddressAlias] = []
        for alias in aliases {
            guard let hit = try rows.conversation(named: alias, in: account.id) else {
                unknown.append(alias)
                continue
            }
            if let known = found.conversation, known.id != hit.id {
                found = Addressee(conversation: try merge(known, hit), hasMerged: true)
            } else if found.conversation == nil {
                found.conversation = hit
                if unknown.isEmpty, isComplete(hit) { return found }
            }
        }
        guard let home = found.conversation else { return found }
        for alias in unknown {
            try rows.add(alias, shop: home.record.shop, account: account.id, for: home.id)
        }
        return found
    }

    /// The conversation of the first name that is known; learns and merges nothing.
    func firstKnown(_ sender: ShopperAddress, in account: ChannelAccount) throws -> KeptConversation? {
        for alias in sender.aliases {
            if let hit = try rows.conversation(named: alias, in: account.id) { return hit }
        }
        return nil
    }

    /// The answer to a comment went to somebody's conversation: its writer and that person are one.
    func recognise(_ id: String, in account: AccountID, as writer: KeptConversation, news: inout StatusNews) throws {
        var kept = writer
        let name = AddressAlias(kind: .scopedID, value: id)
        if let known = try rows.conversation(named: name, in: account) {
            if known.id != kept.id {
                kept = try merge(kept, known)
                news.conversations.append(kept.id)
            }
        } else {
            try rows.add(name, shop: kept.record.shop, account: account, for: kept.id)
        }
        guard kept.record.address.scopedID != id else { return }
        kept.record.address.scopedID = id
        try rows.save(kept)
    }

    /// A person goes by a new name: the old one's conversation gets it, and keeps the old one.
    func changeIdentity(
        from old: String?,
        to new: String?,
        of sender: ShopperAddress,
        in account: ChannelAccount
    ) throws -> Addressee {
        let former = old.map { AddressAlias(naming: $0, on: account.kind) }
        let next = new.map { AddressAlias(naming: $0, on: account.kind) }
        let aliases = ([former, next].compactMap(\.self) + sender.aliases).uniqued()
        var found = try addressee(of: aliases, in: account)
        guard var home = found.conversation, let new, let next else { return found }
        switch next.kind {
        case .phone: home.record.address.phone = PhoneNumber(new) ?? home.record.address.phone
        case .scopedID: home.record.address.scopedID = new
        case .parentScopedID: home.record.address.parentScopedID = new
        }
        try rows.save(home)
        found.conversation = home
        return found
    }

    /// The older conversation takes over all that the younger one has; stored keys stay as they are.
    func merge(_ one: KeptConversation, _ other: KeptConversation) throws -> KeptConversation {
        let (older, younger) = one.id < other.id ? (one, other) : (other, one)
        var survivor = older
        survivor.absorb(younger)
        try mergeTimers(of: younger.id, into: survivor.id)
        try rows.moveRows(of: younger.id, to: survivor.id)
        try mergeShoppers(younger.record.shopper, into: survivor.record.shopper)
        try rows.markMerged(younger.id, into: survivor.id)
        try rows.save(survivor)
        rows.count(.merges, by: 1)
        return survivor
    }

    private func mergeTimers(of younger: ConversationID, into survivor: ConversationID) throws {
        let own = Dictionary(try rows.timers(of: survivor).map { ($0.kind, $0.at) }, uniquingKeysWith: min)
        for timer in try rows.timers(of: younger) {
            try rows.setTimer(timer.kind, of: younger, at: nil)
            try rows.setTimer(timer.kind, of: survivor, at: min(own[timer.kind] ?? timer.at, timer.at))
        }
    }

    private func mergeShoppers(_ leaving: ShopperID, into staying: ShopperID) throws {
        guard leaving != staying, let left = try rows.shopper(leaving), var stayed = try rows.shopper(staying) else {
            return
        }
        let lines = try rows.cart(of: leaving)
        if !lines.isEmpty {
            try rows.setCart(Cart.combined(try rows.cart(of: staying), lines), of: staying)
            try rows.setCart([], of: leaving)
        }
        let holds = try rows.holds(of: leaving)
        if !holds.isEmpty {
            try rows.setHolds(try rows.holds(of: staying) + holds, of: staying, in: stayed.shop)
            try rows.setHolds([], of: leaving, in: left.shop)
        }
        stayed.cartVersion = max(stayed.cartVersion, left.cartVersion) + 1
        stayed.lastAddress = stayed.lastAddress ?? left.lastAddress
        stayed.lastDelivery = stayed.lastDelivery ?? left.lastDelivery
        try rows.save(stayed)
        try rows.moveRows(of: leaving, to: staying)
    }
}

extension KeptConversation {
    /// Takes over the columns of a younger conversation of the same person.
    fileprivate mutating func absorb(_ younger: KeptConversation) {
        let left = younger.record
        if younger.lastAt > lastAt {
            record.address.learn(left.address)
            record.name = left.name ?? record.name
        } else {
            var address = left.address
            address.learn(record.address)
            record.address = address
            record.name = record.name ?? left.name
        }
        if isOutrun(by: younger) {
            (record.state, record.stateVersion) = (left.state, left.stateVersion)
            record.expectsNumber = left.expectsNumber
        }
        if left.owner == .person {
            record.ownerUntil = record.owner == .person ? later(record.ownerUntil, left.ownerUntil) : left.ownerUntil
            record.owner = .person
        }
        record.turn = max(record.turn, left.turn)
        record.language = record.language ?? left.language
        record.windowClosesAt = later(record.windowClosesAt, left.windowClosesAt)
        record.freeEntryOfferedUntil = later(record.freeEntryOfferedUntil, left.freeEntryOfferedUntil)
        record.freeEntryUntil = later(record.freeEntryUntil, left.freeEntryUntil)
        if fragment.isEmpty { fragment = younger.fragment }
        lastAt = max(lastAt, younger.lastAt)
    }

    /// Whether the other one knows better where the shopper stands: this one has no turn yet, never heard the person itself,
    /// or was left alone for hours before the other began.
    private func isOutrun(by younger: KeptConversation) -> Bool {
        guard record.turn > 0 else { return true }
        guard younger.record.turn > 0, record.owner != .person else { return false }
        if record.windowClosesAt == nil { return younger.record.windowClosesAt != nil }
        return lastAt + .hours(6) < younger.lastAt
    }

    private func later(_ one: Timestamp?, _ other: Timestamp?) -> Timestamp? {
        guard let one, let other else { return one ?? other }
        return max(one, other)
    }
}

extension Cart {
    /// Two carts in one: quantities of one SKU add up to at most 99, the first cart's prices stay.
    static func combined(_ first: [LineItem], _ second: [LineItem]) -> [LineItem] {
        var cart = Cart(lines: first)
        for line in second {
            let known = cart[line.sku]
            cart.set(
                line.sku,
                to: (known?.quantity ?? 0) + line.quantity,
                at: known?.seenPrice ?? line.seenPrice
            )
        }
        return cart.lines
    }
}

extension AddressAlias {
    /// The name that a channel means when it says only an id: on WhatsApp digits are a phone, elsewhere a scoped id.
    fileprivate init(naming id: String, on channel: ChannelKind) {
        if channel == .whatsapp, let phone = PhoneNumber(id) {
            self.init(kind: .phone, value: phone.canonical.digits)
        } else {
            self.init(kind: .scopedID, value: id)
        }
    }
}
