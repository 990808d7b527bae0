import NIOCore
import NIOHTTP1

/// Stands at each connection between what parses requests and what answers them, and keeps it to the limits: a head and a body in time, a head of one
/// meaning, an answer that is taken. What is sent after a refusal is heard by nobody.
final class ConnectionWatch: ChannelDuplexHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPServerRequestPart
    typealias OutboundIn = HTTPServerResponsePart
    typealias OutboundOut = HTTPServerResponsePart

    private let limits: ServingLimits
    /// Heads passed on whose answer has not left yet.
    private var unanswered = 0
    /// A head came, and the end of its body did not.
    private var isReading = false
    /// The site was told to stop.
    private var isEnding = false
    /// Nothing more is read or answered.
    private var isClosing = false
    private var deadline: Scheduled<Void>?
    private var stall: Scheduled<Void>?
    /// Bytes that waited for the reader when they were last looked at.
    private var waiting = 0

    init(limits: ServingLimits) { self.limits = limits }

    func handlerAdded(context: ChannelHandlerContext) {
        if context.channel.isActive { close(context, in: limits.headTime) }
    }

    func channelActive(context: ChannelHandlerContext) {
        close(context, in: limits.headTime)
        context.fireChannelActive()
    }

    func channelInactive(context: ChannelHandlerContext) {
        deadline?.cancel()
        stall?.cancel()
        context.fireChannelInactive()
    }

    /// A site that was told to stop answers what was asked, and would wait a minute for a body of which nothing comes any more.
    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if event is ChannelShouldQuiesceEvent {
            isEnding = true
            if isReading { close(context, in: limits.endTime) }
        }
        context.fireUserInboundEventTriggered(event)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard !isClosing else { return }
        switch unwrapInboundIn(data) {
        case .head(let head):
            if let status = RequestShape.refusal(of: head, longestTarget: limits.target) { return refuse(context, status) }
            unanswered += 1
            isReading = true
            close(context, in: isEnding ? limits.endTime : limits.bodyTime)
        case .body: break
        case .end:
            isReading = false
            deadline?.cancel()
        }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        guard !isClosing else {
            promise?.fail(ChannelError.ioOnClosedChannel)
            return
        }
        switch unwrapOutboundIn(data) {
        case .head(var head):
            // An answer before the end of the question ends the connection: what else comes is no further question.
            if isReading { head.headers.replaceOrAdd(name: "Connection", value: "close") }
            watchReader(context)
            context.write(wrapOutboundOut(.head(head)), promise: promise)
        case .body: context.write(data, promise: promise)
        case .end:
            let left = promise ?? context.eventLoop.makePromise()
            left.futureResult.assumeIsolated().whenComplete { _ in self.answered(context) }
            if isReading { isClosing = true }
            context.write(data, promise: left)
        }
    }

    func close(context: ChannelHandlerContext, mode: CloseMode, promise: EventLoopPromise<Void>?) {
        // Whoever was told that this is the end has so long to go.
        if mode == .output { close(context, in: limits.lingerTime) }
        context.close(mode: mode, promise: promise)
    }

    private func answered(_ context: ChannelHandlerContext) {
        unanswered = max(0, unanswered - 1)
        if isClosing { return finish(context) }
        guard unanswered == 0 else { return }
        stall?.cancel()
        stall = nil
        close(context, in: limits.headTime)
    }

    private func refuse(_ context: ChannelHandlerContext, _ status: HTTPResponseStatus) {
        isClosing = true
        // The answer to a question before it is still being written: this one gets none.
        guard unanswered == 0 else { return context.close(promise: nil) }
        let words = context.channel.allocator.buffer(string: "\(status.code) \(status.reasonPhrase)\n")
        let fields: HTTPHeaders = ["Content-Type": "text/plain", "Content-Length": "\(words.readableBytes)", "Connection": "close"]
        context.write(wrapOutboundOut(.head(HTTPResponseHead(version: .http1_1, status: status, headers: fields))), promise: nil)
        context.write(wrapOutboundOut(.body(.byteBuffer(words))), promise: nil)
        let left = context.eventLoop.makePromise(of: Void.self)
        left.futureResult.assumeIsolated().whenComplete { _ in self.finish(context) }
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: left)
    }

    /// The answer has left. Closing at once would take it back from a sender who is still sending.
    private func finish(_ context: ChannelHandlerContext) {
        guard context.channel.isActive else { return }
        close(context, in: limits.lingerTime)
        context.close(mode: .output, promise: nil)
    }

    private func close(_ context: ChannelHandlerContext, in time: TimeAmount) {
        deadline?.cancel()
        deadline = context.eventLoop.assumeIsolated().scheduleTask(in: time) {
            // A further question may wait unread while the one before it is answered: its sender is not late.
            if self.isReading, self.unanswered > 1, !self.isClosing { return self.close(context, in: time) }
            context.close(promise: nil)
        }
    }

    /// Ends a connection whose answer nobody takes.
    private func watchReader(_ context: ChannelHandlerContext) {
        guard stall == nil else { return }
        waiting = 0
        lookAgain(context)
    }

    private func lookAgain(_ context: ChannelHandlerContext) {
        stall = context.eventLoop.assumeIsolated().scheduleTask(in: limits.stallTime) {
            let before = self.waiting
            self.waiting = (try? context.channel.syncOptions?.getOption(.bufferedWritableBytes)) ?? 0
            if before > 0, self.waiting >= before { return context.close(promise: nil) }
            self.lookAgain(context)
        }
    }
}
