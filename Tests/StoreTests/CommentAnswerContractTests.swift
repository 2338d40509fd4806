import Commerce
import Kernel
import Messaging
import Outbox
import Ports
import TestSupport
import Testing

@Suite("Every store learns from an echo who reads the answer to a comment", .timeLimit(.minutes(2)))
struct CommentAnswerContractTests {
    /// A shop with a Page and an Instagram account of its own.
    private struct Booth {
        let scene: StoreScene
        let account: ChannelAccount

        init(_ kind: StoreKind, _ channel: ChannelKind) async throws {
            scene = try await kind.scene()
            account = try await scene.store.commit { transaction in
                try transaction.registerAccount(
                    ChannelAccount(
                        id: AccountID(0),
                        shop: 1,
                        kind: channel,
                        externalID: "17841400000000001",
                        label: "Lua",
                        app: "main"
                    )
                )
            }
        }

        /// A comment, and the answer to it on its way to nobody knows whom.
        func answered(author: String, words: String = "Yes, it is there.") async throws -> OutboxEntry {
            let comment = InboundEvent(
                externalID: "c.\(author)",
                at: StoreScene.start,
                sender: ShopperAddress(scopedID: author),
                content: .comment(Comment(id: "c.\(author)", post: "P1", author: author, text: "is it there?"))
            )
            let receipt = try await scene.receive([comment], account: account)
            let id = try #require(receipt.conversations.first)
            let body = Array(#"{"recipient":{"comment_id":"c"},"message":{"text":"\#(words)"}}"#.utf8)
            let closing = try await scene.turn(in: id) { outcome in
                var draft = StoreScene.bubble(words)
                draft.body = body
                draft.closedBody = body
                draft.closedPlan = .humanAgentTag
                outcome.messages = [draft]
            }
            guard case .committed(let closed) = closing else { throw StoreError(.notFound, "the turn collided") }
            let entry = try #require(closed.entries.first)
            #expect(entry.needsNoWindow)
            _ = try await scene.claim([entry.id])
            return entry
        }

        func echo(_ words: String, to reader: String, id: String = "mid.echo", key: String? = nil) async throws
            -> Receipt
        {
            let event = InboundEvent(
                externalID: id,
                at: StoreScene.moment(1),
                sender: ShopperAddress(scopedID: reader),
                content: .echo(text: words, by: nil),
                callbackKey: key
            )
            return try await scene.receive([event], at: 1, account: account)
        }

        func hears(from reader: String, at seconds: Int64 = 9) async throws -> ConversationID? {
            let sender = ShopperAddress(scopedID: reader)
            let text = StoreScene.text("buy", from: sender, at: seconds)
            return try await scene.receive([text], at: seconds, account: account).conversations.first
        }
    }

    @Test(
        "the reader's next words stand beside the comment",
        arguments: StoreKind.allCases,
        [ChannelKind.messenger, .instagram]
    )
    func linked(kind: StoreKind, channel: ChannelKind) async throws {
        let booth = try await Booth(kind, channel)
        let entry = try await booth.answered(author: "author.1")
        let key = channel == .messenger ? entry.key : nil
        #expect(try await booth.echo("Yes, it is there.", to: "reader.1", key: key).conversations == [])
        #expect(try await booth.hears(from: "reader.1") == entry.conversation)
        let id = try #require(entry.conversation)
        let turn = try #require(try await booth.scene.open(id))
        #expect(turn.conversation.address.scopedID == "reader.1")
    }

    @Test(
        "who wrote before the echo came is the same person, and is thought of again",
        arguments: StoreKind.allCases,
        [ChannelKind.messenger, .instagram]
    )
    func wroteBefore(kind: StoreKind, channel: ChannelKind) async throws {
        let booth = try await Booth(kind, channel)
        let entry = try await booth.answered(author: "author.1")
        let own = try #require(try await booth.hears(from: "reader.1"))
        #expect(own != entry.conversation)
        let key = channel == .messenger ? entry.key : nil
        let receipt = try await booth.echo("Yes, it is there.", to: "reader.1", key: key)
        let id = try #require(entry.conversation)
        #expect(receipt.conversations == [id])
        #expect(try await booth.hears(from: "reader.1", at: 19) == entry.conversation)
    }

    @Test("the same words on their way to two tell of neither", arguments: StoreKind.allCases)
    func ambiguous(kind: StoreKind) async throws {
        let booth = try await Booth(kind, .instagram)
        let first = try await booth.answered(author: "author.1")
        let second = try await booth.answered(author: "author.2")
        #expect(try await booth.echo("Yes, it is there.", to: "reader.2").conversations == [])
        let heard = try await booth.hears(from: "reader.2")
        #expect(heard != first.conversation && heard != second.conversation)
        try await booth.scene.settle(
            second.id,
            .accepted(externalID: "mid.2", phone: nil, scopedID: "reader.2"),
            at: 10
        )
        #expect(try await booth.hears(from: "reader.2", at: 19) == second.conversation)
    }

    @Test("the answer to the call, where it comes, says the same once more", arguments: StoreKind.allCases)
    func answerAfterEcho(kind: StoreKind) async throws {
        let booth = try await Booth(kind, .instagram)
        let entry = try await booth.answered(author: "author.1")
        _ = try await booth.echo("Yes, it is there.", to: "reader.1")
        let report = try await booth.scene.settle(
            entry.id,
            .accepted(externalID: "mid.echo", phone: nil, scopedID: "reader.1"),
            at: 3
        )
        #expect(report.conversations == [])
        #expect(try await booth.hears(from: "reader.1") == entry.conversation)
    }

    @Test("a receipt that overtook the echo of a lost answer still counts", arguments: StoreKind.allCases)
    func receiptBeforeEcho(kind: StoreKind) async throws {
        let booth = try await Booth(kind, .messenger)
        let entry = try await booth.answered(author: "author.1")
        let receipt = InboundEvent(
            externalID: "receipt.1",
            at: StoreScene.moment(1),
            sender: ShopperAddress(scopedID: "reader.1"),
            content: .receipt(ReadReceipt(isRead: false, of: ["mid.echo"], watermark: nil))
        )
        _ = try await booth.scene.receive([receipt], at: 1, account: booth.account)
        let heard = try await booth.echo("Yes, it is there.", to: "reader.1", key: entry.key)
        #expect(heard.entries.map(\.kind) == [.billing])
        let id = try #require(entry.conversation)
        let transcript = try #require(try await booth.scene.store.read { try $0.transcript(id) })
        #expect(transcript.lines.count == 2)
    }
}
