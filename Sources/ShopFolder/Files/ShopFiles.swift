import CResources
import Foundation

/// Where a shop's files are.
package enum ShopSource: Sendable, Hashable {
    /// The demo shop that ships inside the program.
    case demo
    /// A folder that a merchant edits.
    case folder(String)
}

/// The files of one shop, read by their paths below its folder; paths that lead out of it name nothing.
struct ShopFiles: Sendable {
    let source: ShopSource

    static let shop = "shop.yaml"
    static let catalogue = "catalogue.csv"
    static let questions = "questions.yaml"
    static let templates = "templates.yaml"
    static let posts = "posts.csv"

    /// Nil where there is no such file, or it can't be read.
    func bytes(of path: String) -> [UInt8]? {
        guard let parts = Self.parts(of: path) else { return nil }
        switch source {
        case .demo:
            return Self.shipped("demo/" + parts.joined(separator: "/"))
        case .folder(let folder):
            return Self.place(of: parts, in: folder).flatMap { FileManager.default.contents(atPath: $0) }.map {
                [UInt8]($0)
            }
        }
    }

    /// Bytes in a file; nil where there is none.
    func size(of path: String) -> Int? {
        guard case .folder(let folder) = source else { return bytes(of: path)?.count }
        guard let parts = Self.parts(of: path), let place = Self.place(of: parts, in: folder),
            let attributes = try? FileManager.default.attributesOfItem(atPath: place),
            attributes[.type] as? FileAttributeType == .typeRegular
        else { return nil }
        return (attributes[.size] as? NSNumber)?.intValue
    }

    /// The first bytes of a file, enough to tell what it is.
    func beginning(of path: String) -> [UInt8]? {
        guard case .folder(let folder) = source else { return bytes(of: path).map { Array($0.prefix(16)) } }
        guard let parts = Self.parts(of: path), let place = Self.place(of: parts, in: folder),
            let handle = FileHandle(forReadingAtPath: place)
        else { return nil }
        defer { try? handle.close() }
        return (try? handle.read(upToCount: 16)).flatMap { $0 }.map { [UInt8]($0) }
    }

    /// The names of the files that lie directly in a folder below the shop's.
    func names(in path: String) -> [String] {
        switch source {
        case .demo:
            return Self.shippedPaths(below: "demo/" + path + "/").map { String($0.dropFirst(path.utf8.count + 6)) }
        case .folder(let folder):
            return ((try? FileManager.default.contentsOfDirectory(atPath: folder + "/" + path)) ?? []).sorted()
        }
    }

    /// The parts of a path that stays within its folder; nil for one that doesn't, or names nothing.
    static func parts(of path: String) -> [String]? {
        guard !path.hasPrefix("/"), !path.utf8.contains(0) else { return nil }
        let parts = path.split { $0 == "/" || $0 == "\\" }.map(String.init).filter { $0 != "." }
        return parts.isEmpty || parts.contains("..") ? nil : parts
    }

    /// Follows links, and refuses those that lead out of the folder.
    private static func place(of parts: [String], in folder: String) -> String? {
        let root = URL(fileURLWithPath: folder).resolvingSymlinksInPath().path
        let place = URL(fileURLWithPath: root + "/" + parts.joined(separator: "/")).resolvingSymlinksInPath().path
        return place.hasPrefix(root == "/" ? root : root + "/") ? place : nil
    }
}

extension ShopFiles {
    /// The bytes of a file that ships with the program.
    static func shipped(_ path: String) -> [UInt8]? {
        cresources_named(path).map { Array(UnsafeBufferPointer(start: $0.pointee.bytes, count: $0.pointee.count)) }
    }

    /// The paths of all files that ship and begin so, in their order.
    static func shippedPaths(below prefix: String) -> [String] {
        var count = 0
        let all = cresources_all(&count)
        return UnsafeBufferPointer(start: all, count: count).map { String(cString: $0.path) }
            .filter { $0.hasPrefix(prefix) }
    }
}
