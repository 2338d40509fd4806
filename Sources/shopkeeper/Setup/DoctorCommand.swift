import ArgumentParser
import CurlTransport
import Foundation
import SettingsFile
import Setup

/// Says in words what is wrong, and how to mend it.
struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract:
            "Say what is wrong with settings, shops, accounts, webhooks, clock, disk and partners, and how to mend it.",
        discussion: """
            One line for each thing: ✓ is well, ! could be better, ✗ doesn't work. Nothing is changed anywhere, and no secret \
            is shown. The exit code is 1 where a line begins with ✗.
            """
    )

    @Argument(help: "The settings; shopkeeper.yaml where it exists.")
    var settings: String?

    @Flag(help: "One JSON object a line.")
    var json = false

    func run() async throws {
        var isBad = false
        func tell(_ line: CheckLine) {
            print(json ? line.json : line.text)
            fflush(nil)
            isBad = isBad || line.mark == .bad
        }
        let curl = try CurlClient.ready()
        defer { curl.close() }
        do {
            let reader = try SettingsReader(file: settings, environment: ProcessInfo.processInfo.environment)
            let doctor = Doctor(
                try reader.configuration(),
                file: settings ?? "shopkeeper.yaml",
                transport: curl,
                now: { SystemClock().now },
                machine: .here
            )
            await doctor.examine(tell)
        } catch let fault as SettingsFault {
            tell(Doctor.line(for: fault))
        }
        if isBad { throw ExitCode(1) }
    }
}

extension Doctor.Machine {
    /// This one.
    fileprivate static var here: Doctor.Machine {
        Doctor.Machine(
            freeBytes: { path in
                let files = FileManager.default
                let values = try? files.attributesOfFileSystem(forPath: Self.folder(of: path))
                return (values?[.systemFreeSize] as? NSNumber)?.int64Value
            },
            isWritable: { path in
                let files = FileManager.default
                return files.isWritableFile(atPath: files.fileExists(atPath: path) ? path : Self.folder(of: path))
            },
            changedAt: TokenFiles.changedAt
        )
    }

    private static func folder(of path: String) -> String {
        URL(fileURLWithPath: path).deletingLastPathComponent().path
    }
}
