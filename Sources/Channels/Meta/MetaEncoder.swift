import Kernel
import Messaging

/// Renders messages for Messenger and Instagram, closed window included.
struct MetaEncoder {
    let manner: MetaManner
    let settings: MetaSettings
    let shopper: ShopperAddress
    let isFollowed: Bool

    func encode(_ message: OutboundMessage, quoting: String?, key: (Int) -> String) -> [Rendered] {
        let plan = MetaPlan(
            manner: manner,
            settings: settings,
            isOffer: message.category == .marketing,
            isFollowed: isFollowed
        )
        let planned = plan.bubbles(message.content)
        return planned.indices.map { index in
            let writer = MetaWriter(
                manner: manner,
                settings: settings,
                recipient: recipient(of: message.content, index),
                quoting: index == 0 ? quoting : nil,
                key: key(index)
            )
            return rendered(planned[index], of: message, index, by: writer)
        }
    }

    /// A comment may be answered once; whatever did not fit there goes to the person.
    private func recipient(of content: OutboundMessage.Content, _ index: Int) -> MetaWriter.Recipient {
        if case .privateReply(let comment, _) = content, index == 0 { return .comment(comment) }
        return .person(shopper.primary ?? "")
    }

    private func rendered(
        _ planned: PlannedMetaBubble,
        of message: OutboundMessage,
        _ index: Int,
        by writer: MetaWriter
    ) -> Rendered {
        let body = writer.bytes(of: planned.bubble)
        // Windows are of conversations; the answer to a comment needs none.
        if case .comment = writer.recipient {
            return Rendered(body: body, words: planned.words, closedBody: body, plan: .humanAgentTag)
        }
        var rendered = Rendered(body: body, words: planned.words)
        switch message.plan {
        case .template(let template) where mayGo(template, message.category):
            rendered.closedBody = index == 0 ? writer.bytes(of: .template(template)) : nil
            rendered.plan = index == 0 ? message.plan : .drop
        case .humanAgentTag where settings.hasHumanAgent:
            rendered.closedBody = writer.bytes(of: planned.bubble, as: .humanAgent)
            rendered.plan = .humanAgentTag
        // Without a way of its own it waits for the shopper's next line.
        case .template, .humanAgentTag, .wait: rendered.plan = .wait
        case .drop: rendered.plan = .drop
        }
        return rendered
    }

    /// Messenger's templates are for news of orders and the like, never for offers.
    private func mayGo(_ template: TemplateMessage, _ category: PricingCategory) -> Bool {
        manner.hasTemplates && category != .marketing && settings.templates.has(template.name, in: template.language)
    }
}

/// The small signs that go beside messages.
package enum SenderAction: String, Sendable, CaseIterable {
    case markSeen = "mark_seen"
    case typingOn = "typing_on"
    case typingOff = "typing_off"

    /// A call of its own: an action may never ride on a message.
    func bytes(to shopper: ShopperAddress) -> [UInt8] {
        var writer = JSONWriter(capacity: 96)
        writer.object { call in
            call.objectField("recipient") { $0.field("id", shopper.primary ?? "") }
            call.field("sender_action", rawValue)
        }
        return writer.bytes
    }
}
