import Hummingbird
import Logging
import NIOCore
import Synchronization

/// The sample outlets' web on this machine, until `stop`.
public final class RunningSampleServer: Sendable {
    public let port: Int
    private let visitors: Visitors
    private let running: Task<Void, any Error>

    private init(port: Int, visitors: Visitors, running: Task<Void, any Error>) {
        self.port = port
        self.visitors = visitors
        self.running = running
    }

    deinit { running.cancel() }

    /// - Parameters:
    ///   - preferredPort: taken when it is free; any free one otherwise.
    ///   - site: the folder with the outlets' files; the library's own by default.
    public static func start(preferredPort: Int? = nil, site: String? = nil) async throws(SampleServerError) -> RunningSampleServer {
        let folder = site ?? SampleLibrary.siteFolder
        if let preferredPort {
            do throws(SampleServerError) { return try await bind(port: preferredPort, folder: folder) } catch {
                // In use: the next line takes another.
            }
        }
        return try await bind(port: 0, folder: folder)
    }

    /// - Parameter path: below the site's root, with or without a leading slash.
    public func address(of path: String) -> String { "http://127.0.0.1:\(port)/" + path.drop { $0 == "/" } }

    /// What was asked for so far, in order, 404s among them.
    public func requestedPaths() async -> [String] { visitors.paths }

    /// Returns when the port is free again and every connection is closed.
    public func stop() async {
        running.cancel()
        _ = await running.result
    }

    private static func bind(port: Int, folder: String) async throws(SampleServerError) -> RunningSampleServer {
        let visitors = Visitors(site: SampleSite(folder: folder))
        let (bound, announce) = AsyncStream.makeStream(of: Int.self)
        var logger = Logger(label: "sample-server")
        logger.logLevel = .critical
        let application = Application(
            responder: CallbackResponder<BasicRequestContext> { request, _ in visitors.answer(request) },
            configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: port)),
            onServerRunning: { channel in
                visitors.origin.withLock { $0 = "http://127.0.0.1:\(channel.localAddress?.port ?? 0)" }
                announce.yield(channel.localAddress?.port ?? 0)
            },
            logger: logger)
        let running = Task {
            defer { announce.finish() }
            try await application.run()
        }
        var ports = bound.makeAsyncIterator()
        if let port = await ports.next(), port > 0 { return RunningSampleServer(port: port, visitors: visitors, running: running) }
        running.cancel()
        throw SampleServerError.cannotListen(port: port)
    }
}

public enum SampleServerError: Error, Hashable, Sendable, CustomStringConvertible {
    case cannotListen(port: Int)

    public var description: String {
        switch self {
        case .cannotListen(let port):
            "The sample server cannot listen on 127.0.0.1\(port == 0 ? "" : ":\(port)"); another program may be using the port."
        }
    }
}

/// Answers requests from the site and writes down what was asked.
private final class Visitors: Sendable {
    let origin = Mutex("")
    private let log = Mutex<[String]>([])
    private let site: SampleSite

    init(site: SampleSite) { self.site = site }

    var paths: [String] { log.withLock { $0 } }

    func answer(_ request: Request) -> Response {
        let path = request.uri.path
        log.withLock { $0.append(path) }
        guard request.method == .get || request.method == .head else { return Response(status: .methodNotAllowed) }
        switch site.reply(to: path, origin: origin.withLock { $0 }) {
        case .missing:
            return Response(
                status: .notFound, headers: [.contentType: "text/plain; charset=utf-8"],
                body: ResponseBody(byteBuffer: ByteBuffer(string: "Not here.\n")))
        case .moved(let target): return Response(status: .movedPermanently, headers: [.location: target])
        case .page(let page):
            var fields: HTTPFields = [.contentType: page.contentType, .eTag: page.entityTag, .lastModified: SampleSite.lastModified]
            if Self.isStillCurrent(page, request) {
                fields[.contentType] = nil
                return Response(status: .notModified, headers: fields)
            }
            return Response(status: .ok, headers: fields, body: ResponseBody(byteBuffer: ByteBuffer(bytes: page.body)))
        }
    }

    /// RFC 9110, 13.2.2: an entity tag decides where there is one.
    private static func isStillCurrent(_ page: SampleSite.Page, _ request: Request) -> Bool {
        if let tag = request.headers[.ifNoneMatch] { return tag == page.entityTag || tag == "*" }
        return request.headers[.ifModifiedSince] == SampleSite.lastModified
    }
}
