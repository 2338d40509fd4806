import Messaging

/// Where something shall go, asked with a form, with a button that sends the location, or in words.
enum WhatsAppAddress {
    static func bubbles(_ request: AddressRequest, _ settings: WhatsAppSettings) -> [PlannedBubble] {
        let choices = request.choices
        if let form = request.form, let filled = bubble(of: form, above: choices) { return [filled] }
        let text = choices.text
        guard choices.options.isEmpty, settings.asksForLocation, !text.isBlank, text.fits(WhatsAppLimits.body) else {
            return WhatsAppChoices(choices).bubbles
        }
        return [PlannedBubble(bubble: .locationRequest(text), words: text)]
    }

    /// The one button of a form opens it, so whatever else can be chosen stands in the text, to be answered by number or
    /// words; nil where it would be too much.
    private static func bubble(of form: FormOffer, above choices: Choices) -> PlannedBubble? {
        let text = NumberedText.of(choices)
        let label = form.label.oneLine
        guard !form.id.isEmpty, !label.isEmpty, label.fits(WhatsAppLimits.formLabel), !label.hasEmoji,
            form.token.fits(WhatsAppLimits.formToken), !text.isBlank, text.fits(WhatsAppLimits.body)
        else { return nil }
        let offer = FormOffer(id: form.id, label: label, token: form.token)
        return PlannedBubble(bubble: .form(text, offer), words: "\(text)\n[\(label)]")
    }
}

extension String {
    /// Whether a sign of it is shown as a picture.
    fileprivate var hasEmoji: Bool { unicodeScalars.contains { $0.properties.isEmojiPresentation } }
}
