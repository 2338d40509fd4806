import Billing
import Commerce
import Gateway
import Kernel
import Messaging
import Outbox
import Ports
import Testing

/// Where a Page or an Instagram account stands, and on which store.
struct PageStage: CustomStringConvertible, Sendable {
    let store: HouseStore
    let channel: ChannelKind

    var description: String { "\(channel) on \(store)" }

    static let all: [PageStage] = HouseStore.allCases.flatMap { store in
        [ChannelKind.messenger, .instagram].map { PageStage(store: store, channel: $0) }
    }

    static func on(_ channel: ChannelKind) -> [PageStage] { all.filter { $0.channel == channel } }

    func house() async throws -> PageHouse { try await PageHouse(store, channel) }

    /// A house in which somebody said hello and was answered.
    func greeted(_ outcomes: [HTTPOutcome] = []) async throws -> PageHouse {
        let house = try await house()
        house.outcomes = outcomes
        try await house.hear("hello")
        try await house.advance(.seconds(3))
        return house
    }
}

@Suite("Pages and Instagram accounts")
struct PageTests {
    @Test(
        "a hello is answered at the account's address, in the channel's own form",
        arguments: PageStage.all
    )
    func hello(stage: PageStage) async throws {
        let house = try await stage.greeted()
        let call = try #require(house.calls.first)
        #expect(call.url == "https://graph.test/v26.0/\(PageHouse.account)/messages")
        #expect(call.body.hasPrefix(#"{"recipient":{"id":"7001"}"#))
        #expect(call.body.contains(#""metadata":"m:1:1:0""#) == (stage.channel == .messenger))
        #expect(!call.body.contains("messaging_product"))
    }

    @Test("an account with a token of its own shows that one, others their app's", arguments: PageStage.all)
    func ownToken(stage: PageStage) async throws {
        let shared = try await stage.greeted()
        #expect(Set(shared.tokens) == ["Bearer page-token"])
        let own = try await PageHouse(stage.store, stage.channel, ownToken: "its-own-token")
        try await own.hear("hello")
        try await own.advance(.seconds(3))
        #expect(Set(own.tokens) == ["Bearer its-own-token"])
    }

    @Test("a message is marked as seen, then we are shown typing", arguments: PageStage.all)
    func signs(stage: PageStage) async throws {
        let house = try await stage.greeted()
        #expect(
            house.signs == [
                #"{"recipient":{"id":"7001"},"sender_action":"mark_seen"}"#,
                #"{"recipient":{"id":"7001"},"sender_action":"typing_on"}"#,
            ]
        )
    }

    @Test("a tap on what was offered is understood", arguments: PageStage.all)
    func tap(stage: PageStage) async throws {
        let house = try await stage.greeted()
        let before = house.calls.count
        let body = try #require(house.calls.last?.body)
        let payload = try #require(
            body.split(separator: #""payload":""#).last?.split(separator: "\"").first
        )
        try await house.post(
            #""message":{"mid":"m_tap","text":"x","quick_reply":{"payload":"\#(payload)"}}"#
        )
        try await house.advance(.seconds(3))
        #expect(house.calls.count > before)
    }

    @Test(
        "a taken message is sent on Messenger and delivered on Instagram; the bill is free",
        arguments: PageStage.all
    )
    func accepted(stage: PageStage) async throws {
        let house = try await stage.greeted()
        let outbound = try await house.outbound()
        let wanted = stage.channel == .messenger ? "sent" : "delivered"
        #expect(outbound.map(\.progress.shown) == outbound.map { _ in wanted })
        #expect(outbound.map(\.externalID) == outbound.map { PageHouse.mid(of: $0.key) })
        #expect(house.bills.isEmpty == (stage.channel == .messenger))
        let books = try await house.store.read { try $0.billingRecords(BillingFilter()) }
        #expect(books.allSatisfy { $0.market == "-" && $0.charge == .zero })
        #expect(books.count == (stage.channel == .messenger ? 0 : outbound.count))
    }

    @Test(
        "a delivery covers by its watermark all that was taken before it",
        arguments: PageStage.on(.messenger)
    )
    func watermark(stage: PageStage) async throws {
        let house = try await stage.greeted()
        try await house.hear("menu")
        try await house.advance(.seconds(3))
        let mark = house.now
        try await house.advance(.seconds(60))
        try await house.hear("hello again")
        try await house.advance(.seconds(3))
        try await house.post(#""delivery":{"watermark":\#(mark.milliseconds)}"#)
        let bubbles = try await house.outbound()
        let covered = bubbles.filter { $0.at <= mark }.count
        #expect(bubbles.map { $0.progress.shown == "delivered" } == bubbles.map { $0.at <= mark })
        #expect(covered > 1 && covered < bubbles.count)
        try await house.advance(.seconds(30))
        #expect(house.bills.count == covered)
        try await house.post(#""read":{"watermark":\#(house.now.milliseconds)}"#)
        #expect(try await house.standings().allSatisfy { $0 == "read" })
        try await house.advance(.seconds(30))
        #expect(house.bills.count == bubbles.count)
    }

    @Test("a delivery by id moves that message alone", arguments: PageStage.on(.messenger))
    func byID(stage: PageStage) async throws {
        let house = try await stage.greeted()
        try await house.hear("menu")
        try await house.advance(.seconds(3))
        let first = try #require(try await house.outbound().first)
        try await house.post(#""delivery":{"mids":["\#(PageHouse.mid(of: first.key))"],"watermark":1}"#)
        #expect(try await house.standings().filter { $0 == "delivered" }.count == 1)
        #expect(try await house.standings().first == "delivered")
    }

    @Test(
        "what was read on Instagram, and all before it, is read",
        arguments: PageStage.on(.instagram)
    )
    func readByID(stage: PageStage) async throws {
        let house = try await stage.greeted()
        try await house.advance(.seconds(30))
        try await house.hear("menu")
        try await house.advance(.seconds(3))
        let last = try #require(try await house.outbound().last)
        try await house.advance(.seconds(30))
        try await house.hear("hello")
        try await house.advance(.seconds(3))
        try await house.post(#""read":{"mid":"\#(PageHouse.mid(of: last.key))"}"#)
        let bubbles = try await house.outbound()
        #expect(bubbles.map { $0.progress.shown == "read" } == bubbles.map { $0.at <= last.at })
        #expect(bubbles.last?.progress.shown == "delivered")
    }

    @Test("a receipt that comes twice is one", arguments: PageStage.on(.messenger))
    func receiptTwice(stage: PageStage) async throws {
        let house = try await stage.greeted()
        let receipt = #""read":{"watermark":\#(house.now.milliseconds)}"#
        try await house.post(receipt)
        try await house.advance(.seconds(30))
        let bills = house.bills
        try await house.post(receipt)
        try await house.advance(.seconds(30))
        #expect(!bills.isEmpty)
        #expect(house.bills == bills)
    }

    @Test(
        "a refusal because the window closed lets the message wait for the next line",
        arguments: PageStage.all
    )
    func closedWindow(stage: PageStage) async throws {
        let subcode = stage.channel == .messenger ? 2_018_278 : 2_534_022
        let house = try await stage.greeted([PageHouse.refusal(10, subcode)])
        #expect(house.calls.isEmpty)
        try await house.hear("are you there")
        try await house.advance(.seconds(3))
        #expect(house.calls.count > 1)
        #expect(house.calls.first?.body.contains("7001") == true)
    }

    @Test(
        "the eleventh message at once waits for the shopper's own gate, a second each",
        arguments: PageStage.all
    )
    func pace(stage: PageStage) async throws {
        let house = try await stage.house()
        for _ in 1...14 { try await house.hear("menu") }
        let atOnce = house.calls.filter { $0.at == house.now }.count
        #expect(atOnce == 10)
        try await house.advance(.seconds(10))
        #expect(house.calls.count >= 14)
    }

    @Test("a person's answer goes under the tag for seven days, then it waits", arguments: PageStage.all)
    func personsAnswer(stage: PageStage) async throws {
        let house = try await stage.greeted()
        try await house.advance(.days(6))
        let count = house.calls.count
        try await Self.say("plain", closed: "tagged", in: house)
        #expect(house.calls.dropFirst(count).map(\.body) == ["tagged"])
        try await house.advance(.days(2))
        try await Self.say("late", closed: "late tagged", in: house)
        #expect(house.calls.count == count + 1)
        try await house.hear("are you there")
        try await house.advance(.seconds(10))
        #expect(house.calls.dropFirst(count + 1).first?.body == "late")
    }

    @Test(
        "the answer to a comment teaches us the person's own id",
        arguments: PageStage.on(.messenger)
    )
    func commentator(stage: PageStage) async throws {
        let house = try await stage.house()
        try await house.post(
            entry:
                #"{"id":"\#(PageHouse.account)","time":\#(house.now.milliseconds / 1000),"changes":[{"field":"feed","value":{"item":"comment","verb":"add","comment_id":"9001_5","post_id":"1002_9001","parent_id":"1002_9001","from":{"id":"3003","name":"V. Iewer"},"message":"hello","created_time":\#(house.now.milliseconds / 1000)}}]}"#
        )
        let id = ConversationID(1)
        let reply = #"{"recipient":{"comment_id":"9001_5"},"message":{"text":"Hi"}}"#
        try await Self.say(reply, closed: reply, in: house)
        #expect(house.calls.last?.body.contains("9001_5") == true)
        try await house.hear("yes please")
        let transcript = try await house.store.read { try $0.transcript(id) }
        let heard =
            transcript?.lines.compactMap { if case .inbound(let item, _, _) = $0 { item } else { nil } }
            ?? []
        #expect(heard.count == 2)
    }

    /// Says one bubble in a turn of its own, under the plan for what a person has written.
    private static func say(_ body: String, closed: String, in house: PageHouse) async throws {
        let record = try #require(try await house.store.read { try $0.openTurn(ConversationID(1)) })
        let outcome = TurnOutcome(
            conversation: record.conversation,
            at: house.now,
            consumed: [],
            cartVersion: record.cart.version,
            messages: [
                MessageDraft(
                    words: "Hi",
                    body: Array(body.utf8),
                    closedBody: Array(closed.utf8),
                    closedPlan: .humanAgentTag,
                    estimate: estimate(in: house)
                )
            ]
        )
        if case .committed(let closed) = try await house.store.commit({ try $0.closeTurn(outcome) }) {
            house.stages.relay.offer(closed.entries, at: house.now)
        }
        try await house.settle()
    }

    /// What a message costs on this channel.
    private static func estimate(in house: PageHouse) -> Estimate {
        house.stages.settings.billing.estimate(
            .service,
            on: house.channel,
            to: ShopperAddress(scopedID: PageHouse.person),
            from: AccountID(1),
            at: house.now,
            isFreeEntry: false
        )
    }
}
