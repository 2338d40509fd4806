package import Commerce
import Kernel

/// The brand's own website, which takes a cart over and tells us how it ended.
package enum Website {
    /// The header that signs what the website posts back: `sha256=` and 64 hexadecimal digits.
    package static let signatureHeader = "X-Shopkeeper-Signature"

    /// The address at which the cart stands ready to be paid.
    ///
    /// `{items}` becomes `SKU:2,SKU:1`, `{order}` the order's number; both are percent-encoded, except the colons and
    /// commas between items, so that a SKU that has them can be told apart before decoding.
    package static func cartURL(_ website: Shop.Website, order: OrderNumber, lines: [Order.Line]) -> String {
        website.cart(of: order, lines: lines)
    }

    /// The header's value for a body: `sha256=` and the hexadecimal HMAC-SHA256 of its bytes.
    package static func sign(_ body: [UInt8], secret: String) -> String {
        "sha256=" + HMACSHA256.hex(key: secret, body: body)
    }

    /// Whether the header signs the bytes as received.
    ///
    /// An empty secret verifies nothing. Compared in constant time; a missing header is a wrong one.
    package static func isSigned(_ body: [UInt8], header: String?, secret: String) -> Bool {
        guard let header, !secret.isEmpty, header.utf8.starts(with: "sha256=".utf8) else { return false }
        return HMACSHA256.isValid(hex: header.dropFirst(7), key: secret, body: body)
    }
}
