import Kernel
import Messaging

/// Writes bubbles as the JSON of Messenger's and Instagram's Send API, for one recipient and under one key.
struct MetaWriter {
    /// Who is written to.
    enum Recipient: Equatable {
        case person(String)
        /// Whoever wrote a comment: once per comment, and no type may be named.
        case comment(String)
    }

    /// Under which of the platform's rules a message goes.
    enum Passage: Equatable {
        /// An answer inside the window.
        case response
        /// Written by a person of the shop, up to seven days after the shopper's last message.
        case humanAgent
    }

    let manner: MetaManner
    let settings: MetaSettings
    let recipient: Recipient
    let quoting: String?
    let key: String

    func bytes(of bubble: MetaBubble, as passage: Passage = .response) -> [UInt8] {
        var writer = JSONWriter(capacity: 512)
        writer.object { call in
            write(recipient, &call)
            writeType(of: bubble, passage, &call)
            if let quoting { call.objectField("reply_to") { $0.field("mid", quoting) } }
            call.objectField("message") { message in
                write(bubble, &message)
                if manner.namesType, key.fits(MetaLimits.metadata) { message.field("metadata", key) }
            }
        }
        return writer.bytes
    }

    private func write(_ recipient: Recipient, _ call: inout JSONWriter) {
        call.objectField("recipient") { object in
            switch recipient {
            case .person(let id): object.field("id", id)
            case .comment(let id): object.field("comment_id", id)
            }
        }
    }

    private func writeType(of bubble: MetaBubble, _ passage: Passage, _ call: inout JSONWriter) {
        if case .comment = recipient { return }
        if case .template = bubble { return call.field("messaging_type", "UTILITY") }
        switch passage {
        case .response:
            if manner.namesType { call.field("messaging_type", "RESPONSE") }
        case .humanAgent:
            call.field("messaging_type", "MESSAGE_TAG")
            call.field("tag", "HUMAN_AGENT")
        }
    }

    private func write(_ bubble: MetaBubble, _ message: inout JSONWriter) {
        switch bubble {
        case .text(let text, let replies): write(text, replies, &message)
        case .file(let type, let url):
            message.objectField("attachment") { file in
                file.field("type", type)
                file.objectField("payload") { $0.field("url", url) }
            }
        case .cards(let cards):
            write("generic", &message) { payload in
                payload.arrayField("elements") { list in
                    for card in cards { list.object { write(card, &$0) } }
                }
            }
        case .buttons(let text, let buttons):
            write("button", &message) { payload in
                payload.field("text", text)
                write(buttons, &payload)
            }
        case .receipt(let receipt):
            message.objectField("attachment") { attachment in
                attachment.field("type", "template")
                attachment.objectField("payload") { MetaReceipt(receipt: receipt, settings: settings).write(&$0) }
            }
        case .template(let template): write(template, &message)
        }
    }

    private func write(_ text: String, _ replies: [MetaBubble.Button], _ message: inout JSONWriter) {
        message.field("text", text)
        guard !replies.isEmpty else { return }
        message.arrayField("quick_replies") { list in
            for reply in replies {
                guard case .answers(let payload) = reply.target else { continue }
                list.object {
                    $0.field("content_type", "text")
                    $0.field("title", reply.title)
                    $0.field("payload", payload)
                }
            }
        }
    }

    private func write(_ type: String, _ message: inout JSONWriter, payload: (inout JSONWriter) -> Void) {
        message.objectField("attachment") { attachment in
            attachment.field("type", "template")
            attachment.objectField("payload") { object in
                object.field("template_type", type)
                payload(&object)
            }
        }
    }

    private func write(_ card: MetaBubble.Card, _ element: inout JSONWriter) {
        element.field("title", card.title)
        element.field("subtitle", card.subtitle)
        element.field("image_url", card.picture)
        if !card.buttons.isEmpty { write(card.buttons, &element) }
    }

    private func write(_ buttons: [MetaBubble.Button], _ object: inout JSONWriter) {
        object.arrayField("buttons") { list in
            for button in buttons {
                list.object { item in
                    switch button.target {
                    case .answers(let payload):
                        item.field("type", "postback")
                        item.field("title", button.title)
                        item.field("payload", payload)
                    case .opens(let url):
                        item.field("type", "web_url")
                        item.field("title", button.title)
                        item.field("url", url)
                    }
                }
            }
        }
    }

    /// Parameters may hold no line breaks and may not be empty.
    private func write(_ template: TemplateMessage, _ message: inout JSONWriter) {
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
