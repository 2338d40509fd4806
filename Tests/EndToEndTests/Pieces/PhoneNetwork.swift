import CurlTransport
import Kernel
import Logging
import Platform
import PlatformEmulator
import Ports
import ServiceLifecycle

/// The emulated platform in this process, on a port of its own, with its people.
struct PhoneNetwork: Sendable {
    private let live: LivePlatform
    let base: String
    private let count: ReplyCount

    private init(_ live: LivePlatform, port: Int) {
        self.live = live
        base = "http://127.0.0.1:\(port)"
        count = ReplyCount(live)
    }

    /// Runs a scene in front of it.
    static func run(
        ledger: String? = nil,
        _ scene: (PhoneNetwork) async throws -> Void
    ) async throws {
        var configuration = PlatformConfiguration.demo
        configuration.allowsLoopbackLinks = true
        configuration.redeliveryCap = .seconds(1)
        configuration.pace.perSecond = 10_000
        configuration.pace.pairBurst = 1_000
        let live = try await LivePlatform(configuration, ledgerPath: ledger) { .machine }
        guard let client = CurlClient() else { throw SceneError("no libcurl") }
        defer { client.close() }
        let (ports, bound) = AsyncStream<Int>.makeStream()
        let logger = Logger(label: "network") { _ in SwiftLogNoOpLogHandler() }
        let server = EmulatorServer(platform: live, transport: client, logger: logger) { bound.yield($0) }
        let services = ServiceGroup(configuration: .init(services: [.init(service: server)], logger: logger))
        let running = Task { try await services.run() }
        guard let port = await ports.first(where: { _ in true }) else { throw SceneError("the network is down") }
        do {
            try await scene(PhoneNetwork(live, port: port))
        } catch {
            await services.triggerGracefulShutdown()
            throw error
        }
        await services.triggerGracefulShutdown()
        try await running.value
    }

    /// From now on webhooks go there.
    func reach(_ gateway: String) { live.deliver(to: gateway) }

    /// Whether every webhook has been taken.
    var isHeard: Bool { live.look { $0.unansweredWebhooks } == 0 }

    /// The platform answers the next calls so late.
    func slowDown(calls: Int, by span: Span) async throws {
        for _ in 1...calls {
            try await live.perform { (platform, _) throws(Never) in platform.arm(.slow(span)) }
        }
    }

    /// The platform answers as usual again.
    func recover() async throws {
        try await live.perform { (platform, _) throws(Never) in platform.disarm() }
    }

    /// A new person with a Brazilian number.
    func join(_ name: String, number: Int) async throws {
        let person = Person(PersonID(name), name: name, phone: "55119\(80_000_000 + number)", userID: "BR.\(number)")
        try await live.perform { (platform, now) throws(Never) in platform.join(person, at: now) }
    }

    func does(_ name: String, _ act: PersonAct) async throws {
        _ = try await live.perform { (platform, now) throws(ActRejection) in
            try platform.person(PersonID(name), does: act, at: now)
        }
    }

    func say(_ name: String, _ text: String) async throws { try await does(name, .text(text)) }

    /// What stands on somebody's phone.
    func bubbles(_ name: String) -> [PhoneMessage] { live.look { $0.phone(of: PersonID(name)) } }

    /// All that somebody has read.
    func words(_ name: String) -> String { bubbles(name).map(\.content.text).joined(separator: "\n") }

    /// Every message that the platform has taken, as one text.
    var acceptedWords: [String] {
        live.look { platform in
            platform.ledger.compactMap { if case .accepted(let fact) = $0 { "\(fact)" } else { nil } }
        }
    }

    /// How many turns somebody was answered in.
    func replies(_ name: String) -> Int { count.of(PersonID(name)) }

    /// Says a line and waits for its reply.
    func ask(_ name: String, _ text: String, within limit: Duration = .seconds(60)) async throws {
        let before = replies(name)
        try await say(name, text)
        try await waitFor("a reply to \(name)'s \(text)", within: limit) { replies(name) > before }
    }

    /// The keys of all messages that the platform has taken, in order.
    var acceptedKeys: [String] {
        live.look { platform in
            platform.ledger.compactMap { if case .accepted(let fact) = $0 { fact.message.callbackData } else { nil } }
        }
    }

    /// The ids of all billing records that the platform has taken, repeats left out.
    var billedIDs: [String] {
        live.look { platform in
            platform.ledger.compactMap { fact in
                if case .billed(let record) = fact, !record.isRepeat { record.id } else { nil }
            }
        }
    }
}
