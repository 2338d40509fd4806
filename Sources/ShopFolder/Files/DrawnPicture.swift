package import Commerce

/// The names of pictures that no file holds: they are drawn from words.
package enum DrawnPicture: Sendable, Equatable {
    case cover
    case product(ProductID)

    /// Reads a name; nil for one that is a file's.
    package init?(named name: String) {
        guard name.hasPrefix("~"), name.hasSuffix(".png") else { return nil }
        let id = String(name.dropFirst().dropLast(4))
        self = id == "cover" ? .cover : .product(ProductID(id))
    }

    /// Nil where the product's id does not fit an address as it stands.
    package var name: String? {
        switch self {
        case .cover: return "~cover.png"
        case .product(let id):
            let isPlain = id.text.utf8.allSatisfy {
                (0x30...0x39).contains($0) || (0x41...0x5A).contains($0 & 0xDF) || $0 == 0x2D || $0 == 0x5F
            }
            return isPlain && id.text != "cover" && id.text.utf8.count <= 100 ? "~\(id).png" : nil
        }
    }
}
