import Kernel

/// Templates that Messenger alone has.
extension SendRules {
    /// One picture or film of Facebook's own, with buttons.
    func media(_ payload: JSONValue, into content: inout PhoneContent) throws(PlatformRefusal) {
        try payload.allow(["template_type", "elements", "sharable"], at: "payload")
        let path = "payload.elements"
        for element in try payload.list("elements", 1...1, at: "payload") {
            try element.allow(["media_type", "url", "attachment_id", "buttons"], at: path)
            let kind = try element.text("media_type", 16, at: path)
            guard kind == "image" || kind == "video" else { throw .invalid("\(path).media_type", "image or video") }
            guard (element["url"] == nil) != (element["attachment_id"] == nil) else {
                throw .invalid(path, "exactly one of url and attachment_id")
            }
            content.media = PhoneMedia(
                kind: kind,
                link: try element.optionalText("url", limits.address, at: path),
                mediaID: try element.optionalText("attachment_id", 64, at: path)
            )
            if let link = content.media?.link, !Self.isFacebook(link) {
                throw .invalid("\(path).url", "an address at facebook.com")
            }
            guard element["buttons"] != nil else { continue }
            let found = try buttons(of: element, 1...limits.buttons, at: path)
            content.choices = found.choices
            content.links = found.links
        }
    }

    private static func isFacebook(_ link: String) -> Bool {
        let host = WhatsAppRules.host(of: link)
        return link.hasPrefix("https://") && (host == "facebook.com" || host.hasSuffix(".facebook.com"))
    }

    /// A code to copy, or a page that has it.
    func coupon(_ payload: JSONValue, into content: inout PhoneContent) throws(PlatformRefusal) {
        try payload.allow(
            [
                "template_type", "title", "subtitle", "coupon_code", "coupon_url", "coupon_url_button_title",
                "coupon_pre_message", "image_url", "payload",
            ],
            at: "payload"
        )
        guard (payload["coupon_code"] == nil) != (payload["coupon_url"] == nil) else {
            throw .invalid("payload", "exactly one of coupon_code and coupon_url")
        }
        content.header = try payload.text("title", limits.elementTitle, at: "payload")
        content.text = try payload.optionalText("subtitle", limits.elementTitle, at: "payload") ?? ""
        if payload["image_url"] != nil {
            content.media = PhoneMedia(kind: "image", link: try link("image_url", in: payload, at: "payload"))
        }
        if let code = try payload.optionalText("coupon_code", 80, at: "payload") {
            guard !code.holdsBlanks else { throw .invalid("payload.coupon_code", "a code without blanks") }
            content.footer = code
        } else {
            let title = try payload.optionalLine("coupon_url_button_title", limits.title, at: "payload") ?? "Get coupon"
            content.links = [PhoneLink(title: title, url: try address("coupon_url", in: payload, at: "payload"))]
        }
    }

    /// A form for an address.
    func addressForm(_ payload: JSONValue, into content: inout PhoneContent) throws(PlatformRefusal) {
        let fields = [
            "template_type", "business_privacy", "countries", "expires_in_days", "purpose", "address_overrides",
            "contact_overrides",
        ]
        try payload.allow(fields, at: "payload")
        let privacy = try payload.object("business_privacy", at: "payload")
        _ = try address("url", in: privacy, at: "payload.business_privacy")
        if let days = payload["expires_in_days"] {
            guard let days = days.int, (1...7).contains(days) else {
                throw .invalid("payload.expires_in_days", "1 to 7")
            }
        }
        content.asksFor = .address
    }

    /// An approved template with its gaps filled; it needs no window.
    func utility(_ call: JSONValue) throws(PlatformRefusal) -> PhoneContent {
        try call.allow(["name", "language", "components"], at: "message.template")
        let name = try call.text("name", 512, at: "message.template")
        let language = try call.object("language", at: "message.template").text("code", 15, at: "message.template")
        let known = configuration.pageBook.first { $0.name == name && $0.language == language }
        guard let template = known, template.approval == .approved, template.category == .utility else {
            throw .parameter("message.template: there is no approved utility template \(name) in \(language)")
        }
        var content = PhoneContent(type: "template")
        content.template = PhoneTemplateName(name: name, language: language, category: .utility)
        content.footer = template.footer
        let values = try parameters(of: call)
        content.text = try filled(template.body, with: values["body"] ?? [], "body")
        if case .text(let words)? = template.header {
            content.header = try filled(words, with: values["header"] ?? [], "header")
        }
        var addresses = (values["buttons"] ?? [])[...]
        for button in template.buttons {
            switch button {
            case .quickReply(let title): content.choices.append(PhoneChoice(.postback, id: title, title: title))
            case .link(let title, let url):
                let gaps = PlatformTemplate.gaps(in: url).isEmpty ? [] : Array(addresses.prefix(1))
                addresses = addresses.dropFirst(gaps.count)
                content.links.append(PhoneLink(title: title, url: try filled(url, with: gaps, "buttons")))
            }
        }
        return content
    }

    /// The parameters of each component, in order: a name where they have names, and the words.
    private func parameters(of call: JSONValue) throws(PlatformRefusal) -> [String: [(String?, String)]] {
        var found: [String: [(String?, String)]] = [:]
        guard call["components"] != nil else { return found }
        for component in try call.list("components", 0...4, at: "message.template") {
            let path = "message.template.components"
            try component.allow(["type", "parameters"], at: path)
            let type = try component.text("type", 16, at: path).lowercased()
            guard ["header", "body", "buttons"].contains(type), found[type] == nil else {
                throw .invalid("\(path).type", "header, body or buttons, each once")
            }
            found[type] = []
            for parameter in try component.list("parameters", 0...64, at: path) {
                let value = try parameter.text(type == "buttons" ? "url" : "text", 1_024, at: path)
                found[type]?.append((parameter["parameter_name"]?.string, value))
            }
        }
        return found
    }

    private func filled(
        _ words: String,
        with given: [(String?, String)],
        _ place: String
    ) throws(PlatformRefusal) -> String {
        let gaps = PlatformTemplate.gaps(in: words)
        let values = Dictionary(given.enumerated().map { ($1.0 ?? String($0 + 1), $1.1) }) { first, _ in first }
        guard gaps.count == given.count, gaps.allSatisfy({ values[$0] != nil }) else {
            throw .parameter("message.template.\(place): expected \(gaps.count) parameters, as the template has gaps")
        }
        return PlatformTemplate.filled(words, with: values)
    }
}
