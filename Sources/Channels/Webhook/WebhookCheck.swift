package import Kernel

/// The two proofs that a webhook call comes from the platform; all three channels make them alike.
/// - Source: WhatsApp Cloud API and Messenger Platform, "Create a webhook endpoint".
package enum WebhookCheck {
    /// Whether `X-Hub-Signature-256` (`sha256=` and 64 hexadecimal digits) is the signature of the bytes as received.
    ///
    /// Compared in constant time on decoded bytes. A missing header is a wrong one.
    package static func isSigned(_ body: [UInt8], header: String?, key: HMACSHA256.Key) -> Bool {
        guard let header, header.utf8.starts(with: "sha256=".utf8) else { return false }
        return key.isValid(hex: header.dropFirst(7), body: body)
    }

    /// Whether the header signs the body with the app's secret.
    package static func isSigned(_ body: [UInt8], header: String?, secret: String) -> Bool {
        isSigned(body, header: header, key: HMACSHA256.Key(secret))
    }

    /// What to answer a verification call with, byte for byte, if mode and token are right; nil: answer 403.
    ///
    /// An empty expected token verifies nobody. Tokens are compared by their signatures, which takes the same time
    /// wherever they differ.
    package static func challenge(
        mode: String?,
        token: String?,
        challenge: String?,
        expected: String
    ) -> String? {
        guard mode == "subscribe", let token, let challenge, !expected.isEmpty else { return nil }
        let key = HMACSHA256.Key(expected)
        return key.isValid(hex: key.hex(of: Array(token.utf8)), body: Array(expected.utf8)) ? challenge : nil
    }
}
