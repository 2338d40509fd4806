import Crypto

/// Signatures over webhook bodies: HMAC with SHA-256.
public enum HMACSHA256 {
    /// A secret made ready for many bodies; prints as `[hidden]`.
    public struct Key: Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
        /// The sums as they stand once the secret has gone in; each body goes on from a copy.
        private let begun: HMAC<SHA256>

        /// A key from the secret's bytes.
        public init(_ secret: [UInt8]) {
            begun = HMAC<SHA256>(key: SymmetricKey(data: secret))
        }

        /// A key from the secret's text in UTF-8.
        public init(_ secret: String) {
            self.init(Array(secret.utf8))
        }

        /// The signature in 64 small hexadecimal digits.
        public func hex(of body: [UInt8]) -> String {
            HMACSHA256.hexText(code(of: body))
        }

        /// Whether this is the body's signature: 64 hexadecimal digits of either case, compared in constant time.
        public func isValid(hex: some StringProtocol, body: [UInt8]) -> Bool {
            guard let code = HMACSHA256.bytes(hex: hex) else { return false }
            // Crypto compares authentication codes in constant time.
            return self.code(of: body) == code
        }

        private func code(of body: [UInt8]) -> HashedAuthenticationCode<SHA256> {
            var sum = begun
            body.withUnsafeBytes { sum.update(data: $0) }
            return sum.finalize()
        }

        /// Always `[hidden]`.
        public var description: String { "[hidden]" }

        /// Always `[hidden]`.
        public var debugDescription: String { "[hidden]" }

        /// Shows nothing of the secret to `dump` either.
        public var customMirror: Mirror { Mirror(self, children: []) }
    }

    /// The signature of a body in 64 small hexadecimal digits.
    public static func hex(key: [UInt8], body: [UInt8]) -> String { Key(key).hex(of: body) }

    /// The signature of a body in 64 small hexadecimal digits.
    public static func hex(key: String, body: [UInt8]) -> String { Key(key).hex(of: body) }

    /// Whether `hex` is the body's signature; see `Key.isValid`.
    public static func isValid(hex: some StringProtocol, key: [UInt8], body: [UInt8]) -> Bool {
        Key(key).isValid(hex: hex, body: body)
    }

    /// Whether `hex` is the body's signature; see `Key.isValid`.
    public static func isValid(hex: some StringProtocol, key: String, body: [UInt8]) -> Bool {
        Key(key).isValid(hex: hex, body: body)
    }

    private static func hexText(_ bytes: some Sequence<UInt8>) -> String {
        let digits: StaticString = "0123456789abcdef"
        return digits.withUTF8Buffer { digits in
            var text: [UInt8] = []
            text.reserveCapacity(64)
            for byte in bytes {
                text.append(digits[Int(byte >> 4)])
                text.append(digits[Int(byte & 15)])
            }
            return String(decoding: text, as: UTF8.self)
        }
    }

    private static func bytes(hex: some StringProtocol) -> [UInt8]? {
        // Byte by byte through the protocol, reading the digits would take as long as the sum.
        let read = hex.utf8.withContiguousStorageIfAvailable { bytes(digits: $0) }
        return read ?? Array(hex.utf8).withUnsafeBufferPointer { bytes(digits: $0) }
    }

    private static func bytes(digits: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
        guard digits.count == 64 else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(32)
        for place in stride(from: 0, to: 64, by: 2) {
            guard let high = digits[place].hexDigit, let low = digits[place + 1].hexDigit else { return nil }
            bytes.append(high << 4 | low)
        }
        return bytes
    }
}
