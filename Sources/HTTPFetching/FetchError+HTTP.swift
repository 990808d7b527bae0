import AsyncHTTPClient
import Fetching
import NIOCore
import NIOHTTP1
import NIOPosix

extension FetchError {
    /// The client's many failures as the few a reader can act on.
    init(_ error: any Error, address: String, limits: FetchLimits) {
        switch error {
        case let error as FetchError: self = error
        case is HTTPTransport.PrivateConnection: self = .privateAddress(address)
        case let error as HTTPClientError: self.init(client: error, address: address, limits: limits)
        case is CancellationError: self = .unreachable(address, why: "the run was stopped before it answered")
        case let error as NIOConnectionError: self = .unreachable(address, why: Self.sentence(for: error))
        case let error as IOError: self = .unreachable(address, why: Self.sentence(for: error))
        case is HTTPParserError: self = .unreachable(address, why: "the server's answer is cut off or is not HTTP")
        default: self = .unreachable(address, why: "the connection failed (\(String(describing: type(of: error))))")
        }
    }

    private init(client error: HTTPClientError, address: String, limits: FetchLimits) {
        switch error {
        case .deadlineExceeded, .readTimeout, .writeTimeout, .connectTimeout, .tlsHandshakeTimeout, .getConnectionFromPoolTimeout:
            self = .timedOut(seconds: limits.seconds, address)
        case .remoteConnectionClosed, .uncleanShutdown:
            self = .unreachable(address, why: "the server closed the connection before its answer was complete")
        case .cancelled: self = .unreachable(address, why: "the run was stopped before it answered")
        case .invalidURL, .emptyHost, .emptyScheme: self = .badAddress(address)
        default: self = .unreachable(address, why: "the server's answer is not usable (\(error.shortDescription))")
        }
    }

    private static func sentence(for error: NIOConnectionError) -> String {
        if error.dnsAError != nil || error.dnsAAAAError != nil, error.connectionErrors.isEmpty { return "its name cannot be resolved" }
        if let first = error.connectionErrors.first?.error as? IOError { return sentence(for: first) }
        return "no connection can be made"
    }

    private static func sentence(for error: IOError) -> String {
        switch error.errnoCode {
        case 111: "nothing answers there (connection refused)"  // ECONNREFUSED
        case 104, 32: "the server broke the connection off"  // ECONNRESET, EPIPE
        case 101, 113: "the network leads nowhere near it"  // ENETUNREACH, EHOSTUNREACH
        default: "the connection failed (system error \(error.errnoCode))"
        }
    }
}
