import Kernel

/// What the business hears of its own message; Messenger brings `metadata` and the app back, Instagram neither.
///
/// ```json
/// {"sender":{"id":"1002"},"recipient":{"id":"7001"},"timestamp":1794990004000,
///  "message":{"mid":"m_out9","is_echo":true,"app_id":151777,"metadata":"job-4711","text":"Yes, in stock."}}
/// ```
struct EchoPayload {
    let message: PhoneMessage
    let account: PlatformAccount
    let scopedID: String

    /// The item, from the message as it was sent.
    func item(of sent: JSONValue, app: Int64) -> [UInt8] {
        envelope(app: app, metadata: message.callbackData) { json in
            if let text = sent["text"]?.string ?? (sent["template"] == nil ? nil : message.content.text) {
                json.field("text", text)
            }
            if let several = sent["attachments"] {
                json.rawField("attachments", several.raw)
            } else if let attachment = sent["attachment"] {
                json.arrayField("attachments") { $0.raw(echoed(attachment)) }
            }
        }
    }

    /// The item of words that somebody typed in the platform's own inbox.
    func item(typed text: String, inbox: Int64) -> [UInt8] {
        envelope(app: inbox, metadata: nil) { $0.field("text", text) }
    }

    private func envelope(
        app: Int64,
        metadata: String?,
        _ content: (inout JSONWriter) -> Void
    ) -> [UInt8] {
        MetaEnvelope.item(from: account.phoneNumberID, to: scopedID, at: message.at) { item in
            item.objectField("message") { json in
                json.field("mid", message.id)
                json.field("is_echo", true)
                if account.channel == .messenger {
                    json.field("app_id", app)
                    json.field("metadata", metadata)
                }
                content(&json)
            }
        }
    }

    /// Instagram puts a generic template's cards under a member of that name.
    private func echoed(_ attachment: JSONValue) -> [UInt8] {
        guard account.channel == .instagram, let payload = attachment["payload"],
            payload["template_type"]?.holds("generic") == true, let elements = payload["elements"]
        else { return Array(attachment.raw) }
        var json = JSONWriter()
        json.object { json in
            json.field("type", "template")
            json.objectField("payload") { payload in
                payload.objectField("generic") { $0.rawField("elements", elements.raw) }
            }
        }
        return json.bytes
    }
}
