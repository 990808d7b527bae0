import Fetching
import NIOCore

/// Two walls before a private address: the name is resolved and judged before connecting, and the number really connected to is judged
/// before a byte of the request is sent. The second one stands when a name server changes its answer in between (DNS rebinding).
///
/// Through a proxy the second wall is the proxy's: it resolves the name again and connects. What can be judged here still is.
extension HTTPTransport {
    struct PrivateConnection: Error {}

    /// - Parameters:
    ///   - host: as written; one that is a number needs no resolving.
    ///   - isResolvedHere: false when a proxy resolves it; a name unknown here may then still lead somewhere.
    func refusePrivateNames(of host: String, in address: String, isResolvedHere: Bool) async throws(FetchError) {
        guard !policy.allowsLocalAddresses else { return }
        guard policy.allows(host: host) else { throw .privateAddress(address) }
        guard IPAddress(literal: host) == nil else { return }
        let numbers: [IPAddress]
        do throws(FetchError) { numbers = try await resolver.addresses(host) } catch {
            if !isResolvedHere { return }
            if case .unreachable(_, let why) = error { throw .unreachable(address, why: why) }
            throw error
        }
        // One private number among public ones is enough: which of them is connected to is not ours to choose.
        guard numbers.allSatisfy(policy.allows) else { throw .privateAddress(address) }
    }

    static func judgeConnection(_ channel: any Channel, policy: AddressPolicy) -> EventLoopFuture<Void> {
        guard let number = channel.remoteAddress?.ipAddress, let address = IPAddress(literal: number), policy.allows(address) else {
            return channel.eventLoop.makeFailedFuture(PrivateConnection())
        }
        return channel.eventLoop.makeSucceededVoidFuture()
    }
}
