import Glibc
public import Hummingbird
import NIOCore

extension BriefSite {
    /// The site as an application. It listens on this machine only unless told otherwise.
    /// - Parameters:
    ///   - port: 0 for any free one.
    ///   - onServing: told the port once the site answers.
    public func application(
        host: String = "127.0.0.1", port: Int = 8080, onServing: @escaping @Sendable (_ port: Int) async -> Void = { _ in }
    ) -> some ApplicationProtocol {
        Application(
            router: router(),
            configuration: ApplicationConfiguration(address: .hostname(host, port: port), serverName: nil),
            onServerRunning: { channel in await onServing(channel.localAddress?.port ?? port) })
    }

    /// Serves until SIGINT or SIGTERM; requests under way are answered first.
    /// - Throws: `ServingError` when the address cannot be had.
    public func run(host: String = "127.0.0.1", port: Int = 8080, onServing: @escaping @Sendable (_ port: Int) async -> Void = { _ in }) async throws
    {
        do {
            try await application(host: host, port: port, onServing: onServing).runService()
        } catch let error as IOError where error.errnoCode == EADDRINUSE {
            throw ServingError.portTaken(port)
        } catch let error as IOError where error.errnoCode == EADDRNOTAVAIL || error.errnoCode == EACCES {
            throw ServingError.addressRefused(host: host, port: port)
        }
    }
}

/// Why the site cannot be served.
public enum ServingError: Error, Hashable, Sendable, CustomStringConvertible {
    case portTaken(Int)
    case addressRefused(host: String, port: Int)

    public var description: String {
        switch self {
        case .portTaken(let port): "Port \(port) is in use; choose another with --port, or 0 for any free one."
        case .addressRefused(let host, let port): "This machine does not let us listen on \(host):\(port); choose another with --host or --port."
        }
    }
}
