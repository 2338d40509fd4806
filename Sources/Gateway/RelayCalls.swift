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

    private let graphURL: String
    private let billingURL: String
    private let headers: [AppKey: [HTTPHeader]]
    private let batchHeaders = [
        HTTPHeader(name: "Content-Type", value: "application/cloudevents-batch+json; charset=utf-8")
    ]

    init(settings: GatewaySettings) {
        graphURL = settings.graphURL
        billingURL = settings.billingURL ?? ""
        var headers: [AppKey: [HTTPHeader]] = [:]
        for app in settings.apps {
            headers[AppKey(channel: app.channel, name: app.name)] = [
                HTTPHeader(name: "Authorization", value: "Bearer \(app.accessToken.revealed)"),
                HTTPHeader(name: "Content-Type", value: "application/json"),
            ]
        }
        self.headers = headers
    }

    /// A call to an account's message endpoint; nil when no app of ours may make it.
    func message(_ body: [UInt8], to account: ChannelAccount) -> HTTPCall? {
        guard account.kind == .whatsapp, let headers = headers[AppKey(channel: account.kind, name: account.app)] else {
            return nil
        }
        let url = WhatsApp.messagesURL(base: graphURL, account: account.externalID)
        return HTTPCall(method: "POST", url: url, headers: headers, body: body, timeout: .seconds(30))
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

    /// The sign that a message was read and an answer is being written.
    func mark(_ mark: ReadMark) -> HTTPCall? {
        message(WhatsApp.markRead(mark.externalID, typing: true), to: mark.account).map { call in
            var call = call
            call.timeout = .seconds(5)
            return call
        }
    }
}
