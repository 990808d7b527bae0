import Hummingbird
import NIOCore
import ServiceLifecycle

/// Where a page hears what is new.
struct EventRoutes: Sendable {
    let streams: EventStreams

    func addRoutes(to router: Router<SiteContext>) {
        router.get("events") { request, context in
            try context.require(.read)
            return try await events(request)
        }
    }

    private func events(_ request: Request) async throws -> Response {
        if request.method == .head { return Response(status: .ok, headers: [.contentType: "text/event-stream"]) }
        let topic = FormText.value(of: "topic", in: request.uri.query ?? "")
        guard let stream = await streams.open(topic: topic, in: Reader.current.words) else { throw SiteTrouble.tooManyWatch }
        return Response(
            status: .ok, headers: [.contentType: "text/event-stream"],
            body: ResponseBody { writer in
                do {
                    try await send(stream, of: request, to: &writer)
                } catch {
                    await streams.close(stream.id)
                    throw error
                }
                await streams.close(stream.id)
                try await writer.finish(nil)
            })
    }

    /// Until the reader goes, or the site is told to stop.
    private func send(_ stream: EventStreams.Stream, of request: Request, to writer: inout any ResponseBodyWriter) async throws {
        try await request.body.consumeWithInboundCloseHandler { _ in
            try await withGracefulShutdownHandler {
                for await bytes in stream.messages { try await writer.write(ByteBuffer(bytes: bytes)) }
            } onGracefulShutdown: {
                stream.end()
            }
        } onInboundClosed: {
            stream.end()
        }
    }
}
