import Commerce
import Kernel
import Platform
import Ports

/// What payment providers, carriers and the brand's website let the gateway know.
extension StagesWorld {
    /// What happens on a page of an order, the newest unless its place is named, or to its money.
    func prepare(_ word: PaymentWord, _ fields: [Field<String>], since start: Int) throws -> TalkDelivery {
        try check(fields, among: ["order", "amount", "currency", "page"], example: "from pay: paid order={o}")
        let number = try need("order", in: fields, example: "from pay: paid order={o}")
        if let order = chatOrder(number) { return try prepare(word, on: order, fields, since: start) }
        let page = try page(fields["page"], of: number)
        let now = clock
        let money = try otherMoney(than: (page.total, page.currency), fields)
        return try told { partners in
            switch word {
            case .refunded: try Self.refund(page, money?.amount, at: now, &partners.payments)
            case .unrefunded: try Self.finishRefund(of: page, succeeds: false, at: now, &partners.payments)
            case .lapsed: try self.close(page, &partners.payments)
            case .paid, .failed, .settling, .chargedback:
                let deed = word.deed(on: page, money: money)
                try partners.payments.shopper(deed, on: page.id, at: now)
            }
        }
    }

    private func page(_ place: String?, of number: String) throws -> PaymentSession {
        let pages = partners.payments.sessions.filter { $0.label("order") == number }
        guard let newest = pages.last else {
            throw WorldTrouble("the payment provider has no page for an order '\(number)'")
        }
        guard let place else { return newest }
        guard let index = Int(place), pages.indices.contains(index - 1) else {
            throw WorldTrouble("order \(number) has \(pages.count) pages so far: write page=1 for the first")
        }
        return pages[index - 1]
    }

    /// The money that comes instead of what was asked; nil where nothing is said of it.
    func otherMoney(
        than asked: (total: Int64, currency: String),
        _ fields: [Field<String>]
    ) throws -> (amount: Int64, currency: String)? {
        guard fields["amount"] != nil || fields["currency"] != nil else { return nil }
        let code = fields["currency"] ?? asked.currency.uppercased()
        guard let currency = Currency(code: code) else {
            throw WorldTrouble("'\(code)' is no currency: write currency=USD, for instance")
        }
        guard let amount = fields["amount"] else { return (asked.total, code.lowercased()) }
        guard let money = Money(decimal: amount, currency: currency) else {
            throw WorldTrouble("'\(amount)' is no amount in \(code): write amount=99.00, for instance")
        }
        return (money.minorUnits, code.lowercased())
    }

    private static func refund(
        _ page: PaymentSession,
        _ amount: Int64?,
        at now: Timestamp,
        _ payments: inout EmulatedPayments
    ) throws {
        guard payments.pendingRefunds(of: page.id).isEmpty else {
            return try finishRefund(of: page, succeeds: true, at: now, &payments)
        }
        try payments.refundByHand(page.id, amount: amount, at: now)
    }

    private static func finishRefund(
        of page: PaymentSession,
        succeeds: Bool,
        at now: Timestamp,
        _ payments: inout EmulatedPayments
    ) throws {
        guard let refund = payments.pendingRefunds(of: page.id).first else {
            throw WorldTrouble("no money is on its way back; write refunds=pending behind 'shop' to keep it waiting")
        }
        try payments.finishRefund(refund, succeeds: succeeds, at: now)
    }

    /// The page is closed by hand, on the provider's own pages.
    private func close(_ page: PaymentSession, _ payments: inout EmulatedPayments) throws {
        guard let shop = shops.first(where: { $0.provider.name == page.account }) else { return }
        let call = PlatformCall(
            method: "POST",
            target: "/v1/checkout/sessions/\(page.id)/expire",
            headers: [
                PlatformHeader("authorization", "Bearer \(shop.provider.secretKey)"),
                PlatformHeader("content-type", "application/x-www-form-urlencoded"),
            ]
        )
        guard payments.answer(call, at: clock).answer?.status == 200 else {
            throw WorldTrouble("the page of order \(page.label("order") ?? page.id) is not open any more")
        }
    }

    /// What a carrier says of a parcel, named by its number or by its order.
    func prepare(carrier event: String, _ fields: [Field<String>]) async throws -> TalkDelivery {
        let example = "from carrier: in_transit order={o}"
        try check(
            fields,
            among: ["order", "tracking", "at", "place", "eta", "carrier", "signed", "alone"],
            example: example
        )
        let order = try await order(named: fields["order"])
        guard let number = fields["tracking"] ?? order?.order.fulfilments.last?.tracker?.number else {
            throw WorldTrouble("which parcel? Write tracking={t}, or order={o} of an order shipped with a number")
        }
        let sent = try await parcelOwner(number)
        let owner = order ?? sent
        let shop = owner.flatMap { owner in shops.first { $0.id == owner.shop } } ?? shops.first
        let word = CarrierWord(
            Self.carrierWords[event] ?? event,
            at: try fields["at"].map(carrierTime),
            place: fields["place"].map(CarrierPlace.init(written:)),
            estimate: try fields["eta"].map(Self.day),
            carrier: fields["carrier"] ?? "Correios",
            signedBy: fields["signed"],
            isAlone: fields["alone"] == "yes"
        )
        let now = clock
        return try told { partners in
            try partners.carrier.report(word, on: number, for: shop?.name, at: now)
        }
    }

    /// Our words for what this carrier calls otherwise.
    private static let carrierWords = ["returned": "return_to_sender", "exception": "failure"]

    /// The order in which a parcel with this number was sent.
    private func parcelOwner(_ number: String) async throws -> StoredOrder? {
        let wanted = TrackingNumber.normalised(number)
        return try await store.read { try $0.orders(nil, limit: 1000) }.first { stored in
            stored.order.fulfilments.contains { $0.tracker?.number == wanted }
        }
    }

    /// A moment, or how long ago: `2026-10-06T09:00Z` or `-3h`.
    private func carrierTime(_ text: String) throws -> Timestamp {
        if text.hasPrefix("-"), let span = Span(written: text.dropFirst()) { return clock - span }
        guard let moment = Timestamp(iso8601: text) else {
            throw WorldTrouble("'\(text)' is no moment: write at=2026-10-06T09:00Z or at=-3h")
        }
        return moment
    }

    private static func day(_ text: String) throws -> Timestamp {
        guard let moment = Timestamp(iso8601: "\(text)T00:00:00Z") else {
            throw WorldTrouble("'\(text)' is no day: write eta=2026-10-09")
        }
        return moment
    }

    /// What the brand's website says of a cart; without an amount, the order's own.
    func prepare(_ word: WebsiteWord, _ fields: [Field<String>]) async throws -> TalkDelivery {
        let example = "from site: paid order={o}"
        try check(fields, among: ["order", "amount", "currency", "reason"], example: example)
        let number = try need("order", in: fields, example: example)
        guard let stored = try await order(named: number), let shop = shops.first(where: { $0.id == stored.shop })
        else {
            throw WorldTrouble("there is no order '\(number)'")
        }
        websiteWords += 1
        let (total, count) = (stored.order.total, websiteWords)
        var json = JSONWriter(capacity: 256)
        json.object { json in
            json.field("id", "evt-\(count)")
            json.field("at", clock.iso8601)
            json.field("order", number)
            json.field("status", word.rawValue)
            if word == .paid {
                json.field("amount", fields["amount"] ?? total.decimal)
                json.field("currency", fields["currency"] ?? total.currency.code)
                json.field("transaction", "W-\(count)")
            }
            json.field("reason", fields["reason"])
        }
        return TalkDelivery(id: post.keep(.partner([shop.websitePost(json.bytes)])))
    }

    /// Lets the partners do something, and takes the webhooks of it out of their hands.
    private func told(_ deed: (inout EmulatedPartners) throws -> Void) throws -> TalkDelivery {
        post.send(post.keep(.partner(takeDueFromPartners())), arriving: clock)
        try deed(&partners)
        return TalkDelivery(id: post.keep(.partner(takeDueFromPartners())))
    }

    private func takeDueFromPartners() -> [WorldPost.SignedPost] {
        partners.dueWebhooks(at: clock).map { webhook in
            partners.webhookAnswered(webhook.id, status: 200, at: clock)
            return WorldPost.SignedPost(webhook)
        }
    }

    /// An order of any shop.
    func order(named number: String?) async throws -> StoredOrder? {
        guard let number else { return nil }
        return try await store.read { try $0.orders(nil, limit: 1000) }.first { $0.order.number.text == number }
    }

    func need(_ key: String, in fields: [Field<String>], example: String) throws(WorldTrouble) -> String {
        guard let value = fields[key] else { throw WorldTrouble("which \(key)? Write \(example)") }
        return value
    }

    func check(_ fields: [Field<String>], among known: [String], example: String) throws(WorldTrouble) {
        guard let odd = fields.first(where: { !known.contains($0.key) }) else { return }
        throw WorldTrouble("'\(odd.key)' says nothing here: write \(example), with \(known.joined(separator: ", "))")
    }
}

extension PaymentWord {
    /// The deed on a page as it stands.
    fileprivate func deed(on page: PaymentSession, money: (amount: Int64, currency: String)?) -> PageDeed {
        let isUnderway = page.status == .complete && page.paymentStatus == .unpaid
        switch self {
        case .failed: return isUnderway ? .bounce : .fail()
        case .settling: return .payDelayed
        case .chargedback: return .dispute
        case .paid, .lapsed, .refunded, .unrefunded:
            if let money { return .payOther(amount: money.amount, currency: money.currency) }
            if isUnderway { return .settle }
            return page.status == .expired ? .payLate : .pay
        }
    }
}

extension CarrierPlace {
    /// A town, and behind a comma its state: `Curitiba, PR`.
    fileprivate init(written text: String) {
        let parts = text.split(separator: ",", maxSplits: 1).map { part in
            String(part.drop { $0 == " " })
        }
        self.init(city: parts.first, state: parts.count > 1 ? parts[1] : nil)
    }
}
