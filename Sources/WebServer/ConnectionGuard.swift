import Kernel
import Logging
import NIOCore
import NIOHTTP1

/// Stands between a connection and the HTTP server, and lets only complete requests within the limits through.
///
/// So a half-sent, endless, slow or oversized request never becomes a task that waits for it: the server behind sees
/// head, one body and end at once, and a shutdown has nothing to wait for but our own answers.
final class ConnectionGuard: ChannelDuplexHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPServerRequestPart
    typealias OutboundIn = HTTPServerResponsePart
    typealias OutboundOut = HTTPServerResponsePart

    private let limits: WebLimits
    private let budget: BodyBudget
    private let logger: Logger
    let lane: WebhookLane
    private var clock: ConnectionClock
    private var arriving: ArrivingRequest?
    private var timer: (at: NIODeadline, task: Scheduled<Void>)?
    private var lastMoment: Scheduled<Void>?
    /// Nothing more is read: the last request has come in, or one was refused.
    private(set) var isDeaf = false
    /// A refusal that waits until the requests before it are answered.
    private var refusal: HTTPResponseStatus?
    /// The shutdown's notice, kept back while a request is coming in.
    private var notice: ChannelShouldQuiesceEvent?
    /// What the lane is doing, and what waits for it.
    var work = LaneWork()
    /// Whether the connection is closed, so that nothing can be said on it.
    private(set) var isGone = false

    init(limits: WebLimits, budget: BodyBudget, lane: WebhookLane, logger: Logger) {
        self.limits = limits
        self.budget = budget
        self.lane = lane
        self.logger = logger
        clock = ConnectionClock(limits: limits, at: .now())
    }

    /// The gate in front saw bytes, which the decoder has not seen yet.
    func bytesArrived() {
        if !clock.isReceiving { clock.bytesArrived(at: .now()) }
    }
}

// What comes in.
extension ConnectionGuard {
    func channelActive(context: ChannelHandlerContext) {
        keepTime(context)
        context.fireChannelActive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard !isDeaf else { return }
        switch unwrapInboundIn(data) {
        case .head(let head): begin(head, context)
        case .body(let part): add(part, context)
        case .end(let trailers): complete(trailers, context)
        }
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        // A request that came whole in one read needs no timer of its own.
        if clock.isReceiving { keepTime(context) }
        context.fireChannelReadComplete()
    }

    func channelInactive(context: ChannelHandlerContext) {
        forget()
        context.fireChannelInactive()
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        forget()
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if event as? ChannelEvent == .inputClosed {
            if clock.hasEnded { return context.close(promise: nil) }
            guard !work.isBusy else {
                work.isInputClosed = true
                return
            }
        }
        guard let event = event as? ChannelShouldQuiesceEvent else {
            return context.fireUserInboundEventTriggered(event)
        }
        lastMoment = context.eventLoop.assumeIsolated().scheduleTask(in: limits.shutdown.timeAmount) {
            self.logger.notice("a connection outlived the shutdown and was cut off")
            context.close(promise: nil)
        }
        notice = event
        tellNotice(context)
    }

    /// Passes the shutdown's notice on, unless a request is coming in or the lane has yet to answer one.
    func tellNotice(_ context: ChannelHandlerContext) {
        guard let notice, !work.isBusy, !clock.isReceiving || isDeaf else { return }
        self.notice = nil
        context.fireUserInboundEventTriggered(notice)
    }

    private func begin(_ head: HTTPRequestHead, _ context: ChannelHandlerContext) {
        // Behind another request in the same read, this one's first byte went by unseen.
        bytesArrived()
        let request = ArrivingRequest(head: head, budget: budget)
        if let promised = request.promisedLength, promised > limits.bodyBytes {
            return refuse(.payloadTooLarge, context)
        }
        arriving = request
        guard request.awaitsContinue, clock.unanswered == 0 else { return }
        let interim = HTTPResponseHead(version: .http1_1, status: .continue)
        context.writeAndFlush(wrapOutboundOut(.head(interim)), promise: nil)
    }

    private func add(_ part: ByteBuffer, _ context: ChannelHandlerContext) {
        switch arriving?.take(part, limit: limits.bodyBytes) {
        case .tooLarge: refuse(.payloadTooLarge, context)
        case .noMemory: refuse(.serviceUnavailable, context)
        case nil: break
        }
    }

    private func complete(_ trailers: HTTPHeaders?, _ context: ChannelHandlerContext) {
        guard let request = arriving else { return }
        clock.requestCompleted()
        isDeaf = !request.head.isKeepAlive
        releaseBody()
        handOn(request, trailers, context)
        tellNotice(context)
    }

    private func releaseBody() {
        arriving?.release()
        arriving = nil
    }

    private func forget() {
        isGone = true
        work.held = []
        releaseBody()
        timer?.task.cancel()
        timer = nil
        lastMoment?.cancel()
        lastMoment = nil
    }
}

// What goes out.
extension ConnectionGuard {
    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        let part = unwrapOutboundIn(data)
        if case .end = part { work.inServer = max(0, work.inServer - 1) }
        send(part, context, promise)
    }

    /// Sends a part of an answer; the last answer before the end says so.
    func send(_ part: HTTPServerResponsePart, _ context: ChannelHandlerContext, _ promise: EventLoopPromise<Void>?) {
        switch part {
        case .head(var head) where isDeaf && clock.unanswered == 1 && refusal == nil:
            head.headers.replaceOrAdd(name: "connection", value: "close")
            context.write(wrapOutboundOut(.head(head)), promise: promise)
        case .end:
            context.write(wrapOutboundOut(part), promise: promise)
            answered(context)
        case .head, .body:
            context.write(wrapOutboundOut(part), promise: promise)
        }
    }

    private func answered(_ context: ChannelHandlerContext) {
        clock.answered(at: .now())
        guard clock.unanswered == 0 else { return }
        if let refusal {
            sayNo(refusal, context)
        } else if isDeaf {
            context.flush()
            end(context)
        } else {
            keepTime(context)
        }
    }

    /// Turns a request away, after the answers owed to those before it, and ends the connection.
    private func refuse(_ status: HTTPResponseStatus, _ context: ChannelHandlerContext) {
        isDeaf = true
        releaseBody()
        logger.notice("a request was refused", metadata: ["status": "\(status.code)"])
        if clock.unanswered == 0 {
            sayNo(status, context)
        } else {
            refusal = status
        }
    }

    private func sayNo(_ status: HTTPResponseStatus, _ context: ChannelHandlerContext) {
        refusal = nil
        var headers: HTTPHeaders = ["content-length": "0", "connection": "close"]
        if status == .serviceUnavailable { headers.add(name: "retry-after", value: "1") }
        let head = HTTPResponseHead(version: .http1_1, status: status, headers: headers)
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
        end(context)
    }

    /// Closes our side and listens on for a moment: closing at once would reset the connection under a client that is
    /// still sending, and the reset would overtake our answer.
    private func end(_ context: ChannelHandlerContext) {
        clock.ended(at: .now())
        context.close(mode: .output, promise: nil)
        keepTime(context)
    }
}

// What time brings.
extension ConnectionGuard {
    /// Sees to it that a timer fires at the next moment to look, or before.
    private func keepTime(_ context: ChannelHandlerContext) {
        guard let due = clock.due else { return }
        if let timer {
            guard due < timer.at else { return }
            timer.task.cancel()
        }
        let task = context.eventLoop.assumeIsolated().scheduleTask(deadline: due) { self.look(context) }
        timer = (due, task)
    }

    private func look(_ context: ChannelHandlerContext) {
        timer = nil
        switch clock.verdict(at: .now()) {
        case .wait: keepTime(context)
        case .refuse: refuse(.requestTimeout, context)
        case .close: context.close(promise: nil)
        }
    }
}

/// The first handler of a connection: tells the guard of bytes before they are decoded, and drops them once it is deaf.
final class ByteGate: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer

    private let keeper: ConnectionGuard

    init(keeper: ConnectionGuard) {
        self.keeper = keeper
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard !keeper.isDeaf else { return }
        keeper.bytesArrived()
        context.fireChannelRead(data)
    }
}
