import Foundation

/// The built `shopkeeper` as a process of its own, its output in files; it never outlives its holder.
final class Program {
    private let process = Process()
    private let output: String
    let errors: String

    /// Starts it in a folder, with the variables given and few others.
    init(_ arguments: [String], in folder: Folder, variables: [String: String] = [:]) throws {
        output = folder.fresh("out")
        errors = folder.fresh("log")
        for path in [output, errors] { try Data().write(to: URL(fileURLWithPath: path)) }
        guard let written = FileHandle(forWritingAtPath: output), let logged = FileHandle(forWritingAtPath: errors)
        else {
            throw SceneError("no files for the output of a program")
        }
        let kept = ProcessInfo.processInfo.environment.filter {
            ["PATH", "HOME", "TMPDIR", "LD_LIBRARY_PATH"].contains($0.key)
        }
        process.executableURL = URL(fileURLWithPath: try Self.path())
        process.arguments = arguments
        process.environment = kept.merging(variables) { _, given in given }
        process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = written
        process.standardError = logged
        try process.run()
        try written.close()
        try logged.close()
    }

    deinit { if process.isRunning { kill(process.processIdentifier, SIGKILL) } }

    /// The program stands beside the tests that are running.
    private static func path() throws -> String {
        let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        let names = [tests, CommandLine.arguments.first ?? ""].map {
            URL(fileURLWithPath: $0).deletingLastPathComponent().appending(path: "shopkeeper").path
        }
        guard let found = names.first(where: FileManager.default.isExecutableFile) else {
            throw SceneError("no shopkeeper at \(names.joined(separator: " or ")); build it with `swift build` first")
        }
        return found
    }

    var isRunning: Bool { process.isRunning }

    /// What it has printed so far.
    var printed: String { String(decoding: FileManager.default.contents(atPath: output) ?? Data(), as: UTF8.self) }

    /// What it has logged so far.
    var logged: String { String(decoding: FileManager.default.contents(atPath: errors) ?? Data(), as: UTF8.self) }

    /// Waits for a line with this word and returns what follows the word, up to a blank or slash; nil if it ended before.
    func says(_ word: String) async throws -> String? {
        var found: Substring?
        let isHeard = await eventually(within: .seconds(60)) {
            let text = printed
            if let range = text.range(of: word), text[range.upperBound...].contains("\n") {
                found = text[range.upperBound...].prefix { $0.isNumber }
            }
            return found != nil || !isRunning
        }
        guard isHeard else { throw SceneError("the program is silent; it logged: \(logged)") }
        return found.map(String.init)
    }

    /// Ends it as a power cut would.
    func killHard() async throws {
        kill(process.processIdentifier, SIGKILL)
        try await waitFor("the end of a killed process") { !process.isRunning }
    }

    /// Asks it to end.
    func ask() { kill(process.processIdentifier, SIGTERM) }

    /// Waits for its end; the exit status, or nil when a signal ended it.
    func end(within limit: Duration = .seconds(60)) async throws -> Int32? {
        try await waitFor("the end of the program", within: limit) { !process.isRunning }
        return process.terminationReason == .exit ? process.terminationStatus : nil
    }
}
