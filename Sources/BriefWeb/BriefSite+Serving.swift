import Glibc
public import Hummingbird
import HummingbirdCore
import HummingbirdTLS
import NIOCore

extension BriefSite {
    /// The site as an application. It listens on this machine only unless told otherwise.
    /// - Parameters:
    ///   - port: 0 for any free one.
    ///   - certificate: nil for connections that are not encrypted.
    ///   - onServing: told the port once the site answers.
    public func application(
        host: String = "127.0.0.1", port: Int = 8080, limits: ServingLimits = ServingLimits(), certificate: SiteCertificate? = nil,
        onServing: @escaping @Sendable (_ port: Int) async -> Void = { _ in }
    ) throws -> some ApplicationProtocol {
        let server = HTTPServerBuilder { WatchedConnections(limits: limits, responder: $0) }
        return Application(
            router: router(),
            server: try certificate.map { try .tls(server, tlsConfiguration: $0.configuration) } ?? server,
            configuration: ApplicationConfiguration(
                address: .hostname(host, port: port), serverName: nil, availableConnectionsDelegate: MaximumAvailableConnections(limits.connections)),
            onServerRunning: { channel in await onServing(channel.localAddress?.port ?? port) })
    }

    /// Serves until SIGINT or SIGTERM; requests under way are answered first.
    /// - Throws: `ServingError` when the address cannot be had.
    public func run(
        host: String = "127.0.0.1", port: Int = 8080, certificate: SiteCertificate? = nil,
        onServing: @escaping @Sendable (_ port: Int) async -> Void = { _ in }
    ) async throws {
        var limits = ServingLimits()
        limits.connections = min(limits.connections, Self.openFiles() - Self.ownFiles)
        do {
            try await application(host: host, port: port, limits: limits, certificate: certificate, onServing: onServing).runService()
        } catch let error as IOError where error.errnoCode == EADDRINUSE {
            throw ServingError.portTaken(port)
        } catch let error as IOError where error.errnoCode == EADDRNOTAVAIL || error.errnoCode == EACCES {
            throw ServingError.addressRefused(host: host, port: port)
        }
    }

    /// The library, its log and their like.
    private static let ownFiles = 128

    /// How many files this process may have open, after asking for all it may: each connection is one.
    private static func openFiles() -> Int {
        var limit = rlimit()
        let kind = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
        guard getrlimit(kind, &limit) == 0 else { return 1_024 }
        let before = limit.rlim_cur
        limit.rlim_cur = min(limit.rlim_max, 1 << 16)
        return Int(setrlimit(kind, &limit) == 0 ? limit.rlim_cur : before)
    }
}

/// Why the site cannot be served.
public enum ServingError: Error, Hashable, Sendable, CustomStringConvertible {
    case portTaken(Int)
    case addressRefused(host: String, port: Int)
    case badCertificate(String)
    case badKey(String)

    public var description: String {
        switch self {
        case .portTaken(let port): "Port \(port) is in use; choose another with --port, or 0 for any free one."
        case .addressRefused(let host, let port): "This machine does not let us listen on \(host):\(port); choose another with --host or --port."
        case .badCertificate(let path): "\(path) holds no certificate in PEM."
        case .badKey(let path): "\(path) holds no private key in PEM that fits the certificate, or one with a passphrase."
        }
    }
}
