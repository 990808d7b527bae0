import Fetching
import NIOCore
import NIOPosix
import Synchronization

/// A server on this machine that sends exactly the bytes a test wants, well-formed or not.
final class HostileServer: Sendable {
    enum Script: Sendable {
        /// An honest answer; conditional requests are honoured.
        case answer(Answer)
        /// These bytes, then the connection is closed.
        case bytes([UInt8])
        /// A head, then body without end for as long as the client reads.
        case endless(head: String)
        /// A head, then this again and again for as long as the client reads.
        case repeating(head: String, piece: [UInt8])
        /// As a proxy: the connection stands, and what is asked through it gets this answer.
        case tunnel(Answer)
        /// A head, then one byte of body every few milliseconds.
        case dripping(head: String)
        /// Nothing at all.
        case silence
    }

    let port: Int
    private let channel: any Channel
    private let journal: Journal

    private init(channel: any Channel, journal: Journal) {
        self.channel = channel
        self.journal = journal
        port = channel.localAddress?.port ?? 0
    }

    /// - Parameter scripts: by path; anything else is 404.
    static func start(_ scripts: [String: Script]) async throws -> HostileServer {
        let journal = Journal()
        let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .childChannelOption(.maxMessagesPerRead, value: 1)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture { try channel.pipeline.syncOperations.addHandler(Speaker(scripts: scripts, journal: journal)) }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        return HostileServer(channel: channel, journal: journal)
    }

    func stop() async throws { try await channel.close() }

    var origin: String { "http://127.0.0.1:\(port)" }
    /// Request lines' paths, in order.
    var requestedPaths: [String] { journal.paths.withLock { $0 } }
    /// Request heads as they came.
    var requestHeads: [String] { journal.heads.withLock { $0 } }
    var connections: Int { journal.connections.withLock { $0 } }
    /// Body bytes handed to the network by endless answers.
    var bytesSent: Int { journal.bytesSent.withLock { $0 } }
}

private final class Journal: Sendable {
    let paths = Mutex<[String]>([])
    let heads = Mutex<[String]>([])
    let connections = Mutex(0)
    let bytesSent = Mutex(0)
}

private final class Speaker: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let scripts: [String: HostileServer.Script]
    private let journal: Journal
    private var received: [UInt8] = []
    private var isEndless = false
    /// What comes out of an open tunnel.
    private var inside: Answer?

    init(scripts: [String: HostileServer.Script], journal: Journal) {
        self.scripts = scripts
        self.journal = journal
    }

    func channelActive(context: ChannelHandlerContext) { journal.connections.withLock { $0 += 1 } }

    func channelInactive(context: ChannelHandlerContext) { isEndless = false }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        received += Array(unwrapInboundIn(data).readableBytesView)
        let head = String(decoding: received, as: UTF8.self)
        guard head.contains("\r\n\r\n"), head.hasSuffix("\r\n\r\n") || head.hasPrefix("POST") else { return }
        received = []
        let path = head.split(separator: " ").dropFirst().first.map(String.init) ?? "/"
        journal.paths.withLock { $0.append(path) }
        journal.heads.withLock { $0.append(head) }
        if let inside { return send(Self.bytes(of: inside, requestHead: head), context) }
        perform(scripts[path] ?? .answer(Answer(status: 404)), head: head, context: context)
    }

    private func perform(_ script: HostileServer.Script, head: String, context: ChannelHandlerContext) {
        switch script {
        case .answer(let answer): send(Self.bytes(of: answer, requestHead: head), context)
        case .bytes(let bytes):
            send(bytes, context)
            context.close(promise: nil)
        case .endless(let head):
            isEndless = true
            send(Array(head.utf8), context)
            pour([UInt8](repeating: UInt8(ascii: "a"), count: 65_536), context)
        case .repeating(let head, let piece):
            isEndless = true
            send(Array(head.utf8), context)
            pour(piece, context)
        case .tunnel(let answer):
            inside = answer
            send(Array("HTTP/1.1 200 Connection established\r\n\r\n".utf8), context)
        case .dripping(let head):
            isEndless = true
            send(Array(head.utf8), context)
            drip(context)
        case .silence: return
        }
    }

    private func send(_ bytes: [UInt8], _ context: ChannelHandlerContext) {
        context.writeAndFlush(wrapOutboundOut(ByteBuffer(bytes: bytes)), promise: nil)
    }

    /// The next piece only when the last one is gone, so that a client that stops reading stops us.
    private func pour(_ piece: [UInt8], _ context: ChannelHandlerContext) {
        let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        context.writeAndFlush(wrapOutboundOut(ByteBuffer(bytes: piece))).whenSuccess {
            let (speaker, context) = bound.value
            speaker.journal.bytesSent.withLock { $0 += piece.count }
            guard speaker.isEndless else { return }
            // In a turn of its own: a write that the socket takes at once succeeds at once, and pieces without end would fill the stack.
            context.eventLoop.execute {
                let (speaker, context) = bound.value
                speaker.pour(piece, context)
            }
        }
    }

    private func drip(_ context: ChannelHandlerContext) {
        let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        context.eventLoop.scheduleTask(in: .milliseconds(5)) {
            let (speaker, context) = bound.value
            guard speaker.isEndless else { return }
            speaker.send([UInt8(ascii: "a")], context)
            speaker.drip(context)
        }
    }

    private static func bytes(of answer: Answer, requestHead: String) -> [UInt8] {
        func asked(_ name: String) -> String? {
            requestHead.split(separator: "\r\n").first { $0.lowercased().hasPrefix(name + ":") }.map { String($0.dropFirst(name.count + 2)) }
        }
        let validators = Validators(entityTag: asked("if-none-match"), lastModified: asked("if-modified-since"))
        let isCurrent = validators.entityTag != nil && validators.entityTag == answer.fields["etag"]
        if isCurrent { return Array("HTTP/1.1 304 Not Modified\r\n\r\n".utf8) }
        let fields = answer.fields.map { "\($0.key): \($0.value)\r\n" }.joined()
        return Array("HTTP/1.1 \(answer.status) X\r\n\(fields)Content-Length: \(answer.body.count)\r\n\r\n".utf8) + answer.body
    }
}
