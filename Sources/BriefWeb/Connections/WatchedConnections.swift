import Access
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import NIOHTTP1

/// HTTP/1.1 connections, each with its watch.
struct WatchedConnections: ServerChildChannel {
    typealias Value = HTTP1Channel.Value

    private let connections: HTTP1Channel
    private let limits: ServingLimits
    private let open: OpenConnections

    init(limits: ServingLimits, responder: @escaping HTTPChannelHandler.Responder) {
        self.limits = limits
        open = OpenConnections(most: limits.connectionsOfOne)
        connections = HTTP1Channel(
            responder: responder,
            configuration: HTTP1Channel.Configuration(
                httpDecoderConfiguration: .init(
                    maxHeaderFieldSize: limits.headBytes, maxHeaderListSize: limits.headBytes, maxHeaderFieldCount: limits.fields)))
    }

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Value> {
        if let address = channel.remoteAddress?.ipAddress.flatMap({ ClientAddress($0) }) {
            guard open.open(address) else { return channel.close().flatMapThrowing { throw ChannelError.ioOnClosedChannel } }
            channel.closeFuture.whenComplete { [open] _ in open.closed(address) }
        }
        return connections.setup(channel: channel, logger: logger).flatMapThrowing { value in
            let pipeline = channel.pipeline.syncOperations
            let parser = try pipeline.handler(type: ByteToMessageHandler<HTTPRequestDecoder>.self)
            try pipeline.addHandler(ConnectionWatch(limits: limits), position: .after(parser))
            return value
        }
    }

    func handle(value: Value, logger: Logger) async { await connections.handle(value: value, logger: logger) }
}
