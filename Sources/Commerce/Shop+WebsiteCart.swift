extension Shop.Website {
    /// The address at which a cart stands ready to be paid.
    ///
    /// `{items}` becomes `SKU:2,SKU:1`, `{order}` the order's number; both are percent-encoded, except the colons and commas
    /// between items, so that a SKU that has them can be told apart before decoding.
    package func cart(of order: OrderNumber, lines: [Order.Line]) -> String {
        let items = lines.map { "\(Self.encoded($0.sku.text)):\($0.quantity)" }.joined(separator: ",")
        return cartURL.replacing("{items}", with: items).replacing("{order}", with: Self.encoded(order.text))
    }

    /// Letters, digits and `-._~` stay, every other byte of the UTF-8 becomes `%` and two capital hexadecimal digits.
    ///
    /// - Source: RFC 3986, section 2.
    private static func encoded(_ text: String) -> String {
        let digits = Array("0123456789ABCDEF")
        return text.utf8.reduce(into: "") { encoded, byte in
            let sign = Character(Unicode.Scalar(byte))
            if sign.isASCII, sign.isLetter || sign.isNumber || "-._~".contains(sign) {
                encoded.append(sign)
            } else {
                encoded += ["%", digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
    }
}
