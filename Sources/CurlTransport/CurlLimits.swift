package import Kernel

/// How long calls may take, how many go at once, and how much an answer may hold.
package struct CurlLimits: Sendable, Equatable {
    /// How long name lookup, connecting and the TLS handshake may take together.
    package var connect: Span = .seconds(5)
    /// The longest any call may take, whatever it asks for itself.
    package var total: Span = .seconds(30)
    /// Connections kept open to one scheme, host and port.
    package var connectionsPerHost = 16
    /// Calls under way at once to a host that speaks HTTP/2.
    package var streamsPerHost = 100
    /// Calls that may wait for a free connection to one host; further ones end at once as not sent.
    package var waitingPerHost = 10_000
    /// The largest body of an answer; a larger one ends the call as lost, since the request did arrive.
    package var answerBytes = 1024 * 1024
    /// The largest head of an answer.
    package var headBytes = 64 * 1024
    /// How long an unused connection is kept: shorter than servers usually wait, so that they seldom close it first.
    package var idleConnection: Span = .seconds(20)
    /// How we introduce ourselves.
    package var userAgent = "Shopkeeper"
    /// A proxy's address; without one, calls go straight out, whatever the environment says.
    package var proxy: String?

    /// The usual limits.
    package init() {}

    /// The usual limits, introduced as `Shopkeeper/<version>`.
    package init(version: String) {
        userAgent = "Shopkeeper/\(version)"
    }
}
