import NIOCore

/// Hands each complete message of a connection to its owner.
final class WireHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private var reader = WireReader()
    private let take: (WireMessage, any NIOCore.Channel) -> Void

    init(_ take: @escaping (WireMessage, any NIOCore.Channel) -> Void) { self.take = take }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        var buffer = unwrapInboundIn(data)
        reader.add(&buffer)
        while let message = reader.next() { take(message, context.channel) }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
}

extension NIOCore.Channel {
    /// Sends a whole HTTP message.
    func send(_ head: String, _ body: [UInt8]) {
        var buffer = allocator.buffer(capacity: head.utf8.count + body.count)
        buffer.writeString(head)
        buffer.writeBytes(body)
        writeAndFlush(buffer, promise: nil)
    }
}
