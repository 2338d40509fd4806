import ArgumentParser
import Commerce
import Kernel
import Linter
import Messaging
import ShopFolder

/// Looks at every message that the assistant can send for a shop, before a shopper does.
struct LintCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lint",
        abstract: "Report what of a shop's messages would be refused, lost or shortened.",
        discussion: """
            Plays every situation that the dialogue knows with this shop, renders each message for each channel, and posts \
            it to the emulated platforms. broken: a platform would refuse it, or something would be lost. weak: it arrives \
            poorer than it could. untranslated: a language of the shop is missing. The exit status is 1 if anything is \
            broken; with --strict also if anything else was found.
            """
    )

    @Argument(help: "The shop's folder; the demo shop where left out.")
    var folder: String?

    @Option(help: "Only this channel; may be given several times.")
    var channel: [ChannelKind] = []

    @Option(
        help: "Only this language of the shop, such as en or pt-BR; may be given several times.",
        transform: Self.tag
    )
    var language: [LanguageTag] = []

    @Flag(help: "Print the report as one JSON object.")
    var json = false

    @Flag(help: "End with status 1 also if anything is weak or untranslated.")
    var strict = false

    @Flag(help: "Print every finding, also where there are many of one sort.")
    var all = false

    func run() throws {
        let source = folder.map { ShopSource.folder($0) } ?? .demo
        let report = try look(at: source)
        if json { print(report.json) } else { for line in report.lines(isWhole: all) { print(line) } }
        guard report.count(.broken) == 0, !strict || report.findings.isEmpty else { throw ExitCode(1) }
    }

    private func look(at source: ShopSource) throws -> LintReport {
        let bar = ProgressBar("Reading \(folder ?? "the demo shop")")
        defer { bar.end() }
        let loaded: LoadedShop
        do {
            loaded = try ShopReader.read(source, as: ShopID(1), options: ReadingOptions { bar.show($0 / 2) })
        } catch {
            return LintReport(unreadable: error.findings.map(FolderRemark.init))
        }
        let linter = ShopLinter(
            of: loaded.shop,
            loaded.catalogue,
            listed: loaded.listed,
            channels: channel.isEmpty ? ChannelKind.allCases : channel,
            languages: try languages(of: loaded.shop)
        )
        let reading = ShopLinter.Reading(
            sources: ShopSources(ShopReader.files(of: source)),
            untranslated: loaded.untranslated,
            remarks: loaded.remarks.map(FolderRemark.init)
        )
        return linter.report(of: reading) { bar.show(0.5 + $0 / 2) }
    }

    private static func tag(_ text: String) throws -> LanguageTag {
        guard let tag = LanguageTag(text) else { throw ValidationError("Write a language as en or pt-BR.") }
        return tag
    }

    private func languages(of shop: Shop) throws -> [LanguageTag] {
        let unknown = language.first { tag in !shop.languages.contains { $0.language == tag.language } }
        if let unknown {
            let known = shop.languages.map(\.description).joined(separator: ", ")
            throw ValidationError("The shop doesn't speak \(unknown). Choose among \(known).")
        }
        return language.isEmpty ? shop.languages : language
    }
}

extension FolderRemark {
    fileprivate init(_ finding: Finding) {
        self.init(
            LintPlace(file: finding.file, line: finding.line),
            isLeftOut: finding.severity == .fault,
            expected: finding.expected,
            remedy: finding.remedy
        )
    }
}
