import NIOCore
import NIOPosix
import Synchronization

/// A client that sends exactly the bytes it is told, well-behaved or not.
final class RawClient: Sendable {
    private struct State: Sendable {
        var received: [UInt8] = []
        var isClosed = false
    }

    private let state: Mutex<State>
    private let channel: any Channel

    private init(channel: any Channel, inbox: Inbox) {
        self.channel = channel
        state = Mutex(State())
        inbox.client.withLock { $0 = self }
    }

    /// Connects to a port of this machine.
    static func connect(port: Int) async throws -> RawClient {
        let inbox = Inbox()
        let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .channelOption(.allowRemoteHalfClosure, value: false)
            .channelOption(.autoRead, value: false)
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(RawInbound(inbox: inbox))
                }
            }
            .connect(host: "127.0.0.1", port: port).get()
        let client = RawClient(channel: channel, inbox: inbox)
        try await channel.setOption(.autoRead, value: true).get()
        return client
    }

    /// Sends; errors (the server may have closed) show as a closed connection.
    func send(_ text: String) {
        channel.writeAndFlush(ByteBuffer(string: text), promise: nil)
    }

    /// Sends these bytes.
    func send(bytes: [UInt8]) {
        channel.writeAndFlush(ByteBuffer(bytes: bytes), promise: nil)
    }

    /// Stops reading, so that what the server writes stays in its own hands.
    func stopReading() async throws {
        try await channel.setOption(.autoRead, value: false).get()
    }

    /// Says that nothing more will be sent, and listens on.
    func closeOutput() {
        channel.close(mode: .output, promise: nil)
    }

    func close() {
        channel.close(promise: nil)
    }

    /// What has come so far.
    var text: String { String(decoding: state.withLock(\.received), as: UTF8.self) }

    /// Whether the server has closed.
    var isClosed: Bool { state.withLock(\.isClosed) }

    /// Waits until the text so far contains the part; false if time runs out first.
    func sees(_ part: String, within seconds: Double = 30) async -> Bool {
        await eventually(within: seconds) { self.text.contains(part) }
    }

    /// Waits until the server closes; false if time runs out first.
    func isCutOff(within seconds: Double = 30) async -> Bool {
        await eventually(within: seconds) { self.isClosed }
    }

    fileprivate final class Inbox: Sendable {
        let client = Mutex<RawClient?>(nil)

        func took(_ bytes: [UInt8]) { client.withLock(\.self)?.state.withLock { $0.received += bytes } }

        func closed() { client.withLock(\.self)?.state.withLock { $0.isClosed = true } }
    }
}

private final class RawInbound: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    private let inbox: RawClient.Inbox

    init(inbox: RawClient.Inbox) {
        self.inbox = inbox
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        inbox.took(Array(unwrapInboundIn(data).readableBytesView))
    }

    func channelInactive(context: ChannelHandlerContext) { inbox.closed() }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
}

/// Asks again every few milliseconds until the condition holds; false if time runs out first.
func eventually(within seconds: Double = 30, _ condition: @Sendable () -> Bool) async -> Bool {
    let deadline = ContinuousClock.now.advanced(by: .seconds(seconds))
    while !condition() {
        guard ContinuousClock.now < deadline else { return false }
        try? await Task.sleep(for: .milliseconds(3))
    }
    return true
}

/// How long the work took, in seconds.
func seconds(_ work: () async throws -> Void) async rethrows -> Double {
    let start = ContinuousClock.now
    try await work()
    let took = start.duration(to: .now).components
    return Double(took.seconds) + Double(took.attoseconds) / 1e18
}
