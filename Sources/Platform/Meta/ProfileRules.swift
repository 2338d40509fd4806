import Kernel

/// The rules of `messenger_profile`: what people see before they write.
/// - Source: Messenger "Messenger profile", "Persistent menu", "Ice breakers"; Instagram has ice breakers and the menu.
struct ProfileRules {
    let channel: PlatformChannel
    let limits = SendLimits()

    private var fields: [String] {
        channel == .instagram
            ? ["ice_breakers", "persistent_menu"]
            : [
                "get_started", "greeting", "ice_breakers", "persistent_menu", "whitelisted_domains", "commands",
                "account_linking_url",
            ]
    }

    /// The fields a call sets, as JSON text.
    func changes(_ call: JSONValue, hasStart: Bool) throws(PlatformRefusal) -> [String: String?] {
        do throws(PlatformRefusal) {
            try call.allow(fields + ["platform", "access_token"], at: "body")
            var changes: [String: String?] = [:]
            for (name, value) in call.members where fields.contains(name) {
                try check(name, call)
                changes[name] = value.description
            }
            guard !changes.isEmpty else { throw .missing("a field of the profile") }
            guard
                channel == .instagram || changes["persistent_menu"] == nil || hasStart || changes["get_started"] != nil
            else { throw .parameter("persistent_menu: get_started has to be set first") }
            return changes
        } catch { throw error.translated(for: channel) }
    }

    /// The fields a call deletes: `{"fields":["greeting"]}`.
    func deletions(_ call: JSONValue) throws(PlatformRefusal) -> [String: String?] {
        do throws(PlatformRefusal) {
            try call.allow(["fields", "platform", "access_token"], at: "body")
            var changes: [String: String?] = [:]
            for field in try call.list("fields", 1...fields.count, at: "body") {
                guard let name = field.string, fields.contains(name) else { throw .invalid("fields", "known fields") }
                changes.updateValue(nil, forKey: name)
            }
            return changes
        } catch { throw error.translated(for: channel) }
    }

    private func check(_ name: String, _ call: JSONValue) throws(PlatformRefusal) {
        switch name {
        case "get_started":
            let start = try call.object(name, at: "body")
            try start.allow(["payload"], at: name)
            _ = try start.text("payload", limits.payload, at: name)
        case "greeting":
            for greeting in try localised(name, call, ["locale", "text"]) {
                _ = try greeting.text("text", limits.greeting, at: name)
            }
        case "ice_breakers": try checkIceBreakers(call)
        case "persistent_menu": try checkMenu(call)
        case "account_linking_url": _ = try call.text(name, limits.address, at: "body")
        default: _ = try call.list(name, 0...50, at: "body")
        }
    }

    /// Entries by language; one of them is `default`.
    private func localised(
        _ name: String,
        _ call: JSONValue,
        _ members: [String]
    ) throws(PlatformRefusal) -> [JSONValue] {
        let entries = try call.list(name, 1...50, at: "body")
        for entry in entries {
            try entry.allow(members, at: name)
            _ = try entry.text("locale", 16, at: name)
        }
        guard entries.contains(where: { $0["locale"]?.holds("default") == true }) else {
            throw .invalid(name, "an entry for the locale default")
        }
        return entries
    }

    private func checkIceBreakers(_ call: JSONValue) throws(PlatformRefusal) {
        for entry in try localised("ice_breakers", call, ["locale", "call_to_actions"]) {
            for question in try entry.list("call_to_actions", 1...limits.iceBreakers, at: "ice_breakers") {
                try question.allow(["question", "payload"], at: "ice_breakers")
                _ = try question.line("question", limits.question, at: "ice_breakers")
                _ = try question.text("payload", limits.payload, at: "ice_breakers")
            }
        }
    }

    private func checkMenu(_ call: JSONValue) throws(PlatformRefusal) {
        let path = "persistent_menu"
        let isInstagram = channel == .instagram
        let members = ["locale", "call_to_actions"] + (isInstagram ? [] : ["composer_input_disabled"])
        for entry in try localised(path, call, members) {
            for item in try entry.list("call_to_actions", 1...limits.menuItems, at: path) {
                _ = try item.line("title", limits.menuTitle, at: path)
                switch try item.text("type", 16, at: path) {
                case "postback":
                    try item.allow(["type", "title", "payload"], at: path)
                    _ = try item.text("payload", limits.payload, at: path)
                case "web_url":
                    try item.allow(["type", "title", "url"] + (isInstagram ? [] : ["webview_height_ratio"]), at: path)
                    _ = try item.text("url", limits.address, at: path)
                default: throw .invalid("\(path).type", "postback or web_url")
                }
            }
        }
    }
}
