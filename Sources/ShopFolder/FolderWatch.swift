import Foundation

/// Tells cheaply whether a shop's folder was edited: by sizes and times of its files, without reading them.
package struct FolderWatch: Sendable, Equatable {
    private let folder: String
    private var last: [String: Stamp]

    private struct Stamp: Sendable, Equatable {
        let bytes: Int
        let modified: Double
    }

    /// Remembers the folder as it is now.
    package init(folder: String) {
        self.folder = folder
        last = Self.stamps(of: folder)
    }

    /// Whether anything was written, renamed, added or deleted since the last call, or since the watch began.
    package mutating func hasChanged() -> Bool {
        let now = Self.stamps(of: folder)
        defer { last = now }
        return now != last
    }

    /// The shop's own files and those that lie beside or below them, hidden ones left out.
    private static func stamps(of folder: String) -> [String: Stamp] {
        var stamps: [String: Stamp] = [:]
        guard let walk = FileManager.default.enumerator(atPath: folder) else { return stamps }
        for case let path as String in walk where stamps.count < mostFiles {
            guard !path.split(separator: "/").contains(where: { $0.hasPrefix(".") }),
                let attributes = try? FileManager.default.attributesOfItem(atPath: folder + "/" + path),
                attributes[.type] as? FileAttributeType != .typeDirectory
            else { continue }
            stamps[path] = Stamp(
                bytes: (attributes[.size] as? NSNumber)?.intValue ?? 0,
                modified: (attributes[.modificationDate] as? Date)?.timeIntervalSinceReferenceDate ?? 0
            )
        }
        return stamps
    }

    private static let mostFiles = 20_000
}
