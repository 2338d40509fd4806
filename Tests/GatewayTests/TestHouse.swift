import Commerce
import Gateway
import Kernel
import Logging
import Messaging
import Outbox
import Ports
import ShopFolder

/// A gateway over a store in virtual time, with a platform that answers as it is told.
final class TestHouse {
    let store: any Store
    private(set) var stages: Stages
    let settings: GatewaySettings
    private let board: ShopBoard
    private let file: ScratchFile?
    private let plan = CrashPlan()
    private let random = SeededEntropy(seed: 7)
    var now = Timestamp(milliseconds: 1_795_248_000_000)
    var platform = FakePlatform()
    /// The read marks that went out, and when.
    private(set) var marks: [(at: Timestamp, body: String)] = []
    private var serial = 0

    static let secret = "gateway-test-secret"

    convenience init(
        _ kind: HouseStore,
        publicURL: String = "https://shop.test",
        businessAccount: String? = nil
    ) async throws {
        let (store, file) = try kind.open()
        try await self.init(store: store, file: file, publicURL: publicURL, businessAccount: businessAccount)
    }

    init(
        store: any Store,
        file: ScratchFile? = nil,
        publicURL: String = "https://shop.test",
        businessAccount: String? = nil
    ) async throws {
        self.store = store
        self.file = file
        let shop = try ShopReader.read(.demo, as: ShopID(1))
        let account = try await Self.open(store, shop: shop, at: now)
        let stock = try await store.read { try $0.stockLevels(ShopID(1)) }
        var settings = try Self.settings(publicURL: publicURL)
        if let businessAccount { settings.businessAccounts[BusinessKey(businessAccount, app: "main")] = [ShopID(1)] }
        self.settings = settings
        board = ShopBoard(
            shops: [ShopFacts(shop: shop.shop, catalogue: shop.catalogue, stock: StockLevels(stock))],
            accounts: [account]
        )
        let plan = plan
        stages = Self.stages(store, board, settings, random) { try plan.pass($0) }
    }

    private static func open(_ store: any Store, shop: LoadedShop, at now: Timestamp) async throws -> ChannelAccount {
        let goods = CatalogueImport(shop: ShopID(1), fingerprint: shop.fingerprint, listed: shop.listed, at: now)
        let account = ChannelAccount(
            id: AccountID(0),
            shop: 1,
            kind: .whatsapp,
            externalID: "330044005500661",
            label: "shop",
            app: "main"
        )
        return try await store.commit { transaction in
            _ = try transaction.importCatalogue(goods)
            return try transaction.registerAccount(account)
        }
    }

    private static func settings(publicURL: String) throws -> GatewaySettings {
        let app = AppSettings(
            channel: .whatsapp,
            name: "main",
            appSecret: Secret(secret),
            verifyToken: Secret("verify-test-token"),
            accessToken: Secret("access-test-token")
        )
        return GatewaySettings(
            apps: [app],
            graphURL: "https://graph.test/v26.0",
            publicURL: publicURL,
            billingURL: "https://billing.test/events",
            billing: try ShippedData.billingRules(zone: .utc),
            partners: [
                PartnerSettings(
                    shop: ShopID(1),
                    name: "pay",
                    kind: .stripe,
                    baseURL: "https://pay.test",
                    secretKey: Secret("sk_test_1"),
                    webhookSecret: Secret(secret),
                    successURL: "https://shop.test/paid/1",
                    cancelURL: "https://shop.test/back/1",
                    shopName: "Areia Fina",
                    accentColour: "#1F6F54"
                ),
                PartnerSettings(shop: ShopID(1), name: "parcels", kind: .easypost, webhookSecret: Secret(secret)),
            ]
        )
    }

    private static func stages(
        _ store: any Store,
        _ board: ShopBoard,
        _ settings: GatewaySettings,
        _ random: SeededEntropy,
        hook: @escaping WaypointHook
    ) -> Stages {
        Stages(
            store: store,
            board: board,
            settings: settings,
            entropy: random,
            hook: hook,
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        )
    }

    /// Fresh stages over the same store, as a start makes them.
    func stages(hook: @escaping WaypointHook) -> Stages { Self.stages(store, board, settings, random, hook: hook) }

    /// The next time this point is passed, the gateway dies and is started again.
    func crash(at point: Waypoint) { plan.arm(point) }

    var hasCrashed: Bool { plan.hasStruck }

    /// The keys of the messages that reached the platform, in order.
    var sent: [String] { platform.arrivals.map(\.key) }

    /// Whether anything was done at this moment.
    func step() async throws -> Bool {
        do {
            return try await tryStep()
        } catch is CrashPlan.Crash {
            let plan = plan
            stages = stages { try plan.pass($0) }
            try await stages.recover(at: now, isStart: true)
            return true
        }
    }

    private func tryStep() async throws -> Bool {
        var didSomething = false
        try await stages.fireTimers(at: now)
        for id in stages.turns.next(at: now) {
            for mark in try await stages.take(id, at: now) {
                marks.append((now, String(decoding: mark.body, as: UTF8.self)))
            }
            didSomething = true
        }
        for sending in try await stages.dispatch(at: now).sendings {
            didSomething = true
            let outcome = platform.answer(sending, at: now)
            try plan.pass(.afterSend)
            try stages.relay.finished(sending, outcome, at: now)
        }
        return didSomething
    }
}

/// Time.
extension TestHouse {
    /// Runs all stages until nothing is due at this moment.
    func settle() async throws {
        for _ in 1...500 where try await !step() { return }
    }

    /// Moves the clock and runs whatever falls due on the way.
    func advance(_ span: Span) async throws {
        let end = now + span
        try await settle()
        while let due = try await nextDue(), due <= end {
            now = due
            try await settle()
            // What the stages forgot in a crash stands in the store: a running gateway looks there on a slow tick.
            try await stages.recover(at: now, isStart: false)
            try await settle()
        }
        now = end
        try await settle()
    }

    /// The next moment after this one at which something is due.
    private func nextDue() async throws -> Timestamp? {
        let stored = try await store.read { try $0.nextDue() }
        return [stages.turns.nextDue, stages.relay.nextDue(at: now), stored].compactMap(\.self).filter { $0 > now }
            .min()
    }
}

/// Webhooks.
extension TestHouse {
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

    /// Posts a text and runs what is due.
    @discardableResult
    func hear(_ words: String, id: String? = nil, from phone: String = "5511987654321") async throws -> WebhookAnswer {
        let answer = await post(text(words, id: id, from: phone))
        try await settle()
        return answer
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

    /// A status of the message with that key.
    func status(_ status: String, of key: String) -> String {
        let price = #","pricing":{"billable":true,"pricing_model":"PMP","type":"regular","category":"service"}"#
        return Self.envelope(
            #""statuses":[{"id":"\#(FakePlatform.wamid(of: key))","status":"\#(status)","timestamp":"\#(now.milliseconds / 1000)","recipient_id":"5511987654321","biz_opaque_callback_data":"\#(key)"\#(price)}]"#
        )
    }
}

/// The merchant's books.
extension TestHouse {
    /// Our bubbles of a conversation as the store keeps them.
    func outbound(_ conversation: Int64 = 1) async throws -> [Transcript.Outbound] {
        let transcript = try await store.read { try $0.transcript(ConversationID(conversation)) }
        return transcript?.lines.compactMap { if case .outbound(let message) = $0 { message } else { nil } } ?? []
    }

    /// Says bubbles in a turn of their own, each waiting for the one before it.
    func say(_ drafts: [MessageDraft], in conversation: Int64 = 1) async throws {
        let id = ConversationID(conversation)
        guard let record = try await store.read({ try $0.openTurn(id) }) else { return }
        let outcome = TurnOutcome(
            conversation: record.conversation,
            at: now,
            consumed: [],
            cartVersion: record.cart.version,
            messages: drafts
        )
        if case .committed(let closed) = try await store.commit({ try $0.closeTurn(outcome) }) {
            stages.relay.offer(closed.entries, at: now)
        }
    }
}
