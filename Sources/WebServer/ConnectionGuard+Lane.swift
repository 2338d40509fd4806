import NIOCore
import NIOHTTP1
import Ports

/// What a connection's lane is doing, and what has to wait for it.
struct LaneWork {
    /// Whether a request is being answered by the lane.
    var isBusy = false
    /// Requests that the server behind has not answered yet.
    var inServer = 0
    /// Complete requests that are next, in order.
    var held: [(ArrivingRequest, HTTPHeaders?)] = []
    /// More is to be read once nothing is held.
    var isReadOwed = false
    /// Bytes came that were no HTTP.
    var fault: (any Error)?
    /// The client will send no more.
    var isInputClosed = false
    /// Where the tasks of this connection run; made for the first.
    var executor: LoopExecutor?
}

/// A complete request on its way to whoever answers it: the lane, or the HTTP server behind.
///
/// Answers go out in the order of the requests: while the lane is busy the next ones are held here and nothing more is
/// read; while the server is busy they follow one another into the server, which keeps them in order.
extension ConnectionGuard {
    func handOn(_ request: ArrivingRequest, _ trailers: HTTPHeaders?, _ context: ChannelHandlerContext) {
        if work.isBusy {
            work.held.append((request, trailers))
        } else if work.inServer == 0, let call = lane.call(request) {
            answer(call, context)
        } else {
            work.inServer += 1
            context.fireChannelRead(wrapInboundOut(.head(request.head)))
            if let body = request.body { context.fireChannelRead(wrapInboundOut(.body(body))) }
            context.fireChannelRead(wrapInboundOut(.end(trailers)))
        }
    }

    private func answer(_ call: WebhookCall, _ context: ChannelHandlerContext) {
        let executor = work.executor ?? LoopExecutor(context.eventLoop)
        work.executor = executor
        work.isBusy = true
        let here = NIOLoopBound((keeper: self, context: context), eventLoop: context.eventLoop)
        lane.answer(call, on: executor) { answer in
            here.value.keeper.say(answer, here.value.context)
        }
    }

    private func say(_ answer: WebhookAnswer, _ context: ChannelHandlerContext) {
        work.isBusy = false
        guard !isGone else { return }
        send(.head(answer.responseHead), context, nil)
        if !answer.body.isEmpty {
            send(.body(.byteBuffer(context.channel.allocator.buffer(bytes: answer.body))), context, nil)
        }
        send(.end(nil), context, nil)
        context.flush()
        goOn(context)
    }

    /// Turns to the requests that waited for the lane, then to what would have ended the connection under its answer.
    private func goOn(_ context: ChannelHandlerContext) {
        while !work.isBusy, !work.held.isEmpty {
            let (request, trailers) = work.held.removeFirst()
            handOn(request, trailers, context)
        }
        guard !work.isBusy else { return }
        // The server behind looks at what it was given only when a read is complete.
        if work.inServer > 0 { context.fireChannelReadComplete() }
        if work.isReadOwed {
            work.isReadOwed = false
            context.read()
        }
        if let fault = work.fault {
            work.fault = nil
            context.fireErrorCaught(fault)
        }
        if work.isInputClosed {
            work.isInputClosed = false
            context.fireUserInboundEventTriggered(ChannelEvent.inputClosed)
        }
        tellNotice(context)
    }

    func read(context: ChannelHandlerContext) {
        if work.held.isEmpty { context.read() } else { work.isReadOwed = true }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        if work.isBusy { work.fault = error } else { context.fireErrorCaught(error) }
    }
}
