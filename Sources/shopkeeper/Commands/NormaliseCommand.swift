import ArgumentParser
import Channels
import Foundation
import Messaging

/// Prints every item of webhook bodies as one JSON object per line.
struct NormaliseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "normalise",
        abstract: "Print every item of webhook bodies, one JSON object per line."
    )

    @Option(help: "whatsapp, messenger or instagram; found out from the body where left out.")
    var channel: ChannelKind?

    @Argument(help: "Files with webhook bodies; - reads standard input.")
    var files: [String]

    func run() throws {
        var isFaulty = false
        for file in files {
            let normalised = Normaliser.lines(
                file: file == "-" ? "-" : file,
                body: try body(of: file),
                channel: channel
            )
            for line in normalised.lines { print(line) }
            for fault in normalised.faults {
                FileHandle.standardError.write(Data("\(fault)\n".utf8))
                isFaulty = true
            }
        }
        if isFaulty { throw ExitCode(1) }
    }

    private func body(of file: String) throws -> [UInt8] {
        if file == "-" { return Array(FileHandle.standardInput.readDataToEndOfFile()) }
        guard let data = FileManager.default.contents(atPath: file) else {
            throw ValidationError("\(file) cannot be read. Check the path.")
        }
        return Array(data)
    }
}

extension ChannelKind: ExpressibleByArgument {}
