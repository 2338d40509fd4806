import ArgumentParser
import Commerce
import Household
import Ports

/// What only the merchant can decide.
struct TasksCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tasks",
        abstract: "See and settle what only the merchant can decide.",
        subcommands: [List.self, Show.self, Settle.self]
    )

    /// What waits.
    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List open tasks, the oldest first.")

        @OptionGroup var source: StoreOptions

        @Flag(help: "Settled ones too.")
        var all = false

        @Option(help: "Only those of the shop with this id.")
        var shop: String?

        @Flag(help: "One JSON object a line.")
        var json = false

        func run() async throws {
            let seat = try await CounterSeat(source)
            let wanted = try seat.counter.shop(shop)
            let lines =
                json
                ? try await seat.counter.tasksJSON(includingSettled: all, shop: wanted)
                : try await seat.counter.tasksList(includingSettled: all, shop: wanted)
            for line in lines { print(line) }
        }
    }

    /// One task.
    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Show one task, and what each decision leads to.")

        @OptionGroup var source: StoreOptions

        @Argument(help: "The task's number, as the list shows it.")
        var id: Int64

        func run() async throws {
            let seat = try await CounterSeat(source)
            for line in try await seat.counter.taskPage(try await seat.counter.task(id)) { print(line) }
        }
    }

    /// A decision.
    struct Settle: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Settle a task; a decision reaches the shopper.")

        @OptionGroup var source: StoreOptions

        @Argument(help: "The task's number, as the list shows it.")
        var id: Int64

        @Argument(help: "approve, refuse or done.")
        var decision: TaskDecision

        @Option(help: "Words for the shopper, exactly as they shall be read.")
        var say: String?

        func run() async throws {
            let seat = try await CounterSeat(source)
            try ShopCounter.check(decision, of: try await seat.counter.task(id))
            try await seat.file(.settleTask(id, decision, words: say))
        }
    }
}

extension TaskDecision: ExpressibleByArgument {}
