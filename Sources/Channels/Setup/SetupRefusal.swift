package import Kernel
package import Messaging

/// Why a platform did not do, or not tell, what the set-up asked for.
package struct SetupRefusal: Error, Sendable, Equatable {
    package enum Kind: Sendable, Equatable {
        /// The token is wrong, ended, or another's.
        case token
        /// The token lacks a permission, or the account is not ours to touch.
        case permission
        /// The object does not exist for this token.
        case unknown
        /// Too many calls: it works again in a while.
        case busy
        /// The platform called our webhook and got no right answer.
        case callback
        /// Somebody between us and the platform answered.
        case elsewhere
        case other
    }

    package let kind: Kind
    /// What happened, in a sentence for the merchant; holds no secret.
    package let reason: String

    package init(kind: Kind, reason: String) {
        self.kind = kind
        self.reason = reason
    }
}

/// Reads what platforms answer to the calls of a set-up.
package enum SetupAnswer {
    /// The answer's JSON, or why there is none; classified by the same tables as answers to messages.
    ///
    /// - Parameters:
    ///   - channel: Whose platform was asked.
    ///   - status: The HTTP status.
    ///   - body: The whole body.
    /// - Returns: The JSON, which is an object, or the refusal.
    package static func read(
        on channel: ChannelKind,
        status: Int,
        body: [UInt8]
    ) -> Result<JSONDocument, SetupRefusal> {
        guard let document = try? JSONDocument(body, lenient: true), document.root.kind == .object else {
            let reason = "The answer came from somewhere between us and the platform (HTTP \(status))."
            return .failure(SetupRefusal(kind: .elsewhere, reason: reason))
        }
        guard let value = document.root["error"] else { return .success(document) }
        guard let error = PlatformError(value) else {
            return .failure(SetupRefusal(kind: .other, reason: "It was refused without a code (HTTP \(status))."))
        }
        let kind = kind(of: error, on: channel)
        return .failure(SetupRefusal(kind: kind, reason: reason(for: error, kind)))
    }

    /// The app's own tokens and webhooks have codes of their own; all else stands in the channel's table.
    private static func kind(of error: PlatformError, on channel: ChannelKind) -> SetupRefusal.Kind {
        switch (error.code, error.subcode) {
        case (0, _), (15, _), (101, _), (102, _), (190, _): return .token
        case (100, 33), (803, _): return .unknown
        case (2_200, _): return .callback
        default: break
        }
        let rule =
            channel == .whatsapp
            ? WhatsAppCodeTable.rule(for: error.code)?.action : MetaCodeTable.rule(for: error)?.action
        switch rule {
        case .retry: return .busy
        case .park: return .permission
        default: return .other
        }
    }

    private static func reason(for error: PlatformError, _ kind: SetupRefusal.Kind) -> String {
        let code = error.subcode.map { "\(error.code)/\($0)" } ?? "\(error.code)"
        let words = [error.title, error.details].compactMap(\.self).map { TextTools.prefix($0.oneLine, fitting: 160) }
        let sentence =
            switch kind {
            case .token: "The token is not accepted"
            case .permission: "The token lacks a permission, or the account is closed to it"
            case .unknown: "The platform knows no such object, or the token may not see it"
            case .busy: "The platform takes no more calls for some minutes"
            case .callback: "The platform called the webhook and did not get the right answer"
            case .elsewhere, .other: words.first ?? "The platform refused it"
            }
        return "\(sentence) (code \(code))."
    }
}
