import Kernel

/// The content of each kind of act.
/// - Source: WhatsApp "Webhooks reference", messages.
extension SpokenAct {
    static func text(_ body: String) -> SpokenAct {
        SpokenAct(type: "text", words: body) { item in
            item.objectField("text") { $0.field("body", body) }
        }
    }

    static func tap(_ choice: PhoneChoice, on message: PhoneMessage) -> SpokenAct {
        let context = Context.quote(message.id, isOurs: true)
        guard choice.kind != .templateButton else {
            return SpokenAct(type: "button", words: choice.title, context: context) { item in
                item.objectField("button") { button in
                    button.field("payload", choice.id)
                    button.field("text", choice.title)
                }
            }
        }
        return SpokenAct(type: "interactive", words: choice.title, context: context) { item in
            item.objectField("interactive") { interactive in
                interactive.field("type", choice.kind == .row ? "list_reply" : "button_reply")
                interactive.key(choice.kind == .row ? "list_reply" : "button_reply")
                interactive.object { reply in
                    reply.field("id", choice.id)
                    reply.field("title", choice.title)
                    reply.field("description", choice.detail)
                }
            }
        }
    }

    static func order(_ lines: [CartLine], note: String, catalogue: String) -> SpokenAct {
        SpokenAct(type: "order", words: note) { item in
            item.objectField("order") { order in
                order.field("catalog_id", catalogue)
                order.field("text", note)
                order.arrayField("product_items") { items in
                    for line in lines {
                        items.object { item in
                            item.field("product_retailer_id", line.retailerID)
                            item.field("quantity", line.quantity)
                            item.key("item_price")
                            item.number(text: line.price)
                            item.field("currency", line.currency)
                        }
                    }
                }
            }
        }
    }

    static func media(_ sent: SentMedia, stored: MediaFact) -> SpokenAct {
        SpokenAct(
            type: sent.kind.wireName,
            words: [sent.caption, sent.name].compactMap(\.self).joined(separator: "\n")
        ) {
            item in
            item.key(sent.kind.wireName)
            item.object { media in
                media.field("id", stored.id)
                media.field("mime_type", stored.mediaType)
                media.field("sha256", stored.digest)
                if sent.kind == .document { media.field("filename", sent.name) }
                if [.image, .video, .document].contains(sent.kind) { media.field("caption", sent.caption) }
                if sent.kind == .voice || sent.kind == .audio { media.field("voice", sent.kind == .voice) }
                if sent.kind == .sticker { media.field("animated", false) }
            }
        }
    }

    static func location(_ place: SentPlace) -> SpokenAct {
        SpokenAct(type: "location", words: [place.name, place.address].compactMap(\.self).joined(separator: "\n")) {
            item in
            item.objectField("location") { location in
                location.key("latitude")
                location.number(text: place.latitude)
                location.key("longitude")
                location.number(text: place.longitude)
                location.field("name", place.name)
                location.field("address", place.address)
            }
        }
    }

    static func contact(name: String, phone: String) -> SpokenAct {
        SpokenAct(type: "contacts", words: name + "\n" + phone) { item in
            item.arrayField("contacts") { cards in
                cards.object { card in
                    card.field("origin", "other")
                    card.objectField("name") { words in
                        words.field("formatted_name", name)
                        words.field("first_name", name)
                    }
                    card.arrayField("phones") { phones in
                        phones.object { entry in
                            entry.field("phone", phone)
                            entry.field("type", "CELL")
                        }
                    }
                }
            }
        }
    }

    static func reaction(_ emoji: String?, to messageID: String) -> SpokenAct {
        SpokenAct(type: "reaction", words: emoji ?? "", opensWindow: false) { item in
            item.objectField("reaction") { reaction in
                reaction.field("message_id", messageID)
                reaction.field("emoji", emoji ?? "")
            }
        }
    }

    static func form(_ fields: [FormField], token: String, on message: PhoneMessage) -> SpokenAct {
        var response = JSONWriter()
        response.object { json in
            json.field("flow_token", token)
            for field in fields {
                json.key(field.name)
                json.string(field.value)
            }
        }
        let text = response.text
        let words = fields.map(\.value).joined(separator: "\n")
        let name = message.content.asksFor == .address ? "address_message" : "flow"
        return SpokenAct(type: "interactive", words: words, context: .quote(message.id, isOurs: true)) { item in
            item.objectField("interactive") { interactive in
                interactive.field("type", "nfm_reply")
                interactive.objectField("nfm_reply") { reply in
                    reply.field("name", name)
                    reply.field("body", "Sent")
                    reply.field("response_json", text)
                }
            }
        }
    }

    static func unsend(_ messageID: String) -> SpokenAct {
        SpokenAct(type: "revoke") { item in
            item.objectField("revoke") { $0.field("original_message_id", messageID) }
        }
    }

    static func edit(_ messageID: String, to text: String) -> SpokenAct {
        SpokenAct(type: "edit", words: text) { item in
            item.objectField("edit") { edit in
                edit.field("original_message_id", messageID)
                edit.objectField("message") { message in
                    message.field("type", "text")
                    message.objectField("text") { $0.field("body", text) }
                }
            }
        }
    }

    static func unsupported(_ kind: String) -> SpokenAct {
        SpokenAct(type: "unsupported") { item in
            item.arrayField("errors") { errors in
                errors.object { error in
                    error.field("code", 131_051)
                    error.field("title", "Message type unknown")
                    error.field("message", "Message type unknown")
                    error.objectField("error_data") { $0.field("details", "Message type is currently not supported.") }
                }
            }
            item.objectField("unsupported") { $0.field("type", kind) }
        }
    }

    static func unheardOf(type: String, json: JSONDocument) -> SpokenAct {
        SpokenAct(type: type, words: json.root.description) { item in
            item.key(type)
            item.raw(json.root.raw)
        }
    }

    static func system(type: String, body: String, phone: String?, userID: String?) -> SpokenAct {
        SpokenAct(type: "system", opensWindow: false, hasContact: false) { item in
            item.objectField("system") { system in
                system.field("type", type)
                system.field("body", body)
                system.field("wa_id", phone)
                system.field("user_id", userID)
            }
        }
    }
}
