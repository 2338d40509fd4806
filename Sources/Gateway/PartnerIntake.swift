import Commerce
import Kernel
import Logging
import Messaging
import Partners
import Ports

/// The door for payment providers, carriers and the brand's website: verified, decoded, stored, then answered.
struct PartnerIntake: Sendable {
    private let store: any Store
    private let desks: [String: PartnerSettings]
    private let logger: Logger

    init(store: any Store, settings: GatewaySettings, logger: Logger) {
        self.store = store
        self.logger = logger
        desks = Dictionary(settings.partners.map { ("/webhooks/\($0.kind.path)/\($0.name)", $0) }) { first, _ in first }
    }

    /// Handles a call under `/webhooks/<kind>/<name>`; nil where no partner has that path.
    func receive(_ call: WebhookCall) async -> Intake.Outcome? {
        guard let desk = desks[call.path] else { return nil }
        guard call.method == "POST" else { return Intake.Outcome(405, "POST delivers.\n") }
        guard desk.signed(call) else {
            logger.warning("webhook refused", metadata: ["reason": "signature", "partner": "\(desk.name)"])
            return Intake.Outcome(401, "The signature does not fit the body.\n")
        }
        do {
            let items = try desk.decode(call.body).items.map { PartnerNews($0, in: call.body) }
            guard !items.isEmpty else { return Intake.Outcome(200, "ok") }
            let delivery = PartnerDelivery(shop: desk.shop, receivedAt: call.receivedAt, items: items)
            return Intake.Outcome(200, "ok", receipt: try await store.commit { try $0.receive(delivery) })
        } catch let error as UnreadablePartnerBody {
            logger.warning("webhook unreadable", metadata: ["reason": "\(error)", "partner": "\(desk.name)"])
            return Intake.Outcome(400, "\(error)\n")
        } catch {
            logger.error("webhook not stored", metadata: ["reason": "\(error)"])
            var outcome = Intake.Outcome(503, "It could not be stored; please deliver it again.\n")
            outcome.answer.headers = [HTTPHeader(name: "Retry-After", value: "5")]
            return outcome
        }
    }
}

extension PartnerSettings {
    fileprivate func signed(_ call: WebhookCall) -> Bool {
        let secret = webhookSecret.revealed
        guard !secret.isEmpty else { return false }
        return switch kind {
        case .stripe:
            Stripe.isSigned(
                call.body,
                header: call.header(Stripe.signatureHeader),
                secret: secret,
                at: call.receivedAt
            )
        case .easypost: EasyPost.isSigned(call.body, header: call.header(EasyPost.signatureHeader), secret: secret)
        case .website: Website.isSigned(call.body, header: call.header(Website.signatureHeader), secret: secret)
        }
    }

    fileprivate func decode(_ body: [UInt8]) throws(UnreadablePartnerBody) -> PartnerWebhook {
        switch kind {
        case .stripe: try Stripe.decode(body)
        case .easypost: try EasyPost.decode(body)
        case .website: try Website.decode(body)
        }
    }
}

extension PartnerNews {
    /// A partner's item as the store files it; who is meant is found by the order.
    fileprivate init(_ item: PartnerItem, in body: [UInt8]) {
        var subject = Subject.nothing
        let content: InboundEvent.Content
        switch item.content {
        case .payment(let report):
            subject = .order(report.order)
            content = .paymentReport(report)
        case .strayPayment(let reference, let transaction, let news):
            subject = .named([transaction, reference].compactMap(\.self))
            content = .paymentReport(
                PaymentReport(order: OrderNumber(""), reference: reference, transaction: transaction, news: news)
            )
        case .parcel(let report):
            subject = .named([report.number])
            content = .parcel(report)
        case .other(let type):
            content = .unknown(type: type, raw: String(decoding: CardMask.mask(raw: body).bytes, as: UTF8.self))
        }
        self.init(subject, InboundEvent(externalID: item.eventID, at: item.at, content: content))
    }
}
