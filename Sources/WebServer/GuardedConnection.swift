import HummingbirdCore
import Logging
import NIOCore
import NIOHTTP1

/// An HTTP/1.1 connection with a guard in its pipeline.
///
/// Order: gate, HTTP decoder and encoder, guard, then what the HTTP server adds itself.
struct GuardedConnection: ServerChildChannel {
    typealias Value = HTTP1Channel.Value

    private let server: HTTP1Channel
    private let limits: WebLimits
    private let budget: BodyBudget
    private let lane: WebhookLane

    init(limits: WebLimits, lane: WebhookLane, responder: @escaping HTTPChannelHandler.Responder) {
        self.limits = limits
        self.lane = lane
        budget = BodyBudget(limit: limits.arrivingBytes)
        let decoder = HTTP1Channel.Configuration.DecoderConfiguration(
            maxHeaderFieldSize: limits.headBytes,
            maxHeaderListSize: limits.headBytes,
            maxHeaderFieldCount: 100
        )
        server = HTTP1Channel(responder: responder, configuration: .init(httpDecoderConfiguration: decoder))
    }

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Value> {
        server.setup(channel: channel, logger: logger).flatMapThrowing { value in
            let pipeline = channel.pipeline.syncOperations
            let decoder = try pipeline.context(handlerType: ByteToMessageHandler<HTTPRequestDecoder>.self)
            let keeper = ConnectionGuard(limits: limits, budget: budget, lane: lane, logger: logger)
            try pipeline.addHandler(keeper, position: .after(decoder.handler))
            try pipeline.addHandler(ByteGate(keeper: keeper), position: .first)
            return value
        }
    }

    func handle(value: Value, logger: Logger) async {
        await server.handle(value: value, logger: logger)
    }
}
