import ArgumentParser
import Channels
import Foundation
import Messaging

/// Prints every item of webhook bodies as one JSON object per line.
struct NormaliseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "normalise",
        abstract: "Print every item of webhook bodies, one JSON object per line.",
        discussion: """
            A file holds one body, or several after one another, one a line. The exit status is 1 if a body is no JSON, 2 if \
            a file cannot be read; the others are printed all the same.
            """
    )

    @Option(help: "whatsapp, messenger or instagram; found out from the body where left out.")
    var channel: ChannelKind?

    @Argument(help: "Files with webhook bodies; - reads standard input.")
    var files: [String]

    func run() throws {
        var isFaulty = false
        var isUnread = false
        for file in files {
            guard let body = body(of: file) else {
                say("\(file): cannot be read. Check the path and that it is a file you may read.")
                isUnread = true
                continue
            }
            let normalised = Normaliser.lines(file: file, body: body, channel: channel)
            if !normalised.lines.isEmpty {
                let text = normalised.lines.joined(separator: "\n") + "\n"
                FileHandle.standardOutput.write(Data(text.utf8))
            }
            for fault in normalised.faults { say(fault) }
            isFaulty = isFaulty || !normalised.faults.isEmpty
        }
        if isFaulty { throw ExitCode(1) }
        if isUnread { throw ExitCode(2) }
    }

    private func say(_ words: String) {
        FileHandle.standardError.write(Data("\(words)\n".utf8))
    }

    /// Nil for what is no file, or none of ours.
    private func body(of file: String) -> [UInt8]? {
        if file == "-" { return Array(FileHandle.standardInput.readDataToEndOfFile()) }
        return FileManager.default.contents(atPath: file).map(Array.init)
    }
}

extension ChannelKind: ExpressibleByArgument {}
