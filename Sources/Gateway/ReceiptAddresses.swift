package import Commerce
import Kernel

/// Makes the addresses of receipts, which only who was told one can open.
package struct ReceiptAddresses: Sendable {
    private let publicURL: String
    private let key: Secret

    /// Without a public address there are no receipts.
    package init(publicURL: String, key: Secret) {
        self.publicURL = publicURL
        self.key = key
    }

    /// Where the receipt of an order is shown; nil without a public address.
    package func url(of order: OrderNumber, in shop: ShopID) -> String? {
        publicURL.isEmpty ? nil : "\(publicURL)/receipts/\(token(of: order, in: shop))"
    }

    /// `1-K7QX2M-` and 32 hexadecimal digits that only we can make.
    package func token(of order: OrderNumber, in shop: ShopID) -> String {
        "\(shop)-\(order)-\(proof(of: order, in: shop))"
    }

    /// The order that a token opens; nil for one that was not made here.
    package func order(of token: String) -> (shop: ShopID, order: OrderNumber)? {
        let parts = token.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, let number = Int64(parts[0]), parts[2].utf8.count == Self.digits else { return nil }
        let (shop, order) = (ShopID(number), OrderNumber(String(parts[1])))
        let expected = proof(of: order, in: shop)
        // Every sign is looked at, so that the time tells nothing.
        let differs = zip(expected.utf8, parts[2].utf8).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) }
        return differs == 0 ? (shop, order) : nil
    }

    private static let digits = 32

    private func proof(of order: OrderNumber, in shop: ShopID) -> String {
        let words = "receipt \(shop) \(order)"
        return String(HMACSHA256.hex(key: key.revealed, body: Array(words.utf8)).prefix(Self.digits))
    }
}

extension GatewaySettings {
    /// The addresses of receipts, proven with the secret of the first app.
    package var receipts: ReceiptAddresses {
        ReceiptAddresses(publicURL: publicURL, key: apps.first?.appSecret ?? Secret(""))
    }
}
