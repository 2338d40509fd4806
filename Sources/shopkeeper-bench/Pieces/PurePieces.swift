import Billing
import Channels
import Commerce
import Dialogue
import Kernel
import Messaging
import Ports
import ShopFolder

/// The pieces that need no store, on one sample turn of the demo shop.
struct PurePieces {
    let now = Timestamp(milliseconds: 1_795_248_000_000)
    let text: [UInt8]
    let status: [UInt8]
    let event: InboundEvent
    let context: TurnContext
    let reply: OutboundMessage
    let machine: DialogueMachine
    let key = HMACSHA256.Key(Bodies.secret)

    init(shop: LoadedShop) throws {
        text = Bodies.text("menu", id: "wamid.HBgNNTUxMTk4NzY1NDMyMRUC", from: 7, to: 0, second: 1_795_248_000)
        status = Bodies.status(
            "delivered",
            of: "wamid.HBgNNTUxMTk4NzY1NDMyMRUC",
            key: "m:1:1:0",
            to: Bodies.phone(7),
            account: 0,
            second: 1_795_248_000
        )
        guard let event = try WhatsApp.decode(text, receivedAt: now).batches.first?.events.first else {
            throw BenchFault("The sample webhook holds no event.")
        }
        self.event = event
        context = TurnContext(
            now: now,
            shop: shop.shop,
            catalogue: shop.catalogue,
            stock: StockLevels(shop.listed.mapValues { StockLevel(onHand: $0) }),
            channel: .whatsapp,
            shopper: ShopperFacts(name: "Shopper 7", phone: event.sender.phone, isNew: false),
            entropy: 7,
            knowledge: ShopKnowledge(shop: shop.shop, catalogue: shop.catalogue)
        )
        var machine = DialogueMachine()
        var reply: OutboundMessage?
        for case .reply(let message) in machine.handle([event], in: context) { reply = message }
        guard let reply else { throw BenchFault("The dialogue has no answer to the sample.") }
        self.machine = machine
        self.reply = reply
    }

    func all() throws -> [Piece] { try wire() + dialogue() + records() }

    private func wire() throws -> [Piece] {
        let (text, status, key, now, event) = (text, status, key, now, event)
        let signature = Bodies.signature(of: text)
        let answer = Array(
            #"{"messaging_product":"whatsapp","contacts":[{"input":"5511","wa_id":"5511"}],"messages":[{"id":"x"}]}"#
                .utf8
        )
        return [
            Piece(name: "JSON of a text webhook (\(text.count) B)") {
                try JSONDocument(text, lenient: true).bytes.count
            },
            Piece(name: "HMAC of it, checked") { WebhookCheck.isSigned(text, header: signature, key: key) ? 1 : 0 },
            Piece(name: "decode a text webhook") { try WhatsApp.decode(text, receivedAt: now).itemCount },
            Piece(name: "decode a status webhook (\(status.count) B)") {
                try WhatsApp.decode(status, receivedAt: now).itemCount
            },
            Piece(name: "mask an event") { event.masked().externalID.utf8.count },
            Piece(name: "mask a text of 60") {
                CardMask.mask("Do you have the blue shirt in size M, please? I need 2 of it").text.utf8.count
            },
            Piece(name: "mask a raw webhook") { CardMask.mask(raw: text).bytes.count },
            Piece(name: "classify an answer") {
                if case .accepted = WhatsApp.classify(status: 200, body: answer) { 1 } else { 0 }
            },
        ]
    }

    private func dialogue() throws -> [Piece] {
        let (event, context, machine, reply) = (event, context, machine, reply)
        let stored = machine.stored
        let question = try said("what does delivery to Lisbon cost and how long does it take")
        let search = try said("a warm blue jumper for my son")
        func handled(_ event: InboundEvent) -> Int {
            var machine = machine
            return machine.handle([event], in: context).count
        }
        return [
            Piece(name: "handle: menu") { handled(event) },
            Piece(name: "handle: a question") { handled(question) },
            Piece(name: "handle: a search") { handled(search) },
            Piece(name: "state written (\(stored.count) B)") { machine.stored.count },
            Piece(name: "state read") {
                DialogueMachine(stored: stored, version: DialogueMachine.stateVersion).wasLost ? 1 : 0
            },
            Piece(name: "encode the reply") {
                WhatsApp.encode(reply, to: event.sender) { "m:1:1:\($0)" }.reduce(0) { $0 + $1.body.count }
            },
            Piece(name: "index shop and catalogue (once per shop)") {
                ShopKnowledge(shop: context.shop, catalogue: context.catalogue) === context.knowledge ? 1 : 0
            },
        ]
    }

    private func records() throws -> [Piece] {
        let (event, now) = (event, now)
        let rules = try ShippedData.billingRules(zone: .utc)
        let stored = event.stored
        let record = BillingRecord.sample(at: now)
        return [
            Piece(name: "inbox row written (\(stored.count) B)") { event.stored.count },
            Piece(name: "inbox row read") {
                InboundEvent(stored: stored, externalID: "x", at: now).externalID.utf8.count
            },
            Piece(name: "estimate of a reply") {
                rules.estimate(
                    .service,
                    on: .whatsapp,
                    to: event.sender,
                    from: AccountID(1),
                    at: now,
                    isFreeEntry: false
                )
                .market.utf8.count
            },
            Piece(name: "bill as CloudEvent") { rules.cloudEvent(record).count },
        ]
    }

    private func said(_ words: String) throws -> InboundEvent {
        var event = event
        event.content = .text(words)
        return event
    }
}

extension BillingRecord {
    fileprivate static func sample(at now: Timestamp) -> BillingRecord {
        BillingRecord(
            id: "b:m:1:1:0:0",
            message: "m:1:1:0",
            shop: 1,
            account: AccountID(1),
            conversation: ConversationID(1),
            at: now,
            market: "BR",
            category: "service",
            type: "regular",
            rateVersion: "2026-10-01",
            charge: Charge(microUnits: 0),
            currency: "USD"
        )
    }
}
