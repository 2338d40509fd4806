import Commerce
import Gateway
import Kernel
import Platform
import SettingsFile
import Setup
import ShopFolder
import Testing

@Suite("The doctor")
struct DoctorTests {
    /// What is found, with whatever is planted before.
    private func examine(
        _ settings: GatewayConfiguration = Outside.settings,
        free: Int64? = 5_000_000_000,
        isWritable: Bool = true,
        isConnected: Bool = true,
        platform: (inout PlatformConfiguration) -> Void = { _ in },
        _ plant: (inout Outside.State) -> Void = { _ in }
    ) async throws -> [CheckLine] {
        let outside = Outside(platform)
        if isConnected { try await connectAll(outside) }
        outside.change(plant)
        let machine = Doctor.Machine(freeBytes: { _ in free }, isWritable: { _ in isWritable })
        let doctor = Doctor(
            settings,
            file: "shopkeeper.yaml",
            transport: outside,
            now: { Outside.now },
            machine: machine
        )
        var lines: [CheckLine] = []
        await doctor.examine { lines.append($0) }
        return lines
    }

    /// The only lines that aren't good, as `mark topic`.
    private func faults(_ lines: [CheckLine]) -> [String] {
        lines.filter { $0.mark != .good }.map { "\($0.mark.sign) \($0.topic.rawValue)" }
    }

    @Test("where everything is well, every line is good")
    func health() async throws {
        let lines = try await examine(platform: Self.withTemplates)
        #expect(faults(lines) == [])
        #expect(
            lines.map(\.topic.rawValue).uniqued() == [
                "settings", "folder", "store", "disk", "token", "app-secret", "subscription", "fields", "front",
                "templates", "clock", "webhook", "billing", "payments",
            ]
        )
        #expect(lines.allSatisfy { $0.cure == nil })
    }

    @Test("an examination changes nothing: it only reads, and delivers an empty body to ourselves")
    func harmless() async throws {
        let outside = Outside()
        let machine = Doctor.Machine(freeBytes: { _ in nil }, isWritable: { _ in true })
        let doctor = Doctor(
            Outside.settings,
            file: "x",
            transport: outside,
            now: { Outside.now },
            machine: machine
        )
        await doctor.examine { _ in }
        #expect(!outside.calls.isEmpty)
        #expect(outside.calls.allSatisfy { $0.hasPrefix("GET ") })
    }

    @Test("each fault of ours has its line", arguments: OwnFault.all)
    func ownFaults(fault: OwnFault) async throws {
        var settings = Outside.settings
        fault.change(&settings)
        let lines = try await examine(
            settings,
            free: fault.free,
            isWritable: fault.isWritable,
            platform: Self.withTemplates
        )
        #expect(faults(lines) == fault.lines)
        let cures = lines.compactMap(\.cure)
        #expect(cures.count == fault.lines.count)
        #expect(cures.contains { $0.contains(fault.cure) }, "\(cures)")
    }

    @Test("each fault of the world has its line", arguments: WorldFault.all)
    func worldFaults(fault: WorldFault) async throws {
        let lines = try await examine(platform: Self.withTemplates, fault.plant)
        #expect(faults(lines) == fault.lines)
        let cures = lines.compactMap(\.cure)
        #expect(cures.contains { $0.contains(fault.cure) }, "\(cures)")
    }

    @Test("no secret is ever told")
    func secrecy() async throws {
        var settings = Outside.settings
        settings.shops[0].accounts[0].accessToken = Secret("own-token-of-the-number")
        for lines in [try await examine(settings), try await examine(settings, isConnected: false)] {
            for line in lines {
                for secret in [Outside.secret, "demo-access-token", "demo-verify-token", "own-token", "sk_live"] {
                    #expect(!line.text.contains(secret) && !line.json.contains(secret))
                }
            }
        }
    }

    @Test("settings that can't be read are a line of their own")
    func unreadable() {
        let fault = SettingsFault(place: "shopkeeper.yaml:3", expected: "a port", remedy: "Write one.")
        #expect(Doctor.line(for: fault).text == "✗ shopkeeper.yaml:3, settings: expected a port. Write one.")
        #expect(
            Doctor.line(for: fault).json
                == #"{"mark":"bad","topic":"settings","subject":"shopkeeper.yaml:3","finding":"expected a port","cure":"Write one."}"#
        )
    }

    static func withTemplates(_ configuration: inout PlatformConfiguration) {
        let shop = try? ShopReader.read(.demo, as: .init(1)).shop
        configuration.templates = (shop?.templates ?? []).map {
            PlatformTemplate(
                name: $0.name,
                language: $0.language.underscored,
                category: $0.category == .marketing ? .marketing : .utility,
                body: $0.body
            )
        }
    }
}

/// A setting that is wrong, and the lines that tell so.
struct OwnFault: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let lines: [String]
    let cure: String
    var free: Int64? = 5_000_000_000
    var isWritable = true
    let change: @Sendable (inout GatewayConfiguration) -> Void

    init(
        _ name: String,
        _ lines: [String],
        cure: String,
        free: Int64? = 5_000_000_000,
        isWritable: Bool = true,
        _ change: @escaping @Sendable (inout GatewayConfiguration) -> Void = { _ in }
    ) {
        testDescription = name
        self.lines = lines
        self.cure = cure
        self.free = free
        self.isWritable = isWritable
        self.change = change
    }

    static let all = [
        OwnFault("no such folder", ["✗ folder"], cure: "shopkeeper init") { $0.shops[0].folder = "/nowhere" },
        OwnFault("nothing kept", ["! store"], cure: "Name a file") { $0.store = "memory" },
        OwnFault("no rights", ["✗ store"], cure: "rights", isWritable: false),
        OwnFault("little room", ["! disk"], cure: "Make room", free: 400_000_000),
        OwnFault("no room", ["✗ disk"], cure: "Make room", free: 4_000),
        OwnFault("room unknown", ["! disk"], cure: "Look yourself", free: nil),
        OwnFault("a wrong token", ["✗ token"], cure: "SHOPKEEPER_MESSENGER_100200300400500_ACCESS_TOKEN") {
            $0.shops[0].accounts[1].accessToken = Secret("gone")
        },
        OwnFault("a wrong id", ["✗ token"], cure: "account's id") { $0.shops[0].accounts[1].externalID = "4711" },
        OwnFault("another's token", ["✗ token"], cure: "SHOPKEEPER_INSTAGRAM_178_ACCESS_TOKEN") {
            $0.shops[0].accounts[2].externalID = "178"
        },
        OwnFault("a wrong secret", ["✗ app-secret", "✗ fields", "✗ webhook"], cure: "MESSENGER_DEMO_APP_SECRET") {
            $0.apps[1].appSecret = Secret("another")
        },
        OwnFault(
            "the demo's secret",
            ["✗ settings", "✗ app-secret", "✗ fields", "✗ webhook"],
            cure: "Name your own app"
        ) { $0.apps[1].appSecret = Secret("demo-app-secret") },
        OwnFault("no business account", ["! subscription", "! templates"], cure: "businessAccount") {
            $0.shops[0].accounts[0].businessAccount = nil
        },
        OwnFault("no app number", ["! fields"], cure: "appID") { $0.apps[0].appID = nil },
        OwnFault("another app's number", ["✗ subscription", "✗ fields"], cure: "Check appID") {
            $0.apps[0].appID = "4711"
        },
        OwnFault("another verify token", ["✗ webhook"], cure: "another verify token") {
            $0.apps[2].verifyToken = Secret("other")
        },
        OwnFault("no public address", ["✗ webhook", "✗ webhook", "✗ webhook"], cure: "Set publicURL") {
            $0.publicURL = ""
        },
        OwnFault("no receiver of bills", ["! billing"], cure: "Set billingURL") { $0.billingURL = nil },
        OwnFault("another payment key", ["✗ payments"], cure: "SHOPKEEPER_STRIPE_AREIA_SECRET_KEY") {
            $0.shops[0].partners[0].secretKey = Secret("sk_live_gone")
        },
        OwnFault("a catalogue that isn't connected", ["✗ catalogue"], cure: "commerce manager") {
            $0.shops[0].whatsAppCatalogue = "4711"
        },
        OwnFault("a catalogue without our goods", ["! catalogue"], cure: "Upload catalogue.csv") {
            $0.shops[0].whatsAppCatalogue = "600700800900"
        },
    ]
}

/// Something wrong outside, and the lines that tell so.
struct WorldFault: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let lines: [String]
    let cure: String
    let plant: @Sendable (inout Outside.State) -> Void

    init(
        _ name: String,
        _ lines: [String],
        cure: String,
        _ plant: @escaping @Sendable (inout Outside.State) -> Void
    ) {
        testDescription = name
        self.lines = lines
        self.cure = cure
        self.plant = plant
    }

    static let all = [
        WorldFault("a platform that can't be reached", ["✗ token", "✗ token", "✗ token"], cure: "Check graphURL") {
            $0.isPlatformReachable = false
        },
        WorldFault("tokens that ended", ["✗ token", "✗ token", "✗ token"], cure: "Make a new access token") {
            $0.platform.arm(.invalidToken(until: Outside.now + .hours(1)))
        },
        WorldFault("a clock that is behind", ["✗ clock"], cure: "time server") {
            $0.platform.configuration.clockAhead = .minutes(6)
        },
        WorldFault("a clock that is a little ahead", ["! clock"], cure: "time server") {
            $0.platform.configuration.clockAhead = .zero - .seconds(90)
        },
        WorldFault("a Page that was unsubscribed", ["✗ subscription"], cure: "channels connect") {
            Self.call(&$0, "DELETE", "100200300400500/subscribed_apps")
        },
        WorldFault("a Page without the fields of taps", ["✗ subscription"], cure: "channels connect") {
            Self.call(&$0, "POST", "100200300400500/subscribed_apps?subscribed_fields=messages")
        },
        WorldFault("a business account that was unsubscribed", ["✗ subscription"], cure: "channels connect") {
            Self.call(&$0, "DELETE", "210987654321098/subscribed_apps")
        },
        WorldFault("an app that is told elsewhere", ["✗ fields"], cure: "channels connect") {
            $0.platform.configuration.accounts[1].receiverPath = "/elsewhere"
            Self.call(
                &$0,
                "POST",
                "151777000111222/subscriptions",
                #"{"object":"page","callback_url":"https://other.test/elsewhere","verify_token":"demo-verify-token","fields":"messages"}"#,
                token: "151777000111222|\(Outside.secret)"
            )
        },
        WorldFault("other ice breakers", ["! front"], cure: "channels connect") {
            Self.call(&$0, "POST", "330044005500661/conversational_automation", #"{"prompts":["Hi"]}"#)
        },
        WorldFault("a paused template", ["! templates"], cure: "Register them") {
            $0.platform.judge(template: "payment_received", in: "en", as: .paused, at: Outside.now)
        },
        WorldFault("no gateway", ["✗ webhook", "✗ webhook", "✗ webhook"], cure: "shopkeeper serve") {
            $0.gateway = nil
        },
        WorldFault("no receiver of bills there", ["✗ billing"], cure: "Bills wait") { $0.billing = nil },
        WorldFault("a wrong address for bills", ["! billing"], cure: "Bills wait") { $0.billing = 404 },
        WorldFault("a receiver of bills that fails", ["✗ billing"], cure: "Bills wait") { $0.billing = 500 },
        WorldFault("no payment provider", ["✗ payments"], cure: "baseURL") { $0.paymentKey = nil },
    ]

    private static func call(
        _ state: inout Outside.State,
        _ method: String,
        _ path: String,
        _ body: String = "{}",
        token: String = "demo-access-token"
    ) {
        let headers = [
            PlatformHeader("authorization", "Bearer \(token)"), PlatformHeader("content-type", "application/json"),
        ]
        let call = PlatformCall(
            method: method,
            target: "/v26.0/\(path)",
            headers: headers,
            body: Array(body.utf8)
        )
        _ = state.platform.answer(call, at: Outside.now)
    }
}

/// Connects every account of the settings.
func connectAll(_ outside: Outside, _ settings: GatewayConfiguration = Outside.settings) async throws {
    let wanted = AccountCheck.Wanted(of: try ShopReader.read(.demo, as: .init(1)))
    for account in settings.deskAccounts {
        _ = await Connector(account, front: wanted.front, desk: SetupDesk(transport: outside)).connect()
    }
}
