/// A picture of the shop, as it goes out to whoever shows it.
package struct WebPicture: Sendable, Equatable {
    /// The file's bytes.
    package let bytes: [UInt8]
    /// Its media type, such as `image/png`.
    package let contentType: String

    /// Names a picture's bytes and their type.
    package init(bytes: [UInt8], contentType: String) {
        self.bytes = bytes
        self.contentType = contentType
    }

    /// A mark that changes with the bytes (FNV-1a, 64 bits, and the length), so that caches ask again cheaply.
    var entityTag: String {
        let hash = bytes.reduce(14_695_981_039_346_656_037 as UInt64) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 }
        return "\"\(String(hash, radix: 16))-\(bytes.count)\""
    }
}
