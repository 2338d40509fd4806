import Commerce
import Dialogue
import Messaging

/// What of a message must reach a phone.
extension OutboundMessage {
    /// All that is said in it, options apart.
    var spoken: String {
        switch content {
        case .text(let text), .privateReply(_, let text): text
        case .addressRequest(let request): [request.choices.text, request.choices.footer ?? ""].joined(separator: "\n")
        case .choices(let choices): [choices.text, choices.footer ?? ""].joined(separator: "\n")
        case .cards(let cards, let lead):
            ([lead] + cards.flatMap { [$0.title, $0.subtitle] }).joined(separator: "\n")
        case .media(let attachment): attachment.caption ?? ""
        case .link(let link): [link.text, link.label].joined(separator: "\n")
        case .orderDetails(let details): details.text
        case .receipt(let receipt): receipt.text
        case .orderStatus(let news): news.text
        case .template(let template): template.text
        }
    }

    /// Lines, and the options' own words, of which none may be missing; a receipt of Messenger's is made of the order.
    func mustArrive(on channel: ChannelKind) -> [String] {
        if case .receipt(let receipt) = content, channel == .messenger {
            return [receipt.order.number.text] + receipt.order.lines.map(\.title)
        }
        let details = options.map { $0.detail ?? "" }
        return (spoken.split(whereSeparator: \.isNewline).map(String.init) + details)
            .filter { $0.contains { !$0.isWhitespace } }
    }

    /// The page that it opens.
    var address: String? {
        switch content {
        case .link(let link): link.url
        case .orderDetails(let details): details.page
        default: nil
        }
    }

    var hasPicture: Bool { !pictures.isEmpty }

    /// The addresses of its pictures.
    var pictures: [String] {
        switch content {
        case .choices(let choices): [choices.picture].compactMap(\.self)
        case .cards(let cards, _): cards.compactMap(\.picture)
        case .media(let attachment): attachment.kind == .image ? [attachment.url] : []
        case .text, .link, .orderDetails, .addressRequest, .receipt, .orderStatus, .template, .privateReply: []
        }
    }

    /// Whether a form of the channel takes the place of buttons, so that options are answered by number.
    func isForm(on channel: ChannelKind) -> Bool {
        guard case .addressRequest(let request) = content else { return false }
        return request.form != nil && channel == .whatsapp
    }

    /// Whether it is said in one piece, so that several bubbles of text are too many; a receipt has a form and words.
    var isOneText: Bool {
        switch content {
        case .cards, .media, .receipt: false
        case .text, .choices, .link, .orderDetails, .addressRequest, .orderStatus, .template, .privateReply: true
        }
    }
}
