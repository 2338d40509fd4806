import Kernel
package import Messaging

extension WhatsApp {
    /// Says what an answer to a posted message means: by the error's code first, then by the HTTP status.
    ///
    /// - Parameters:
    ///   - status: The HTTP status; rate errors may come with 400.
    ///   - body: The whole body. What is no JSON was written by somebody in between, so the message may have been sent.
    ///   - attempt: How often it was tried before; waits grow with it.
    /// - Returns: What to do next.
    package static func classify(status: Int, body: [UInt8], attempt: Int = 0) -> SendVerdict {
        guard let answer = try? JSONDocument(body, lenient: true).root, answer.kind == .object else {
            return .mayHaveBeenSent(reason: "The answer came from somewhere between us and WhatsApp (HTTP \(status)).")
        }
        if let error = answer["error"], !error.isNull {
            return verdict(on: error, status: status, attempt: attempt)
        }
        if let id = answer["messages"]?[0]?["id"]?.filled {
            let contact = answer["contacts"]?[0]
            return .accepted(
                SendVerdict.Acceptance(
                    externalID: id,
                    waID: contact?["wa_id"]?.filled,
                    scopedID: contact?["user_id"]?.filled,
                    messageStatus: answer["messages"]?[0]?["message_status"]?.filled
                )
            )
        }
        if answer["success"]?.isTrue == true { return .accepted(SendVerdict.Acceptance()) }
        return .mayHaveBeenSent(reason: "WhatsApp's answer names neither a message nor an error (HTTP \(status)).")
    }

    /// What a merchant reads about the errors of an answer or of a failed status.
    package static func reason(for errors: [PlatformError]) -> String {
        guard let error = errors.first else { return "WhatsApp gave no reason." }
        if let rule = WhatsAppCodeTable.rule(for: error.code) { return rule.sentence }
        let words = error.title.map { " (\($0))" } ?? ""
        return "WhatsApp refused it with code \(error.code)\(words), which we don't know."
    }

    private static func verdict(on value: JSONValue, status: Int, attempt: Int) -> SendVerdict {
        guard let error = PlatformError(value) else { return SendVerdict(onStatus: status, of: "WhatsApp") }
        let reason = reason(for: [error])
        guard let rule = WhatsAppCodeTable.rule(for: error.code) else {
            let isTransient = value["is_transient"]?.isTrue == true
            return isTransient ? .mayHaveBeenSent(reason: reason) : .refused(reason: reason, errors: [error])
        }
        return rule.action.verdict(on: error, reason: reason, attempt: attempt)
    }
}
