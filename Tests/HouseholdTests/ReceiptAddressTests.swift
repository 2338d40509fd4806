import Commerce
import Gateway
import Kernel
import Messaging
import Testing

@Suite("Receipts' addresses")
struct ReceiptAddressTests {
    private let receipts = ReceiptAddresses(publicURL: "https://shop.test", key: Secret("key"))
    private let order = OrderNumber("K7QX2M")

    @Test("a token opens its own order, and no sign of it can be guessed or changed")
    func tokens() throws {
        let token = receipts.token(of: order, in: ShopID(2))
        let found = try #require(receipts.order(of: token))
        #expect(found.shop == ShopID(2) && found.order == order)
        #expect(receipts.url(of: order, in: ShopID(2)) == "https://shop.test/receipts/\(token)")
        for index in token.indices where token[index] != "-" {
            var changed = token
            changed.replaceSubrange(index...index, with: token[index] == "b" ? "c" : "b")
            #expect(receipts.order(of: changed) == nil, "\(changed)")
        }
    }

    @Test("another shop, order or key makes another token", arguments: ["", "-", "1-K7QX2M-", "2-K7QX2M-abc", "x-y-z"])
    func others(token: String) {
        #expect(receipts.order(of: token) == nil)
        let other = ReceiptAddresses(publicURL: "", key: Secret("other"))
        #expect(other.order(of: receipts.token(of: order, in: ShopID(2))) == nil)
        #expect(other.url(of: order, in: ShopID(2)) == nil)
        #expect(receipts.token(of: order, in: ShopID(1)) != receipts.token(of: order, in: ShopID(2)))
    }
}
