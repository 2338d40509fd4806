import Kernel
import Messaging

/// The answer to an interactive message of ours.
///
/// ```json
/// {"type":"button_reply","button_reply":{"id":"checkout:yes","title":"Check out"}}
/// ```
enum WhatsAppReply {
    /// Nil for replies that carry nothing to read, or that are none of these.
    static func content(of value: JSONValue) -> InboundEvent.Content? {
        switch value["type"]?.string {
        case "button_reply": WhatsAppMessage.tap(value["button_reply"], payload: "id", label: "title")
        case "list_reply": WhatsAppMessage.tap(value["list_reply"], payload: "id", label: "title")
        case "nfm_reply": value["nfm_reply"].flatMap(form)
        default: nil
        }
    }

    /// A form; its answers are JSON inside a string.
    private static func form(_ value: JSONValue) -> InboundEvent.Content? {
        guard let answers = value["response_json"] else { return nil }
        guard answers.kind == .string else { return form(value, answers: answers) }
        guard let text = answers.string, let document = try? JSONDocument(Array(text.utf8)) else { return nil }
        return form(value, answers: document.root)
    }

    private static func form(_ value: JSONValue, answers: JSONValue) -> InboundEvent.Content? {
        guard answers.kind == .object else { return nil }
        var fields: [String: String] = [:]
        for (key, answer) in answers.members where fields[key] == nil {
            fields[key] = answer.isNull ? "" : answer.text ?? answer.description
        }
        return .form(Form(name: value["name"]?.filled, fields: fields))
    }
}
