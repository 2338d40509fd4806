import Billing
import Channels
import Commerce
import Dialogue
import Kernel
import Messaging
import Outbox
import Ports

/// Thinks a turn and writes down all that it decided: record in, outcome out, no store and no clock.
struct TurnWriter: Sendable {
    let settings: GatewaySettings

    func think(
        _ record: TurnRecord,
        machine: DialogueMachine,
        facts: ShopFacts,
        entropy: UInt64,
        at now: Timestamp
    ) -> TurnOutcome {
        var conversation = Self.standing(record.conversation, at: now)
        var machine = machine
        let context = context(record, conversation: conversation, facts: facts, entropy: entropy, at: now)
        let effects = machine.handle(record.inbox.map(\.event), in: context)
        conversation.state = machine.stored
        conversation.stateVersion = DialogueMachine.stateVersion
        var outcome = TurnOutcome(
            conversation: conversation,
            at: now,
            consumed: record.inbox.map(\.id),
            cartVersion: record.cart.version
        )
        for effect in effects { apply(effect, to: &outcome) }
        say(effects, of: facts, in: &outcome)
        return outcome
    }

    /// The columns at this moment: a lease that ran out gives the conversation back to the assistant.
    private static func standing(_ record: ConversationRecord, at now: Timestamp) -> ConversationRecord {
        guard let until = record.ownerUntil, until <= now else { return record }
        var record = record
        record.owner = .assistant
        record.ownerUntil = nil
        return record
    }

    private func context(
        _ record: TurnRecord,
        conversation: ConversationRecord,
        facts: ShopFacts,
        entropy: UInt64,
        at now: Timestamp
    ) -> TurnContext {
        TurnContext(
            now: now,
            shop: facts.shop,
            catalogue: facts.catalogue,
            stock: facts.stock,
            channel: conversation.account.kind,
            shopper: ShopperFacts(
                name: conversation.name,
                language: conversation.language,
                phone: conversation.address.phone,
                country: conversation.address.country,
                owner: conversation.owner,
                isNew: conversation.state.isEmpty,
                lastAddress: record.lastAddress,
                lastDelivery: record.lastDelivery
            ),
            cart: record.cart,
            holds: record.holds,
            orders: record.orders,
            consents: record.consents,
            watched: record.watched,
            windowClosesAt: conversation.windowClosesAt,
            personMayAnswerUntil: Self.personMayAnswerUntil(conversation, at: now),
            receiptURL: { [receipts = settings.receipts, shop = conversation.shop] in receipts.url(of: $0, in: shop) },
            hasCatalogue: settings.catalogues[conversation.shop] != nil,
            entropy: entropy,
            knowledge: facts.knowledge
        )
    }

    /// The end of the time in which the platform takes a person's words.
    private static func personMayAnswerUntil(_ conversation: ConversationRecord, at now: Timestamp) -> Timestamp? {
        let limits = ChannelLimits.of(conversation.account.kind, at: now)
        guard limits.humanAgent > limits.window else { return nil }
        return conversation.windowClosesAt.map { $0 + (limits.humanAgent - limits.window) }
    }

    private func apply(_ effect: Effect, to outcome: inout TurnOutcome) {
        switch effect {
        case .reply: break
        case .setCart(let lines): outcome.cart = lines
        case .hold(let holds): outcome.holds = holds
        case .place(let order):
            outcome.orders.append(order)
            // What this turn holds is used up by the order; what stood held before, the store takes.
            outcome.holds = outcome.holds?.left(after: order.pieces)
        case .change(let order):
            outcome.changedOrders.removeAll { $0.number == order.number }
            outcome.changedOrders.append(order)
        case .pay(let request, let key): outcome.payments.append(PaymentDraft(request, key: key))
        case .remember(let address, let delivery):
            outcome.lastAddress = address ?? outcome.lastAddress
            outcome.lastDelivery = delivery ?? outcome.lastDelivery
        case .setTimer(let kind, let at): outcome.timers.append(.set(kind: kind, at: at))
        case .cancelTimer(let kind): outcome.timers.append(.cancel(kind: kind))
        case .setOwner(let owner, let until):
            outcome.conversation.owner = owner
            outcome.conversation.ownerUntil = until
        case .setLanguage(let language): outcome.conversation.language = language
        case .openTask(let task): outcome.tasks.append(task)
        case .settleTasks(let kind, let order): outcome.settledTasks.append(SettledTasks(kind, order: order))
        case .assign(let name): outcome.conversation.assignee = name
        case .consent(let topic, let consent): outcome.consents[topic] = consent
        case .watch(let skus): outcome.watched = skus
        case .expectNumber(let expects): outcome.conversation.expectsNumber = expects
        }
    }

    /// Renders the replies for this recipient; the first answer to a shopper whom an ad brought opens the free entry window.
    private func say(_ effects: [Effect], of facts: ShopFacts, in outcome: inout TurnOutcome) {
        let replies = effects.compactMap { effect in
            if case .reply(let message) = effect { message } else { nil }
        }
        guard !replies.isEmpty else { return }
        let now = outcome.at
        if let offered = outcome.conversation.freeEntryOfferedUntil {
            let limits = ChannelLimits.of(outcome.conversation.account.kind, at: now)
            if now < offered { outcome.conversation.freeEntryUntil = now + limits.freeEntry }
            outcome.conversation.freeEntryOfferedUntil = nil
        }
        for (index, message) in replies.enumerated() {
            append(message, isFollowed: index < replies.count - 1, of: facts, to: &outcome)
        }
    }

    private func append(
        _ message: OutboundMessage,
        isFollowed: Bool,
        of facts: ShopFacts,
        to outcome: inout TurnOutcome
    ) {
        let conversation = outcome.conversation
        let first = outcome.messages.count
        let estimate = settings.billing.estimate(
            message.category,
            on: conversation.account.kind,
            to: conversation.address,
            from: conversation.account.id,
            at: outcome.at,
            isFreeEntry: conversation.freeEntryUntil.map { outcome.at < $0 } ?? false
        )
        let pictures = PictureAddresses(publicURL: settings.publicURL, shop: conversation.shop)
        let bubbles = ChannelEncoder.encode(
            pictures.absolute(in: message),
            on: conversation.account.kind,
            to: conversation.address,
            isFollowed: isFollowed,
            settings: channelSettings(of: conversation, facts)
        ) { MessageDraft.key(conversation.id, turn: conversation.turn + 1, index: first + $0) }
        for bubble in bubbles {
            outcome.messages.append(
                MessageDraft(
                    words: bubble.words,
                    body: bubble.body,
                    closedBody: bubble.closedBody,
                    closedPlan: OutboxEntry.ClosedPlan(bubble.plan),
                    isIndependent: message.isIndependent,
                    estimate: estimate,
                    order: outcome.orders.last?.number.text,
                    followsPrevious: !outcome.messages.isEmpty,
                    goodUntil: message.goodUntil
                )
            )
        }
    }

    private func channelSettings(of conversation: ConversationRecord, _ facts: ShopFacts) -> ChannelSettings {
        guard conversation.account.kind != .whatsapp else {
            let catalogue = settings.catalogues[conversation.shop]
            return ChannelSettings(whatsapp: WhatsAppSettings(catalogueID: catalogue))
        }
        return ChannelSettings(
            meta: MetaSettings(
                templates: PageTemplates(
                    settings.pageTemplates[conversation.shop] ?? [],
                    judgedBy: facts.pageVerdicts.values
                ),
                recipientName: conversation.name,
                paymentWords: Dictionary(
                    facts.shop.paymentOptions.map { ($0.way, $0.title) },
                    uniquingKeysWith: { first, _ in first }
                )
            )
        )
    }
}

extension OutboxEntry.ClosedPlan {
    fileprivate init(_ plan: ClosedWindowPlan) {
        switch plan {
        case .template: self = .template
        case .humanAgentTag: self = .humanAgentTag
        case .wait: self = .wait
        case .drop: self = .drop
        }
    }
}
