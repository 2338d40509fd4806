import Kernel
import Messaging

/// The answer to an interactive message of ours.
///
/// ```json
/// {"type":"button_reply","button_reply":{"id":"checkout:yes","title":"Check out"}}
/// {"type":"nfm_reply","nfm_reply":{"name":"flow","body":"Sent","response_json":"{\"zip\":\"10117\"}"}}
/// {"type":"call_permission_reply","call_permission_reply":{"response":"accept"}}
/// {"type":"payment_method","payment_method":{"payment_method":"pix","reference_id":"SO-1007-a"}}
/// ```
enum WhatsAppReply {
    /// Nil for replies that carry nothing to read, or that are none of these.
    static func content(of value: JSONValue) -> InboundEvent.Content? {
        guard value.kind == .object else { return nil }
        let type = value["type"]?.filled ?? names.first { value[$0] != nil }
        guard let type, let reply = value[type], reply.kind == .object else { return nil }
        switch type {
        case "nfm_reply": return form(reply)
        // No label: "accept" must not be heard as words about an order.
        case "call_permission_reply": return WhatsAppMessage.tap(reply, payload: "response", label: "title")
        case "payment_method": return WhatsAppMessage.tap(reply, payload: "reference_id", label: "payment_method")
        default: return WhatsAppMessage.tap(reply, payload: "id", label: "title")
        }
    }

    private static let names = ["button_reply", "list_reply", "nfm_reply"]

    /// A form, whose answers are JSON inside a string; what is none is kept as the one answer.
    private static func form(_ value: JSONValue) -> InboundEvent.Content? {
        guard let answers = value["response_json"] else { return nil }
        if answers.kind == .object { return form(value, answers: answers) }
        guard let text = answers.string else { return nil }
        if let document = try? JSONDocument(Array(text.utf8)), document.root.kind == .object {
            return form(value, answers: document.root)
        }
        return .form(Form(name: value["name"]?.filled, fields: ["response_json": text]))
    }

    private static func form(_ value: JSONValue, answers: JSONValue) -> InboundEvent.Content {
        var fields: [String: String] = [:]
        add(answers, to: &fields)
        // An address stands one level deeper, beside the id of a saved one.
        if value["name"]?.holds("address_message") == true, let address = answers["values"], address.kind == .object {
            fields["values"] = nil
            add(address, to: &fields)
        }
        return .form(Form(name: value["name"]?.filled, fields: fields))
    }

    /// The first answer of a name counts.
    private static func add(_ answers: JSONValue, to fields: inout [String: String]) {
        for (key, answer) in answers.members where fields[key] == nil {
            fields[key] = answer.isNull ? "" : answer.text ?? answer.description
        }
    }
}
