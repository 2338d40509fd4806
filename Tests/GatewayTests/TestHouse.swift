import Commerce
import Gateway
import Kernel
import Logging
import Messaging
import Outbox
import Ports
import ShopFolder
import Synchronization

/// A gateway over a store in virtual time, with a platform that answers as it is told.
final class TestHouse {
    let store: any Store
    private(set) var stages: Stages
    private let board: ShopBoard
    private let settings: GatewaySettings
    private let plan = CrashPlan()
    private let random = SeededEntropy(seed: 7)
    var now = Timestamp(milliseconds: 1_795_248_000_000)
    /// Every message call that reached the platform, by its key.
    private(set) var sent: [String] = []
    /// Bodies of the messages that reached the platform.
    private(set) var bodies: [String] = []
    private(set) var bills: [String] = []
    /// How the next message calls are answered; accepted when empty.
    var outcomes: [HTTPOutcome] = []
    private var serial = 0

    static let secret = "gateway-test-secret"

    init(store: any Store = MemoryStore(), relay: RelayRules = RelayRules()) async throws {
        self.store = store
        let shop = try ShopReader.read(.demo, as: ShopID(1))
        let goods = CatalogueImport(shop: ShopID(1), fingerprint: shop.fingerprint, listed: shop.listed, at: now)
        let account = ChannelAccount(
            id: AccountID(0),
            shop: 1,
            kind: .whatsapp,
            externalID: "330044005500661",
            label: "shop",
            app: "main"
        )
        let registered = try await store.commit { transaction in
            _ = try transaction.importCatalogue(goods)
            return try transaction.registerAccount(account)
        }
        let stock = try await store.read { try $0.stockLevels(ShopID(1)) }
        let app = AppSettings(
            channel: .whatsapp,
            name: "main",
            appSecret: Secret(Self.secret),
            verifyToken: Secret("verify"),
            accessToken: Secret("token")
        )
        settings = GatewaySettings(
            apps: [app],
            graphURL: "https://graph.test/v26.0",
            publicURL: "https://shop.test",
            billingURL: "https://billing.test/events",
            billing: try ShippedData.billingRules(zone: .utc),
            relay: relay
        )
        board = ShopBoard(
            shops: [ShopFacts(shop: shop.shop, catalogue: shop.catalogue, stock: StockLevels(stock))],
            accounts: [registered]
        )
        stages = Stages(
            store: store,
            board: board,
            settings: settings,
            entropy: random,
            hook: { _ in },
            logger: Self.silent
        )
        makeStages()
    }

    private static var silent: Logger { Logger(label: "test") { _ in SwiftLogNoOpLogHandler() } }

    private func makeStages() {
        let plan = plan
        stages = Stages(
            store: store,
            board: board,
            settings: settings,
            entropy: random,
            hook: { try plan.pass($0) },
            logger: Self.silent
        )
    }

    /// The next time this point is passed, the gateway dies and is started again.
    func crash(at point: Waypoint) { plan.arm(point) }

    var hasCrashed: Bool { plan.hasStruck }

    func post(_ body: String, secret: String = TestHouse.secret) async -> WebhookAnswer {
        let bytes = Array(body.utf8)
        let header = HTTPHeader(
            name: "X-Hub-Signature-256",
            value: "sha256=\(HMACSHA256.hex(key: secret, body: bytes))"
        )
        let call = WebhookCall(
            method: "POST",
            path: "/webhooks/whatsapp/main",
            headers: [header],
            body: bytes,
            receivedAt: now
        )
        return await stages.receive(call, at: now)
    }

    static func envelope(_ value: String) -> String {
        #"{"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages","value":{"messaging_product":"whatsapp","metadata":{"display_phone_number":"493023125142","phone_number_id":"330044005500661"},"#
            + value + "}}]}]}"
    }

    /// A text webhook; the same id and second give the same body.
    func text(_ text: String, id: String? = nil, from phone: String = "5511987654321") -> String {
        serial += 1
        let id = id ?? "wamid.IN\(serial)"
        return Self.envelope(
            #""contacts":[{"profile":{"name":"Ana"},"wa_id":"\#(phone)"}],"messages":[{"from":"\#(phone)","id":"\#(id)","timestamp":"\#(now.milliseconds / 1000)","type":"text","text":{"body":"\#(text)"}}]"#
        )
    }

    func status(_ status: String, of id: String, key: String, pricing: Bool = true) -> String {
        let price =
            pricing ? #","pricing":{"billable":true,"pricing_model":"PMP","type":"regular","category":"service"}"# : ""
        return Self.envelope(
            #""statuses":[{"id":"\#(id)","status":"\#(status)","timestamp":"\#(now.milliseconds / 1000)","recipient_id":"5511987654321","biz_opaque_callback_data":"\#(key)"\#(price)}]"#
        )
    }

    func wamid(of key: String) -> String { "wamid.OUT.\(key)" }

    /// Runs all stages until nothing is due at this moment.
    func settle() async throws {
        for _ in 1...200 where try await !step() { return }
    }

    /// Moves the clock and runs whatever falls due on the way.
    func advance(_ span: Span) async throws {
        let end = now + span
        try await settle()
        while let due = try await nextDue(), due <= end {
            now = max(due, now)
            try await settle()
            if try await nextDue() == due { now = min(end, now + .milliseconds(1)) }
        }
        now = end
        try await settle()
    }

    private func nextDue() async throws -> Timestamp? {
        let stored = try await store.read { try $0.nextDue() }
        return [stages.turns.nextDue, stages.relay.nextDue(at: now), stored].compactMap(\.self).min()
    }

    private func step() async throws -> Bool {
        do {
            return try await tryStep()
        } catch is CrashPlan.Crash {
            makeStages()
            try await stages.recover(at: now, isStart: true)
            return true
        }
    }

    private func tryStep() async throws -> Bool {
        var didSomething = false
        try await stages.fireTimers(at: now)
        for id in stages.turns.next(at: now) {
            _ = try await stages.take(id, at: now)
            didSomething = true
        }
        for sending in try await stages.relay.next(at: now) {
            didSomething = true
            let outcome = answer(sending)
            try stages.relay.finished(sending, outcome, at: now)
        }
        return didSomething
    }

    private func answer(_ sending: Relay.Sending) -> HTTPOutcome {
        guard let first = sending.entries.first else { return .notSent("empty") }
        if first.kind == .billing {
            bills += sending.entries.map(\.key)
            return .answered(HTTPAnswer(status: 204))
        }
        let outcome = outcomes.isEmpty ? accepted(first.key) : outcomes.removeFirst()
        if case .notSent = outcome { return outcome }
        if case .answered(let answer) = outcome, answer.status >= 400 { return outcome }
        sent.append(first.key)
        bodies.append(String(decoding: sending.call.body, as: UTF8.self))
        return outcome
    }

    private func accepted(_ key: String) -> HTTPOutcome {
        let body =
            #"{"messaging_product":"whatsapp","contacts":[{"input":"x","wa_id":"5511987654321"}],"messages":[{"id":"\#(wamid(of: key))"}]}"#
        return .answered(HTTPAnswer(status: 200, body: Array(body.utf8)))
    }

    static func refusal(code: Int, status: Int = 400) -> HTTPOutcome {
        let body = #"{"error":{"message":"no","type":"OAuthException","code":\#(code),"fbtrace_id":"x"}}"#
        return .answered(HTTPAnswer(status: status, body: Array(body.utf8)))
    }
}

/// A crash that waits for its waypoint.
final class CrashPlan: Sendable {
    struct Crash: Error {}

    private let point = Mutex<Waypoint?>(nil)

    var hasStruck: Bool { point.withLock { $0 == nil } }

    func arm(_ waypoint: Waypoint) { point.withLock { $0 = waypoint } }

    func pass(_ waypoint: Waypoint) throws {
        let strikes = point.withLock { point in
            guard point == waypoint else { return false }
            point = nil
            return true
        }
        if strikes { throw Crash() }
    }
}

/// Random bits from a seed.
final class SeededEntropy: Entropy {
    private let generator: Mutex<SeededGenerator>

    init(seed: UInt64) { generator = Mutex(SeededGenerator(seed: seed)) }

    func next() -> UInt64 { generator.withLock { $0.next() } }
}
