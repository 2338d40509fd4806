import Kernel

/// Interactive messages: what they share, and the kinds with a single button.
extension WhatsAppRules {
    func interactive(_ message: JSONValue) throws(PlatformRefusal) -> PhoneContent {
        try message.allow(["type", "header", "body", "footer", "action"], at: "interactive")
        let kind = try message.text("type", 64, at: "interactive")
        let action = try message.object("action", at: "interactive")
        var content = PhoneContent(type: "interactive.\(kind)")
        try frame(message, kind, into: &content)
        switch kind {
        case "button": try buttons(action, into: &content)
        case "list": try list(action, into: &content)
        case "cta_url": content.links = [try link(action, at: "interactive.action")]
        case "location_request_message": try request(.location, "send_location", action, into: &content)
        case "contact_request", "request_contact_info":
            try request(.contact, "request_contact_info", action, into: &content)
        case "address_message": try request(.address, "address_message", action, into: &content)
        case "flow": try form(action, into: &content)
        case "product": try product(action, into: &content)
        case "product_list": try productList(action, into: &content)
        case "catalog_message": try catalogue(action, into: &content)
        case "carousel": try carousel(action, into: &content)
        case "order_details": try orderDetails(action, into: &content)
        case "order_status": try orderStatus(action, into: &content)
        default: throw .invalid("interactive.type", "a documented kind of interactive message, not \"\(kind)\"")
        }
        return content
    }

    /// Header, body and footer by the rules of the kind.
    private func frame(_ message: JSONValue, _ kind: String, into content: inout PhoneContent) throws(PlatformRefusal) {
        let frame = Self.frames[kind] ?? Frame()
        if let header = try message.optionalObject("header", at: "interactive") {
            try self.header(header, frame, into: &content)
        } else if frame.needsHeader {
            throw .missing("interactive.header")
        }
        if let body = try message.optionalObject("body", at: "interactive") {
            try body.allow(["text"], at: "interactive.body")
            let limit = kind == "list" ? limits.listBody : limits.interactiveBody
            content.text = try body.text("text", limit, at: "interactive.body")
        } else if frame.needsBody {
            throw .missing("interactive.body")
        }
        if let footer = try message.optionalObject("footer", at: "interactive") {
            guard frame.mayHaveFooter else { throw .invalid("interactive.footer", "no footer on \(kind)") }
            try footer.allow(["text"], at: "interactive.footer")
            content.footer = try footer.line("text", limits.footer, at: "interactive.footer")
        }
    }

    /// What may stand around the action of a kind.
    struct Frame {
        var headers = ["text", "image", "video", "document"]
        var needsHeader = false
        var needsBody = true
        var mayHaveFooter = true
    }

    private static let frames: [String: Frame] = [
        "list": Frame(headers: ["text"]),
        "product": Frame(headers: [], needsBody: false),
        "product_list": Frame(headers: ["text"], needsHeader: true),
        "catalog_message": Frame(headers: []),
        "carousel": Frame(headers: [], mayHaveFooter: false),
        "location_request_message": Frame(headers: [], mayHaveFooter: false),
        "order_details": Frame(headers: ["image"]),
        "order_status": Frame(headers: []),
    ]

    func header(_ header: JSONValue, _ frame: Frame, into content: inout PhoneContent) throws(PlatformRefusal) {
        let type = try header.text("type", 16, at: "interactive.header")
        guard frame.headers.contains(type) else {
            throw .invalid(
                "interactive.header.type",
                frame.headers.isEmpty ? "no header" : frame.headers.sorted().joined(separator: " or ")
            )
        }
        try header.allow(["type", type], at: "interactive.header")
        if type == "text" {
            content.header = try header.line("text", limits.headerText, at: "interactive.header")
        } else {
            let media = try header.object(type, at: "interactive.header")
            try media.allow(["id", "link", "filename"], at: "interactive.header.\(type)")
            content.media = try source(type, media, at: "interactive.header.\(type)")
        }
    }

    private func buttons(_ action: JSONValue, into content: inout PhoneContent) throws(PlatformRefusal) {
        try action.allow(["buttons"], at: "interactive.action")
        let path = "interactive.action.buttons"
        for button in try action.list("buttons", 1...limits.buttons, at: "interactive.action") {
            content.choices.append(try replyButton(button, at: path))
        }
        try refuseRepeats(content.choices.map(\.id), "ids", at: path)
        try refuseRepeats(content.choices.map(\.title), "titles", at: path)
    }

    func replyButton(_ button: JSONValue, at path: String) throws(PlatformRefusal) -> PhoneChoice {
        try button.allow(["type", "reply"], at: path)
        try button.expect("type", "reply", at: path)
        let reply = try button.object("reply", at: path)
        try reply.allow(["id", "title"], at: "\(path).reply")
        let id = try reply.line("id", limits.buttonID, at: "\(path).reply")
        return PhoneChoice(.button, id: id, title: try reply.line("title", limits.buttonTitle, at: "\(path).reply"))
    }

    func refuseRepeats(_ names: [String], _ what: String, at path: String) throws(PlatformRefusal) {
        let isRepeated = names.indices.contains { names[..<$0].contains(names[$0]) }
        guard !isRepeated else { throw .invalid(path, "each of the \(what) only once") }
    }

    private func list(_ action: JSONValue, into content: inout PhoneContent) throws(PlatformRefusal) {
        try action.allow(["button", "sections"], at: "interactive.action")
        content.listLabel = try action.line("button", limits.listLabel, at: "interactive.action")
        let path = "interactive.action.sections"
        let sections = try action.list("sections", 1...limits.sections, at: "interactive.action")
        for section in sections {
            try section.allow(["title", "rows"], at: path)
            let title = try sectionTitle(section, of: sections.count, at: path)
            var rows: [PhoneChoice] = []
            for row in try section.list("rows", 1...limits.rows, at: path) { rows.append(try self.row(row)) }
            content.sections.append(PhoneSection(title: title, rows: rows))
        }
        let rows = content.sections.flatMap(\.rows)
        guard rows.count <= limits.rows else { throw .invalid(path, "\(limits.rows) rows at most over all sections") }
        try refuseRepeats(rows.map(\.id), "row ids", at: path)
    }

    func sectionTitle(_ section: JSONValue, of count: Int, at path: String) throws(PlatformRefusal) -> String? {
        count > 1
            ? try section.line("title", limits.sectionTitle, at: path)
            : try section.optionalLine("title", limits.sectionTitle, at: path)
    }

    private func row(_ row: JSONValue) throws(PlatformRefusal) -> PhoneChoice {
        let path = "interactive.action.sections.rows"
        try row.allow(["id", "title", "description"], at: path)
        return PhoneChoice(
            .row,
            id: try row.line("id", limits.rowID, at: path),
            title: try row.line("title", limits.rowTitle, at: path),
            detail: try row.optionalText("description", limits.rowDetail, at: path)
        )
    }

    func link(_ action: JSONValue, at path: String) throws(PlatformRefusal) -> PhoneLink {
        try action.allow(["name", "parameters"], at: path)
        try action.expect("name", "cta_url", at: path)
        let parameters = try action.object("parameters", at: path)
        try parameters.allow(["display_text", "url"], at: "\(path).parameters")
        let title = try parameters.line("display_text", limits.linkLabel, at: "\(path).parameters")
        let url = try parameters.line("url", limits.templateURL, at: "\(path).parameters")
        guard url.hasPrefix("https://") || url.hasPrefix("http://"), !Self.host(of: url).isEmpty else {
            throw .invalid("\(path).parameters.url", "an http or https address")
        }
        return PhoneLink(title: title, url: url)
    }

    private func request(
        _ request: PhoneRequest,
        _ name: String,
        _ action: JSONValue,
        into content: inout PhoneContent
    ) throws(PlatformRefusal) {
        try action.allow(request == .address ? ["name", "parameters"] : ["name"], at: "interactive.action")
        try action.expect("name", name, at: "interactive.action")
        content.asksFor = request
    }

    private func form(_ action: JSONValue, into content: inout PhoneContent) throws(PlatformRefusal) {
        try action.allow(["name", "parameters"], at: "interactive.action")
        try action.expect("name", "flow", at: "interactive.action")
        let path = "interactive.action.parameters"
        let form = try action.object("parameters", at: "interactive.action")
        try form.allow(Self.formFields, at: path)
        try form.expect("flow_message_version", "3", at: path)
        guard (form["flow_id"] == nil) != (form["flow_name"] == nil) else {
            throw .invalid(path, "exactly one of flow_id and flow_name")
        }
        let title = try form.line("flow_cta", limits.formLabel, at: path)
        guard !title.unicodeScalars.contains(where: { $0.properties.isEmojiPresentation }) else {
            throw .invalid("\(path).flow_cta", "no emoji")
        }
        try formAction(form, at: path)
        content.asksFor = .form(title: title, token: try form.optionalText("flow_token", 1024, at: path) ?? "unused")
    }

    private static let formFields = [
        "flow_message_version", "flow_id", "flow_name", "flow_token", "flow_cta", "flow_action", "flow_action_payload",
        "mode",
    ]

    private func formAction(_ form: JSONValue, at path: String) throws(PlatformRefusal) {
        if let mode = form["mode"], !mode.holds("draft"), !mode.holds("published") {
            throw .invalid("\(path).mode", "draft or published")
        }
        let payload = try form.optionalObject("flow_action_payload", at: path)
        switch try form.optionalText("flow_action", 32, at: path) ?? "navigate" {
        case "navigate":
            guard let payload else { return }
            _ = try payload.text("screen", 256, at: "\(path).flow_action_payload")
            if let data = try payload.optionalObject("data", at: "\(path).flow_action_payload") {
                guard data.members.contains(where: { _ in true }) else {
                    throw .invalid("\(path).flow_action_payload.data", "at least one member")
                }
            }
        case "data_exchange":
            guard payload == nil else { throw .invalid("\(path).flow_action_payload", "no payload with data_exchange") }
        default: throw .invalid("\(path).flow_action", "navigate or data_exchange")
        }
    }
}
