import HTTPTypes
import HummingbirdCore
import Kernel
package import Logging
import NIOCore
import NIOPosix
import Platform
package import Ports
import ServiceLifecycle

/// The emulated platform's HTTP face and its webhook deliveries, as one service.
///
/// It listens on the loopback address only: its control paths (`/emulator/…`) are open to whoever reaches them.
package struct EmulatorServer: Service, CustomStringConvertible {
    private let platform: LivePlatform
    private let partners: LivePartners?
    private let transport: any Transport
    private let host: String
    private let port: Int
    private let concurrency: Int
    private let logger: Logger
    private let whenBound: @Sendable (_ port: Int) async -> Void

    /// Describes the service; `run()` starts it.
    /// - Parameters:
    ///   - platform: The platform it is the face of.
    ///   - partners: The payment provider and the carrier that share its port.
    ///   - transport: What webhooks are sent with.
    ///   - host: The address to listen on.
    ///   - port: The port; 0 lets the system choose.
    ///   - concurrency: Webhooks under way at the same time.
    ///   - logger: Told of webhooks that were not taken; never of bodies.
    ///   - whenBound: Told the port once connections are accepted.
    package init(
        platform: LivePlatform,
        partners: LivePartners? = nil,
        transport: any Transport,
        host: String = "127.0.0.1",
        port: Int = 0,
        concurrency: Int = 16,
        logger: Logger,
        whenBound: @escaping @Sendable (_ port: Int) async -> Void = { _ in }
    ) {
        self.platform = platform
        self.partners = partners
        self.transport = transport
        self.host = host
        self.port = port
        self.concurrency = max(1, concurrency)
        self.logger = logger
        self.whenBound = whenBound
    }

    /// What logs call it.
    package var description: String { "platform emulator" }

    /// Serves and delivers until a graceful shutdown, which takes five seconds at most.
    package func run() async throws {
        let sources: [any WebhookSource] = [platform] + (partners.map { [$0] } ?? [])
        let deliveries = sources.map { source in
            WebhookDelivery(source: source, transport: transport, logger: logger, concurrency: concurrency)
        }
        let server = makeServer()
        try await withThrowingTaskGroup(of: Bool.self) { group in
            group.addTask {
                try await server.run()
                return true
            }
            group.addTask {
                try await Self.cutOff()
                return true
            }
            for delivery in deliveries {
                group.addTask {
                    try await delivery.run()
                    return false
                }
            }
            defer { group.cancelAll() }
            for source in sources { source.wake() }
            while let isEnd = try await group.next(), !isEnd {}
        }
        try await platform.close()
        partners?.close()
    }

    /// Returns five seconds after the shutdown has begun, which ends what still hangs.
    private static func cutOff() async throws {
        try? await gracefulShutdown()
        try await Task.sleep(for: .seconds(5))
    }

    private func makeServer() -> any Service {
        let routes = EmulatorRoutes(platform: platform, partners: partners)
        let connection = HTTP1Channel(
            responder: { request, writer, channel in
                let call = try await Self.call(request)
                guard let answer = try await routes.answer(call) else {
                    return channel.close(mode: .all, promise: nil)
                }
                if answer.delay > .zero { try await Task.sleep(for: .milliseconds(answer.delay.milliseconds)) }
                try await writer.write(response: Self.head(of: answer), body: Self.body(of: answer))
            },
            configuration: .init(idleTimeout: .seconds(60))
        )
        return connection.server(
            configuration: ServerConfiguration(address: .hostname(host, port: port), backlog: 1024),
            onServerRunning: { channel in
                let bound = channel.localAddress?.port ?? port
                platform.listens(at: "http://\(host):\(bound)")
                partners?.listens(at: "http://\(host):\(bound)")
                await whenBound(bound)
            },
            eventLoopGroup: MultiThreadedEventLoopGroup.singleton,
            logger: logger
        )
    }
}
