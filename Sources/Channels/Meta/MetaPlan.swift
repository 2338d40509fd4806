import Messaging

/// Turns what is said into bubbles within Messenger's or Instagram's limits, by the rules of the article "Rendering".
struct MetaPlan {
    let manner: MetaManner
    let settings: MetaSettings
    /// Whether it serves the shop more than the shopper: no template may say that.
    let isOffer: Bool
    /// Whether another message goes out right behind this one.
    let isFollowed: Bool

    func bubbles(_ content: OutboundMessage.Content) -> [PlannedMetaBubble] {
        switch content {
        case .text(let text), .privateReply(_, let text): texts(text)
        case .choices(let choices): MetaChoices(choices, manner, isFollowed: isFollowed).bubbles
        case .addressRequest(let request): offered(request.choices)
        case .cards(let cards, let lead): MetaCards(cards, lead: lead, manner, isFollowed: isFollowed).bubbles
        case .media(let attachment): media(attachment)
        case .link(let offer): link(offer)
        case .orderDetails(let details): order(details)
        case .receipt(let receipt): self.receipt(receipt)
        case .orderStatus(let news): texts(news.text)
        case .template(let template): self.template(template)
        }
    }

    private func texts(_ text: String) -> [PlannedMetaBubble] { PlannedMetaBubble.texts(text, manner) }

    /// Words can't ride on a file, so they follow it.
    private func media(_ attachment: Attachment) -> [PlannedMetaBubble] {
        let caption = attachment.caption?.unlessBlank
        guard let type = type(of: attachment) else {
            let name = attachment.kind == .document ? attachment.fileName?.unlessBlank : nil
            return texts([caption, name, attachment.url.unlessBlank].compactMap(\.self).joined(separator: "\n"))
        }
        let words = attachment.fileName?.unlessBlank ?? "[\(attachment.kind.rawValue)]"
        let file = PlannedMetaBubble(.file(type: type, url: attachment.url), words: words)
        return [file] + texts(caption ?? "")
    }

    /// The wire's word for a file; nil for what goes as a link.
    private func type(of attachment: Attachment) -> String? {
        switch attachment.kind {
        case .image: return "image"
        case .video: return "video"
        case .audio, .voice: return "audio"
        case .document:
            let isPDF = [attachment.fileName ?? "", attachment.url].contains { $0.lowercased().hasSuffix(".pdf") }
            return manner.takesAnyFile || isPDF ? "file" : nil
        case .reel, .post, .story, .ephemeral: return nil
        }
    }

    /// A button under the end of the text; a label without a place on it makes a plain text, unless the address is longer
    /// than one.
    private func link(_ offer: LinkOffer) -> [PlannedMetaBubble] {
        let label = offer.label.oneLine
        let text = offer.text.unlessBlank ?? label
        let address = label.isEmpty || label == text ? offer.url : "\(label): \(offer.url)"
        let isWeb = offer.url.hasPrefix("https://") || offer.url.hasPrefix("http://")
        let fits = !label.isEmpty && label.fits(MetaLimits.title)
        guard isWeb, fits || !manner.text.holds(offer.url) else {
            return texts([text, address].filter { !$0.isBlank }.joined(separator: "\n"))
        }
        let title = label.abbreviated(to: MetaLimits.title) ?? "Link"
        let above = fits || label == text ? text : [text, label].paragraphs()
        var bubbles = TextSplitting.pieces(of: above.unlessBlank ?? title, limit: manner.buttonText).map {
            PlannedMetaBubble(.text($0), words: $0)
        }
        guard let end = bubbles.popLast() else { return [] }
        let button = MetaBubble.Button(title: title, target: .opens(url: offer.url))
        return bubbles + [PlannedMetaBubble(.buttons(end.words, [button]), words: "\(end.words)\n\(address)")]
    }

    /// Nobody pays in these chats: the page does it, or the words alone.
    private func order(_ details: OrderDetails) -> [PlannedMetaBubble] {
        guard let page = details.page else { return texts(details.text) }
        return link(LinkOffer(text: details.text, label: details.label, url: page))
    }

    private func receipt(_ receipt: OrderReceipt) -> [PlannedMetaBubble] {
        guard manner.hasReceipts, MetaReceipt.fits(receipt.order) else { return offered(receipt.inWords) }
        let words = receipt.before == nil && receipt.after == nil ? receipt.text : "[receipt]"
        let end = Choices(text: receipt.after ?? "", options: receipt.options)
        return texts(receipt.before ?? "") + [PlannedMetaBubble(.receipt(receipt), words: words)] + offered(end)
    }

    /// Words with what can be tapped below them; nothing where there is neither.
    private func offered(_ choices: Choices) -> [PlannedMetaBubble] {
        choices.options.isEmpty
            ? texts(choices.text) : MetaChoices(choices, manner, isFollowed: isFollowed).bubbles
    }

    private func template(_ template: TemplateMessage) -> [PlannedMetaBubble] {
        guard manner.hasTemplates, !isOffer, settings.templates.has(template.name, in: template.language) else {
            return texts(template.text)
        }
        return [PlannedMetaBubble(.template(template), words: template.text)]
    }
}
