import ArgumentParser

/// The command line of the gateway.
@main
struct Shopkeeper: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "shopkeeper",
        abstract: "A gateway behind which a shop talks to its customers on WhatsApp.",
        subcommands: [
            ServeCommand.self, ChatCommand.self, ReplayCommand.self, EmulateCommand.self, NormaliseCommand.self,
            InitCommand.self, CheckCommand.self, CatalogueCommand.self, BillingCommand.self, ConversationCommand.self,
            OrdersCommand.self, InboxCommand.self, TasksCommand.self, LintCommand.self, ChannelsCommand.self,
            DoctorCommand.self,
        ]
    )
}
