import Foundation
package import Kernel

/// A shipping aggregator as shops meet it, as a value: what happens to parcels in, signed webhooks out.
///
/// ```swift
/// var carrier = EmulatedCarrier(.demo)
/// try carrier.report(CarrierWord("in_transit", place: CarrierPlace(city: "Curitiba", state: "PR", country: "BR")),
///                    on: "AA123456785BR", at: now)
/// ```
/// It never asks whether a word makes sense: parcels are delivered and then in transit again, words come out of order.
/// - Source: EasyPost API, "Trackers", "Webhooks".
package struct EmulatedCarrier: Sendable, Equatable {
    /// May be changed between two verbs.
    package var configuration: CarrierConfiguration
    private var parcels: [ParcelKey: Parcel] = [:]
    private var queue = WebhookQueue()
    private var minted: UInt64 = 0

    private struct ParcelKey: Sendable, Hashable {
        var account: String
        var number: String
    }

    /// A carrier that has not seen a parcel yet.
    package init(_ configuration: CarrierConfiguration) {
        self.configuration = configuration
    }

    /// Says something of a parcel.
    ///
    /// The webhook goes out `delay` later; the first word also makes the tracker known. Throws when there is no account of that name.
    package mutating func report(
        _ word: CarrierWord,
        on number: String,
        for account: String? = nil,
        at now: Timestamp,
        arriving delay: Span = .zero
    ) throws(ActRejection) {
        let account = try self.account(account)
        let key = ParcelKey(account: account.name, number: number)
        let before = parcels[key]
        var parcel = before ?? Parcel(id: mint("trk_"), number: number, carrier: word.carrier, createdAt: now)
        parcel.take(word, at: now)
        parcels[key] = parcel
        let object = parcel.tracker(saying: word, at: now)
        let body = TrackerEvent.body(
            mint("evt_"),
            before == nil ? "tracker.created" : "tracker.updated",
            before: before.flatMap { $0.words.last?.word.status },
            object,
            at: now
        )
        queue.put([body], for: account.name, at: now, arriving: delay)
    }

    /// Delivers the newest webhook once more, with the same bytes.
    package mutating func again(times: Int = 1, at now: Timestamp, arriving delay: Span = .zero) throws(ActRejection) {
        guard queue.again(times: times, at: now, arriving: delay) else { throw ActRejection("no parcel was seen yet") }
    }

    /// The deliveries due at that moment, oldest first; each is under way until `webhookAnswered`.
    package mutating func dueWebhooks(at now: Timestamp) -> [Webhook] {
        queue.due(at: now).compactMap { entry in
            guard let account = configuration.accounts.first(where: { $0.name == entry.account }) else {
                queue.answered(entry.id, status: 200, at: now)
                return nil
            }
            return Webhook(
                id: entry.id,
                path: account.receiverPath,
                headers: [
                    PlatformHeader("content-type", "application/json"),
                    PlatformHeader("x-hmac-signature", Self.signature(of: entry.body, account.webhookSecret)),
                ],
                body: entry.body,
                attempt: entry.attempts + 1
            )
        }
    }

    /// How a delivery was answered; 0 when nobody answered.
    ///
    /// Anything but 2xx leads to another one.
    package mutating func webhookAnswered(_ id: Int, status: Int, at now: Timestamp) {
        queue.answered(id, status: status, at: now)
    }

    /// When the next webhook is due.
    package var nextDue: Timestamp? { queue.nextDue }

    /// Webhooks not yet answered.
    package var unansweredWebhooks: Int { queue.count }

    /// What was said of a parcel, in the order it was said.
    package func words(on number: String, for account: String? = nil) -> [CarrierWord] {
        guard let account = try? self.account(account) else { return [] }
        return parcels[ParcelKey(account: account.name, number: number)]?.words.map(\.word) ?? []
    }

    /// `hmac-sha256-hex=…`: the secret counts in Unicode's compatibility decomposition.
    package static func signature(of body: [UInt8], _ secret: String) -> String {
        "hmac-sha256-hex=" + HMACSHA256.hex(key: secret.decomposedStringWithCompatibilityMapping, body: body)
    }

    private func account(_ name: String?) throws(ActRejection) -> CarrierAccount {
        guard let account = configuration.accounts.first(where: { name == nil || $0.name == name }) else {
            throw ActRejection("there is no carrier account \(name ?? "at all")")
        }
        return account
    }

    private mutating func mint(_ prefix: String) -> String {
        minted += 1
        let signs = Array("0123456789abcdef".utf8)
        return prefix + MintedIDs(seed: configuration.seed).text(of: 8, minted, count: 32, signs: signs)
    }
}
