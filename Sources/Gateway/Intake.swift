import Commerce
import Kernel
import Messaging
package import Ports
import Channels
package import Logging

/// The first stage: a webhook is verified, decoded and stored, then answered; thinking happens elsewhere.
package struct Intake: Sendable {
    private let store: any Store
    private let board: ShopBoard
    private let settings: GatewaySettings
    /// By the path under which each app delivers: `/webhooks/whatsapp/main`.
    private let keys: [String: AppCheck]
    private let partners: PartnerIntake
    private let logger: Logger

    private struct AppCheck: Sendable {
        let settings: AppSettings
        let key: HMACSHA256.Key
    }

    package init(store: any Store, board: ShopBoard, settings: GatewaySettings, logger: Logger) {
        self.store = store
        self.board = board
        self.settings = settings
        self.logger = logger
        var keys: [String: AppCheck] = [:]
        for app in settings.apps {
            keys["/webhooks/\(app.channel.rawValue)/\(app.name)"] = AppCheck(
                settings: app,
                key: HMACSHA256.Key(app.appSecret.revealed)
            )
        }
        self.keys = keys
        partners = PartnerIntake(store: store, settings: settings, logger: logger)
    }

    /// What a call was answered with and what it left to think about.
    package struct Outcome: Sendable, Equatable {
        package var answer: WebhookAnswer
        package var receipt: Receipt

        init(_ status: Int, _ text: String, receipt: Receipt = Receipt()) {
            answer = WebhookAnswer(status: status, body: Array(text.utf8))
            self.receipt = receipt
        }
    }

    /// Handles one call under `/webhooks/<channel>/<app>`: the answer is due when this returns, and durable.
    package func receive(_ call: WebhookCall) async -> Outcome {
        guard let app = keys[call.path] ?? app(at: call.path) else {
            return await partners.receive(call) ?? Outcome(404, "There is no such webhook here.\n")
        }
        switch call.method {
        case "GET": return verification(call, app: app.settings)
        case "POST": return await post(call, app: app)
        default: return Outcome(405, "GET verifies, POST delivers.\n")
        }
    }

    /// The app by its path in another spelling, such as one that ends in a slash.
    private func app(at path: String) -> AppCheck? {
        keys["/" + path.split(separator: "/").joined(separator: "/")]
    }

    private func verification(_ call: WebhookCall, app: AppSettings) -> Outcome {
        let challenge = WebhookCheck.challenge(
            mode: call.queryValue("hub.mode"),
            token: call.queryValue("hub.verify_token"),
            challenge: call.queryValue("hub.challenge"),
            expected: app.verifyToken.revealed
        )
        return challenge.map { Outcome(200, $0) } ?? Outcome(403, "The verify token is not ours.\n")
    }

    private func post(_ call: WebhookCall, app: AppCheck) async -> Outcome {
        guard WebhookCheck.isSigned(call.body, header: call.header("X-Hub-Signature-256"), key: app.key) else {
            logger.warning("webhook refused", metadata: ["reason": "signature", "app": "\(app.settings.name)"])
            return Outcome(401, "The signature does not fit the body.\n")
        }
        do {
            let receipt = try await file(call, app: app.settings)
            return Outcome(200, "EVENT_RECEIVED", receipt: receipt)
        } catch {
            logger.error("webhook not stored", metadata: ["reason": "\(error)"])
            var outcome = Outcome(503, "It could not be stored; please deliver it again.\n")
            outcome.answer.headers = [HTTPHeader(name: "Retry-After", value: "5")]
            return outcome
        }
    }

    private func file(_ call: WebhookCall, app: AppSettings) async throws -> Receipt {
        switch decoded(call, app: app) {
        case .success(let webhook):
            let deliveries = deliveries(of: webhook, app: app, receivedAt: call.receivedAt)
            guard !deliveries.isEmpty else { return Receipt() }
            let rules = settings.billing
            let judgements = judgements(of: webhook, app: app)
            let receipt = try await store.commit { transaction in
                var whole = Receipt()
                for delivery in deliveries { whole.add(try transaction.receive(delivery, rules: rules)) }
                for judgement in judgements {
                    try transaction.keepTemplateVerdicts([judgement.verdict], of: judgement.shop, at: judgement.at)
                }
                return whole
            }
            for shop in Set(judgements.map(\.shop)) {
                board.judge(try await store.read { try $0.templateVerdicts(shop) }, of: shop)
            }
            return receipt
        case .failure(let unreadable):
            let body = UnreadableBody(
                channel: app.channel,
                app: app.name,
                receivedAt: call.receivedAt,
                reason: unreadable.description,
                bytes: CardMask.mask(raw: call.body).bytes
            )
            logger.warning("webhook unreadable", metadata: ["reason": "\(unreadable)", "app": "\(app.name)"])
            try await store.commit { try $0.keepUnreadable(body) }
            return Receipt()
        }
    }

    private func decoded(_ call: WebhookCall, app: AppSettings) -> Result<DecodedWebhook, UnreadableWebhook> {
        do {
            return .success(try ChannelDecoder.decode(call.body, on: app.channel, receivedAt: call.receivedAt))
        } catch {
            return .failure(error)
        }
    }

    private func deliveries(of webhook: DecodedWebhook, app: AppSettings, receivedAt: Timestamp) -> [Delivery] {
        webhook.batches.map { batch in
            Delivery(
                account: board.account(batch.channel, externalID: batch.accountExternalID, app: app.name),
                receivedAt: receivedAt,
                events: batch.events.map { $0.masked() },
                statuses: batch.statuses
            )
        }
    }

    private struct Judgement {
        let verdict: TemplateVerdict
        let shop: ShopID
        let at: Timestamp
    }

    /// What a body says of the templates of our shops; they are named by their business account or by the Page, of which
    /// only their own app may speak.
    private func judgements(of webhook: DecodedWebhook, app: AppSettings) -> [Judgement] {
        guard webhook.batches.contains(where: { !$0.verdicts.isEmpty }) else { return [] }
        return webhook.batches.flatMap { batch in
            let shops = shops(ofTemplatesIn: batch, app: app)
            return batch.verdicts.flatMap { dated in
                shops.map { Judgement(verdict: dated.verdict, shop: $0, at: dated.at) }
            }
        }
    }

    private func shops(ofTemplatesIn batch: DecodedBatch, app: AppSettings) -> [ShopID] {
        guard batch.channel == .messenger else {
            return settings.businessAccounts[BusinessKey(batch.accountExternalID, app: app.name)] ?? []
        }
        let page = board.account(.messenger, externalID: batch.accountExternalID, app: app.name)
        return page.shop == 0 ? [] : [ShopID(page.shop)]
    }
}

extension Receipt {
    /// Takes in what another delivery of the same body brought.
    mutating func add(_ other: Receipt) {
        applied += other.applied
        duplicates += other.duplicates
        parked += other.parked
        conversations += other.conversations
        entries += other.entries
        sent += other.sent
    }
}
