import Foundation
import Kernel

/// EasyPost, which asks many carriers where parcels are and tells us in one voice.
/// - Source: EasyPost API reference, "Trackers", "Events", "Webhooks".
package enum EasyPost {
    /// The header that signs a webhook.
    package static let signatureHeader = "X-Hmac-Signature"

    /// Whether `X-Hmac-Signature` (`hmac-sha256-hex=` and 64 hexadecimal digits) signs the bytes as received.
    ///
    /// The secret counts in its compatibility decomposition (NFKD), as EasyPost's own libraries take it; an empty one
    /// verifies nothing. Compared in constant time; a missing header is a wrong one.
    package static func isSigned(_ body: [UInt8], header: String?, secret: String) -> Bool {
        let prefix = "hmac-sha256-hex="
        guard let header, !secret.isEmpty, header.utf8.starts(with: prefix.utf8) else { return false }
        let key = HMACSHA256.Key(secret.decomposedStringWithCompatibilityMapping)
        return key.isValid(hex: header.dropFirst(prefix.count), body: body)
    }
}
