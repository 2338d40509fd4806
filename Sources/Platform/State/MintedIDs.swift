import Kernel

/// Ids the platform makes: each follows from the seed, its kind and its number.
struct MintedIDs: Sendable {
    let seed: UInt64

    /// A message id; base64-looking, as the platform's are.
    func message(_ number: UInt64) -> String {
        "wamid.HBgN" + text(of: 1, number, count: 40, signs: Self.base64)
    }

    /// A business-scoped user id with its country.
    func userID(of person: String, country: String) -> String {
        let number = person.utf8.reduce(UInt64(5381)) { ($0 &* 33) ^ UInt64($1) }
        return country + "." + text(of: 2, number, count: 15, signs: Self.digits)
    }

    /// A media id.
    func media(_ number: UInt64) -> String { "77" + text(of: 3, number, count: 13, signs: Self.digits) }

    /// A conversation id, 32 hexadecimal digits.
    func conversation(_ number: UInt64) -> String { text(of: 4, number, count: 32, signs: Self.hex) }

    /// A trace id of an error.
    func trace(_ number: UInt64) -> String { "A" + text(of: 5, number, count: 22, signs: Self.base64) }

    /// A gateway's id of one try to pay.
    func payment(_ number: UInt64) -> String { "order_" + text(of: 6, number, count: 14, signs: Self.base64) }

    /// So many signs that follow from the seed, the kind of id and its number.
    func text(of kind: UInt64, _ number: UInt64, count: Int, signs: [UInt8]) -> String {
        var source = SeededGenerator(seed: seed &* 0x2545_F491_4F6C_DD1D ^ kind << 56 ^ number &* 0x9E6D_62D0_6F6A_9A9B)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count)
        while bytes.count < count {
            var word = source.next()
            for _ in 0..<min(10, count - bytes.count) {
                bytes.append(signs[Int(word & 63) % signs.count])
                word >>= 6
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    static let base64 = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789AB".utf8)
    static let digits = Array("0123456789".utf8)
    private static let hex = Array("0123456789abcdef".utf8)
}
