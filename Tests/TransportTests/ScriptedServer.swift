import NIOCore
import NIOPosix
import Synchronization

/// A server that does what a test tells it to, byte for byte, and remembers what reached it.
final class ScriptedServer: Sendable {
    /// What to do once a whole request has come in.
    enum Reaction: Sendable {
        /// Send these bytes and keep the connection.
        case answer(String)
        /// Send these bytes after a while.
        case answerLater(String, milliseconds: Int64)
        /// Send these bytes and close.
        case answerAndClose(String)
        /// Close without a word.
        case close
        /// Never answer.
        case silence
    }

    /// What a test can ask about.
    struct Record: Sendable {
        var accepted = 0
        var open = 0
        var requests: [String] = []
        var underWay = 0
        var mostUnderWay = 0
    }

    static let ok = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"

    private let record = Mutex(Record())
    private let script: @Sendable (_ index: Int) -> Reaction
    private let channel: Mutex<(any Channel)?> = Mutex(nil)

    /// Starts listening on a port of the system's choice; the script is asked by the request's number, counted from 0.
    init(script: @escaping @Sendable (_ index: Int) -> Reaction) async throws {
        self.script = script
        let bound = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(.backlog, value: 1024)
            .childChannelInitializer { [self] child in
                child.eventLoop.makeCompletedFuture {
                    try child.pipeline.syncOperations.addHandler(ScriptedConnection(server: self))
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        channel.withLock { $0 = bound }
    }

    /// What has happened so far.
    var seen: Record { record.withLock { $0 } }

    var port: Int { channel.withLock { $0?.localAddress?.port } ?? 0 }

    func url(_ path: String) -> String { "http://127.0.0.1:\(port)\(path)" }

    fileprivate func react(to request: String) -> Reaction {
        script(
            record.withLock { record in
                record.requests.append(request)
                record.underWay += 1
                record.mostUnderWay = max(record.mostUnderWay, record.underWay)
                return record.requests.count - 1
            }
        )
    }

    fileprivate func answered() {
        record.withLock { $0.underWay -= 1 }
    }

    fileprivate func connections(_ change: Int) {
        record.withLock { record in
            record.accepted += max(0, change)
            record.open += change
        }
    }
}

/// One connection of the scripted server: cuts the stream into requests by `Content-Length`.
private final class ScriptedConnection: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let server: ScriptedServer
    private var received = ""

    init(server: ScriptedServer) {
        self.server = server
    }

    func channelActive(context: ChannelHandlerContext) { server.connections(1) }

    func channelInactive(context: ChannelHandlerContext) { server.connections(-1) }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        received += String(buffer: unwrapInboundIn(data))
        while let request = nextRequest() { follow(server.react(to: request), context) }
    }

    private func nextRequest() -> String? {
        guard let head = received.range(of: "\r\n\r\n") else { return nil }
        let lines = received[..<head.lowerBound].lowercased().split(separator: "\r\n")
        let length = lines.first { $0.hasPrefix("content-length:") }?.split(separator: ":").last
        let body = Int(length?.filter(\.isNumber) ?? "") ?? 0
        guard received[head.upperBound...].utf8.count >= body else { return nil }
        let end = received.utf8.index(head.upperBound, offsetBy: body)
        defer { received = String(received[end...]) }
        return String(received[..<end])
    }

    private func follow(_ reaction: ScriptedServer.Reaction, _ context: ChannelHandlerContext) {
        switch reaction {
        case .answer(let text): say(text, context, thenClose: false)
        case .answerAndClose(let text): say(text, context, thenClose: true)
        case .answerLater(let text, let milliseconds):
            context.eventLoop.assumeIsolated().scheduleTask(in: .milliseconds(milliseconds)) {
                self.say(text, context, thenClose: false)
            }
        case .close: context.close(promise: nil)
        case .silence: break
        }
    }

    private func say(_ text: String, _ context: ChannelHandlerContext, thenClose: Bool) {
        server.answered()
        let written = context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: text)))
        if thenClose { written.assumeIsolated().whenComplete { _ in context.close(promise: nil) } }
    }
}

extension String {
    /// Where a text begins and ends, the first time it stands here.
    fileprivate func range(of text: String) -> Range<String.Index>? { firstRange(of: text) }
}
