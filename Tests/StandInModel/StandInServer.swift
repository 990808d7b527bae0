import NIOCore
import NIOHTTP1
import NIOPosix
import Synchronization

/// A service on this machine that answers as a test says, and keeps what it was asked.
public final class StandInServer: Sendable {
    public struct Reply: Sendable {
        public enum Ending: Sendable {
            /// The answer is complete.
            case whole
            /// The connection is closed in the middle.
            case closed
            /// Nothing more comes, and nothing ends.
            case silence
            /// The last piece again and again for as long as the client reads.
            case endless
        }

        public var status: Int
        public var fields: [(String, String)]
        public var pieces: [String]
        public var ending: Ending

        public init(status: Int = 200, fields: [(String, String)] = [], pieces: [String] = [], ending: Ending = .whole) {
            (self.status, self.fields, self.pieces, self.ending) = (status, fields, pieces, ending)
        }
    }

    public struct Asked: Sendable {
        public let path: String
        public let fields: [String: String]
        public let body: String
    }

    public let port: Int
    private let channel: any Channel
    private let script: Script

    private init(channel: any Channel, script: Script) {
        self.channel = channel
        self.script = script
        port = channel.localAddress?.port ?? 0
    }

    /// - Parameter replies: one a request, in order; the last stands for all that follow.
    public static func start(_ replies: [Reply]) async throws -> StandInServer {
        let script = Script(replies)
        let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.configureHTTPServerPipeline()
                    try channel.pipeline.syncOperations.addHandler(Speaker(script))
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        return StandInServer(channel: channel, script: script)
    }

    public func stop() async throws { try await channel.close() }

    public var origin: String { "http://127.0.0.1:\(port)" }
    public var asked: [Asked] { script.asked.withLock { $0 } }
}

private final class Script: Sendable {
    let asked = Mutex<[StandInServer.Asked]>([])
    private let replies: Mutex<[StandInServer.Reply]>

    init(_ replies: [StandInServer.Reply]) { self.replies = Mutex(replies) }

    func next() -> StandInServer.Reply {
        replies.withLock { $0.count > 1 ? $0.removeFirst() : $0.first ?? StandInServer.Reply(status: 404) }
    }
}

private final class Speaker: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    private let script: Script
    private var head: HTTPRequestHead?
    private var body: [UInt8] = []
    private var isEndless = false

    init(_ script: Script) { self.script = script }

    func channelInactive(context: ChannelHandlerContext) { isEndless = false }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head):
            self.head = head
            body = []
        case .body(let bytes): body += bytes.readableBytesView
        case .end: answer(context)
        }
    }

    private func answer(_ context: ChannelHandlerContext) {
        guard let head else { return }
        let fields = Dictionary(head.headers.map { ($0.name.lowercased(), $0.value) }, uniquingKeysWith: { first, _ in first })
        script.asked.withLock { $0.append(.init(path: head.uri, fields: fields, body: String(decoding: body, as: UTF8.self))) }
        let reply = script.next()
        let answer = HTTPResponseHead(
            version: .http1_1, status: HTTPResponseStatus(statusCode: reply.status), headers: HTTPHeaders(reply.fields))
        context.write(wrapOutboundOut(.head(answer)), promise: nil)
        for piece in reply.pieces { send(piece, context) }
        switch reply.ending {
        case .whole: context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
        case .closed: context.close(promise: nil)
        case .silence: break
        case .endless:
            isEndless = true
            repeatForever(reply.pieces.last ?? "x", context)
        }
    }

    private func send(_ piece: String, _ context: ChannelHandlerContext) {
        context.writeAndFlush(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(string: piece)))), promise: nil)
    }

    private func repeatForever(_ piece: String, _ context: ChannelHandlerContext) {
        guard isEndless, context.channel.isActive else { return }
        let loop = context.eventLoop
        let bound = NIOLoopBound((self, context), eventLoop: loop)
        context.writeAndFlush(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(string: piece))))).whenSuccess {
            // On a turn of its own: a socket that takes everything at once would make this call itself without end.
            loop.execute {
                let (speaker, context) = bound.value
                speaker.repeatForever(piece, context)
            }
        }
    }
}
