package import Commerce
package import Kernel
import Messaging
package import Ports

/// Who waits for a person.
package struct WaitingShopper: Sendable, Equatable {
    package let conversation: ConversationRecord
    package let since: Timestamp
    package let cart: Cart
    package let lastWords: String
    /// What the assistant said when the person was asked for.
    package let promise: String?
}

extension ShopCounter {
    /// All who wait for a person, the longest wait first.
    package func waiting(_ shop: ShopID?) async throws -> [WaitingShopper] {
        let now = now
        return try await store.read { snapshot in
            let requests = try snapshot.tasks(openOnly: true).filter { $0.kind == .person }
            var since: [ConversationID: Timestamp] = [:]
            var records: [ConversationID: TurnRecord] = [:]
            for task in requests {
                guard let record = try snapshot.openTurn(task.conversation) else { continue }
                let id = record.conversation.id
                guard shop == nil || record.conversation.shop == shop else { continue }
                records[id] = record
                since[id] = min(since[id] ?? task.at, task.at)
            }
            return try records.values.map { record in
                let id = record.conversation.id
                let begin = since[id] ?? now
                let lines = try snapshot.transcript(id)?.lines ?? []
                return WaitingShopper(
                    conversation: record.conversation,
                    since: begin,
                    cart: record.cart,
                    lastWords: lines.lastWordsOfShopper,
                    promise: lines.promise(since: begin)
                )
            }
            .sorted { ($0.since, $0.conversation.id) < ($1.since, $1.conversation.id) }
        }
    }

    /// The list of who waits, for people.
    package func inboxList(_ shop: ShopID?) async throws -> [String] {
        let waiting = try await waiting(shop)
        guard !waiting.isEmpty else { return ["Nobody waits for a person."] }
        return waiting.flatMap(lines)
    }

    private func lines(of shopper: WaitingShopper) -> [String] {
        let conversation = shopper.conversation
        let wait = "waits \(PageText.lasting(now.since(shopper.since)))"
        var lines = [
            PageText.cell("\(conversation.id)", 6) + PageText.cell(conversation.shownName, 26)
                + PageText.cell(conversation.account.kind.rawValue, 11)
                + "\(wait), since \(PageText.moment(shopper.since, in: zone).dropFirst(5))"
        ]
        if let name = name(of: conversation.shop) { lines += PageText.field("Shop", name, indent: 6) }
        lines += PageText.field("Last words", shopper.lastWords, indent: 6)
        if !shopper.cart.isEmpty { lines += PageText.field("Cart", shopper.cart.shown, indent: 6) }
        if let promise = shopper.promise { lines += PageText.field("Promised", promise, indent: 6) }
        lines += PageText.field("Looked after by", conversation.assignee ?? "nobody yet", indent: 6)
        return lines
    }

    /// One conversation as it was said, with cart and who has it.
    package func inboxPage(_ id: Int64) async throws -> [String] {
        let record = try await conversation(id)
        let conversation = record.conversation
        var lines = ["\(conversation.id)  \(conversation.shownName), \(conversation.account.kind.rawValue)"]
        lines += PageText.field("Answered by", conversation.shownOwner(at: now, in: zone))
        lines += PageText.field("Looked after by", conversation.assignee ?? "nobody yet")
        let window = conversation.windowClosesAt
        let isOpen = window.map { $0 > now } ?? false
        lines += PageText.field(
            "Free messages",
            isOpen ? "until \(window.map { PageText.moment($0, in: zone) } ?? "")" : "not before the shopper writes"
        )
        if !record.cart.isEmpty { lines += PageText.field("Cart", record.cart.shown) }
        let transcript = try await store.read { try $0.transcript(conversation.id)?.lines ?? [] }
        return lines + [""] + transcript.suffix(40).flatMap { said($0) }
    }

    private func said(_ line: Transcript.Line) -> [String] {
        guard let (at, who, words) = line.spoken else { return [] }
        return PageText.wrapped(
            words,
            first: "\(PageText.moment(at, in: zone).dropFirst(5))  \(PageText.cell(who, 9))",
            rest: String(repeating: " ", count: 22)
        )
    }
}

extension Transcript.Line {
    /// Who said what and when; nil for what nobody said.
    var spoken: (at: Timestamp, who: String, words: String)? {
        switch self {
        case .inbound(let item, _, _):
            if case .echo(let text, _) = item.event.content { return (item.event.at, "person", text ?? "(a file)") }
            return item.event.spoken.map { (item.event.at, "shopper", $0) }
        case .outbound(let message): return (message.at, "shop", message.words)
        }
    }
}

extension InboundEvent {
    /// What a shopper said, in one line; nil where it was no shopper's word.
    fileprivate var spoken: String? {
        switch content {
        case .text(let text), .edit(_, let text?): text
        case .tap(let tap): "[\(tap.label ?? tap.payload ?? "")]"
        case .media(let media): "(\(media.kind.rawValue)) \(media.caption ?? "")"
        case .location(let place): "(location \(place.latitude), \(place.longitude))"
        case .cart(let cart): "(cart) " + cart.items.map { "\($0.quantity) \u{D7} \($0.sku)" }.joined(separator: ", ")
        case .productQuestion(let question): question.text ?? "(about \(question.sku ?? "an article"))"
        default: content.isFromPerson ? "(\(kind))" : nil
        }
    }
}

extension [Transcript.Line] {
    fileprivate var lastWordsOfShopper: String {
        let words = reversed().lazy.compactMap { $0.spoken }.first { $0.who == "shopper" }?.words
        return words ?? "none"
    }

    /// The first paragraph of what was answered to the request.
    fileprivate func promise(since moment: Timestamp) -> String? {
        for case .outbound(let message) in self where message.at >= moment {
            return message.words.split(separator: "\n").first.map(String.init)
        }
        return nil
    }
}

extension ConversationRecord {
    /// The shopper's name, else as much of the number as a log may hold.
    var shownName: String { name ?? address.phone?.redacted ?? address.username ?? "unknown" }

    fileprivate func shownOwner(at now: Timestamp, in zone: Zone) -> String {
        guard owner == .person, ownerUntil.map({ $0 > now }) ?? true else { return "the assistant" }
        return "a person" + (ownerUntil.map { ", until \(PageText.moment($0, in: zone))" } ?? "")
    }
}

extension Cart {
    /// Its lines with prices, and what they come to.
    var shown: String {
        let lines = lines.map { "\($0.quantity) \u{D7} \($0.sku) at \($0.seenPrice.formatted(.english))" }
        let total = self.lines.first.flatMap { self.total(in: $0.seenPrice.currency) }
        return lines.joined(separator: ", ") + (total.map { "; together \($0.formatted(.english))" } ?? "")
    }
}
