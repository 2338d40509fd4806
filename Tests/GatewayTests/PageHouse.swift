import Commerce
import Gateway
import Kernel
import Logging
import Messaging
import Outbox
import Ports
import ShopFolder

/// A gateway with one Page or one Instagram account, in virtual time, over a platform that takes what it is told to.
final class PageHouse {
    let store: any Store
    let stages: Stages
    let channel: ChannelKind
    var now = Timestamp(milliseconds: 1_795_248_000_000)
    /// How the next message calls are answered; taken when empty.
    var outcomes: [HTTPOutcome] = []
    /// The message calls that reached the platform.
    private(set) var calls: [(url: String, at: Timestamp, body: String)] = []
    /// The token that each message call showed.
    private(set) var tokens: [String] = []
    /// The signs beside messages.
    private(set) var signs: [String] = []
    private(set) var bills: [String] = []
    private let file: ScratchFile?
    private var serial = 0

    static let account = "100200300400500"
    static let person = "7001"
    private static let secret = "page-test-secret"

    init(_ kind: HouseStore, _ channel: ChannelKind, ownToken: String? = nil) async throws {
        let (store, file) = try kind.open()
        self.store = store
        self.file = file
        self.channel = channel
        let shop = try ShopReader.read(.demo, as: ShopID(1))
        let goods = CatalogueImport(
            shop: ShopID(1),
            fingerprint: shop.fingerprint,
            listed: shop.listed,
            at: now
        )
        let account = try await store.commit { transaction in
            _ = try transaction.importCatalogue(goods)
            return try transaction.registerAccount(
                ChannelAccount(
                    id: AccountID(0),
                    shop: 1,
                    kind: channel,
                    externalID: Self.account,
                    label: "shop",
                    app: "main"
                )
            )
        }
        let stock = try await store.read { try $0.stockLevels(ShopID(1)) }
        stages = Stages(
            store: store,
            board: ShopBoard(
                shops: [ShopFacts(shop: shop.shop, catalogue: shop.catalogue, stock: StockLevels(stock))],
                accounts: [account]
            ),
            settings: try Self.settings(channel, ownToken: ownToken),
            entropy: SeededEntropy(seed: 7),
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        )
    }

    private static func settings(_ channel: ChannelKind, ownToken: String?) throws -> GatewaySettings {
        GatewaySettings(
            apps: [
                AppSettings(
                    channel: channel,
                    name: "main",
                    appSecret: Secret(secret),
                    verifyToken: Secret("verify"),
                    accessToken: Secret("page-token")
                )
            ],
            graphURL: "https://graph.test/v26.0",
            publicURL: "https://shop.test",
            billingURL: "https://billing.test/events",
            billing: try ShippedData.billingRules(zone: .utc),
            accountTokens: ownToken.map { [AccountKey(channel, account): Secret($0)] } ?? [:]
        )
    }

    // MARK: - Time

    func settle() async throws {
        for _ in 1...500 where try await !step() { return }
    }

    private func step() async throws -> Bool {
        var isBusy = false
        try await stages.fireTimers(at: now)
        for id in stages.turns.next(at: now) {
            isBusy = true
            for call in try await stages.take(id, at: now) {
                signs.append(String(decoding: call.body, as: UTF8.self))
            }
        }
        for sending in try await stages.dispatch(at: now).sendings {
            isBusy = true
            try stages.relay.finished(sending, answer(sending), at: now)
        }
        return isBusy
    }

    func advance(_ span: Span) async throws {
        let end = now + span
        try await settle()
        while let due = try await nextDue(), due <= end {
            now = due
            try await settle()
        }
        now = end
        try await settle()
    }

    private func nextDue() async throws -> Timestamp? {
        let stored = try await store.read { try $0.nextDue() }
        return [stages.turns.nextDue, stages.relay.nextDue(at: now), stored].compactMap(\.self).filter {
            $0 > now
        }
        .min()
    }

    // MARK: - The platform

    private func answer(_ sending: Relay.Sending) -> HTTPOutcome {
        guard let first = sending.entries.first else { return .notSent("empty") }
        if first.kind == .billing {
            bills += sending.entries.map(\.key)
            return .answered(HTTPAnswer(status: 204))
        }
        let outcome = outcomes.isEmpty ? Self.taken(first.key) : outcomes.removeFirst()
        if case .answered(let answer) = outcome, answer.status >= 400 { return outcome }
        tokens += sending.call.headers.filter { $0.isNamed("Authorization") }.map(\.value)
        calls.append((sending.call.url, now, String(decoding: sending.call.body, as: UTF8.self)))
        return outcome
    }

    static func mid(of key: String) -> String { "m_\(key)" }

    static func taken(_ key: String, by person: String = PageHouse.person) -> HTTPOutcome {
        let body = #"{"recipient_id":"\#(person)","message_id":"\#(mid(of: key))"}"#
        return .answered(HTTPAnswer(status: 200, body: Array(body.utf8)))
    }

    static func refusal(_ code: Int, _ subcode: Int) -> HTTPOutcome {
        let body = #"{"error":{"message":"no","code":\#(code),"error_subcode":\#(subcode)}}"#
        return .answered(HTTPAnswer(status: 400, body: Array(body.utf8)))
    }

    // MARK: - Webhooks

    private var object: String { channel == .messenger ? "page" : "instagram" }

    @discardableResult
    func post(entry: String) async throws -> Int {
        let body = Array(#"{"object":"\#(object)","entry":[\#(entry)]}"#.utf8)
        let signature = "sha256=\(HMACSHA256.hex(key: Self.secret, body: body))"
        let call = WebhookCall(
            method: "POST",
            path: "/webhooks/\(channel.rawValue)/main",
            headers: [HTTPHeader(name: "X-Hub-Signature-256", value: signature)],
            body: body,
            receivedAt: now
        )
        let answer = await stages.receive(call, at: now)
        try await settle()
        return answer.status
    }

    /// An item of `messaging`, from the person unless it is an echo.
    @discardableResult
    func post(_ content: String, isEcho: Bool = false) async throws -> Int {
        let (from, to) = isEcho ? (Self.account, Self.person) : (Self.person, Self.account)
        return try await post(
            entry:
                #"{"id":"\#(Self.account)","time":\#(now.milliseconds),"messaging":[{"sender":{"id":"\#(from)"},"recipient":{"id":"\#(to)"},"timestamp":\#(now.milliseconds),\#(content)}]}"#
        )
    }

    @discardableResult
    func hear(_ text: String) async throws -> Int {
        serial += 1
        return try await post(#""message":{"mid":"m_in\#(serial)","text":"\#(text)"}"#)
    }

    // MARK: - The merchant's books

    func outbound() async throws -> [Transcript.Outbound] {
        let transcript = try await store.read { try $0.transcript(ConversationID(1)) }
        return transcript?.lines.compactMap {
            if case .outbound(let message) = $0 { message } else { nil }
        } ?? []
    }

    /// How far the messages of the conversation have come, in the order of time.
    func standings() async throws -> [String] { try await outbound().map(\.progress.shown) }
}
