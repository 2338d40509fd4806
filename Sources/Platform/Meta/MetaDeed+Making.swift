import Kernel

/// The content of each kind of act.
/// - Source: Messenger "Webhook events"; Instagram "Webhooks", "Webhook examples".
extension MetaDeed {
    static func media(_ sent: SentMedia, at url: String, on channel: PlatformChannel) -> MetaDeed {
        let type =
            switch sent.kind {
            case .image: "image"
            case .video: "video"
            case .audio, .voice: "audio"
            case .document: "file"
            case .sticker: channel == .messenger ? "sticker" : "image"
            }
        return attachment(type, words: sent.caption ?? "") { payload in
            payload.field("url", url)
            if type == "sticker" { payload.field("sticker_id", "369239263222822") }
        }
    }

    /// Instagram passes no places on.
    static func location(_ place: SentPlace, on channel: PlatformChannel) -> MetaDeed {
        guard channel == .messenger else { return unsupported(on: channel) }
        return attachment("location") { payload in
            payload.objectField("coordinates") { coordinates in
                coordinates.key("lat")
                coordinates.number(text: place.latitude)
                coordinates.key("long")
                coordinates.number(text: place.longitude)
            }
        }
    }

    /// What the platform can't pass on.
    static func unsupported(on channel: PlatformChannel) -> MetaDeed {
        guard channel == .messenger else { return message("unsupported") { $0.field("is_unsupported", true) } }
        return attachment("fallback", nil)
    }

    /// A cart of Messenger; `unit_price` is a number of major units.
    static func order(_ lines: [CartLine], note: String, ids: [String: String]) -> MetaDeed {
        var deed = MetaDeed(type: "order", words: note) { item, _ in
            item.objectField("order") { order in
                order.arrayField("products") { products in
                    for line in lines {
                        products.object { product in
                            product.field("id", ids[line.retailerID] ?? line.retailerID)
                            product.field("retailer_id", line.retailerID)
                            product.field("name", line.retailerID)
                            product.key("unit_price")
                            product.number(text: line.price)
                            product.field("currency", line.currency)
                            product.field("quantity", line.quantity)
                        }
                    }
                }
                if !note.isEmpty { order.field("note", note) }
            }
        }
        deed.field = "send_cart"
        return deed
    }

    /// Written from the page of a product, by the catalogue's id.
    static func ask(about product: String, _ text: String) -> MetaDeed {
        .text(text) { message in
            message.objectField("referral") { referral in
                referral.objectField("product") { $0.field("id", product) }
            }
        }
    }

    static func reply(_ text: String, to mid: String, isOwn: Bool, on channel: PlatformChannel) -> MetaDeed {
        .text(text) { message in
            message.objectField("reply_to") { quoted in
                quoted.field("mid", mid)
                if channel == .messenger { quoted.field("is_self_reply", isOwn) }
            }
        }
    }

    /// A sign on a message; nil takes it away, and then no sign is named; it opens the window on Messenger alone.
    static func reaction(_ emoji: String?, to mid: String, on channel: PlatformChannel) -> MetaDeed {
        var deed = MetaDeed(type: "reaction", words: emoji ?? "") { item, _ in
            item.objectField("reaction") { reaction in
                reaction.field("mid", mid)
                reaction.field("action", emoji == nil ? "unreact" : "react")
                if let emoji { reaction.field("reaction", reactionName(of: emoji, on: channel)) }
                reaction.field("emoji", emoji)
            }
        }
        deed.opensWindow = channel == .messenger && emoji != nil
        deed.field = "message_reactions"
        return deed
    }

    /// The platform's own word for a sign.
    static func reactionName(of emoji: String, on channel: PlatformChannel) -> String {
        switch String(String.UnicodeScalarView(emoji.unicodeScalars.filter { $0.value != 0xFE0F })) {
        case "❤": "love"
        case "😠", "😡": "angry"
        case "😢", "😭": "sad"
        case "😮", "😲": "wow"
        case "👍": "like"
        case "👎" where channel == .messenger: "dislike"
        case "😆", "😂", "😄", "🙂": channel == .messenger ? "smile" : "laugh"
        default: "other"
        }
    }

    static func edit(_ mid: String, to text: String, count: Int) -> MetaDeed {
        var deed = MetaDeed(type: "edit", words: text, opensWindow: false, edits: mid) { item, _ in
            item.objectField("message_edit") { edit in
                edit.field("mid", mid)
                edit.field("text", text)
                edit.field("num_edit", count)
            }
        }
        deed.field = "message_edits"
        return deed
    }

    static func unsend(_ mid: String) -> MetaDeed {
        MetaDeed(type: "revoke", opensWindow: false) { item, _ in
            item.objectField("message") { message in
                message.field("mid", mid)
                message.field("is_deleted", true)
            }
        }
    }

    /// An ad's first message.
    static func referred(_ referral: AdReferral, _ text: String) -> MetaDeed {
        var deed = MetaDeed.text(text) { write(referral, into: &$0) }
        deed.isReferral = true
        return deed
    }

    /// A link opened in a chat that exists; it opens the window anew.
    static func link(_ ref: String) -> MetaDeed {
        var deed = MetaDeed(type: "referral", words: ref, isReferral: true) { item, _ in
            write(AdReferral(adID: "", ref: ref), into: &item)
        }
        deed.field = "messaging_referrals"
        return deed
    }

    static func post(_ id: String, _ text: String, on channel: PlatformChannel) -> MetaDeed {
        attachment(channel == .instagram ? "ig_post" : "post", words: text) { payload in
            payload.field("url", "https://cdn.example/p/\(id).jpg")
            payload.field("title", "Post \(id)")
            channel == .instagram ? payload.field("ig_post_media_id", id) : payload.field("id", id)
        }
    }

    /// Instagram only.
    static func storyAnswer(_ id: String, _ text: String) -> MetaDeed {
        .text(text) { message in
            message.objectField("reply_to") { quoted in
                quoted.objectField("story") { story in
                    story.field("url", "https://cdn.example/s/\(id).jpg")
                    story.field("id", id)
                }
            }
        }
    }

    /// Instagram only: the story is the person's own.
    static func storyMention(_ id: String) -> MetaDeed {
        attachment("story_mention") { $0.field("url", "https://cdn.example/s/\(id).mp4") }
    }

    /// An answer to the form for an address; Messenger only.
    static func form(_ fields: [FormField]) -> MetaDeed {
        let words = fields.map(\.value).joined(separator: "\n")
        var deed = MetaDeed(type: "form", words: words) { item, _ in
            item.objectField("messaging_customer_information") { information in
                information.arrayField("screens") { screens in
                    screens.object { screen in
                        screen.field("screen_id", "Add address")
                        screen.arrayField("responses") { responses in
                            for field in fields {
                                responses.object { response in
                                    response.field("key", field.name)
                                    response.field("value", field.value)
                                }
                            }
                        }
                    }
                }
            }
        }
        deed.field = "messaging_customer_information"
        return deed
    }

    /// Messenger only: the word about marketing messages.
    static func optin(takes: Bool) -> MetaDeed {
        let status = takes ? "RESUME NOTIFICATIONS" : "STOP NOTIFICATIONS"
        var deed = MetaDeed(type: "optin", words: status, opensWindow: false) { item, _ in
            item.objectField("optin") { optin in
                optin.field("type", "notification_messages")
                optin.field("notification_messages_status", status)
            }
        }
        deed.field = "messaging_optins"
        return deed
    }

    static func unheardOf(type: String, json: JSONDocument) -> MetaDeed {
        MetaDeed(type: type, words: json.root.description) { item, _ in
            item.key(type)
            item.raw(json.root.raw)
        }
    }
}
