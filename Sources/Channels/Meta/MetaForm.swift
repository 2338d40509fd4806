import Kernel
import Messaging

/// Answers to forms of ours: addresses, ratings, leads.
enum MetaForm {
    /// Nil if it holds no answers where they are expected.
    static func content(of value: JSONValue, named name: String) -> InboundEvent.Content? {
        switch name {
        case "messaging_customer_information": return information(value, named: name)
        case "messaging_feedback": return ratings(value, named: name)
        default: return submitted(value)
        }
    }

    /// Such as `{"screens":[{"screen_id":…,"responses":[{"key":"country","value":"TH"}]}]}`.
    private static func information(_ value: JSONValue, named name: String) -> InboundEvent.Content? {
        guard let screens = value["screens"], screens.kind == .array else { return nil }
        var fields: [String: String] = [:]
        for screen in screens.elements {
            for answer in screen["responses"]?.elements ?? screens.elements where answer["key"] != nil {
                put(answer["value"], as: answer["key"]?.filled, into: &fields)
            }
        }
        return .form(Form(name: name, fields: fields))
    }

    /// Such as `{"feedback_screens":[{"screen_id":0,"questions":{"q1":{"type":"csat","payload":"5","follow_up":{"payload":…}}}}]}`.
    private static func ratings(_ value: JSONValue, named name: String) -> InboundEvent.Content? {
        guard let screens = value["feedback_screens"], screens.kind == .array else { return nil }
        var fields: [String: String] = [:]
        for screen in screens.elements {
            guard let questions = screen["questions"] else { continue }
            for (id, answer) in questions.members {
                put(answer["payload"], as: id, into: &fields)
                put(answer["follow_up"]?["payload"], as: id + ".follow_up", into: &fields)
            }
        }
        return .form(Form(name: name, fields: fields))
    }

    /// `{"id":"4471",…}`: the answers stay with the platform.
    private static func submitted(_ value: JSONValue) -> InboundEvent.Content? {
        guard let id = value["id"]?.filled else { return nil }
        var fields: [String: String] = [:]
        for (name, answer) in value.members where name != "id" { put(answer, as: name, into: &fields) }
        return .form(Form(name: id, fields: fields))
    }

    /// `{"data":[{"question":…,"answer":…}]}`, beside the referral of a lead ad.
    static func lead(_ value: JSONValue) -> InboundEvent.Content? {
        guard let data = value["data"], data.kind == .array else { return nil }
        var fields: [String: String] = [:]
        for row in data.elements { put(row["answer"], as: row["question"]?.filled, into: &fields) }
        return .form(Form(name: "lead", fields: fields))
    }

    /// The first answer under a name stands.
    private static func put(_ answer: JSONValue?, as name: String?, into fields: inout [String: String]) {
        guard let name, let answer, fields[name] == nil else { return }
        fields[name] = answer.isNull ? "" : answer.text ?? answer.description
    }
}
