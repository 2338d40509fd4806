import Kernel
package import Messaging

/// Reads what Messenger and Instagram answer.
///
/// ```json
/// {"recipient_id":"7001","message_id":"m_out9"}
/// {"error":{"message":"…","type":"OAuthException","code":10,"error_subcode":2018278,"fbtrace_id":"A"}}
/// ```
enum MetaAnswer {
    static func verdict(status: Int, body: [UInt8], attempt: Int, of platform: String) -> SendVerdict {
        guard let answer = try? JSONDocument(body, lenient: true).root, answer.kind == .object else {
            return .mayHaveBeenSent(
                reason: "The answer came from somewhere between us and \(platform) (HTTP \(status))."
            )
        }
        if let error = answer["error"], !error.isNull {
            return verdict(on: error, status: status, attempt: attempt, of: platform)
        }
        let message = answer["message_id"]?.filled
        let person = answer["recipient_id"]?.filled
        if message != nil || person != nil {
            return .accepted(SendVerdict.Acceptance(externalID: message, scopedID: person))
        }
        return .mayHaveBeenSent(
            reason: "\(platform)'s answer names neither a message nor an error (HTTP \(status))."
        )
    }

    static func reason(for errors: [PlatformError], of platform: String) -> String {
        guard let error = errors.first else { return "\(platform) gave no reason." }
        if let rule = MetaCodeTable.rule(for: error) { return rule.sentence }
        let words = error.title.map { " (\($0))" } ?? ""
        let code = error.subcode.map { "\(error.code)/\($0)" } ?? "\(error.code)"
        return "\(platform) refused it with code \(code)\(words), which we don't know."
    }

    private static func verdict(on value: JSONValue, status: Int, attempt: Int, of platform: String) -> SendVerdict {
        guard let error = PlatformError(value) else { return SendVerdict(onStatus: status, of: platform) }
        let reason = reason(for: [error], of: platform)
        if let rule = MetaCodeTable.rule(for: error) {
            return rule.action.verdict(on: error, reason: reason, attempt: attempt)
        }
        let isTransient = value["is_transient"]?.isTrue == true
        return isTransient ? .mayHaveBeenSent(reason: reason) : .refused(reason: reason, errors: [error])
    }
}

extension Messenger {
    /// Says what an answer to a posted message or sender action means: by code and subcode first, then by the HTTP status.
    ///
    /// - Parameters:
    ///   - status: The HTTP status; most errors come with 400.
    ///   - body: The whole body. What is no JSON was written by somebody in between, so the message may have been sent.
    ///   - attempt: How often it was tried before; waits grow with it.
    /// - Returns: What to do next. Of an accepted answer to a comment `scopedID` names the person.
    package static func classify(status: Int, body: [UInt8], attempt: Int = 0) -> SendVerdict {
        MetaAnswer.verdict(status: status, body: body, attempt: attempt, of: "Messenger")
    }

    /// What a merchant reads about the errors of an answer.
    package static func reason(for errors: [PlatformError]) -> String {
        MetaAnswer.reason(for: errors, of: "Messenger")
    }
}

extension Instagram {
    /// Says what an answer to a posted message or sender action means: by code and subcode first, then by the HTTP status.
    ///
    /// - Parameters:
    ///   - status: The HTTP status; most errors come with 400.
    ///   - body: The whole body. What is no JSON was written by somebody in between, so the message may have been sent.
    ///   - attempt: How often it was tried before; waits grow with it.
    /// - Returns: What to do next. Of an accepted answer to a comment `scopedID` names the person.
    package static func classify(status: Int, body: [UInt8], attempt: Int = 0) -> SendVerdict {
        MetaAnswer.verdict(status: status, body: body, attempt: attempt, of: "Instagram")
    }

    /// What a merchant reads about the errors of an answer.
    package static func reason(for errors: [PlatformError]) -> String {
        MetaAnswer.reason(for: errors, of: "Instagram")
    }
}
