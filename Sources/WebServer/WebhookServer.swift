import HTTPTypes
import HummingbirdCore
import Kernel
package import Logging
import NIOCore
import NIOPosix
import ServiceLifecycle

/// The gateway's HTTP server: webhooks, health and pictures, over HTTP/1.1.
///
/// TLS is left to whatever stands in front. It ends within `WebLimits.shutdown` and a second, whatever clients do.
package struct WebhookServer: Service, CustomStringConvertible {
    private let host: String
    private let port: Int
    private let limits: WebLimits
    private let routes: WebRoutes
    private let logger: Logger
    private let whenBound: @Sendable (_ port: Int) async -> Void

    /// Describes the server; `run()` starts it.
    /// - Parameters:
    ///   - host: The address to listen on, such as `127.0.0.1`.
    ///   - port: The port; 0 lets the system choose.
    ///   - limits: What clients may do.
    ///   - routes: Who answers what.
    ///   - logger: Told of refusals and of the start; never of bodies, fields or queries.
    ///   - whenBound: Told the port once connections are accepted.
    package init(
        host: String,
        port: Int,
        limits: WebLimits = WebLimits(),
        routes: WebRoutes,
        logger: Logger,
        whenBound: @escaping @Sendable (_ port: Int) async -> Void = { _ in }
    ) {
        self.host = host
        self.port = port
        self.limits = limits
        self.routes = routes
        self.logger = logger
        self.whenBound = whenBound
    }

    /// Serves until a graceful shutdown, then answers what has arrived completely and returns.
    ///
    /// Throws `ListeningError` if the address can't be had.
    package func run() async throws {
        let server = makeServer()
        do {
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await server.run() }
                group.addTask { try await cutOff() }
                defer { group.cancelAll() }
                try await group.next()
            }
        } catch let error as IOError {
            throw ListeningError(host: host, port: port, reason: error.description)
        } catch let error as SocketAddressError {
            throw ListeningError(host: host, port: port, reason: "\(error)")
        }
    }

    package var description: String { "web server" }

    private func makeServer() -> any Service {
        let configuration = ServerConfiguration(
            address: .hostname(host, port: port),
            backlog: 1024,
            availableConnectionsDelegate: .maximum(limits.connections, logger: logger)
        )
        return GuardedConnection(limits: limits, lane: WebhookLane(routes)) { request, writer, _ in
            let answer = try await routes.answer(request)
            try await writer.write(response: answer.head, body: answer.responseBody(to: request.method))
        }
        .server(
            configuration: configuration,
            onServerRunning: { await whenBound($0.localAddress?.port ?? port) },
            eventLoopGroup: MultiThreadedEventLoopGroup.singleton,
            logger: logger
        )
    }

    /// Returns a second after the shutdown's time has passed, which ends what still hangs.
    private func cutOff() async throws {
        try? await gracefulShutdown()
        try await Task.sleep(for: .milliseconds(limits.shutdown.milliseconds + 1000))
        logger.warning("the shutdown took too long; what was left is given up")
    }
}

/// Why the server can't listen, with the cure.
package struct ListeningError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The address asked for.
    package let host: String
    /// The port asked for.
    package let port: Int
    /// The system's words.
    package let reason: String

    package var description: String {
        "can't listen on \(host):\(port): \(reason). Stop the program that uses it, or choose another port."
    }
}
