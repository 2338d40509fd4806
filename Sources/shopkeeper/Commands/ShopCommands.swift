import ArgumentParser
import ShopFolder

/// Writes the demo shop out as a folder to edit.
struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Write the demo shop into a folder, as a start for your own."
    )

    @Argument(help: "A folder that does not exist yet, or is empty.")
    var folder: String

    func run() throws {
        try ShopWriter.writeDemo(to: folder)
        print(
            """
            Your shop stands in \(folder): shop.yaml, catalogue.csv, questions.yaml and pictures.
            Change what you like, then
              shopkeeper check \(folder)          tells what could be better
              shopkeeper chat --shop \(folder)    lets you talk with it
            """
        )
    }
}

/// Reports everything in a shop folder that should be mended.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Report all findings in a shop folder, with file, line and cure."
    )

    @Argument(help: "The shop's folder.")
    var folder: String

    func run() throws {
        let findings = ShopReader.check(.folder(folder))
        for finding in findings { print(finding) }
        let faults = findings.filter { $0.severity == .fault }.count
        print("\(faults) to mend, \(findings.count - faults) to consider.")
        if faults > 0 { throw ExitCode(1) }
    }
}
