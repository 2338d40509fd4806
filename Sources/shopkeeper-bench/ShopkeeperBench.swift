import ArgumentParser

/// Measures what the gateway and its pieces cost; it prints figures and judges none.
@main
struct ShopkeeperBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "shopkeeper-bench",
        abstract: "Measures the gateway; only figures of one run can be compared.",
        subcommands: [
            IngestCommand.self, TurnCommand.self, ReplayCommand.self, PiecesCommand.self, PeerCommand.self,
            FuzzCommand.self,
        ]
    )
}
