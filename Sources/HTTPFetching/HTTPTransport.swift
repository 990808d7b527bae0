import AsyncHTTPClient
import BriefModel
import ContentCoding
import Fetching
import NIOCore
import NIOHTTP1

/// Requests through async-http-client, on its connections and event loops.
final class HTTPTransport: Transport {
    let policy: AddressPolicy
    let resolver: HostResolver
    let proxies: ProxyTable
    private let clients: HTTPClients
    private let limits: FetchLimits
    private let userAgent: UserAgent
    private let progress: @Sendable (Int, Int) -> Void

    /// - Parameters:
    ///   - overrides: hosts whose connections go elsewhere; lets a test play a name server that changes its answer.
    ///   - adjust: the last word on the client's configuration, for tests.
    init(
        policy: AddressPolicy, limits: FetchLimits, userAgent: UserAgent = UserAgent(), proxies: ProxyTable = .none,
        resolver: HostResolver = .system, connectingTo overrides: [String: String] = [:],
        adjust: (inout HTTPClient.Configuration) -> Void = { _ in }, progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
    ) {
        self.progress = progress
        self.policy = policy
        self.limits = limits
        self.userAgent = userAgent
        self.proxies = proxies
        self.resolver = resolver
        clients = HTTPClients(policy: policy, limits: limits, connectingTo: overrides, adjust: adjust)
    }

    func answer(to request: FetchRequest) async throws(FetchError) -> Answer {
        guard let address = WebAddress(request.address) else { throw .badAddress(request.address) }
        let client: HTTPClient
        switch proxies.route(to: address) {
        case .direct:
            try await refusePrivateNames(of: address.host, in: request.address, isResolvedHere: true)
            client = clients.client(through: nil)
        case .through(let proxy):
            try await refusePrivateNames(of: address.host, in: request.address, isResolvedHere: false)
            client = clients.client(through: proxy)
        case .unusable(let variable):
            throw .unreachable(
                request.address, why: "the proxy that \(variable) names cannot be used; give it as http://host:port or socks5://host:port")
        }
        let outcome = await withTaskGroup(of: Result<Answer, FetchError>?.self) { group in
            group.addTask { await self.exchange(request, over: client) }
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

    private func exchange(_ request: FetchRequest, over client: HTTPClient) async -> Result<Answer, FetchError> {
        do {
            var message = HTTPClientRequest(url: request.address)
            message.headers = fields(of: request)
            if let form = request.form {
                message.method = .POST
                message.headers.add(name: "content-type", value: "application/x-www-form-urlencoded")
                message.body = .bytes(ByteBuffer(string: form))
            }
            let response = try await client.execute(message, deadline: .distantFuture)
            let fields = Self.fields(of: response)
            let status = Int(response.status.code)
            if status == 304 { return .success(Answer(status: status, fields: fields)) }
            guard (200..<300).contains(status) else {
                // What an error page says is of no use here; leaving it unread closes the connection only when it is long.
                try await Self.discard(response.body, upTo: min(limits.body, 64 * 1024))
                return .success(Answer(status: status, fields: fields))
            }
            return .success(Answer(status: status, fields: fields, body: try await read(response, coding: fields["content-encoding"])))
        } catch BodyProblem.tooLarge, ContentDecoder.Problem.tooLarge {
            return .failure(.tooLarge(limit: limits.body, request.address))
        } catch BodyProblem.unknownCoding, ContentDecoder.Problem.damaged {
            return .failure(.badEncoding(request.address))
        } catch {
            return .failure(FetchError(error, address: request.address, limits: limits))
        }
    }
}

// MARK: bodies, bounded

private enum BodyProblem: Error { case tooLarge, unknownCoding }

extension HTTPTransport {
    /// The whole body, its coding taken off. The limit holds for what is sent and for what comes out of it; going beyond lets go of
    /// the connection.
    private func read(_ response: HTTPClientResponse, coding: String?) async throws -> [UInt8] {
        let announced = response.headers.first(name: "content-length").flatMap { Int($0) } ?? 0
        guard announced <= limits.body else { throw BodyProblem.tooLarge }
        let decoder = try Self.decoder(for: coding)
        var received = 0
        var body: [UInt8] = []
        // An announcement is not yet a byte: no room is made for more than a usual page before it comes.
        body.reserveCapacity(min(announced, 1 << 20))
        for try await chunk in response.body {
            received += chunk.readableBytes
            guard received <= limits.body else { throw BodyProblem.tooLarge }
            progress(received, announced)
            if let decoder {
                try chunk.withUnsafeReadableBytes { try decoder.decode($0, into: &body, limit: limits.body) }
            } else {
                chunk.withUnsafeReadableBytes { body.append(contentsOf: $0) }
            }
        }
        try decoder?.finish()
        return body.starts(with: [0x1f, 0x8b]) ? try unpacked(body) : body
    }

    /// A file that is itself a gzip (`sitemap.xml.gz`): of no use to any reader as it is.
    private func unpacked(_ file: [UInt8]) throws -> [UInt8] {
        let decoder = ContentDecoder(.gzip)
        var body: [UInt8] = []
        try file.withUnsafeBytes { try decoder.decode($0, into: &body, limit: limits.body) }
        try decoder.finish()
        return body
    }

    private static func decoder(for field: String?) throws -> ContentDecoder? {
        let names = (field ?? "").lowercased().split { $0 == "," || $0 == " " || $0 == "\t" }.filter { $0 != "identity" }
        guard let name = names.first else { return nil }
        // One on top of another was not asked for, and is how a small bomb becomes a large one.
        guard names.count == 1, let coding = ContentDecoder.Coding(name: String(name)) else { throw BodyProblem.unknownCoding }
        return ContentDecoder(coding)
    }

    private static func discard(_ body: HTTPClientResponse.Body, upTo limit: Int) async throws {
        var received = 0
        for try await chunk in body {
            received += chunk.readableBytes
            if received > limit { return }
        }
    }
}

// MARK: fields

extension HTTPTransport {
    private func fields(of request: FetchRequest) -> HTTPHeaders {
        var fields: HTTPHeaders = [
            "user-agent": userAgent.field,
            "accept": "text/html,application/xhtml+xml,application/xml;q=0.9,application/feed+json;q=0.9,application/pdf;q=0.9,*/*;q=0.8",
            "accept-encoding": ContentDecoder.Coding.accepted,
        ]
        if let entityTag = request.validators?.entityTag { fields.add(name: "if-none-match", value: entityTag) }
        if let lastModified = request.validators?.lastModified { fields.add(name: "if-modified-since", value: lastModified) }
        return fields
    }

    /// Fields that hold lists are one list, however many lines they came in (RFC 9110, 5.3); of any other the first line counts.
    private static func fields(of response: HTTPClientResponse) -> [String: String] {
        var fields: [String: String] = [:]
        for (name, value) in response.headers {
            let name = name.lowercased()
            guard let held = fields[name] else {
                fields[name] = value
                continue
            }
            if listFields.contains(name) { fields[name] = held + ", " + value }
        }
        return fields
    }

    private static let listFields: Set = ["cache-control", "content-encoding", "link", "x-robots-tag"]
}
