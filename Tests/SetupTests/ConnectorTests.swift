import Channels
import Gateway
import Kernel
import Messaging
import Platform
import SettingsFile
import Setup
import ShopFolder
import Testing

@Suite("Connecting accounts")
struct ConnectorTests {
    private func connect(
        _ channel: ChannelKind,
        _ outside: Outside,
        _ settings: GatewayConfiguration = Outside.settings
    ) async throws -> [String] {
        let wanted = AccountCheck.Wanted(of: try ShopReader.read(.demo, as: .init(1)))
        let desk = SetupDesk(transport: outside)
        return await Connector(try settings.account(channel), front: wanted.front, desk: desk).connect().map(\.text)
    }

    @Test("a new account is connected, and a second time nothing is changed", arguments: ChannelKind.allCases)
    func idempotent(channel: ChannelKind) async throws {
        let outside = Outside()
        let first = try await connect(channel, outside)
        #expect(first.allSatisfy { $0.hasPrefix("+ ") }, "\(first)")
        let before = outside.calls.count
        let second = try await connect(channel, outside)
        #expect(second.allSatisfy { $0.hasPrefix("✓ ") }, "\(second)")
        #expect(second.count == first.count)
        #expect(outside.calls.dropFirst(before).allSatisfy { $0.hasPrefix("GET ") })
    }

    @Test("what is said of a connected Page")
    func words() async throws {
        let outside = Outside()
        let words = try await connect(.messenger, outside)
        #expect(words.count == 6)
        #expect(words[0] == "+ The app is now told of 18 fields at https://chat.test/webhooks/messenger/demo.")
        #expect(words[1].hasPrefix("+ The account now delivers 18 fields to our app: added feed, message_deliveries,"))
        #expect(
            words.suffix(4) == [
                "+ People now see the first button.", "+ People now see the greeting.",
                "+ People now see the ice breakers.", "+ People now see the menu.",
            ]
        )
    }

    @Test("a person who opens the chat can tap what the shop offers, and the tap is ours")
    func taps() async throws {
        let outside = Outside()
        for channel in [ChannelKind.messenger, .instagram] { _ = try await connect(channel, outside) }
        outside.change { state in
            state.platform.join(Person("ana", name: "Ana"), at: Outside.now)
            for (account, label) in [("100200300400500", "Collections"), ("17841400000000001", "Where is my order?")] {
                _ = try? state.platform.person("ana", does: .menu(label), with: account, at: Outside.now)
            }
            let bodies = state.platform.dueWebhooks(at: Outside.now).map { String(decoding: $0.body, as: UTF8.self) }
            #expect(bodies.count == 2)
            #expect(bodies.first?.contains(#""payload":"1:c""#) == true)
            #expect(bodies.last?.contains(#""payload":"1:w""#) == true)
        }
    }

    @Test("fields that nobody reads are dropped")
    func dropped() async throws {
        let outside = Outside { $0.startsSubscribed = true }
        let words = try await connect(.messenger, outside)
        #expect(words[1].contains("dropped inbox_labels, messaging_in_thread_lead_form_submit, response_feedback."))
    }

    @Test("without the app's number a person chooses the fields, and everything else is done")
    func withoutApp() async throws {
        var settings = Outside.settings
        settings.apps[0].appID = nil
        let words = try await connect(.whatsapp, Outside(), settings)
        #expect(words[0].hasPrefix("! Choose the webhook https://chat.test/webhooks/whatsapp/demo and these fields"))
        #expect(words.dropFirst().allSatisfy { $0.hasPrefix("+ ") })
    }

    @Test("a closed door is told once, with its cure")
    func closed() async throws {
        var settings = Outside.settings
        settings.shops[0].accounts[1].accessToken = Secret("gone")
        let words = try await connect(.messenger, Outside(), settings)
        #expect(words.count == 1)
        #expect(words[0].hasPrefix("✗ The token is not accepted (code 190). Make a new access token and put it into "))
        #expect(words[0].hasSuffix("SHOPKEEPER_MESSENGER_100200300400500_ACCESS_TOKEN."))
    }

    @Test("an account behind a Page is asked and connected through it")
    func linked() async throws {
        let outside = Outside { $0.accounts[2].pageID = "100200300400500" }
        var settings = Outside.settings
        settings.apps[2].graphURL = "https://graph.facebook.com/v26.0"
        #expect(try settings.account(.instagram).target.isLinked)
        let words = try await connect(.instagram, outside, settings)
        #expect(words.allSatisfy { $0.hasPrefix("+ ") }, "\(words)")
        #expect(outside.calls.contains("POST /v26.0/me/subscribed_apps"))
    }
}
