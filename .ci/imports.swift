// Compares the import lines of every target with its dependency list and with the rows of the house.
// Run by `.ci/run` from the repository's top: the output of `swift package dump-package` comes on standard input.
import Foundation

struct Dump: Decodable {
    struct Target: Decodable {
        struct Dependency: Decodable {
            var name: String?
            enum CodingKeys: String, CodingKey { case byName, product, target }
            init(from decoder: any Decoder) throws {
                let container = try decoder.container(keyedBy: CodingKeys.self)
                for key in [CodingKeys.byName, .product, .target] where container.contains(key) {
                    var parts = try container.nestedUnkeyedContainer(forKey: key)
                    name = try parts.decode(String.self)
                }
            }
        }
        var name: String
        var type: String
        var path: String?
        var dependencies: [Dependency]
    }
    var targets: [Target]
}

/// Lower rows first; a row imports only rows below it, and within a row targets are strangers.
let rows: [Set<String>] = [
    ["CAllocations", "CCurl", "CGD", "CResources", "CSQLite"],
    ["Kernel"],
    ["Commerce"],
    ["Messaging"],
    ["Billing", "Channels", "Dialogue", "Outbox", "Partners", "Platform"],
    ["Linter", "Ports"],
    ["Gateway"],
    ["CurlTransport", "PictureMaker", "PlatformEmulator", "SQLiteStore", "SettingsFile", "ShopFolder", "WebServer"],
    ["Household", "Setup", "Talk", "Terminal"],
    ["shopkeeper", "shopkeeper-bench"],
]
let alwaysThere: Set<String> = [
    "Foundation", "FoundationEssentials", "Swift", "Synchronization", "Testing", "Glibc", "Dispatch",
]
let forbiddenPairs: [(String, String)] = [("Platform", "Channels"), ("Dialogue", "Channels")]

func row(of name: String) -> Int? { rows.firstIndex { $0.contains(name) } }

func imports(in file: URL) throws -> [(line: Int, module: String)] {
    let words: Set<String> = ["import", "package", "public", "internal", "private", "@preconcurrency", "@_exported"]
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n", omittingEmptySubsequences: false)
        .enumerated().compactMap { index, line in
            let parts = line.split(separator: " ").map(String.init)
            guard parts.contains("import"), let first = parts.first, words.contains(first),
                var module = parts.last(where: { !words.contains($0) })
            else { return nil }
            module = String(module.split(separator: ".")[0])
            return (index + 1, module)
        }
}

let dump = try JSONDecoder().decode(Dump.self, from: FileHandle.standardInput.readDataToEndOfFile())
var findings: [String] = []
for target in dump.targets where target.type != "system" {
    let folder = target.path ?? (target.type == "test" ? "Tests/" : "Sources/") + target.name
    let declared = target.dependencies.compactMap(\.name)
    var used: Set<String> = []
    let files = FileManager.default.enumerator(at: URL(fileURLWithPath: folder), includingPropertiesForKeys: nil)
    while let file = files?.nextObject() as? URL {
        guard file.pathExtension == "swift" else { continue }
        for (line, module) in try imports(in: file) where !alwaysThere.contains(module) {
            used.insert(module)
            if !declared.contains(module) {
                findings.append("\(file.relativePath):\(line): \(target.name) imports \(module) without declaring it")
            }
            if let own = row(of: target.name), let other = row(of: module), other >= own {
                findings.append(
                    "\(file.relativePath):\(line): \(target.name) must not see \(module), a row above or beside it"
                )
            }
            if forbiddenPairs.contains(where: { $0 == (target.name, module) }) {
                findings.append("\(file.relativePath):\(line): \(target.name) and \(module) are kept apart")
            }
        }
    }
    for name in declared where !used.contains(name) && target.type != "system" {
        findings.append("Package.swift: \(target.name) declares \(name) and never imports it")
    }
    let own = declared.filter { row(of: $0) != nil || $0 == "TestSupport" }
    if own != own.sorted() { findings.append("Package.swift: the dependencies of \(target.name) are not sorted") }
}
for finding in findings { print(finding) }
print("imports: \(dump.targets.count) targets, \(findings.count) findings")
exit(findings.isEmpty ? 0 : 1)
