import Kernel
import Messaging

/// What hangs on a message: `{"type":"image","payload":{"url":…}}`.
///
/// Each attachment is one event; several products in one attachment are several. Words that came along are the caption of
/// the first one that can bear them, else they come before all as a text.
enum MetaAttachment {
    /// None where nothing is attached.
    static func parts(of message: JSONValue, words: String?) -> [MetaMessage.Part] {
        guard let list = message["attachments"] ?? message["attachment"], !list.isNull else { return [] }
        guard list.isListOrOne else {
            return said(words, before: [.init(content: list.unknown("attachments"))])
        }
        let attachments = list.oneOrMore
        let company = Company(attachments, of: message)
        var rest = words
        var parts: [MetaMessage.Part] = []
        for attachment in attachments { parts += self.parts(of: attachment, in: company, words: &rest) }
        return said(rest, before: parts)
    }

    private static func said(_ words: String?, before parts: [MetaMessage.Part]) -> [MetaMessage.Part] {
        guard let words, !parts.isEmpty else { return parts }
        return [MetaMessage.Part(content: .text(words))] + parts
    }

    private static func parts(
        of attachment: JSONValue,
        in company: Company,
        words: inout String?
    ) -> [MetaMessage.Part] {
        if attachment["type"]?.holds("template") == true, let products = attachment["payload"]?["product"]?["elements"],
            products[0] != nil
        {
            return products.elements.map { product in
                defer { words = nil }
                return MetaMessage.Part(content: question(about: product, words: words))
            }
        }
        var part = MetaMessage.Part(content: content(of: attachment, in: company))
        part.ignored = company.reasonToIgnore(attachment)
        if case .media(var media) = part.content {
            if media.kind == .story { part.story = media.mediaID ?? media.url }
            if part.ignored == nil {
                media.caption = words
                words = nil
            }
            part.content = .media(media)
        }
        return [part]
    }

    private static func question(about product: JSONValue, words: String?) -> InboundEvent.Content {
        .productQuestion(
            ProductQuestion(sku: product["retailer_id"]?.filled, productID: product["id"]?.filled, text: words)
        )
    }

    private static func content(of attachment: JSONValue, in company: Company) -> InboundEvent.Content {
        let type = attachment["type"]?.string
        let payload = attachment["payload"]
        if type == "sticker" || (type == "image" && company.isSticker(attachment)) {
            return .sticker(mediaID: payload?["sticker_id"]?.filled ?? company.stickerID)
        }
        if type == "like_heart" { return .sticker(mediaID: nil) }
        if type == "location", let place = location(attachment) { return .location(place) }
        guard let type, let media = media(attachment, type: type) else {
            return attachment.unknown(type ?? "attachment")
        }
        return .media(media)
    }

    /// Nil for types that are no files or shares, and for a link without an address.
    private static func media(_ attachment: JSONValue, type: String) -> Media? {
        let payload = attachment["payload"]
        // Links that people typed bear it in capitals, beside an empty payload.
        let url = payload?["url"]?.filled ?? attachment["url"]?.filled ?? attachment["URL"]?.filled
        switch type {
        case "image", "media": return Media(kind: .image, mediaID: attachmentID(payload), url: url)
        case "video": return Media(kind: .video, mediaID: attachmentID(payload), url: url)
        case "audio": return Media(kind: .audio, mediaID: attachmentID(payload), url: url)
        case "file":
            let name = payload?["name"]?.filled ?? attachment["name"]?.filled
            return Media(kind: .document, mediaID: attachmentID(payload), url: url, fileName: name)
        case "reel", "ig_reel": return Media(kind: .reel, mediaID: payload?["reel_video_id"]?.filled, url: url)
        case "post", "ig_post", "share", "MEDIA_SHARE":
            return Media(kind: .post, mediaID: payload?["ig_post_media_id"]?.filled ?? payload?["id"]?.filled, url: url)
        case "fallback": return url.map { Media(kind: .post, url: $0) }
        case "story_mention", "story", "ig_story":
            let link = payload?["story_media_url"]?.filled ?? url
            return Media(kind: .story, mediaID: payload?["story_media_id"]?.filled, url: link)
        case "ephemeral": return Media(kind: .ephemeral, url: url)
        default: return nil
        }
    }

    /// A number in echoes, a text elsewhere.
    private static func attachmentID(_ payload: JSONValue?) -> String? { payload?["attachment_id"]?.filled }

    private static func location(_ attachment: JSONValue) -> Location? {
        let place = attachment["payload"]?["coordinates"]
        guard let latitude = place?["lat"]?.degrees, let longitude = (place?["long"] ?? place?["lng"])?.degrees,
            abs(latitude) <= 90, abs(longitude) <= 180
        else { return nil }
        return Location(latitude: latitude, longitude: longitude, name: attachment["title"]?.filled)
    }
}

extension MetaAttachment {
    /// What the attachments of one message are besides one another: one thing may come in two forms.
    struct Company {
        private var hasPost = false
        private var hasSticker = false
        /// The sticker that the message itself names.
        let stickerID: String?

        init(_ attachments: [JSONValue], of message: JSONValue) {
            stickerID = message["sticker_id"]?.filled
            for attachment in attachments {
                if attachment["type"]?.holds("ig_post") == true { hasPost = true }
                if attachment["type"]?.holds("sticker") == true { hasSticker = true }
            }
        }

        /// Whether a picture shows a sticker: nobody sends one together with a photo.
        func isSticker(_ picture: JSONValue) -> Bool {
            hasSticker || stickerID != nil || picture["payload"]?["sticker_id"]?.filled != nil
        }

        /// Why an attachment says nothing new: it repeats another one in an older form.
        func reasonToIgnore(_ attachment: JSONValue) -> String? {
            if hasPost, attachment["type"]?.holds("share") == true { return "shared post told twice" }
            if hasSticker, attachment["type"]?.holds("image") == true { return "sticker told twice" }
            return nil
        }
    }
}
