/// A picture as it is served.
package struct Picture: Sendable, Equatable {
    package let bytes: [UInt8]
    /// Such as `image/png`.
    package let mimeType: String

    /// A picture of these bytes.
    package init(bytes: [UInt8], mimeType: String) {
        self.bytes = bytes
        self.mimeType = mimeType
    }
}

/// The pictures that a shop speaks of, by file name; nothing else in the folder can be had from here.
package struct PictureShelf: Sendable {
    private let files: ShopFiles
    private var paths: [String: String] = [:]

    /// The largest picture that WhatsApp takes.
    /// - Source: WhatsApp Business Platform, "Supported media types": images, 5 MB.
    static let mostBytes = 5 * 1024 * 1024

    init(files: ShopFiles) { self.files = files }

    /// A shelf without pictures.
    package static let empty = PictureShelf(files: ShopFiles(source: .demo))

    /// The names that can be asked for, sorted.
    package var names: [String] { paths.keys.sorted() }

    /// The picture of that file name, read now; nil for one that the shop doesn't speak of, or whose file has gone.
    package func picture(named name: String) -> Picture? {
        guard let path = paths[name], let size = files.size(of: path), size <= Self.mostBytes,
            let bytes = files.bytes(of: path), let mimeType = Self.mimeType(of: bytes)
        else { return nil }
        return Picture(bytes: bytes, mimeType: mimeType)
    }

    /// What becomes of a picture that a file speaks of.
    enum Entry: Equatable {
        /// Served under this name, or an absolute address as it stands.
        case known(String)
        case missing
        /// No PNG or JPEG, or too large.
        case unusable
        /// Another picture has this file name already.
        case nameTaken
    }

    /// Takes in the path of a picture below the shop's folder.
    mutating func add(_ path: String) -> Entry {
        if path.hasPrefix("https://") || path.hasPrefix("http://") { return .known(path) }
        guard let parts = ShopFiles.parts(of: path), let name = parts.last else { return .missing }
        let path = parts.joined(separator: "/")
        if let known = paths[name] { return known == path ? .known(name) : .nameTaken }
        guard let size = files.size(of: path), let beginning = files.beginning(of: path) else { return .missing }
        guard size <= Self.mostBytes, Self.mimeType(of: beginning) != nil else { return .unusable }
        paths[name] = path
        return .known(name)
    }

    /// The name of a file in the same folder that was perhaps meant: other letters' case, or misspelt.
    func nearest(to path: String) -> String? {
        guard let parts = ShopFiles.parts(of: path), let name = parts.last else { return nil }
        let folder = parts.dropLast().joined(separator: "/")
        let found = Nearest.word(to: name, among: files.names(in: folder.isEmpty ? "." : folder))
        return found.map { folder.isEmpty ? $0 : folder + "/" + $0 }
    }

    /// By the first bytes: what WhatsApp shows are PNG and JPEG; nil for all else.
    static func mimeType(of bytes: [UInt8]) -> String? {
        if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) { return "image/png" }
        if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return "image/jpeg" }
        return nil
    }
}
