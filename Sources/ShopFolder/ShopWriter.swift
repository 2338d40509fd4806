import Foundation

/// Writes the demo shop out, for a merchant to make it their own.
package enum ShopWriter {
    /// Why nothing was written, or not everything.
    package struct Refusal: Error, Sendable, Equatable, CustomStringConvertible {
        package let description: String
    }

    /// Writes the demo's files into a folder, which is made where it isn't there; a folder that holds anything is left alone.
    package static func writeDemo(to folder: String) throws(Refusal) {
        let manager = FileManager.default
        var isFolder = ObjCBool(false)
        if manager.fileExists(atPath: folder, isDirectory: &isFolder) {
            guard isFolder.boolValue else {
                throw Refusal(description: "\(folder) is a file. Choose the name of a new folder for your shop.")
            }
            let names = ((try? manager.contentsOfDirectory(atPath: folder)) ?? []).filter { $0 != ".DS_Store" }
            guard names.isEmpty else {
                throw Refusal(
                    description:
                        "\(folder) is not empty, and nothing of yours should be lost. Choose a new or an empty folder."
                )
            }
        }
        do {
            try write(to: folder)
        } catch {
            throw Refusal(description: "\(folder) could not be written: \(error.localizedDescription)")
        }
    }

    private static func write(to folder: String) throws {
        let prefix = "demo/"
        for path in ShopFiles.shippedPaths(below: prefix) {
            guard let bytes = ShopFiles.shipped(path) else { continue }
            let place = URL(fileURLWithPath: folder).appendingPathComponent(String(path.dropFirst(prefix.count)))
            try FileManager.default.createDirectory(
                at: place.deletingLastPathComponent(),
                withIntermediateDirectories: true
            )
            try Foundation.Data(bytes).write(to: place, options: .atomic)
        }
    }
}
