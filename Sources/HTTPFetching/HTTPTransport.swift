import AsyncHTTPClient
import BriefModel
import Fetching
import NIOCore
import NIOHTTP1
import NIOHTTPCompression

/// Requests through async-http-client, on its connections and event loops.
final class HTTPTransport: Transport {
    private let client: HTTPClient
    let policy: AddressPolicy
    let resolver: HostResolver
    private let limits: FetchLimits

    static let userAgent = "bigpicture/0.1"

    /// - Parameter connectingTo: hosts whose connections go elsewhere; lets a test play a name server that changes its answer.
    init(policy: AddressPolicy, limits: FetchLimits, resolver: HostResolver = .system, connectingTo overrides: [String: String] = [:]) {
        self.policy = policy
        self.limits = limits
        self.resolver = resolver
        var configuration = HTTPClient.Configuration(
            redirectConfiguration: .disallow,
            timeout: .init(connect: .nanoseconds(limits.time.nanoseconds)),
            // Twice the limit: what goes beyond it must be seen by us to be told as too large, and a bomb must not unfold in one read.
            decompression: .enabled(limit: .size(2 * limits.body)))
        configuration.httpVersion = .http1Only
        configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = max(limits.perHost, limits.perLoopbackHost)
        configuration.connectionPool.retryConnectionEstablishment = false
        configuration.dnsOverride = overrides
        if !policy.allowsLocalAddresses {
            configuration.http1_1ConnectionDebugInitializer = { channel in Self.judgeConnection(channel, policy: policy) }
        }
        client = HTTPClient(eventLoopGroup: HTTPClient.defaultEventLoopGroup, configuration: configuration)
    }

    deinit {
        // The client keeps itself alive until its connections are closed; nobody waits for that.
        client.shutdown { _ in }
    }

    func answer(to request: FetchRequest) async throws(FetchError) -> Answer {
        guard let address = WebAddress(request.address) else { throw .badAddress(request.address) }
        try await refusePrivateNames(of: address.host, in: request.address)
        let outcome = await withTaskGroup(of: Result<Answer, FetchError>?.self) { group in
            group.addTask { await self.exchange(request) }
            group.addTask {
                do { try await Task.sleep(for: self.limits.time) } catch { return nil }
                return .failure(.timedOut(seconds: self.limits.seconds, request.address))
            }
            defer { group.cancelAll() }
            return await group.next() ?? nil
        }
        guard let outcome else { throw .unreachable(request.address, why: "the run was stopped before it answered") }
        return try outcome.get()
    }

    private func exchange(_ request: FetchRequest) async -> Result<Answer, FetchError> {
        do {
            var message = HTTPClientRequest(url: request.address)
            message.headers = Self.fields(of: request)
            let response = try await client.execute(message, deadline: .distantFuture)
            if response.status.code == 304 { return .success(Answer(status: 304)) }
            let isSuccess = (200..<300).contains(response.status.code)
            // What an error page says is of no use here; leaving it unread closes the connection only when it is long.
            let limit = isSuccess ? limits.body : min(limits.body, 64 * 1024)
            guard let body = try await read(response, upTo: limit) else {
                return isSuccess
                    ? .failure(.tooLarge(limit: limits.body, request.address))
                    : .success(Answer(status: Int(response.status.code), fields: Self.fields(of: response)))
            }
            return .success(Answer(status: Int(response.status.code), fields: Self.fields(of: response), body: body))
        } catch {
            return .failure(FetchError(error, address: request.address, limits: limits))
        }
    }

    /// The whole body; nil as soon as it is longer than the limit, which lets go of the connection.
    private func read(_ response: HTTPClientResponse, upTo limit: Int) async throws -> [UInt8]? {
        let announced = response.headers.first(name: "content-length").flatMap { Int($0) } ?? 0
        guard announced <= limit else { return nil }
        var body: [UInt8] = []
        body.reserveCapacity(min(announced, limit))
        for try await chunk in response.body {
            guard body.count + chunk.readableBytes <= limit else { return nil }
            chunk.withUnsafeReadableBytes { body.append(contentsOf: $0) }
        }
        return body
    }
}

extension HTTPTransport {
    private static func fields(of request: FetchRequest) -> HTTPHeaders {
        var fields: HTTPHeaders = [
            "user-agent": userAgent,
            "accept": "text/html,application/xhtml+xml,application/xml;q=0.9,application/feed+json;q=0.9,application/pdf;q=0.9,*/*;q=0.8",
            "accept-encoding": "gzip, deflate",
        ]
        if let entityTag = request.validators?.entityTag { fields.add(name: "if-none-match", value: entityTag) }
        if let lastModified = request.validators?.lastModified { fields.add(name: "if-modified-since", value: lastModified) }
        return fields
    }

    private static func fields(of response: HTTPClientResponse) -> [String: String] {
        Dictionary(response.headers.map { ($0.name.lowercased(), $0.value) }, uniquingKeysWith: { first, _ in first })
    }
}

extension Duration {
    var nanoseconds: Int64 { components.seconds * 1_000_000_000 + components.attoseconds / 1_000_000_000 }
}
