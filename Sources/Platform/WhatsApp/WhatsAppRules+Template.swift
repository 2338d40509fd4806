import Kernel

/// Template messages: the definition decides which parameters must be there.
extension WhatsAppRules {
    func template(_ call: JSONValue) throws(PlatformRefusal) -> PhoneContent {
        try call.allow(["name", "language", "components"], at: "template")
        let template = try definition(of: call)
        let components = try self.components(of: call)
        var content = PhoneContent(type: "template")
        content.template = PhoneTemplateName(
            name: template.name,
            language: template.language,
            category: template.category
        )
        try header(of: template, components, into: &content)
        content.text = try filled(template.body, by: components["body"], limits.templateBody, "body")
        content.footer = template.footer
        for (index, button) in template.buttons.enumerated() {
            try self.button(button, components["button \(index)"], into: &content)
        }
        let used = components.keys.allSatisfy { $0 == "header" || $0 == "body" || isButton($0, of: template) }
        guard used else { throw PlatformRefusal(132_000, "A component has no counterpart in the template") }
        return content
    }

    private func isButton(_ component: String, of template: PlatformTemplate) -> Bool {
        template.buttons.indices.contains { component == "button \($0)" }
    }

    private func definition(of call: JSONValue) throws(PlatformRefusal) -> PlatformTemplate {
        let name = try call.text("name", limits.templateName, at: "template")
        let code = try call.object("language", at: "template").text("code", 15, at: "template.language")
        let known = configuration.templates.first { $0.name == name && $0.language == code }
        guard let known, known.approval != .pending else {
            throw PlatformRefusal(132_001, "template name (\(name)) does not exist in \(code)")
        }
        switch known.approval {
        case .paused: throw PlatformRefusal(132_015, "template \(name) is paused because of low quality")
        case .disabled: throw PlatformRefusal(132_016, "template \(name) is disabled for good")
        case .approved, .pending: return known
        }
    }

    /// Parameters by their place, such as `header`, `body` or `button 0`.
    private func components(of call: JSONValue) throws(PlatformRefusal) -> [String: [JSONValue]] {
        var found: [String: [JSONValue]] = [:]
        guard call["components"] != nil else { return found }
        for component in try call.list("components", 0...12, at: "template") {
            let path = "template.components"
            try component.allow(["type", "sub_type", "index", "parameters"], at: path)
            var place = try component.text("type", 16, at: path).lowercased()
            guard ["header", "body", "button"].contains(place) else {
                throw .invalid("\(path).type", "header, body or button")
            }
            if place == "button" {
                _ = try component.text("sub_type", 32, at: path)
                guard let index = component["index"]?.int, (0...9).contains(index) else {
                    throw .invalid("\(path).index", "0 to 9")
                }
                place = "button \(index)"
            }
            guard found[place] == nil else { throw .invalid(path, "each component once") }
            found[place] = component["parameters"] == nil ? [] : try component.list("parameters", 0...64, at: path)
        }
        return found
    }

    private func header(
        of template: PlatformTemplate,
        _ components: [String: [JSONValue]],
        into content: inout PhoneContent
    ) throws(PlatformRefusal) {
        let given = components["header"]
        switch template.header {
        case nil:
            guard given == nil else { throw PlatformRefusal(132_000, "header: the template has none") }
        case .text(let words):
            content.header = try filled(words, by: given, limits.templateHeader, "header")
        case .media(let kind):
            guard let parameter = given?.first, given?.count == 1 else {
                throw PlatformRefusal(132_000, "header: expected 1 parameter of type \(kind)")
            }
            guard parameter["type"]?.string == kind else {
                throw PlatformRefusal(132_012, "header: expected type \(kind)")
            }
            content.media = try source(kind, try parameter.object(kind, at: "header"), at: "header.\(kind)")
        }
    }

    /// The words with their gaps filled from the parameters.
    private func filled(
        _ words: String,
        by given: [JSONValue]?,
        _ limit: Int,
        _ place: String
    ) throws(PlatformRefusal) -> String {
        let gaps = PlatformTemplate.gaps(in: words)
        let given = given ?? []
        guard gaps.count == given.count else {
            throw PlatformRefusal(132_000, "\(place): number of parameters \(given.count) does not match \(gaps.count)")
        }
        let isNamed = gaps.contains { Int($0) == nil }
        var values: [String: String] = [:]
        for (index, parameter) in given.enumerated() {
            let name = isNamed ? parameter["parameter_name"]?.string : String(index + 1)
            guard let name, gaps.contains(name), values[name] == nil, isNamed || parameter["parameter_name"] == nil
            else {
                throw PlatformRefusal(132_012, "\(place): parameter names do not match the template's")
            }
            values[name] = try value(of: parameter, place)
        }
        let text = PlatformTemplate.filled(words, with: values)
        guard text.utf16.count <= limit else {
            throw PlatformRefusal(132_005, "\(place): longer than \(limit) once filled")
        }
        return text
    }

    private func value(of parameter: JSONValue, _ place: String) throws(PlatformRefusal) -> String {
        let type = parameter["type"]?.string ?? ""
        let text =
            switch type {
            case "text": parameter["text"]?.string
            case "currency", "date_time": parameter[type]?["fallback_value"]?.string
            default: String?.none
            }
        guard let text, !text.isEmpty else {
            throw PlatformRefusal(
                132_012,
                "\(place): expected a parameter of type text, currency or date_time with words"
            )
        }
        return text
    }

    private func button(
        _ button: PlatformTemplate.Button,
        _ given: [JSONValue]?,
        into content: inout PhoneContent
    ) throws(PlatformRefusal) {
        switch button {
        case .quickReply(let title):
            let payload = given?.first?["payload"]?.string ?? title
            guard (1...limits.payload).contains(payload.utf16.count) else {
                throw .invalid("template.components.parameters.payload", "1 to \(limits.payload) characters")
            }
            content.choices.append(PhoneChoice(.templateButton, id: payload, title: title))
        case .link(let title, let url):
            let address = try filled(url, by: given, limits.templateURL, "button")
            content.links.append(PhoneLink(title: title, url: address))
        }
    }
}
