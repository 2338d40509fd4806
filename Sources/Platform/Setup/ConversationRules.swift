import Kernel

/// The rules of `conversational_automation`: what a person on WhatsApp can tap before writing, and the commands behind `/`.
///
/// `{"prompts":["Where is my order?"],"commands":[{"command_name":"orders","command_description":"Your orders"}]}`
/// - Source: WhatsApp "Conversational components", 16 June 2026; its lengths as partners repeat them.
struct ConversationRules {
    static let fields = ["prompts", "commands", "enable_welcome_message"]

    /// Ice breakers of a number.
    var prompts = 4
    var prompt = 80
    var commands = 30
    var commandName = 32
    var commandDescription = 256

    /// The fields a call sets, as JSON text; an empty list takes them all away.
    func changes(_ call: JSONValue) throws(PlatformRefusal) -> [String: String?] {
        try call.allow(Self.fields, at: "body")
        var changes: [String: String?] = [:]
        for (name, value) in call.members {
            try check(name, call)
            changes[name] = value.description
        }
        guard !changes.isEmpty else { throw .missing("prompts or commands") }
        return changes
    }

    private func check(_ name: String, _ call: JSONValue) throws(PlatformRefusal) {
        switch name {
        case "prompts": try checkPrompts(try call.list(name, 0...prompts, at: "body"))
        case "commands": try checkCommands(try call.list(name, 0...commands, at: "body"))
        default:
            guard call[name]?.bool != nil else { throw .invalid(name, "true or false") }
        }
    }

    private func checkPrompts(_ items: [JSONValue]) throws(PlatformRefusal) {
        for item in items {
            guard let text = item.string, text.utf16.count <= prompt, !text.isBlank, text.isOneLine, !text.holdsEmoji
            else { throw .invalid("prompts", "lines of 1 to \(prompt) characters without emoji") }
        }
        guard Set(items.compactMap(\.string)).count == items.count else { throw .invalid("prompts", "no two alike") }
    }

    private func checkCommands(_ items: [JSONValue]) throws(PlatformRefusal) {
        for item in items {
            try item.allow(["command_name", "command_description"], at: "commands")
            let name = try item.line("command_name", commandName, at: "commands")
            guard
                name.unicodeScalars.allSatisfy({ $0.properties.isAlphabetic || ("0"..."9").contains($0) || $0 == "_" })
            else { throw .invalid("commands.command_name", "letters, digits and underscores") }
            let description = try item.line("command_description", commandDescription, at: "commands")
            guard !description.holdsEmoji else { throw .invalid("commands.command_description", "no emoji") }
        }
        guard Set(items.compactMap { $0["command_name"]?.string }).count == items.count else {
            throw .invalid("commands", "no two of one name")
        }
    }
}

extension String {
    /// Whether a sign of it is drawn as a picture.
    fileprivate var holdsEmoji: Bool {
        unicodeScalars.contains { $0.properties.isEmojiPresentation || $0.value == 0xFE0F }
    }
}
