import Channels
import Gateway
import Kernel
import Messaging
import Platform
import Ports
import SettingsFile
import Setup
import Synchronization

/// Everything a gateway can reach, without a network: the emulated platform, our own webhook, bills, payments.
final class Outside: Transport {
    /// How the other doors behave.
    struct State: Sendable {
        var platform: EmulatedPlatform
        /// What the running gateway was started with; nil: nothing runs.
        var gateway: AppSettings?
        var billing: Int? = 405
        var paymentKey: String? = "sk_live_areia"
        var isPlatformReachable = true
        /// Calls to the platform, as method and path.
        var calls: [String] = []
    }

    /// The app's, which nobody else knows.
    static let secret = "areia-app-secret"
    static let now = Timestamp(seconds: 1_795_248_000)
    private let state: Mutex<State>

    init(_ change: (inout PlatformConfiguration) -> Void = { _ in }) {
        var configuration = PlatformConfiguration.demoOfAllChannels
        configuration.startsSubscribed = false
        configuration.appSecret = Self.secret
        change(&configuration)
        state = Mutex(State(platform: EmulatedPlatform(configuration), gateway: Self.app(.whatsapp)))
    }

    func change(_ change: (inout State) -> Void) { state.withLock { change(&$0) } }

    var calls: [String] { state.withLock { $0.calls } }

    /// The platform's own word about the app, whose number the emulated one has.
    static func app(_ channel: ChannelKind) -> AppSettings {
        AppSettings(
            channel: channel,
            name: "demo",
            appSecret: Secret(secret),
            verifyToken: Secret("demo-verify-token"),
            accessToken: Secret("demo-access-token"),
            appID: "151777000111222"
        )
    }

    /// A shop on all three channels.
    static var settings: GatewayConfiguration {
        var settings = GatewayConfiguration()
        settings.publicURL = "https://chat.test"
        settings.graphURL = "https://graph.test/v26.0"
        settings.billingURL = "https://billing.test/events"
        settings.apps = ChannelKind.allCases.map(app)
        var shop = ShopEntry.demo
        let accounts = [
            (ChannelKind.whatsapp, "330044005500661"), (.messenger, "100200300400500"),
            (.instagram, "17841400000000001"),
        ]
        shop.accounts = accounts.map { kind, id in
            ShopEntry.Account(
                kind: kind,
                externalID: id,
                label: id,
                app: "demo",
                businessAccount: kind == .whatsapp ? "210987654321098" : nil
            )
        }
        shop.partners = [
            ShopEntry.Partner(
                kind: .stripe,
                name: "areia",
                baseURL: "https://pay.test",
                secretKey: Secret("sk_live_areia"),
                webhookSecret: Secret("whsec")
            )
        ]
        settings.shops = [shop]
        return settings
    }

    func send(_ request: HTTPCall) async -> HTTPOutcome {
        let rest = request.url.dropFirst("https://".count)
        let host = rest.prefix { $0 != "/" }
        let target = String(rest.dropFirst(host.count))
        return state.withLock { state in
            switch host {
            case "graph.test", "graph.facebook.com", "graph.instagram.com": Self.ask(&state, request, target)
            case "chat.test": Self.deliver(state, request, target)
            case "billing.test": Self.answer(state.billing)
            case "pay.test":
                Self.answer(
                    state.paymentKey.map { key in
                        request.headers.contains { $0.value == "Bearer \(key)" } ? 200 : 401
                    }
                )
            default: .notSent("there is no \(host)")
            }
        }
    }

    private static func answer(_ status: Int?) -> HTTPOutcome {
        status.map { .answered(HTTPAnswer(status: $0)) } ?? .notSent("connection refused")
    }

    private static func ask(_ state: inout State, _ request: HTTPCall, _ target: String) -> HTTPOutcome {
        guard state.isPlatformReachable else { return .notSent("connection refused") }
        state.calls.append("\(request.method) \(target.prefix { $0 != "?" })")
        let call = PlatformCall(
            method: request.method,
            target: target,
            headers: request.headers.map { PlatformHeader($0.name, $0.value) },
            body: request.body
        )
        guard let answer = state.platform.answer(call, at: now).answer else { return .lost("the line was cut") }
        let date = HTTPDate.text(of: now + state.platform.configuration.clockAhead)
        return .answered(
            HTTPAnswer(status: answer.status, headers: [HTTPHeader(name: "Date", value: date)], body: answer.body)
        )
    }

    private static func deliver(_ state: State, _ request: HTTPCall, _ target: String) -> HTTPOutcome {
        guard let gateway = state.gateway else { return .notSent("connection refused") }
        guard request.method == "GET" else {
            let header = request.headers.first { $0.isNamed("X-Hub-Signature-256") }?.value
            let isSigned = WebhookCheck.isSigned(request.body, header: header, secret: gateway.appSecret.revealed)
            return answer(isSigned ? 200 : 401)
        }
        let call = WebhookCall(
            method: "GET",
            path: String(target.prefix { $0 != "?" }),
            rawQuery: String(target.drop { $0 != "?" }.dropFirst()),
            headers: [],
            body: [],
            receivedAt: now
        )
        let challenge = WebhookCheck.challenge(
            mode: call.queryValue("hub.mode"),
            token: call.queryValue("hub.verify_token"),
            challenge: call.queryValue("hub.challenge"),
            expected: gateway.verifyToken.revealed
        )
        return .answered(HTTPAnswer(status: challenge == nil ? 403 : 200, body: Array((challenge ?? "").utf8)))
    }
}

extension GatewayConfiguration {
    /// The account of a channel.
    func account(_ channel: ChannelKind) throws -> DeskAccount {
        guard let account = deskAccounts.first(where: { $0.target.channel == channel }) else {
            throw SettingsFault(place: "the test", expected: "an account", remedy: "Add it.")
        }
        return account
    }
}
