import Messaging

/// Turns what is said into bubbles within WhatsApp's limits, by the rules of the article "Rendering".
enum WhatsAppPlan {
    static func bubbles(_ content: OutboundMessage.Content, _ settings: WhatsAppSettings) -> [PlannedBubble] {
        switch content {
        case .text(let text), .privateReply(_, let text): WhatsAppText.bubbles(text)
        case .choices(let choices): WhatsAppChoices(choices).bubbles
        case .cards(let cards, let lead): WhatsAppCards(cards, lead: lead, catalogue: settings.catalogueID).bubbles
        case .media(let attachment): media(attachment)
        case .link(let offer): link(offer)
        case .addressRequest(let request): WhatsAppAddress.bubbles(request, settings)
        case .orderDetails(let details): WhatsAppOrders.bubbles(details)
        case .receipt(let receipt):
            receipt.options.isEmpty
                ? WhatsAppOrders.bubbles(receipt.text, receipt.update) : WhatsAppChoices(receipt.inWords).bubbles
        case .orderStatus(let news): WhatsAppOrders.bubbles(news.text, news.update)
        case .template(let template): [PlannedBubble(bubble: .template(template), words: template.text)]
        }
    }

    /// A caption that is too long, or that the kind doesn't have, follows as a text of its own.
    private static func media(_ attachment: Attachment) -> [PlannedBubble] {
        let caption = attachment.caption?.unlessBlank
        switch attachment.kind {
        case .reel, .post, .story, .ephemeral:
            return WhatsAppText.bubbles([caption ?? "", attachment.url].filter { !$0.isEmpty }.joined(separator: "\n"))
        case .image, .video, .document, .audio, .voice:
            let isSilent = attachment.kind == .audio || attachment.kind == .voice
            let rides = !isSilent && (caption?.fits(WhatsAppLimits.caption) ?? true)
            let file = WhatsAppBubble.media(
                attachment.kind,
                url: attachment.url,
                caption: rides ? caption : nil,
                fileName: attachment.fileName?.unlessBlank
            )
            let words = (rides ? caption : nil) ?? attachment.fileName?.unlessBlank ?? "[\(attachment.kind.rawValue)]"
            return [PlannedBubble(bubble: file, words: words)] + (rides ? [] : WhatsAppText.bubbles(caption ?? ""))
        }
    }

    static func link(_ offer: LinkOffer) -> [PlannedBubble] {
        let label = offer.label.oneLine
        let text = offer.text.unlessBlank ?? label
        let words = [text, label == text ? offer.url : "\(label): \(offer.url)"].joined(separator: "\n")
        guard !label.isEmpty, label.fits(WhatsAppLimits.linkLabel), text.fits(WhatsAppLimits.body),
            offer.url.hasPrefix("https://") || offer.url.hasPrefix("http://")
        else { return WhatsAppText.bubbles(label.isEmpty ? "\(text)\n\(offer.url)" : words) }
        return [PlannedBubble(bubble: .link(text: text, label: label, url: offer.url), words: words)]
    }
}

/// Plain texts, in as many bubbles as they need.
enum WhatsAppText {
    static func bubbles(_ text: String) -> [PlannedBubble] {
        TextSplitting.pieces(of: text, limit: .units(WhatsAppLimits.text)).map {
            PlannedBubble(bubble: .text($0), words: $0)
        }
    }
}
