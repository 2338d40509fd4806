import Commerce
import Messaging

extension Shop.Tone {
    /// A message of the assistant's as this shop says it.
    func finished(_ message: OutboundMessage) -> OutboundMessage {
        guard self == .calm else { return message }
        var message = message
        switch message.content {
        case .text(let text): message.content = .text(calmed(text))
        case .choices(var choices):
            choices.text = calmed(choices.text)
            message.content = .choices(choices)
        case .addressRequest(var request):
            request.choices.text = calmed(request.choices.text)
            message.content = .addressRequest(request)
        case .privateReply(let comment, let text):
            message.content = .privateReply(comment: comment, text: calmed(text))
        case .link(var link):
            link.text = calmed(link.text)
            message.content = .link(link)
        case .orderDetails(var details):
            details.text = calmed(details.text)
            message.content = .orderDetails(details)
        case .receipt(var receipt):
            receipt.text = calmed(receipt.text)
            receipt.before = receipt.before.map(calmed)
            receipt.after = receipt.after.map(calmed)
            message.content = .receipt(receipt)
        case .orderStatus(var news):
            news.text = calmed(news.text)
            message.content = .orderStatus(news)
        default: break
        }
        return message
    }

    /// Without exclamation marks: a sentence ends with a full stop.
    private func calmed(_ text: String) -> String {
        guard text.contains("!") else { return text }
        var calm = ""
        for sign in text {
            if sign == "\u{A1}" { continue }
            guard sign == "!" else {
                calm.append(sign)
                continue
            }
            if let last = calm.last, ".?!".contains(last) { continue }
            calm.append(".")
        }
        return calm
    }
}
