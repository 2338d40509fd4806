import Foundation
import Synchronization

/// Another program beside this one: lines go in, lines come out.
final class ChildProcess: Sendable {
    private let process: Mutex<Process>
    private let input: FileHandle
    let lines: AsyncStream<String>

    /// Starts a program; its complaints go to our own standard error.
    init(_ program: String, _ arguments: [String]) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        let (incoming, outgoing) = (Pipe(), Pipe())
        process.standardInput = incoming
        process.standardOutput = outgoing
        input = incoming.fileHandleForWriting
        let (lines, sink) = AsyncStream.makeStream(of: String.self)
        self.lines = lines
        try process.run()
        self.process = Mutex(process)
        let output = outgoing.fileHandleForReading
        Thread.detachNewThread {
            Self.split(output) { sink.yield($0) }
            sink.finish()
        }
    }

    private static func split(_ output: FileHandle, _ take: (String) -> Void) {
        var rest: [UInt8] = []
        while true {
            let data = output.availableData
            guard !data.isEmpty else { return }
            rest += data
            while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
                take(String(decoding: rest[..<end], as: UTF8.self))
                rest.removeSubrange(...end)
            }
        }
    }

    func say(_ line: String) throws { try input.write(contentsOf: Data((line + "\n").utf8)) }

    /// Ends its input, by which ours end.
    func finish() {
        try? input.close()
        process.withLock { $0.waitUntilExit() }
    }

    /// This very program.
    static var ourselves: String {
        (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
    }
}
