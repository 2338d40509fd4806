import ArgumentParser
import Commerce
import Household
import Kernel
import Messaging
import Ports

/// Conversations that wait for a person.
struct InboxCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inbox",
        abstract: "See who waits for a person; answer, take, assign, release.",
        subcommands: [List.self, Show.self, Answer.self, Take.self, Assign.self, Release.self]
    )

    /// Which conversation is meant.
    struct Subject: ParsableArguments {
        @OptionGroup var source: StoreOptions

        @Argument(help: "The conversation's number, as the list shows it.")
        var id: Int64

        func file(_ act: (ConversationID, Timestamp) -> OperatorAct) async throws {
            try await file { record, _, now in act(record.id, now) }
        }

        /// Also tells the act how long a person has a conversation of that shop.
        func file(_ act: (ConversationRecord, () -> Span, Timestamp) -> OperatorAct) async throws {
            let seat = try await CounterSeat(source)
            let record = try await seat.counter.conversation(id).conversation
            try await seat.file(act(record, { seat.counter.lease(of: record.shop) }, SystemClock().now))
        }
    }

    /// Who waits.
    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List who waits for a person: since when, with what in the cart, and what was promised."
        )

        @OptionGroup var source: StoreOptions

        @Option(help: "Only those of the shop with this id.")
        var shop: String?

        @Flag(help: "One JSON object a line.")
        var json = false

        func run() async throws {
            let seat = try await CounterSeat(source)
            let wanted = try seat.counter.shop(shop)
            let lines = json ? try await seat.counter.inboxJSON(wanted) : try await seat.counter.inboxList(wanted)
            for line in lines { print(line) }
        }
    }

    /// What was said.
    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Show one conversation, both sides.")

        @OptionGroup var source: StoreOptions

        @Argument(help: "The conversation's number, as the list shows it.")
        var id: Int64

        func run() async throws {
            let seat = try await CounterSeat(source)
            for line in try await seat.counter.inboxPage(id) { print(line) }
        }
    }

    /// A person's words.
    struct Answer: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Answer a shopper: exactly these words; the assistant stays silent for a while."
        )

        @OptionGroup var subject: Subject

        @Argument(help: "What the shopper shall read.")
        var text: String

        @Option(help: "Who answers; the shopper reads the first name with the first answer.")
        var by: String?

        func run() async throws {
            guard text.contains(where: { !$0.isWhitespace }) else {
                throw ValidationError("There is nothing to say. Put the answer in quotes behind the number.")
            }
            try await subject.file { id, _ in .say(id, text, by: by) }
        }
    }

    /// A person has it.
    struct Take: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Take a conversation over; the assistant is silent.")

        @OptionGroup var subject: Subject

        @Option(help: "For so many hours; as long as shop.yaml says where left out.")
        var hours: Int64?

        func run() async throws {
            if let hours, !(1...168).contains(hours) {
                throw ValidationError(
                    "--hours \(hours): expected 1 to 168. 'inbox release' gives a conversation back earlier."
                )
            }
            try await subject.file { record, lease, now in
                .take(record.id, until: now + (hours.map(Span.hours) ?? lease()))
            }
        }
    }

    /// Somebody looks after it.
    struct Assign: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Say who looks after a conversation.")

        @OptionGroup var subject: Subject

        @Argument(help: "The person's name.")
        var name: String

        func run() async throws { try await subject.file { id, _ in .assign(id, to: name) } }
    }

    /// The assistant has it again.
    struct Release: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Give a conversation back to the assistant.")

        @OptionGroup var subject: Subject

        func run() async throws { try await subject.file { id, _ in .release(id) } }
    }
}
