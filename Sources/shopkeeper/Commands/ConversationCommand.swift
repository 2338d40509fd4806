import ArgumentParser
import Billing
import Kernel
import Messaging
import Ports

/// Looks into conversations.
struct ConversationCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "conversation",
        abstract: "Look into conversations.",
        subcommands: [List.self, Show.self]
    )

    /// One line for each conversation.
    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List conversations, the latest first.")

        @OptionGroup var source: StoreOptions

        @Option(help: "At most so many.")
        var limit = 50

        func run() async throws {
            let (_, store) = try await source.open()
            let limit = limit
            for summary in try await store.read({ try $0.conversations(nil, limit: limit) }) {
                let conversation = summary.conversation
                let name = conversation.name ?? conversation.address.phone?.redacted ?? "unknown"
                print(
                    "\(conversation.id)".padded(to: 8) + summary.lastAt.iso8601.padded(to: 26)
                        + conversation.account.kind.rawValue.padded(to: 11) + name.padded(to: 24)
                        + "\(summary.items) in, \(summary.messages) out, \(conversation.owner.rawValue)"
                )
            }
        }
    }

    /// Everything that was said in one conversation.
    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show what was said in one conversation, and what became of it."
        )

        @OptionGroup var source: StoreOptions

        @Argument(help: "The conversation's number, as the list shows it.")
        var id: Int64

        func run() async throws {
            let (_, store) = try await source.open()
            let wanted = ConversationID(id)
            guard let transcript = try await store.read({ try $0.transcript(wanted) }) else {
                throw ValidationError("There is no conversation \(id). 'shopkeeper conversation list' shows them.")
            }
            for line in transcript.lines { print(Self.text(of: line)) }
        }

        private static func text(of line: Transcript.Line) -> String {
            switch line {
            case .inbound(let item, let turn, let quarantined):
                let note = quarantined.map { "  [set aside: \($0)]" } ?? (turn == nil ? "  [waits]" : "")
                if case .echo(let text, _) = item.event.content {
                    return "\(item.event.at.iso8601)  < \(text ?? "(a file)")  [written by a person]"
                }
                return "\(item.event.at.iso8601)  > \(item.event.words)\(note)"
            case .outbound(let message):
                let trouble = message.trouble.map { "; \($0)" } ?? ""
                let again = message.isRepeat ? ", sent again" : ""
                let cost = message.estimate.charge?.description ?? "price unknown"
                let words = message.words.split(separator: "\n", omittingEmptySubsequences: false)
                    .joined(separator: "\n" + String(repeating: " ", count: 28))
                return "\(message.at.iso8601)  < \(words)  [\(message.progress.shown)\(again), \(cost)\(trouble)]"
            }
        }
    }
}

extension InboundEvent {
    /// What was said, in one line for people.
    fileprivate var words: String {
        switch content {
        case .text(let text): text
        case .tap(let tap): "[\(tap.label ?? tap.payload ?? "")]"
        case .media(let media): "(\(media.kind.rawValue)) \(media.caption ?? "")"
        case .location(let place): "(location \(place.latitude),\(place.longitude))"
        case .cart(let cart): "(cart) " + cart.items.map { "\($0.sku)*\($0.quantity)" }.joined(separator: ", ")
        case .productQuestion(let question): "(product \(question.sku ?? "")) \(question.text ?? "")"
        case .status(let status): "(status \(status.name))"
        case .timer(let kind): "(timer \(kind))"
        case .unknown(let type, _): "(\(type))"
        default: "(\(kind))"
        }
    }
}
