package import Kernel

/// How much a client may send and how long it may take.
package struct WebLimits: Sendable, Equatable {
    /// The largest body of a request; platforms send up to 3 MB.
    ///
    /// - Source: WhatsApp Business Platform, "Webhooks".
    package var bodyBytes = 3 * 1024 * 1024
    /// Memory for bodies that are still arriving, all connections together; past it, callers are told to come back.
    package var arrivingBytes = 256 * 1024 * 1024
    /// The largest head of a request.
    package var headBytes = 32 * 1024
    /// How long a request, head and body, may take from its first byte to its last.
    package var request: Span = .seconds(10)
    /// How long a connection may lie unused between requests.
    package var idle: Span = .seconds(30)
    /// How long a refused client is listened to, so that it reads the answer instead of a reset connection.
    package var farewell: Span = .seconds(2)
    /// How long a shutdown waits for answers under way before it cuts the rest off.
    package var shutdown: Span = .seconds(14)
    /// Connections open at once, within the usual 1,024 open files; further ones wait to be accepted.
    package var connections = 800

    /// The usual limits.
    package init() {}
}
