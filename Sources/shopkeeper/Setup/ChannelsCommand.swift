import ArgumentParser
import Channels
import CurlTransport
import Kernel
import SettingsFile
import Setup
import ShopFolder

/// The accounts on which people reach the shops.
struct ChannelsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "channels",
        abstract: "See, connect and check the accounts on which people reach your shops.",
        discussion: """
            Accounts stand in the settings under accounts, with the secrets of their app in SHOPKEEPER_… variables or files.
            What people can tap before they write stands in shop.yaml, under ice-breakers and menu.
            """,
        subcommands: [List.self, Connect.self, Check.self, Refresh.self],
        defaultSubcommand: List.self
    )

    /// What stands.
    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List each account with its shop, webhook and state.")

        @OptionGroup var source: StoreOptions

        func run() async throws {
            let settings = try source.configuration()
            try await Platforms.visit { desk in
                for line in await ChannelList.lines(of: settings, desk: desk) { print(line) }
            }
        }
    }

    /// What is changed.
    struct Connect: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract:
                "Subscribe accounts to what is read here, and show people the shop's greeting, questions and menu.",
            discussion:
                "It may be run at any time: what stands already is left alone. + changed, ✓ stood, ! is left to you."
        )

        @OptionGroup var choice: AccountChoice

        func run() async throws {
            try await choice.visit { account, wanted, settings, desk in
                print(account.name)
                var isWell = true
                for step in await Connector(account, front: wanted.front, desk: desk).connect() {
                    print("  \(step.text)")
                    if case .failed = step.outcome { isWell = false }
                }
                if let line = try await TemplateNotes(settings).keep(of: account, wanted, desk) { print("  \(line)") }
                return isWell
            }
        }
    }

    /// What ends.
    struct Refresh: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Renew the tokens of Instagram accounts, which end after 60 days.",
            discussion: """
                A token is renewed where it stands in a file (accessToken: file:PATH), once a day at most and only while it \
                lives; the others are named. Start 'shopkeeper serve' anew afterwards.
                """
        )

        @OptionGroup var choice: AccountChoice

        func run() async throws {
            try await choice.visit { account, _, _, desk in
                let renewal = TokenRenewal(desk: desk, files: TokenFiles.here)
                guard let step = await renewal.renew(account, at: SystemClock().now) else { return true }
                print("\(account.name)\n  \(step.text)")
                if case .failed = step.outcome { return false }
                return true
            }
        }
    }

    /// What is looked at.
    struct Check: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Look at token, secret, subscription, fields, front, catalogue and templates of accounts.",
            discussion: "Nothing is changed. The exit code is 1 where something doesn't work."
        )

        @OptionGroup var choice: AccountChoice

        func run() async throws {
            try await choice.visit { account, wanted, _, desk in
                let lines = await AccountCheck(account, wanted: wanted, desk: desk).report().lines
                for line in lines { print(line.text) }
                return !lines.contains { $0.mark == .bad }
            }
        }
    }
}

/// The accounts that a command is about.
struct AccountChoice: ParsableArguments {
    @OptionGroup var source: StoreOptions

    @Argument(help: "Only the account with this id or label.")
    var account: String?

    /// What is done with one account, which its shop asks something of; false where something doesn't work.
    typealias Visit = (DeskAccount, AccountCheck.Wanted, GatewayConfiguration, SetupDesk) async throws -> Bool

    /// Goes from account to account; the exit code is 1 where one of them isn't well.
    func visit(_ isWell: Visit) async throws {
        let settings = try source.configuration()
        let accounts = try Platforms.accounts(of: settings, named: account)
        var areWell = true
        try await Platforms.visit { desk in
            for account in accounts {
                let wanted = try Platforms.wanted(by: account, in: settings)
                areWell = try await isWell(account, wanted, settings, desk) && areWell
            }
        }
        if !areWell { throw ExitCode(1) }
    }
}

/// The way to the platforms, open while somebody is there.
enum Platforms {
    static func visit(_ work: (SetupDesk) async throws -> Void) async throws {
        let curl = try CurlClient.ready()
        defer { curl.close() }
        try await work(SetupDesk(transport: curl))
    }

    /// All accounts, or the one of that id or label.
    static func accounts(of settings: GatewayConfiguration, named name: String?) throws -> [DeskAccount] {
        guard let name else { return settings.deskAccounts }
        let found = settings.deskAccounts.filter { $0.target.id == name || $0.label == name }
        guard !found.isEmpty else {
            let known = settings.deskAccounts.map { "\($0.target.id) (\($0.label))" }.joined(separator: ", ")
            throw ValidationError("There is no account \"\(name)\" in the settings. Known are \(known).")
        }
        return found
    }

    /// What the account's shop asks of it.
    static func wanted(by account: DeskAccount, in settings: GatewayConfiguration) throws -> AccountCheck.Wanted {
        let folder = settings.shops.first { $0.id == account.shop }?.folder
        return AccountCheck.Wanted(of: try ShopReader.read(folder.map(ShopSource.folder) ?? .demo, as: .init(1)))
    }
}
