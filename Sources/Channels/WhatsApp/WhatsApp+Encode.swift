import Kernel
package import Messaging

extension WhatsApp {
    /// Renders one message for one shopper: the bubbles it needs, each with its wire body and its words.
    ///
    /// - Parameters:
    ///   - message: What is said. Pictures are absolute `https` addresses by now.
    ///   - shopper: Addressed by phone, `+` before it, exactly as the channel spelt it; else by business-scoped id.
    ///   - quoting: The message that the first bubble quotes.
    ///   - settings: What the account may use.
    ///   - key: The stored key of the n-th bubble, counted from 0; WhatsApp hands it back with each status.
    /// - Returns: No bubbles at all if there is nothing to say.
    package static func encode(
        _ message: OutboundMessage,
        to shopper: ShopperAddress,
        quoting: String? = nil,
        settings: WhatsAppSettings = WhatsAppSettings(),
        key: (Int) -> String
    ) -> [Rendered] {
        let planned = WhatsAppPlan.bubbles(message.content, settings)
        return planned.indices.map { index in
            let key = key(index)
            let writer = WhatsAppWriter(to: shopper, quoting: index == 0 ? quoting : nil, key: key, settings)
            var rendered = Rendered(
                body: writer.bytes(of: planned[index].bubble),
                words: planned[index].words,
                // Here nobody's words go further than the window.
                plan: message.plan == .humanAgentTag ? .wait : message.plan
            )
            if case .template(let template) = message.plan {
                let closed = WhatsAppWriter(to: shopper, quoting: nil, key: key, settings)
                rendered.closedBody = index == 0 ? closed.bytes(of: .template(template)) : nil
                rendered.plan = index == 0 ? message.plan : .drop
            }
            return rendered
        }
    }

    /// Marks a message of the shopper's, and all before it, as read; shows that we are typing if wished.
    ///
    /// Costs nothing. Typing ends with our next message, or after 25 s.
    package static func markRead(_ messageID: String, typing: Bool) -> [UInt8] {
        var writer = JSONWriter(capacity: 192)
        writer.object { call in
            call.field("messaging_product", "whatsapp")
            call.field("status", "read")
            call.field("message_id", messageID)
            if typing { call.objectField("typing_indicator") { $0.field("type", "text") } }
        }
        return writer.bytes
    }

    /// The address to which messages and read marks of a number are posted.
    ///
    /// - Parameters:
    ///   - base: Host and version, such as `https://graph.facebook.com/v26.0`.
    ///   - account: The `phone_number_id`.
    /// - Returns: The whole address.
    package static func messagesURL(base: String, account: String) -> String {
        "\(base)/\(account)/messages"
    }
}
