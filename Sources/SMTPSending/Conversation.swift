import NIOCore
import NIOSSL

/// Asks and waits for one answer at a time. Lives on its event loop.
final class Conversation: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    /// What ended it.
    enum Ending: Error {
        case silence
        case closed
        case nonsense(String)
        /// Words in the clear behind the answer that should have been the last such: somebody on the way put them there.
        case talkedBeforeEncryption
    }

    private struct Question {
        let promise: EventLoopPromise<SMTPReply>
        let timer: Scheduled<Void>
        /// Encryption to begin with once the answer is yes.
        let securing: (any ChannelHandler)?
    }

    private static let outOfTurn = "it answers what was not asked"

    private let patience: TimeAmount
    private var parser = SMTPReplyParser()
    private var question: Question?
    /// The greeting, where it came before it was waited for.
    private var early: SMTPReply?
    private var ending: (any Error)?
    private var context: ChannelHandlerContext?

    init(patience: TimeAmount) { self.patience = patience }

    func handlerAdded(context: ChannelHandlerContext) { self.context = context }
    func handlerRemoved(context: ChannelHandlerContext) {
        end(with: Ending.closed)
        self.context = nil
    }

    /// - Parameter bytes: nil to wait for the greeting.
    func ask(_ bytes: ByteBuffer?, securing: (any ChannelHandler)? = nil, on loop: any EventLoop) -> EventLoopFuture<SMTPReply> {
        let promise = loop.makePromise(of: SMTPReply.self)
        if let early {
            self.early = nil
            // A server may say farewell at any time, even before it is asked; anything else would put answers to the wrong questions.
            if bytes == nil || early.code == 421 { promise.succeed(early) } else { promise.fail(Ending.nonsense(Self.outOfTurn)) }
            return promise.futureResult
        }
        guard ending == nil, question == nil, let context else {
            promise.fail(ending ?? Ending.closed)
            return promise.futureResult
        }
        let timer = context.eventLoop.assumeIsolated().scheduleTask(in: patience) { self.end(with: Ending.silence) }
        question = Question(promise: promise, timer: timer, securing: securing)
        if let bytes { context.writeAndFlush(wrapOutboundOut(bytes), promise: nil) }
        return promise.futureResult
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let bytes = unwrapInboundIn(data)
        for (place, byte) in bytes.readableBytesView.enumerated() where ending == nil {
            do throws(SMTPReplyParser.NotAReply) {
                if let reply = try parser.read(byte) { take(reply, isLast: place == bytes.readableBytes - 1) }
            } catch {
                end(with: Ending.nonsense(error.why))
            }
        }
    }

    private func take(_ reply: SMTPReply, isLast: Bool) {
        guard let question else {
            guard early == nil else { return end(with: Ending.nonsense(Self.outOfTurn)) }
            early = reply
            return
        }
        if let tls = question.securing, reply.code == 220 {
            guard isLast, early == nil, let context else { return end(with: Ending.talkedBeforeEncryption) }
            do { try context.pipeline.syncOperations.addHandler(tls, position: .first) } catch { return end(with: error) }
        }
        self.question = nil
        question.timer.cancel()
        question.promise.succeed(reply)
    }

    func channelInactive(context: ChannelHandlerContext) { end(with: Ending.closed) }
    func errorCaught(context: ChannelHandlerContext, error: any Error) { end(with: error) }

    private func end(with error: any Error) {
        guard ending == nil else { return }
        ending = error
        question?.timer.cancel()
        question?.promise.fail(error)
        question = nil
        context?.close(promise: nil)
    }
}
