import BriefModel
import Hummingbird
import NIOCore
import ServiceLifecycle

/// Where a page hears what is new.
struct EventRoutes: Sendable {
    let streams: EventStreams
    /// Nil where whoever reaches the site may hear everything.
    let access: SiteAccess?

    func addRoutes(to router: Router<SiteContext>) {
        router.get("events") { request, context in
            try context.require(.read)
            return try await events(request, context)
        }
    }

    private func events(_ request: Request, _ context: SiteContext) async throws -> Response {
        if request.method == .head { return Response(status: .ok, headers: [.contentType: "text/event-stream"]) }
        let topic = FormText.value(of: "topic", in: request.uri.query ?? "")
        guard let stream = await streams.open(topic: topic, in: Reader.current.words) else { throw SiteTrouble.tooManyWatch }
        return Response(
            status: .ok, headers: [.contentType: "text/event-stream"],
            body: ResponseBody { writer in
                do {
                    try await send(stream, to: Listener(request, context, access), of: request, &writer)
                } catch {
                    await streams.close(stream.id)
                    throw error
                }
                await streams.close(stream.id)
                try await writer.finish(nil)
            })
    }

    /// Until the reader goes or may hear it no longer, or the site is told to stop.
    private func send(
        _ stream: EventStreams.Stream, to listener: Listener, of request: Request, _ writer: inout any ResponseBodyWriter
    ) async throws {
        try await request.body.consumeWithInboundCloseHandler { _ in
            try await withGracefulShutdownHandler {
                var listener = listener
                for await bytes in stream.messages {
                    guard try await listener.mayHear() else { return }
                    try await writer.write(ByteBuffer(bytes: bytes))
                }
            } onGracefulShutdown: {
                stream.end()
            }
        } onInboundClosed: {
            stream.end()
        }
    }
}

/// Who hears a stream. It may be open when their session ends, their token is revoked or they are removed; so before something is told it is asked again
/// whether they may hear it, every few seconds at most, for a thousand may listen.
private struct Listener {
    private static let askEvery: Int64 = 5

    private let request: Request
    private let context: SiteContext
    private let access: SiteAccess?
    private var asked: Int64

    init(_ request: Request, _ context: SiteContext, _ access: SiteAccess?) {
        self.request = request
        self.context = context
        self.access = access
        asked = access?.clock.now().secondsSince1970 ?? 0
    }

    mutating func mayHear() async throws -> Bool {
        guard let access else { return true }
        let now = access.clock.now().secondsSince1970
        guard now - asked >= Self.askEvery else { return true }
        asked = now
        let visitor = try await access.meeting(request, context, isUse: false).visitor
        return visitor.name == context.visitor.name && visitor.may(.read)
    }
}
