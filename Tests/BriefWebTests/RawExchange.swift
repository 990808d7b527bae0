import BriefWeb
import Hummingbird
import NIOCore
import NIOPosix
import Synchronization

/// Bytes over loopback, as a client writes them that is none.
enum RawExchange {
    struct NotServing: Error {}

    /// The site on a free port while `body` runs.
    static func serving<Value: Sendable>(
        _ content: SiteContent, limits: ServingLimits, access: SiteAccess? = nil, _ body: @Sendable (_ port: Int) async throws -> Value
    ) async throws -> Value {
        let (ports, announce) = AsyncStream<Int>.makeStream()
        let site = try BriefSite(content, access: access).application(port: 0, limits: limits) { announce.yield($0) }
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await site.run() }
            var iterator = ports.makeAsyncIterator()
            guard let port = await iterator.next() else { throw NotServing() }
            defer { group.cancelAll() }
            return try await body(port)
        }
    }

    /// Sends pieces and gives all that comes back until the other side ends the connection.
    /// - Parameter trickle: sent again and again, every few milliseconds, until the other side has had enough.
    static func answer(_ pieces: [String], trickle: String? = nil, readingAfter pause: Duration? = nil, at port: Int) async throws -> String {
        let channel = try await connect(port, saying: pieces)
        let heard = Mutex("")
        do {
            try await channel.executeThenClose { inbound, outbound in
                if let pause { try await Task.sleep(for: pause) }
                try await withThrowingTaskGroup(of: Void.self) { group in
                    if let trickle {
                        group.addTask {
                            while !Task.isCancelled {
                                do { try await outbound.write(ByteBuffer(string: trickle)) } catch { return }
                                try? await Task.sleep(for: .milliseconds(10))
                            }
                        }
                    }
                    defer { group.cancelAll() }
                    for try await bytes in inbound { heard.withLock { $0 += String(buffer: bytes) } }
                }
            }
        } catch is IOError {
            // Cut off, as some of these are to be.
        } catch is ChannelError {
        }
        return heard.withLock { $0 }
    }

    /// - Parameter pieces: sent by the event loop itself as soon as there is a connection: the tests' own tasks may wait for seconds while others compute, and
    ///   a site that is short of patience would hear nothing until then.
    static func connect(_ port: Int, saying pieces: [String] = []) async throws -> NIOAsyncChannel<ByteBuffer, ByteBuffer> {
        try await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup).connect(host: "127.0.0.1", port: port) { channel in
            channel.eventLoop.makeCompletedFuture {
                try channel.pipeline.syncOperations.addHandler(Opening(pieces))
                return try NIOAsyncChannel(wrappingChannelSynchronously: channel, configuration: .init(isOutboundHalfClosureEnabled: true))
            }
        }
    }
}

/// Says its pieces when the connection stands.
private final class Opening: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let pieces: [String]

    init(_ pieces: [String]) { self.pieces = pieces }

    func channelActive(context: ChannelHandlerContext) {
        for piece in pieces { context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: piece)), promise: nil) }
        context.fireChannelActive()
    }
}
