import AsyncHTTPClient
import Fetching
import NIOCore
import NIOHTTP1
import Synchronization

/// The clients requests go through: one that connects itself, and one for each proxy, made when first needed.
final class HTTPClients: Sendable {
    private let held = Mutex<[ProxyTable.Proxy?: HTTPClient]>([:])
    private let configuration: HTTPClient.Configuration
    private let policy: AddressPolicy

    /// - Parameters:
    ///   - overrides: hosts whose connections go elsewhere; lets a test play a name server that changes its answer.
    ///   - adjust: the last word on the configuration, for tests.
    init(
        policy: AddressPolicy, limits: FetchLimits, connectingTo overrides: [String: String],
        adjust: (inout HTTPClient.Configuration) -> Void
    ) {
        self.policy = policy
        var configuration = HTTPClient.Configuration(
            redirectConfiguration: .disallow, timeout: .init(connect: .nanoseconds(limits.time.nanoseconds)), decompression: .disabled)
        // HTTP/2 where a server offers it in the TLS handshake (RFC 7301), HTTP/1.1 everywhere else.
        configuration.httpVersion = .automatic
        configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = max(limits.perHost, limits.perLoopbackHost)
        configuration.connectionPool.retryConnectionEstablishment = false
        configuration.dnsOverride = overrides
        adjust(&configuration)
        self.configuration = configuration
    }

    deinit {
        // A client keeps itself alive until its connections are closed; nobody waits for that.
        held.withLock { for client in $0.values { client.shutdown { _ in } } }
    }

    func client(through proxy: ProxyTable.Proxy?) -> HTTPClient {
        held.withLock { held in
            if let known = held[proxy] { return known }
            var configuration = configuration
            if let proxy {
                configuration.proxy = proxy.setting
            } else if !policy.allowsLocalAddresses {
                // Through a proxy the number connected to is the proxy's own, which its owner chose.
                let judge: @Sendable (any Channel) -> EventLoopFuture<Void> = { [policy] in HTTPTransport.judgeConnection($0, policy: policy) }
                configuration.http1_1ConnectionDebugInitializer = judge
                configuration.http2ConnectionDebugInitializer = judge
            }
            let client = HTTPClient(eventLoopGroup: HTTPClient.defaultEventLoopGroup, configuration: configuration)
            held[proxy] = client
            return client
        }
    }
}

extension ProxyTable.Proxy {
    fileprivate var setting: HTTPClient.Configuration.Proxy {
        switch kind {
        case .socks5: .socksServer(host: host, port: port)
        case .http:
            .server(host: host, port: port, authorization: user.map { .basic(username: $0, password: password ?? "") })
        }
    }
}

extension Duration {
    var nanoseconds: Int64 { components.seconds * 1_000_000_000 + components.attoseconds / 1_000_000_000 }
}
