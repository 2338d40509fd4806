import Kernel
import Messaging

/// Writes bubbles as WhatsApp's JSON, for one shopper and under one key.
struct WhatsAppWriter {
    private let shopper: ShopperAddress
    private let quoting: String?
    private let key: String
    let settings: WhatsAppSettings

    init(to shopper: ShopperAddress, quoting: String?, key: String, _ settings: WhatsAppSettings) {
        self.shopper = shopper
        self.quoting = quoting
        self.key = key
        self.settings = settings
    }

    func bytes(of bubble: WhatsAppBubble) -> [UInt8] {
        var writer = JSONWriter(capacity: 512)
        writer.object { message in
            message.field("messaging_product", "whatsapp")
            message.field("recipient_type", "individual")
            writeAddress(&message)
            message.field("biz_opaque_callback_data", key)
            if let quoting { message.objectField("context") { $0.field("message_id", quoting) } }
            write(bubble, &message)
        }
        return writer.bytes
    }

    /// The phone wins if both are known.
    private func writeAddress(_ message: inout JSONWriter) {
        if let phone = shopper.phone {
            message.field("to", phone.e164)
        } else {
            message.field("recipient", shopper.scopedID ?? shopper.parentScopedID)
        }
    }

    private func write(_ bubble: WhatsAppBubble, _ message: inout JSONWriter) {
        switch bubble {
        case .text(let text): write(text, &message)
        case .media(let kind, let url, let caption, let fileName):
            write(kind, url: url, caption: caption, fileName: fileName, &message)
        case .template(let template): write(template, &message)
        default:
            message.field("type", "interactive")
            message.objectField("interactive") { writeInteractive(bubble, &$0) }
        }
    }

    private func write(_ text: String, _ message: inout JSONWriter) {
        message.field("type", "text")
        message.objectField("text") { object in
            if settings.previewsLinks, text.hasLink { object.field("preview_url", true) }
            object.field("body", text)
        }
    }

    private func write(
        _ kind: Media.Kind,
        url: String,
        caption: String?,
        fileName: String?,
        _ message: inout JSONWriter
    ) {
        let type = kind == .voice ? "audio" : kind.rawValue
        message.field("type", type)
        message.key(type)
        message.object { file in
            file.field("link", url)
            file.field("caption", caption)
            if kind == .document { file.field("filename", fileName) }
            if kind == .voice { file.field("voice", true) }
        }
    }

    /// Parameters may hold no line breaks and may not be empty.
    private func write(_ template: TemplateMessage, _ message: inout JSONWriter) {
        message.field("type", "template")
        message.objectField("template") { object in
            object.field("name", template.name)
            object.objectField("language") { $0.field("code", template.language.underscored) }
            guard !template.parameters.isEmpty else { return }
            object.arrayField("components") { components in
                components.object { body in
                    body.field("type", "body")
                    body.arrayField("parameters") { list in
                        for parameter in template.parameters {
                            list.object {
                                $0.field("type", "text")
                                $0.field("text", parameter.oneLine.unlessBlank ?? "–")
                            }
                        }
                    }
                }
            }
        }
    }
}

// MARK: - Interactive messages

extension WhatsAppWriter {
    private func writeInteractive(_ bubble: WhatsAppBubble, _ object: inout JSONWriter) {
        switch bubble {
        case .buttons(let body, let picture, let buttons): write(body, picture: picture, buttons, &object)
        case .list(let body, let label, let sections): write(body, label: label, sections, &object)
        case .link(let text, let label, let url):
            write("cta_url", text, &object) { action in
                action.field("name", "cta_url")
                action.objectField("parameters") {
                    $0.field("display_text", label)
                    $0.field("url", url)
                }
            }
        case .locationRequest(let text):
            write("location_request_message", text, &object) { $0.field("name", "send_location") }
        case .form(let text, let form): write("flow", text, &object) { write(form, &$0) }
        case .product(let text, let catalogue, let sku):
            write("product", text, &object) { writeProduct(catalogue, sku, &$0) }
        case .carousel(let text, let catalogue, let skus):
            write("carousel", text, &object) { writeCards(catalogue, skus, &$0) }
        case .orderDetails(let details): write(details, &object)
        case .orderStatus(let text, let update): write(text, update, &object)
        case .text, .media, .template: break
        }
    }

    /// Without a screen's name the form opens at its first one.
    private func write(_ form: FormOffer, _ action: inout JSONWriter) {
        action.field("name", "flow")
        action.objectField("parameters") { parameters in
            parameters.field("flow_message_version", "3")
            parameters.field("flow_id", form.id)
            parameters.field("flow_token", form.token)
            parameters.field("flow_cta", form.label)
            parameters.field("flow_action", "navigate")
        }
    }

    /// The parts that all interactive messages have.
    func write(
        _ type: String,
        _ text: String,
        footer: String? = nil,
        picture: String? = nil,
        _ object: inout JSONWriter,
        action: (inout JSONWriter) -> Void
    ) {
        object.field("type", type)
        if let picture {
            object.objectField("header") { header in
                header.field("type", "image")
                header.objectField("image") { $0.field("link", picture) }
            }
        }
        object.objectField("body") { $0.field("text", text) }
        if let footer { object.objectField("footer") { $0.field("text", footer) } }
        object.objectField("action", action)
    }

    private func write(
        _ body: WhatsAppBubble.Body,
        picture: String?,
        _ buttons: [WhatsAppBubble.Button],
        _ object: inout JSONWriter
    ) {
        write("button", body.text, footer: body.footer, picture: picture, &object) { action in
            action.arrayField("buttons") { list in
                for button in buttons {
                    list.object {
                        $0.field("type", "reply")
                        $0.objectField("reply") {
                            $0.field("id", button.id)
                            $0.field("title", button.title)
                        }
                    }
                }
            }
        }
    }

    private func write(
        _ body: WhatsAppBubble.Body,
        label: String,
        _ sections: [WhatsAppBubble.Section],
        _ object: inout JSONWriter
    ) {
        write("list", body.text, footer: body.footer, &object) { action in
            action.field("button", label)
            action.arrayField("sections") { list in
                for section in sections {
                    list.object { group in
                        group.field("title", section.title)
                        group.arrayField("rows") { rows in
                            for row in section.rows { rows.object { write(row, &$0) } }
                        }
                    }
                }
            }
        }
    }

    private func write(_ row: WhatsAppBubble.Row, _ object: inout JSONWriter) {
        object.field("id", row.id)
        object.field("title", row.title)
        object.field("description", row.detail)
    }

    private func writeCards(_ catalogue: String, _ skus: [String], _ action: inout JSONWriter) {
        action.arrayField("cards") { list in
            for (index, sku) in skus.enumerated() {
                list.object { card in
                    card.field("card_index", index)
                    card.field("type", "product")
                    card.objectField("action") { writeProduct(catalogue, sku, &$0) }
                }
            }
        }
    }

    private func writeProduct(_ catalogue: String, _ sku: String, _ action: inout JSONWriter) {
        action.field("catalog_id", catalogue)
        action.field("product_retailer_id", sku)
    }
}

extension String {
    /// Whether a web address stands in it.
    fileprivate var hasLink: Bool {
        guard utf8.contains(UInt8(ascii: ":")) else { return false }
        return contains("https://") || contains("http://")
    }
}
