import CurlTransport
import Foundation
import Kernel
import Logging
import Platform
import PlatformEmulator
import Ports
import ServiceLifecycle
import Synchronization

/// The business's side of the wire: takes webhooks and answers as told.
final class Receiver: Transport {
    private let state = Mutex((calls: [HTTPCall](), statuses: [Int]()))

    /// Answers the first webhooks with these statuses, all others with 200; 0 is no answer.
    init(answering statuses: [Int] = []) {
        state.withLock { $0.statuses = statuses }
    }

    var calls: [HTTPCall] { state.withLock { $0.calls } }

    func send(_ request: HTTPCall) async -> HTTPOutcome {
        let status = state.withLock { state in
            state.calls.append(request)
            return state.statuses.isEmpty ? 200 : state.statuses.removeFirst()
        }
        return status == 0 ? .lost("nobody answered") : .answered(HTTPAnswer(status: status))
    }

    /// Waits, a minute at most, until so many webhooks came.
    func waits(for count: Int) async throws -> [HTTPCall] {
        for _ in 1...6_000 where calls.count < count { try await Task.sleep(for: .milliseconds(10)) }
        return calls
    }
}

/// An emulator on a port of its own, and a client that calls it over libcurl.
struct Stage: Sendable {
    let live: LivePlatform
    let partners: LivePartners
    let base: String
    let client: CurlClient

    static let start = Timestamp(seconds: 1_791_201_600)

    /// Runs a scene in front of an emulator, which is shut down gracefully afterwards.
    static func run(
        ledger: String? = nil,
        receiver: Receiver = Receiver(),
        _ configuration: PlatformConfiguration = .demo,
        _ scene: (Stage) async throws -> Void
    ) async throws {
        let began = ContinuousClock.now
        let live = try await LivePlatform(configuration, ledgerPath: ledger) {
            start + .milliseconds(Int64((ContinuousClock.now - began) / .milliseconds(1)))
        }
        let partners = try LivePartners {
            start + .milliseconds(Int64((ContinuousClock.now - began) / .milliseconds(1)))
        }
        partners.deliver(to: "http://receiver.example")
        live.deliver(to: "http://receiver.example")
        guard let client = CurlClient() else { throw ActRejection("no client") }
        defer { client.close() }
        let (ports, bound) = AsyncStream<Int>.makeStream()
        let logger = Logger(label: "emulator", factory: { _ in SwiftLogNoOpLogHandler() })
        let server = EmulatorServer(platform: live, partners: partners, transport: receiver, logger: logger) {
            bound.yield($0)
        }
        let services = ServiceGroup(
            configuration: ServiceGroupConfiguration(
                services: [ServiceGroupConfiguration.ServiceConfiguration(service: server)],
                logger: logger
            )
        )
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await services.run() }
            guard let port = await ports.first(where: { _ in true }) else { throw ActRejection("not bound") }
            try await scene(Stage(live: live, partners: partners, base: "http://127.0.0.1:\(port)", client: client))
            await services.triggerGracefulShutdown()
            try await group.waitForAll()
        }
    }

    /// A file that does not exist yet, in a folder of its own.
    static func ledgerPath() throws -> String {
        let folder = FileManager.default.temporaryDirectory.appending(path: "ledger-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder.appending(path: "ledger.jsonl").path
    }

    func post(_ path: String, _ body: String, type: String = "application/json") async -> HTTPOutcome {
        let headers = [
            HTTPHeader(name: "Authorization", value: "Bearer demo-access-token"),
            HTTPHeader(name: "Content-Type", value: type),
        ]
        return await client.send(
            HTTPCall(method: "POST", url: base + path, headers: headers, body: Array(body.utf8), timeout: .seconds(60))
        )
    }

    func get(_ path: String) async -> HTTPAnswer? {
        await client.send(HTTPCall(method: "GET", url: base + path, timeout: .seconds(60))).answer
    }

    func act(_ person: String, _ body: String) async -> HTTPAnswer? {
        await post("/emulator/person/\(person)", body).answer
    }

    func say(_ text: String, to digits: String) async -> HTTPOutcome {
        await post(
            "/v26.0/330044005500661/messages",
            #"{"messaging_product":"whatsapp","to":"+\#(digits)","type":"text","text":{"body":"\#(text)"}}"#
        )
    }
}

extension HTTPOutcome {
    var answer: HTTPAnswer? {
        if case .answered(let answer) = self { answer } else { nil }
    }
}

extension HTTPAnswer {
    var text: String { String(decoding: body, as: UTF8.self) }
}
