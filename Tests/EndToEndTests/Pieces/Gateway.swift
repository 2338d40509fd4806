import CurlTransport
import Kernel
import Ports
import SQLiteStore

/// `shopkeeper serve` on a SQLite file, in front of an emulated platform.
struct Gateway {
    let program: Program
    let port: Int

    var base: String { "http://127.0.0.1:\(port)" }

    /// Starts it and waits until it listens; nil when it ended before, as drills at the start do.
    static func started(
        in folder: Folder,
        platform: String,
        port: Int = 0,
        crashAt: String? = nil,
        evidenceSeconds: Int = 3,
        logLevel: String = "info"
    ) async throws -> Gateway? {
        let arguments = [
            "serve", "--listen", "127.0.0.1:\(port)", "--store", folder.file("shop.sqlite"), "--graph-url",
            platform + "/v26.0", "--billing-url", platform + "/billing", "--log-level", logLevel,
        ]
        let program = try Program(
            arguments + (crashAt.map { ["--crash-at", $0] } ?? []),
            in: folder,
            variables: [
                "SHOPKEEPER_PUBLIC_URL": "https://shop.example",
                "SHOPKEEPER_EVIDENCE_SECONDS": "\(evidenceSeconds)",
            ]
        )
        guard let port = try await program.says("is served at http://127.0.0.1:").flatMap({ Int($0) }) else {
            return nil
        }
        return Gateway(program: program, port: port)
    }

    /// As `started`, for a gateway that must come up.
    static func start(
        in folder: Folder,
        platform: String,
        port: Int = 0,
        crashAt: String? = nil,
        evidenceSeconds: Int = 3,
        logLevel: String = "info"
    ) async throws -> Gateway {
        guard
            let gateway = try await started(
                in: folder,
                platform: platform,
                port: port,
                crashAt: crashAt,
                evidenceSeconds: evidenceSeconds,
                logLevel: logLevel
            )
        else { throw SceneError("the gateway did not come up") }
        return gateway
    }

    /// Ends it gracefully.
    func stop() async throws -> Int32? {
        program.ask()
        return try await program.end(within: .seconds(20))
    }

    /// Looks into a store whose gateway has ended.
    static func store<R: Sendable>(in folder: Folder, _ body: @escaping @Sendable (any Snapshot) throws -> R)
        async throws
        -> R
    {
        let store = try SQLiteStore(path: folder.file("shop.sqlite"))
        let found = try await store.read(body)
        await store.shutDown()
        return found
    }
}

/// A client over libcurl, as the outside calls us.
struct Caller: Sendable {
    private let client: CurlClient

    init() throws {
        guard let client = CurlClient() else { throw SceneError("no libcurl") }
        self.client = client
    }

    func get(_ url: String) async throws -> HTTPAnswer { try await answer(HTTPCall(method: "GET", url: url)) }

    func post(_ url: String, _ body: [UInt8], headers: [HTTPHeader] = []) async throws -> HTTPAnswer {
        try await answer(HTTPCall(method: "POST", url: url, headers: headers, body: body))
    }

    /// Posts a webhook body, signed with the secret of the demo app.
    func deliver(_ body: String, to base: String, secret: String = "demo-app-secret") async throws -> HTTPAnswer {
        let bytes = Array(body.utf8)
        let signature = "sha256=" + HMACSHA256.hex(key: secret, body: bytes)
        return try await post(
            base + "/webhooks/whatsapp/demo",
            bytes,
            headers: [HTTPHeader(name: "X-Hub-Signature-256", value: signature)]
        )
    }

    private func answer(_ call: HTTPCall) async throws -> HTTPAnswer {
        switch await client.send(call) {
        case .answered(let answer): return answer
        case .notSent(let reason), .lost(let reason): throw SceneError("\(call): \(reason)")
        }
    }
}

extension HTTPAnswer {
    var text: String { String(decoding: body, as: UTF8.self) }
}
