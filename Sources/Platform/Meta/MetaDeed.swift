import Kernel

/// A person's act in a conversation of Messenger or Instagram, as the platform passes it on.
struct MetaDeed {
    /// Kind for the ledger.
    var type: String
    /// All free words in it, for the ledger.
    var words = ""
    var opensWindow = true
    var isReferral = false
    /// The message an edit changes.
    var edits: String?
    /// The webhook field it belongs to.
    var field = "messages"
    /// Writes what stands beside sender and recipient, told the id of the message.
    var write: (inout JSONWriter, String) -> Void

    /// `message{mid,…}`.
    static func message(
        _ type: String,
        words: String = "",
        _ content: @escaping (inout JSONWriter) -> Void
    ) -> MetaDeed {
        MetaDeed(type: type, words: words) { item, mid in
            item.objectField("message") { message in
                message.field("mid", mid)
                content(&message)
            }
        }
    }

    /// `message{mid,text,…}`.
    static func text(_ text: String, more: @escaping (inout JSONWriter) -> Void = { _ in }) -> MetaDeed {
        message("text", words: text) { message in
            message.field("text", text)
            more(&message)
        }
    }

    /// `message{mid,attachments[{type,payload}],text?}`.
    static func attachment(
        _ type: String,
        words: String = "",
        _ payload: ((inout JSONWriter) -> Void)?
    ) -> MetaDeed {
        message(type, words: words) { message in
            message.arrayField("attachments") { attachments in
                attachments.object { attachment in
                    attachment.field("type", type)
                    guard let payload else { return }
                    attachment.objectField("payload", payload)
                }
            }
            if !words.isEmpty { message.field("text", words) }
        }
    }

    /// `postback{mid,title,payload,referral?}`.
    static func postback(title: String, payload: String?, referral: AdReferral? = nil) -> MetaDeed {
        var deed = MetaDeed(type: "postback", words: title) { item, mid in
            item.objectField("postback") { postback in
                postback.field("mid", mid)
                postback.field("title", title)
                postback.field("payload", payload)
                if let referral { write(referral, into: &postback) }
            }
        }
        deed.field = "messaging_postbacks"
        deed.isReferral = referral != nil
        return deed
    }

    static func quickReply(_ choice: PhoneChoice) -> MetaDeed {
        message("quick_reply", words: choice.title) { message in
            message.field("text", choice.title)
            message.objectField("quick_reply") { $0.field("payload", choice.id) }
        }
    }

    /// The member `referral`: an ad with its context, or a link.
    static func write(_ referral: AdReferral, into json: inout JSONWriter) {
        let isAd = !referral.adID.isEmpty
        json.objectField("referral") { json in
            json.field("ref", referral.ref)
            if isAd { json.field("ad_id", referral.adID) }
            json.field("source", isAd ? "ADS" : "SHORTLINK")
            json.field("type", "OPEN_THREAD")
            guard isAd else { return }
            json.objectField("ads_context_data") { context in
                context.field("ad_title", referral.headline)
                context.field("photo_url", "https://cdn.example/\(referral.adID).jpg")
            }
        }
    }
}
