import Channels
import Kernel
import Messaging
import Outbox
import Ports

/// Makes the calls of the relay; headers are built once and shared.
struct RelayCalls: Sendable {
    private struct AppKey: Hashable {
        let channel: ChannelKind
        let name: String
    }

    /// Where an app's messages go, and with what.
    private struct Line {
        let base: String
        let headers: [HTTPHeader]
    }

    private let billingURL: String
    private let lines: [AppKey: Line]
    /// Of accounts with a token of their own.
    private let ownHeaders: [AccountKey: [HTTPHeader]]
    private let batchHeaders = [
        HTTPHeader(name: "Content-Type", value: "application/cloudevents-batch+json; charset=utf-8")
    ]

    init(settings: GatewaySettings) {
        billingURL = settings.billingURL ?? ""
        var lines: [AppKey: Line] = [:]
        for app in settings.apps {
            lines[AppKey(channel: app.channel, name: app.name)] = Line(
                base: settings.base(of: app),
                headers: Self.headers(app.accessToken)
            )
        }
        self.lines = lines
        ownHeaders = settings.accountTokens.mapValues(Self.headers)
    }

    private static func headers(_ token: Secret) -> [HTTPHeader] {
        [
            HTTPHeader(name: "Authorization", value: "Bearer \(token.revealed)"),
            HTTPHeader(name: "Content-Type", value: "application/json"),
        ]
    }

    /// A call to an account's message endpoint; nil when no app of ours may make it.
    func message(_ body: [UInt8], to account: ChannelAccount) -> HTTPCall? {
        guard let line = lines[AppKey(channel: account.kind, name: account.app)] else { return nil }
        let url = ChannelEncoder.messagesURL(on: account.kind, base: line.base, account: account.externalID)
        let headers = ownHeaders[AccountKey(account.kind, account.externalID)] ?? line.headers
        return HTTPCall(method: "POST", url: url, headers: headers, body: body, timeout: .seconds(30))
    }

    /// A question about a request in a chat, put to the account's own channel; nil where no app of ours may ask.
    func lookUp(_ reference: String, configuration: String, at account: ChannelAccount) -> HTTPCall? {
        guard let line = lines[AppKey(channel: account.kind, name: account.app)] else { return nil }
        let url = WhatsApp.paymentURL(
            base: line.base,
            account: account.externalID,
            configuration: configuration,
            reference: reference
        )
        return HTTPCall(method: "GET", url: url, headers: line.headers, body: [], timeout: .seconds(30))
    }

    /// One batch of billing records.
    func billing(_ entries: [OutboxEntry]) -> HTTPCall {
        var body: [UInt8] = [UInt8(ascii: "[")]
        body.reserveCapacity(entries.reduce(2) { $0 + $1.body.count + 1 })
        for (index, entry) in entries.enumerated() {
            if index > 0 { body.append(UInt8(ascii: ",")) }
            body += entry.body
        }
        body.append(UInt8(ascii: "]"))
        return HTTPCall(method: "POST", url: billingURL, headers: batchHeaders, body: body, timeout: .seconds(30))
    }

    /// The signs that a message was read and an answer is being written.
    func marks(_ mark: ReadMark) -> [HTTPCall] {
        let bodies =
            switch mark.account.kind {
            case .whatsapp: [WhatsApp.markRead(mark.externalID, typing: true)]
            case .messenger: [SenderAction.markSeen, .typingOn].map { Messenger.action($0, to: mark.shopper) }
            case .instagram: [SenderAction.markSeen, .typingOn].map { Instagram.action($0, to: mark.shopper) }
            }
        return bodies.compactMap { body in
            var call = message(body, to: mark.account)
            call?.timeout = .seconds(5)
            return call
        }
    }
}
